//! What the graphic costs beside what a newsroom would use instead: pages with the peers' published
//! packages on the same data, all measured in one browser, and what came out, as a table and a plot.
//! How it is measured is the runner's business (`xtask/npm/bench`), what is shown the pages'
//! (`benches/pages`).

mod pages;
mod plot;
mod report;
mod runs;

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::dist::{self, Profile};
use crate::process::{node, run};
use crate::{engines, files, install, serve};

/// Nothing from elsewhere; else what the peers need: workers from blobs, styles set by scripts.
const POLICY: &str = "default-src 'self' data: blob: 'unsafe-inline' 'wasm-unsafe-eval'";

/// How much is measured.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Effort {
    /// A look, in minutes; the kept results stay.
    Quick,
    /// What is kept.
    Full,
}

impl Effort {
    fn name(self) -> &'static str {
        if self == Self::Quick { "quick" } else { "full" }
    }

    /// Where the results go.
    fn folder(self) -> PathBuf {
        if self == Self::Quick { files::target().join("bench") } else { files::at("benches") }
    }
}

/// Measures everything and writes the results.
///
/// # Errors
/// When a page cannot be built or the browser fails.
pub(crate) fn bench(effort: Effort) -> Result<()> {
    let site = dist::build(Profile::Release)?;
    install::packages(&files::at("benches"))?;
    let folder = files::target().join("bench/site");
    pages::build(&site, &folder)?;
    let raw = files::target().join("bench").join(format!("{}.json", effort.name()));
    measure(&folder, effort, &raw)?;
    let results = runs::read(&raw)?;
    let text = report::text(&results)?;
    println!("\n{}", report::summary(&text));
    for (name, text) in [("RESULTS.md", text), ("growth.svg", plot::svg(&results)?)] {
        let file = effort.folder().join(name);
        files::write(&file, text)?;
        println!("{}", files::shown(&file));
    }
    Ok(())
}

fn measure(folder: &Path, effort: Effort, raw: &Path) -> Result<()> {
    let browser = engines::chromium()?;
    let (address, _) = serve::start(folder, 0, POLICY)?;
    let mut runner = node("bench/run.mjs");
    browser.tell(&mut runner);
    run(runner.arg(address).arg(folder).arg(effort.name()).arg(raw))
}
