//! The browsers that the tests run in: found, installed where that is allowed, else told how to. Chromium is a
//! must; without Firefox or WebKit their tests are left out, and that is said.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

use crate::files;
use crate::install::{apt, is_root};
use crate::process::{cargo, find, run};
use crate::step::timed;

/// What steers Firefox, built here: no package of Debian has it.
const GECKODRIVER: &str = "0.37.1";

/// Where Debian puts the browser of its WebKit, which is on no path.
const MINI_BROWSERS: [&str; 3] = [
    "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
];

/// A browser and the driver that tests steer it with.
pub(crate) struct Browser {
    program: PathBuf,
    driver: PathBuf,
    /// What both are called in the environment of what drives them.
    names: [&'static str; 2],
}

impl Browser {
    /// Tells a program where it is.
    pub(crate) fn tell(&self, command: &mut Command) {
        command.env(self.names[0], &self.program).env(self.names[1], &self.driver);
    }
}

/// Chromium and its driver.
pub(crate) fn chromium() -> Result<Browser> {
    let found = || {
        let programs = ["chromium", "chromium-browser", "google-chrome"];
        let program = programs.into_iter().find_map(find)?;
        let names = ["MALI_BASES_CHROMIUM", "MALI_BASES_CHROMEDRIVER"];
        Some(Browser { program, driver: find("chromedriver")?, names })
    };
    match packaged(found, &["chromium", "chromium-driver"])? {
        Some(browser) => Ok(browser),
        None => bail!(
            "Chromium and its driver are missing: install them so that `chromium` and \
             `chromedriver` are on the path (Debian: apt-get install chromium chromium-driver)"
        ),
    }
}

/// Firefox and its driver.
pub(crate) fn firefox() -> Result<Option<Browser>> {
    let program =
        packaged(|| ["firefox-esr", "firefox"].into_iter().find_map(find), &["firefox-esr"])?;
    let Some(program) = program else {
        println!(
            "· Firefox is missing, its tests are left out (Debian: apt-get install firefox-esr)"
        );
        return Ok(None);
    };
    let names = ["MALI_BASES_FIREFOX", "MALI_BASES_GECKODRIVER"];
    Ok(Some(Browser { program, driver: geckodriver()?, names }))
}

fn geckodriver() -> Result<PathBuf> {
    let tools = files::target().join("tools");
    let built = tools.join("bin/geckodriver");
    if built.is_file() {
        return Ok(built);
    }
    timed(&format!("cargo install geckodriver {GECKODRIVER}"), || {
        let mut install = cargo(["install", "geckodriver", "--version", GECKODRIVER]);
        run(install.args(["--locked", "--quiet", "--root"]).arg(&tools))
    })?;
    Ok(built)
}

/// Debian's WebKit, its driver, and a display for it.
pub(crate) fn webkit() -> Result<Option<Browser>> {
    let found = || {
        let program = MINI_BROWSERS.into_iter().map(PathBuf::from).find(|path| path.is_file())?;
        find("xvfb-run")?;
        let names = ["MALI_BASES_WEBKIT", "MALI_BASES_WEBKITDRIVER"];
        Some(Browser { program, driver: find("WebKitWebDriver")?, names })
    };
    let packages = ["webkit2gtk-driver", "xvfb", "xauth"];
    let browser = packaged(found, &packages)?;
    if browser.is_none() {
        let packages = packages.join(" ");
        println!(
            "· WebKit is missing, its tests are left out (Debian: apt-get install {packages})"
        );
    }
    Ok(browser)
}

/// What is found, if need be after its packages were installed, where that is allowed.
fn packaged<T>(found: impl Fn() -> Option<T>, packages: &[&str]) -> Result<Option<T>> {
    if let Some(found) = found() {
        return Ok(Some(found));
    }
    if find("apt-get").is_none() || !is_root()? {
        return Ok(None);
    }
    timed(&format!("apt-get install {}", packages.join(" ")), || {
        apt(&["update"])?;
        apt(&[&["install", "--yes", "--no-install-recommends"], packages].concat())
    })?;
    Ok(found())
}
