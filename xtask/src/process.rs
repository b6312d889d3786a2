//! Running other programs.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

use crate::files;

/// A command to run in the root of the repository, without a terminal to ask questions.
pub(crate) fn command<A: AsRef<std::ffi::OsStr>>(
    program: impl AsRef<std::ffi::OsStr>,
    args: impl IntoIterator<Item = A>,
) -> Command {
    let mut command = Command::new(program);
    command.args(args).current_dir(files::root()).stdin(Stdio::null());
    command
}

/// The cargo that runs us.
pub(crate) fn cargo<'a>(args: impl IntoIterator<Item = &'a str>) -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), args)
}

/// A tool from npm, by the path of its script.
pub(crate) fn node(script: &str) -> Command {
    command("node", [files::npm(script)])
}

/// Runs to the end; anything but success is an error that names the command.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| cannot_run(command))?;
    if !status.success() {
        bail!("`{}` failed: {status}", line(command));
    }
    Ok(())
}

/// Runs to the end and returns what it printed.
pub(crate) fn output(command: &mut Command) -> Result<Vec<u8>> {
    let output = command.stderr(Stdio::inherit()).output().with_context(|| cannot_run(command))?;
    if !output.status.success() {
        bail!("`{}` failed: {}", line(command), output.status);
    }
    Ok(output.stdout)
}

/// Runs to the end, printing what it prints and handing each line to `see`; whether it succeeded.
pub(crate) fn watch(command: &mut Command, mut see: impl FnMut(&str)) -> Result<bool> {
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| cannot_run(command))?;
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).lines() {
            let line = line.with_context(|| cannot_run(command))?;
            println!("{line}");
            see(&line);
        }
    }
    Ok(child.wait()?.success())
}

/// The program of this name on the path.
pub(crate) fn find(program: &str) -> Option<std::path::PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

fn cannot_run(command: &Command) -> String {
    format!("cannot run `{}`", line(command))
}

fn line(command: &Command) -> String {
    let program = files::name(Path::new(command.get_program())).to_owned();
    let args = command.get_args().map(|arg| files::shown(Path::new(arg)));
    std::iter::once(program).chain(args).collect::<Vec<_>>().join(" ")
}
