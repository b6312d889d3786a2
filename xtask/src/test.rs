//! Every test there is, the quick ones first; it ends at the first kind that fails.

use std::process::{Command, ExitCode};

use anyhow::Result;

use crate::dist::Profile;
use crate::install::WASM;
use crate::process::{cargo, command, run, watch};
use crate::step::timed;
use crate::{basemap, counts, dist, engines, files, install, serve, size};

/// Tests passed and failed; a check without tests of its own counts as one.
#[derive(Default)]
struct Tally {
    passed: usize,
    failed: usize,
}

/// Runs the tests and prints their number on the last line.
pub(crate) fn test(fast: bool) -> ExitCode {
    let mut tally = Tally::default();
    let outcome = all(&mut tally, fast);
    if let Err(error) = &outcome {
        tally.failed = tally.failed.max(1);
        println!("✗ {error:#}");
    }
    println!("\n{} passed, {} failed", tally.passed, tally.failed);
    if outcome.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn all(tally: &mut Tally, fast: bool) -> Result<()> {
    tally.check("format", || run(&mut cargo(["fmt", "--all", "--check"])))?;
    tally.check("clippy", || clippy(&["--workspace", "--all-targets"]))?;
    install::wasm_target()?;
    tally.check("clippy for wasm", || {
        clippy(&["--lib", "--example", "counts", "--features", "counts", "--target", WASM])
    })?;
    tally.tests("cargo test", &mut cargo(["test", "--workspace", "--no-fail-fast"]))?;
    tally.check("basemap", basemap::check)?;
    if fast {
        return Ok(());
    }
    let site = dist::build(Profile::Release)?;
    size::report(&site)?;
    tally.check("counts", counts::check)?;
    let (address, _) = serve::start(&site.folder, 0, serve::POLICY)?;
    tally.tests("browser tests", &mut browser(&address)?)
}

fn clippy(what: &[&str]) -> Result<()> {
    let args = ["clippy", "--quiet"].iter().chain(what).chain(&["--", "-D", "warnings"]);
    run(&mut cargo(args.copied()))
}

/// Node's own test runner over `tests/browser` and `tests/package`, told where the site, the tools and the
/// browser are.
fn browser(address: &str) -> Result<Command> {
    install::packages(&files::at("tests/package"))?;
    let mut node = command("node", ["--test", "--test-reporter=spec"]);
    for folder in ["tests/browser", "tests/package"] {
        let all = files::list(&files::at(folder))?;
        node.args(all.iter().filter(|file| files::name(file).ends_with(".test.mjs")));
    }
    node.env("MALI_BASES_URL", address)
        .env("MALI_BASES_ROOT", files::root())
        .env("MALI_BASES_NPM", files::npm(""));
    engines::chromium()?.tell(&mut node);
    for browser in [engines::firefox()?, engines::webkit()?].into_iter().flatten() {
        browser.tell(&mut node);
    }
    Ok(node)
}

impl Tally {
    /// A check that passes or fails as one.
    fn check(&mut self, name: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
        let outcome = timed(name, work);
        let side = if outcome.is_ok() { &mut self.passed } else { &mut self.failed };
        *side += 1;
        outcome
    }

    /// A runner whose closing lines tell how many tests passed and failed.
    fn tests(&mut self, name: &str, runner: &mut Command) -> Result<()> {
        timed(name, || {
            let succeeded = watch(runner, |line| self.count(line))?;
            anyhow::ensure!(succeeded, "{name} failed");
            Ok(())
        })
    }

    /// Adds what a closing line of cargo test (`test result: ok. 3 passed; 1 failed; …`) or of
    /// node's runner (`ℹ pass 3`) says.
    fn count(&mut self, line: &str) {
        let words: Vec<_> = line.split([' ', ';']).filter(|word| !word.is_empty()).collect();
        let (passed, failed) = match words[..] {
            ["test", "result:", _, passed, "passed", failed, "failed", ..] => (passed, failed),
            ["ℹ", "pass", passed] => (passed, "0"),
            ["ℹ", "fail", failed] => ("0", failed),
            _ => return,
        };
        self.passed += passed.parse().unwrap_or(0);
        self.failed += failed.parse().unwrap_or(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_are_counted() {
        let mut tally = Tally::default();
        tally.count("test result: FAILED. 3 passed; 1 failed; 0 ignored; 0 measured");
        tally.count("test words::day::tests::a_day ... ok");
        tally.count("ℹ pass 5");
        tally.count("ℹ fail 2");
        assert_eq!((tally.passed, tally.failed), (8, 3));
    }
}
