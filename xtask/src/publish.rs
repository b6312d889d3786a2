//! The built folder as it goes to a host: what a page fetches on its own under names with their hashes,
//! whatever packs packed beside it, and what a host has to be told.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use flate2::write::GzEncoder;
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

use crate::dist::Site;
use crate::files;
use crate::step::{Step, with_tool};

/// SHA-256 in base64, by the name that a file is built under.
pub(crate) type Hashes = BTreeMap<String, String>;

/// What stands in the listing for `./` before a script, which else the bundler would take in.
pub(crate) const BESIDE: &str = "beside:";

/// How much of its hash a name carries: 60 bits.
const MARK: usize = 10;

/// What a host may keep packed: text, and what is like it.
const PACKED: [&str; 10] =
    ["bin", "css", "csv", "geojson", "html", "js", "json", "svg", "ts", "wasm"];

/// What a script tag may name the hash of.
const TAGGED: [&str; 3] = ["mali-bases.js", "mali-bases.inline.js", "parent.js"];

/// The hashes of files in a folder.
pub(crate) fn hashes(folder: &Path, names: &[String]) -> Result<Hashes> {
    let hashed = |name: &String| Ok((name.clone(), hash(&files::read(&folder.join(name))?)));
    names.iter().map(hashed).collect()
}

fn hash(bytes: &[u8]) -> String {
    BASE64.encode(Sha256::digest(bytes))
}

/// The name under which a file goes out.
pub(crate) fn public(name: &str, hashes: &Hashes) -> String {
    match (hashes.get(name), name.split_once('.')) {
        (Some(hash), Some((stem, end))) => {
            let mark = hash[..MARK].replace('+', "-").replace('/', "_");
            format!("{stem}-{mark}.{end}")
        }
        _ => name.to_owned(),
    }
}

/// The script that says where the parts lie, and their hashes. Each address stands whole in it: bundlers take
/// the files along that they find so.
pub(crate) fn listing(parts: &[String], hashes: &Hashes) -> Result<String> {
    let (scripts, others): (Vec<_>, Vec<_>) = parts.iter().partition(|name| is_script(name));
    let script =
        |name: &String| format!("{name:?}: () => import(\"{BESIDE}{}\"),\n", public(name, hashes));
    let other = |name: &String| {
        format!("{name:?}: () => new URL(\"./{}\", import.meta.url),\n", public(name, hashes))
    };
    let (scripts, others) = (scripts.into_iter().map(script), others.into_iter().map(other));
    Ok(format!(
        "export const scripts = {{\n{}}};\nexport const addresses = {{\n{}}};\nexport const hashes = {};\n",
        scripts.collect::<String>(),
        others.collect::<String>(),
        serde_json::to_string(hashes)?
    ))
}

/// Whether a file is code by its name.
pub(crate) fn is_script(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|end| end == "js")
}

/// Writes the folder anew where something changed, without what an earlier one left.
pub(crate) fn publish(site: &Site, into: &Path) -> Result<()> {
    let outputs = vec![into.to_owned()];
    let inputs = [with_tool(&[]), vec![site.folder.clone()]].concat();
    Step { name: "dist".to_owned(), inputs, outputs }.run(|| {
        if into.exists() {
            fs::remove_dir_all(into).with_context(|| files::shown(into))?;
        }
        site.files.iter().try_for_each(|file| {
            let name = file.strip_prefix(&site.folder)?.display().to_string();
            let bytes = files::read(file)?;
            let target = into.join(public(&name, &site.hashes));
            pack(&target, &bytes)?;
            files::write(&target, bytes)
        })?;
        files::write(&into.join("_headers"), headers(&site.hashes))?;
        files::write(&into.join("integrity.json"), integrity(site)?)
    })
}

/// Beside a file that packs, packed by Brotli and by gzip at their best.
fn pack(file: &Path, bytes: &[u8]) -> Result<()> {
    if !file.extension().is_some_and(|end| PACKED.iter().any(|known| end == *known)) {
        return Ok(());
    }
    files::write(&beside(file, "br"), brotli(bytes)?)?;
    files::write(&beside(file, "gz"), gzip(bytes)?)
}

/// Gzip at its best.
pub(crate) fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut gzip = GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(bytes)?;
    Ok(gzip.finish()?)
}

/// `view.js` and `br`: `view.js.br`.
pub(crate) fn beside(file: &Path, end: &str) -> PathBuf {
    file.with_file_name(format!("{}.{end}", files::name(file)))
}

/// Brotli at its best.
fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let best = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &best)?;
    Ok(packed)
}

/// For hosts that read such a file: what has its hash in its name is kept for good, all else is asked
/// for again. Other pages, and frames without an origin, may use all of it.
fn headers(hashes: &Hashes) -> String {
    let mut text = String::from(
        "/*\n  Access-Control-Allow-Origin: *\n  X-Content-Type-Options: nosniff\n  \
         Cache-Control: public, max-age=300, stale-while-revalidate=86400\n",
    );
    for name in hashes.keys() {
        let name = public(name, hashes);
        // Writing to a string cannot fail.
        let _ = write!(
            text,
            "/{name}\n  ! Cache-Control\n  Cache-Control: public, max-age=31536000, immutable\n"
        );
    }
    text
}

/// What `integrity` wants, by the name of each file.
fn integrity(site: &Site) -> Result<String> {
    let named = site.hashes.iter().map(|(name, hash)| (public(name, &site.hashes), hash.clone()));
    let tagged = TAGGED.iter().filter(|name| site.folder.join(name).exists());
    let tagged =
        tagged.map(|name| Ok(((*name).to_owned(), hash(&files::read(&site.folder.join(name))?))));
    let all = named.map(Ok).chain(tagged).map(|file: Result<_>| {
        let (name, hash) = file?;
        Ok((name, Value::String(format!("sha256-{hash}"))))
    });
    Ok(serde_json::to_string_pretty(&Value::Object(all.collect::<Result<Map<_, _>>>()?))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_carries_the_beginning_of_its_hash() {
        let hashes = Hashes::from([("view_bg.wasm".to_owned(), "a+b/cdefghij".to_owned())]);
        assert_eq!(public("view_bg.wasm", &hashes), "view_bg-a-b_cdefgh.wasm");
        assert_eq!(public("index.html", &hashes), "index.html");
    }

    #[test]
    fn a_hash_is_what_integrity_takes() {
        assert_eq!(hash(b""), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    #[test]
    fn what_is_kept_for_good_is_told_so() {
        let hashes = Hashes::from([("land.bin".to_owned(), "0123456789abc".to_owned())]);
        let text = headers(&hashes);
        assert!(text.contains("/land-0123456789.bin\n"), "{text}");
        assert!(text.contains("immutable"), "{text}");
    }
}
