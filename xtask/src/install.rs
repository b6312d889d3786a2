//! What the steps need on the machine: put in place where that is allowed, named where not.

use std::path::Path;

use anyhow::{Context as _, Result, bail};

use crate::files;
use crate::process::{command, find, output, run};
use crate::step::{Step, timed};

/// The target that browsers run.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// The tools from npm, as the lock file has them.
pub(crate) fn npm() -> Result<()> {
    packages(&files::npm(""))
}

/// The packages from npm that a folder's lock file names.
pub(crate) fn packages(folder: &Path) -> Result<()> {
    if find("npm").is_none() || find("node").is_none() {
        bail!("Node.js with npm is missing: install Node.js 20 or newer");
    }
    let step = Step {
        name: format!("npm ci in {}", files::shown(folder)),
        inputs: ["package.json", "package-lock.json", ".npmrc"]
            .map(|file| folder.join(file))
            .to_vec(),
        outputs: vec![folder.join("node_modules/.package-lock.json")],
    };
    step.run(|| run(command("npm", ["ci", "--loglevel=error"]).current_dir(folder)))
}

/// The standard library for the browser's target.
pub(crate) fn wasm_target() -> Result<()> {
    rustup(&format!("lib/rustlib/{WASM}"), ["target", "add", WASM])
}

/// The source of the standard library, for a release builds its own.
pub(crate) fn std_source() -> Result<()> {
    rustup("lib/rustlib/src/rust/library", ["component", "add", "rust-src"])
}

/// Has rustup add to the toolchain what a folder of it would hold.
fn rustup(folder: &str, add: [&str; 3]) -> Result<()> {
    let sysroot = output(&mut command("rustc", ["--print", "sysroot"]))?;
    let sysroot = String::from_utf8(sysroot).context("the sysroot of rustc is no text")?;
    if Path::new(sysroot.trim()).join(folder).is_dir() {
        return Ok(());
    }
    let [kind, _, item] = add;
    if find("rustup").is_none() {
        bail!("the Rust {kind} {item} is missing: install it, or rustup (which does)");
    }
    timed(&format!("rustup {}", add.join(" ")), || run(&mut command("rustup", add)))
}

/// Debian's installer, without questions.
pub(crate) fn apt(args: &[&str]) -> Result<()> {
    let mut apt = command("apt-get", ["-qq"].iter().chain(args));
    run(apt.env("DEBIAN_FRONTEND", "noninteractive"))
}

/// Whether this may be installed for everyone.
pub(crate) fn is_root() -> Result<bool> {
    Ok(output(&mut command("id", ["-u"]))?.trim_ascii() == b"0")
}
