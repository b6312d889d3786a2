//! Assembles the folder that a newsroom puts on its host.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use mali_bases::shell::bundled;
use serde_json::{Map, Value};

use crate::process::{cargo, node, run};
use crate::publish::Hashes;
use crate::step::{Step, with_tool};
use crate::{check, export, files, install, jsonld, packs, publish, schema, wasm};

/// For looking at while working, or for readers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    Dev,
    Release,
}

impl Profile {
    pub(crate) fn of(release: bool) -> Self {
        if release { Self::Release } else { Self::Dev }
    }

    pub(crate) fn name(self) -> &'static str {
        if self == Self::Release { "release" } else { "dev" }
    }

    /// The folder in which cargo puts what it builds this way.
    pub(crate) fn cargo(self) -> &'static str {
        if self == Self::Release { "release" } else { "debug" }
    }
}

/// A folder with everything that a page needs.
pub(crate) struct Site {
    pub folder: PathBuf,
    pub profile: Profile,
    pub files: Vec<PathBuf>,
    /// Of what goes out under names with their hashes: nothing, while one works on it.
    pub hashes: Hashes,
}

/// Builds everything, once the data is found good.
pub(crate) fn build(profile: Profile) -> Result<Site> {
    check::check(None)?;
    install::npm()?;
    match profile {
        Profile::Dev => install::wasm_target()?,
        Profile::Release => install::std_source()?,
    }
    let built = match profile {
        Profile::Dev => "www",
        Profile::Release => "xtask/site",
    };
    let folder = files::target().join(built);
    let mut site = Site { folder, profile, files: Vec::new(), hashes: Hashes::new() };
    wasm::build(profile, &site.folder)?;
    site.files.extend(wasm::outputs().iter().map(|file| site.folder.join(file)));
    site.packs()?;
    site.scripts("parts", &PARTS)?;
    if profile == Profile::Release {
        site.hashes = publish::hashes(&site.folder, &parts())?;
    }
    site.scripts("script", &["mali-bases.js", "pure.js", "embed.js", "parent.js"])?;
    site.pages()?;
    site.data()?;
    if profile == Profile::Release {
        site.inline()?;
    }
    site.exports()?;
    site.stills()?;
    site.sweep()?;
    site.publish()
}

/// The scripts that few pages and readers ask for.
const PARTS: [&str; 6] =
    [export::MODULE, "downloads.js", "intake.js", "outline.js", "sharing.js", "still.js"];

/// What the element fetches on its own, by the names that `loader.js` knows.
fn parts() -> Vec<String> {
    [wasm::outputs(), packs::names(), PARTS.map(String::from).to_vec()].concat()
}

impl Site {
    fn step(
        &mut self,
        name: &str,
        inputs: &[&str],
        outputs: &[String],
        work: impl FnOnce(&Path) -> Result<()>,
    ) -> Result<()> {
        let outputs: Vec<_> = outputs.iter().map(|file| self.folder.join(file)).collect();
        self.files.extend(outputs.iter().cloned());
        let name = format!("{} {name}", self.profile.name());
        Step { name, inputs: with_tool(inputs), outputs }.run(|| work(&self.folder))
    }

    /// The element, modules and style sheet in one file; in others what few pages and readers ask for.
    fn scripts(&mut self, name: &str, modules: &[&str]) -> Result<()> {
        let profile = self.profile;
        let staged = files::target().join("xtask").join(profile.name()).join(name);
        let listing = staged.with_extension("js");
        let parts = [parts(), vec!["dataset.json".to_owned()]].concat();
        files::write(&listing, publish::listing(&parts, &self.hashes)?)?;
        let outputs: Vec<_> = modules.iter().map(|module| self.folder.join(module)).collect();
        self.files.extend(outputs.iter().cloned());
        let inputs = [with_tool(&["www"]), vec![listing.clone()]].concat();
        let name = format!("{} {name}", profile.name());
        Step { name, inputs, outputs: outputs.clone() }.run(|| {
            stage_all(&staged, profile)?;
            files::write(&staged.join("parts.js"), files::read(&listing)?)?;
            outputs.iter().try_for_each(|to| bundle(&staged.join(files::name(to)), to, profile))
        })
    }

    /// The element and all that it ever asks for, as one script.
    fn inline(&mut self) -> Result<()> {
        let staged = files::target().join("xtask/release/inline");
        let parts = [parts(), vec!["dataset.json".to_owned()]].concat();
        let inputs: Vec<_> = parts.iter().map(|name| self.folder.join(name)).collect();
        let outputs = vec![self.folder.join("mali-bases.inline.js")];
        self.files.extend(outputs.iter().cloned());
        let inputs = [with_tool(&["www"]), inputs].concat();
        Step { name: "release inline".to_owned(), inputs, outputs: outputs.clone() }.run(|| {
            stage_all(&staged, Profile::Release)?;
            files::write(
                &staged.join("source.js"),
                files::read(&files::at("www/source.inline.js"))?,
            )?;
            parts.iter().try_for_each(|name| held(&self.folder.join(name), &staged))?;
            let mut bundle = esbuild(&staged.join("mali-bases.js"), &outputs[0]);
            bundle.args(["--bundle", "--minify", "--format=iife", "--target=es2022"]);
            // What the glue would make of its own address is never asked for.
            bundle.args([
                "--loader:.css=text",
                "--loader:.gz=base64",
                "--log-override:empty-import-meta=silent",
            ]);
            run(&mut bundle)
        })
    }

    /// As it goes out to a host.
    fn publish(self) -> Result<Self> {
        if self.profile == Profile::Dev {
            return Ok(self);
        }
        let folder = files::at("dist");
        publish::publish(&self, &folder)?;
        let public = |file: &PathBuf| {
            let name = file.strip_prefix(&self.folder)?.display().to_string();
            Ok(folder.join(publish::public(&name, &self.hashes)))
        };
        let files = self.files.iter().map(public).collect::<Result<_>>()?;
        Ok(Self { folder, files, ..self })
    }

    /// Where a file lies, by the name that it is built under.
    pub(crate) fn at(&self, name: &str) -> PathBuf {
        self.folder.join(publish::public(name, &self.hashes))
    }

    /// What stands in `www` beside the element and goes out as it is.
    fn pages(&mut self) -> Result<()> {
        let all = files::list(&files::at("www"))?;
        let pages: Vec<_> = all.into_iter().filter(|file| is_page(files::name(file))).collect();
        let own = |file: &PathBuf| (files::name(file).to_owned(), file.clone());
        let example = files::walk(&files::at("www/examples/scroll"))?;
        let example = example
            .iter()
            .map(|file| (format!("examples/scroll/{}", files::name(file)), file.clone()));
        let license = ("LICENSE".to_owned(), files::at("LICENSE"));
        let pages: Vec<_> = pages.iter().map(own).chain(example).chain([license]).collect();
        let names: Vec<_> = pages.iter().map(|(name, _)| name.clone()).collect();
        let hashes = self.hashes.clone();
        self.step("pages", &["www", "LICENSE", "data", "src"], &names, |folder| {
            pages.iter().try_for_each(|(name, page)| {
                let text = files::read(page)?;
                let text = match name.as_str() {
                    "index.html" => jsonld::described(&text, &dataset()?)?,
                    "package.json" => {
                        let text = String::from_utf8(text)?;
                        text.replace("view_bg.wasm", &publish::public("view_bg.wasm", &hashes))
                            .into()
                    }
                    _ => text,
                };
                files::write(&folder.join(name), text)
            })
        })
    }

    fn data(&mut self) -> Result<()> {
        let outputs = ["dataset.json", "dataset.schema.json"].map(String::from);
        self.step("data", &["data"], &outputs, |folder| {
            files::write(&folder.join("dataset.json"), dataset()?.to_string())?;
            files::write(&folder.join("dataset.schema.json"), schema::text()?)
        })
    }

    /// The data and the land as the picture fetches them.
    fn packs(&mut self) -> Result<()> {
        self.step("packs", &["src", "data"], &packs::names(), packs::write)
    }

    /// The data for other tools, and what they may do with it.
    fn exports(&mut self) -> Result<()> {
        let notes = export::NOTES.iter().map(|(name, _)| *name);
        let names = export::names()?;
        let outputs: Vec<_> =
            names.iter().map(String::as_str).chain(notes).map(export::path).collect();
        let inputs = ["src", "www", "data", "xtask/npm/export.mjs"];
        self.step("exports", &inputs, &outputs, export::write)
    }

    /// The static pictures, by the command that draws them without a browser.
    fn stills(&mut self) -> Result<()> {
        let stills = match self.profile {
            Profile::Dev => &STILLS[..4],
            Profile::Release => &STILLS[..],
        };
        let outputs: Vec<_> = stills.iter().map(|still| still.0.to_owned()).collect();
        self.step("stills", &["src", "data"], &outputs, |folder| {
            stills.iter().try_for_each(|(file, lang, more)| {
                let mut still = cargo(["run", "--quiet", "--bin", "mali-bases", "--", "still"]);
                run(still.args(["--lang", lang]).args(*more).arg("--out").arg(folder.join(file)))
            })
        })
    }

    /// Removes what an earlier build left and this one does not make.
    fn sweep(&self) -> Result<()> {
        for file in files::walk(&self.folder)? {
            if !self.files.contains(&file) {
                fs::remove_file(&file)
                    .with_context(|| format!("cannot remove {}", files::shown(&file)))?;
            }
        }
        Ok(())
    }
}

const CARD: &[&str] = &["--size", "1200x630", "--scale", "1"];

const PHONE: &[&str] = &["--size", "390"];

/// File, language, and what else to say to the command. The first four make do for a dev build.
const STILLS: [(&str, &str, &[&str]); 10] = [
    ("still-en.svg", "en", &[]),
    ("still-fr.svg", "fr", &[]),
    ("still-en-phone.svg", "en", PHONE),
    ("still-fr-phone.svg", "fr", PHONE),
    ("still-en.png", "en", &[]),
    ("still-fr.png", "fr", &[]),
    ("still-en-1x.png", "en", &["--scale", "1"]),
    ("still-fr-1x.png", "fr", &["--scale", "1"]),
    ("card-en.png", "en", CARD),
    ("card-fr.png", "fr", CARD),
];

fn is_page(name: &str) -> bool {
    let kept = [".html", ".d.ts", ".md", "package.json"].iter().any(|end| name.ends_with(end));
    kept || ["page.", "gallery.", "looks.", "embed.css"].iter().any(|page| name.starts_with(page))
}

/// Puts a part to where the script that holds all of them is bundled: code as it is, all else packed.
fn held(part: &Path, staged: &Path) -> Result<()> {
    let bytes = files::read(part)?;
    if publish::is_script(files::name(part)) {
        return files::write(&staged.join(files::name(part)), bytes);
    }
    files::write(&publish::beside(&staged.join(files::name(part)), "gz"), publish::gzip(&bytes)?)
}

/// Copies the sources of the element to where they are bundled.
fn stage_all(staged: &Path, profile: Profile) -> Result<()> {
    let mut sources = files::list(&files::at("www"))?.into_iter().filter(|file| file.is_file());
    sources.try_for_each(|file| stage(&file, &staged.join(files::name(&file)), profile))
}

/// Copies a source of the element to where it is bundled; style sheets get smaller on the way,
/// since the bundler takes them as text.
fn stage(from: &Path, to: &Path, profile: Profile) -> Result<()> {
    let is_css = from.extension().is_some_and(|end| end == "css");
    if is_css && profile == Profile::Release {
        return run(esbuild(from, to).arg("--minify"));
    }
    files::write(to, files::read(from)?)
}

fn bundle(from: &Path, to: &Path, profile: Profile) -> Result<()> {
    let mut bundle = esbuild(from, to);
    bundle.args(["--format=esm", "--target=es2022"]);
    match files::name(to) {
        // One names the element's script, which the page has already; one stands alone.
        "embed.js" | "parent.js" => {}
        export::MODULE => {
            bundle.env("NODE_PATH", files::npm("node_modules"));
            bundle.args(["--bundle", &export::notice()?]);
        }
        // What it fetches on its own stays apart.
        "mali-bases.js" | "pure.js" => {
            bundle.args([
                "--bundle",
                "--loader:.css=text",
                &format!("--external:{}*", publish::BESIDE),
            ]);
        }
        _ => {
            bundle.arg("--bundle");
        }
    }
    run(match profile {
        Profile::Dev => bundle.arg("--sourcemap=inline"),
        Profile::Release => bundle.arg("--minify"),
    })?;
    let text = String::from_utf8(files::read(to)?)?;
    files::write(to, text.replace(publish::BESIDE, "./"))
}

fn esbuild(from: &Path, to: &Path) -> std::process::Command {
    let mut esbuild = node("node_modules/esbuild/bin/esbuild");
    esbuild.args(["--charset=utf8", "--legal-comments=none", "--log-level=warning"]);
    esbuild.arg(from).arg(format!("--outfile={}", to.display()));
    esbuild
}

/// The data of this repository as one document.
pub(crate) fn dataset() -> Result<Value> {
    let parts = bundled::PARTS.into_iter();
    let parts = parts.map(|(key, file, text)| Ok((key.to_owned(), json(file, text)?)));
    Ok(Value::Object(parts.collect::<Result<Map<_, _>>>()?))
}

fn json(file: &str, text: &str) -> Result<Value> {
    serde_json::from_str(text).with_context(|| format!("{file} is not JSON"))
}
