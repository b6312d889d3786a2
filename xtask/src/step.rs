//! A step of a build: done once for the same inputs, and told with its time.
//!
//! The fingerprint of a step covers what goes in (files, options, the build tool itself and
//! the versions it locks) and what came out, so that a step is done again when either changed.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash as _, Hasher as _};
use std::path::PathBuf;
use std::time::Duration;

use anyhow::Result;

use crate::files;

/// What goes into every step: how it is done, and with which versions.
const TOOL: [&str; 5] =
    ["xtask/src", "xtask/npm/package-lock.json", "Cargo.toml", "Cargo.lock", "rust-toolchain.toml"];

/// A piece of work with known inputs and outputs.
pub(crate) struct Step {
    /// What it is called when it is told.
    pub name: String,
    /// Files, and folders with everything in them, that it reads.
    pub inputs: Vec<PathBuf>,
    /// Files that it writes.
    pub outputs: Vec<PathBuf>,
}

impl Step {
    /// Does the work, unless it was done before from the same inputs and still stands.
    pub(crate) fn run(&self, work: impl FnOnce() -> Result<()>) -> Result<()> {
        let stamp = files::target().join("xtask/stamps").join(self.name.replace(' ', "-"));
        if fs::read_to_string(&stamp)
            .is_ok_and(|before| self.fingerprint().is_ok_and(|now| now == before))
        {
            println!("· {}: nothing to do", self.name);
            return Ok(());
        }
        timed(&self.name, work)?;
        files::write(&stamp, self.fingerprint()?)
    }

    fn fingerprint(&self) -> Result<String> {
        let mut hasher = DefaultHasher::new();
        let tool = TOOL.map(files::at);
        for path in tool.iter().chain(&self.inputs).chain(&self.outputs) {
            for file in files::walk(path)? {
                file.hash(&mut hasher);
                files::read(&file)?.hash(&mut hasher);
            }
        }
        Ok(format!("{:016x}", hasher.finish()))
    }
}

/// Does the work and tells how long it took.
pub(crate) fn timed<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("→ {name}");
    let (result, time) = clock(work);
    let mark = if result.is_ok() { "✓" } else { "✗" };
    println!("{mark} {name} {:.1} s", time.as_secs_f64());
    result
}

#[expect(clippy::disallowed_methods, reason = "a build tool may look at the clock")]
fn clock<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = std::time::Instant::now();
    let result = work();
    (result, start.elapsed())
}
