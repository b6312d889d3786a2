//! The build tool: `cargo xtask COMMAND`. It orders the steps and knows the files;
//! what is in them is the library's and the page's business.
#![expect(clippy::print_stdout, reason = "a command-line tool talks to the terminal")]

mod basemap;
mod bench;
mod check;
mod counts;
mod dist;
mod engines;
mod export;
mod files;
mod install;
mod jsonld;
#[path = "../../benches/made_up.rs"]
mod made_up;
mod packs;
mod parts;
mod process;
mod publish;
mod schema;
mod serve;
mod shots;
mod size;
mod step;
mod test;
#[cfg(test)]
mod tidy;
mod wasm;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, bail};
use lexopt::prelude::*;

const USAGE: &str = "\
cargo xtask COMMAND

  serve [--port N] [--release]  builds the demo page and serves it on this machine
  build                         writes dist/, optimized
  test [--fast]                 every test; --fast leaves out dist/ and the browser
  check [FILE]                  validates data/, or a dataset file, and prints every problem
  shots                         pictures of the page at every width, for judging it by eye
  bench [--quick]               what it costs beside what a newsroom would use instead
  counts [--keep]               what it costs in instructions, held to those kept; --keep keeps new ones
  basemap [--check]             makes data/basemap.json again, or compares it
";

enum Command {
    Serve { port: u16, release: bool },
    Build,
    Test { fast: bool },
    Check { file: Option<PathBuf> },
    Shots,
    Bench { effort: bench::Effort },
    Counts { keep: bool },
    Basemap { check: bool },
    Help,
}

fn main() -> ExitCode {
    match parse().and_then(run) {
        Ok(code) => code,
        Err(error) => {
            println!("✗ {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<ExitCode> {
    match command {
        Command::Serve { port, release } => serve::serve(port, dist::Profile::of(release))?,
        Command::Build => {
            let site = dist::build(dist::Profile::Release)?;
            size::report(&site)?;
        }
        Command::Test { fast } => return Ok(test::test(fast)),
        Command::Check { file } => check::check(file.as_deref())?,
        Command::Shots => shots::shots()?,
        Command::Bench { effort } => bench::bench(effort)?,
        Command::Counts { keep: false } => counts::check()?,
        Command::Counts { keep: true } => counts::keep()?,
        Command::Basemap { check: false } => basemap::make()?,
        Command::Basemap { check: true } => step::timed("basemap", basemap::check)?,
        Command::Help => print!("{USAGE}"),
    }
    Ok(ExitCode::SUCCESS)
}

fn parse() -> Result<Command> {
    let mut args = lexopt::Parser::from_env();
    let mut command = match args.next()? {
        None | Some(Short('h') | Long("help")) => Command::Help,
        Some(Value(name)) => named(&name.string()?)?,
        Some(other) => bail!("{}\n\n{USAGE}", other.unexpected()),
    };
    while let Some(arg) = args.next()? {
        match (&mut command, arg) {
            (Command::Serve { port, .. }, Long("port")) => *port = args.value()?.parse()?,
            (Command::Serve { release, .. }, Long("release")) => *release = true,
            (Command::Test { fast }, Long("fast")) => *fast = true,
            (Command::Check { file: file @ None }, Value(path)) => *file = Some(path.into()),
            (Command::Bench { effort }, Long("quick")) => *effort = bench::Effort::Quick,
            (Command::Counts { keep }, Long("keep")) => *keep = true,
            (Command::Basemap { check }, Long("check")) => *check = true,
            (_, Short('h') | Long("help")) => command = Command::Help,
            (_, other) => bail!("{}\n\n{USAGE}", other.unexpected()),
        }
    }
    Ok(command)
}

fn named(name: &str) -> Result<Command> {
    Ok(match name {
        "serve" => Command::Serve { port: serve::PORT, release: false },
        "build" => Command::Build,
        "test" => Command::Test { fast: false },
        "check" => Command::Check { file: None },
        "shots" => Command::Shots,
        "bench" => Command::Bench { effort: bench::Effort::Full },
        "counts" => Command::Counts { keep: false },
        "basemap" => Command::Basemap { check: false },
        "help" => Command::Help,
        _ => bail!("there is no command {name:?}\n\n{USAGE}"),
    })
}
