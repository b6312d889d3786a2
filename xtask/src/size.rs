//! How large the folder is, file by file, as it lies there and as it travels.

use std::path::Path;

use anyhow::{Result, bail};

use crate::dist::Site;
use crate::{files, parts, publish, wasm};

/// What a page fetches before the first picture stands.
const FIRST: [&str; 5] = ["mali-bases.js", "view.js", "view_bg.wasm", "first-en.bin", "land.bin"];

/// The most bytes that these may travel as. DESIGN asks for 66 KB; this is what has been reached. It goes
/// down; a change that raises it tells in `benches/NOTES.md` what for.
const BUDGET: usize = 116_900;

/// Prints the sizes, plain and after brotli at its best, and the parts of the module.
///
/// # Errors
/// When the first picture costs more than its budget.
pub(crate) fn report(site: &Site) -> Result<()> {
    println!("\n{:>11} {:>9}  {}/", "bytes", "brotli", files::shown(&site.folder));
    let opening = FIRST.map(|name| site.at(name));
    let mut first = (0, 0);
    for file in &site.files {
        let (plain, packed) = sizes(file)?;
        let name = file.strip_prefix(&site.folder).unwrap_or(file).display();
        println!("{plain:>11} {packed:>9}  {name}");
        if opening.contains(file) {
            first = (first.0 + plain, first.1 + packed);
        }
    }
    println!("{:>11} {:>9}  to the first picture", first.0, first.1);
    parts::report(&wasm::named("view"))?;
    if first.1 > BUDGET {
        bail!("the first picture travels as {} bytes, its budget is {BUDGET}", first.1);
    }
    Ok(())
}

/// Plain, and as it travels where a host packs.
fn sizes(file: &Path) -> Result<(usize, usize)> {
    let plain = files::read(file)?.len();
    let packed = publish::beside(file, "br");
    Ok((plain, if packed.exists() { files::read(&packed)?.len() } else { plain }))
}
