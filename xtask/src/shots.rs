//! The contact sheet by which the picture is judged: the real page in a real browser at
//! every width, theme and language on telling days.

use anyhow::Result;

use crate::dist::{self, Profile};
use crate::process::{node, run};
use crate::{engines, files, serve};

/// Where the pictures lie.
const FOLDER: &str = "target/shots";

/// Takes all pictures anew.
///
/// # Errors
/// When the site cannot be built or the browser fails.
pub(crate) fn shots() -> Result<()> {
    let site = dist::build(Profile::Release)?;
    let browser = engines::chromium()?;
    let (address, _) = serve::start(&site.folder, 0, serve::POLICY)?;
    let folder = files::at(FOLDER);
    let mut runner = node("shots.mjs");
    browser.tell(&mut runner);
    run(runner.arg(address).arg(&folder))?;
    println!("{}", files::shown(&folder.join("index.html")));
    Ok(())
}
