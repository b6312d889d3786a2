//! A step of a build: done once for the same inputs, and told with its time.
//!
//! The fingerprint of a step covers what goes in and what came out, so that it is done again
//! when either changed.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash as _, Hasher as _};
use std::path::PathBuf;
use std::time::Duration;

use anyhow::Result;

use crate::files;

/// How a build is done, and with which versions.
const TOOL: [&str; 6] = [
    "xtask/src",
    "xtask/npm/package-lock.json",
    "Cargo.toml",
    "Cargo.lock",
    "rust-toolchain.toml",
    ".cargo",
];

/// The inputs of a step that is done again when this tool or the versions it uses change.
pub(crate) fn with_tool(inputs: &[&str]) -> Vec<PathBuf> {
    inputs.iter().chain(&TOOL).map(|path| files::at(path)).collect()
}

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
        let stamp =
            files::target().join("xtask/stamps").join(self.name.replace([' ', '/', '\\'], "-"));
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
        for path in self.inputs.iter().chain(&self.outputs) {
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
