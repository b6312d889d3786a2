//! The data as files for other tools, in `data/` of the site: made by the element's own module,
//! run without a page, so that they are those that a reader downloads.

use std::path::Path;

use anyhow::{Context, Result};

use crate::files;
use crate::process::{node, run};

/// The module that makes the files, bundled apart from the element.
pub(crate) const MODULE: &str = "export.js";

/// The names of the files, in the order in which the element offers them.
pub(crate) fn names() -> Result<Vec<String>> {
    let list = "www/files.json";
    serde_json::from_slice(&files::read(&files::at(list))?).context(list)
}

/// What lies beside them: its name there, and where it is written.
pub(crate) const NOTES: [(&str, &str); 2] =
    [("README.md", "data/export.md"), ("LICENSE.md", "data/LICENSE.md")];

/// Where in the site a file lies.
pub(crate) fn path(name: &str) -> String {
    format!("data/{name}")
}

/// Writes all of it into a site whose module, wasm and dataset are there already.
pub(crate) fn write(site: &Path) -> Result<()> {
    run(node("export.mjs").arg(site).args(names()?))?;
    NOTES.iter().try_for_each(|(name, source)| {
        files::write(&site.join(path(name)), files::read(&files::at(source))?)
    })
}

/// For the bundler: the license of the library in the module, which wants to go with its code.
pub(crate) fn notice() -> Result<String> {
    let license = files::read(&files::npm("node_modules/d3-dsv/LICENSE"))?;
    Ok(format!("--banner:js=/*\nd3-dsv\n\n{}*/", String::from_utf8_lossy(&license)))
}
