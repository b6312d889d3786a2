//! The library as the browser runs it, in three modules: compiled, given their glue, made small.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};
use wasm_bindgen_cli_support::{Bindgen, Output};

use crate::dist::Profile;
use crate::files;
use crate::install::WASM;
use crate::process::{cargo, node, run};
use crate::step::{Step, with_tool};

/// What rustc uses without asking, and every browser that we mean has had for years.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// The modules by the features that they are made of, as `loader.js` names them: the picture, what
/// reads a newsroom's own dataset, and what makes static pictures.
const MODULES: [&str; 3] = ["view", "desk", "press"];

/// Glue and module of each.
pub(crate) fn outputs() -> Vec<String> {
    MODULES.iter().flat_map(|name| [format!("{name}.js"), format!("{name}_bg.wasm")]).collect()
}

/// Writes the modules and their glue into the folder.
pub(crate) fn build(profile: Profile, folder: &Path) -> Result<()> {
    MODULES.iter().try_for_each(|name| module(profile, name, folder))
}

fn module(profile: Profile, name: &str, folder: &Path) -> Result<()> {
    let compiled = compile(profile, name)?;
    Step {
        name: format!("{} glue of the {name}", profile.name()),
        inputs: [with_tool(&[]), vec![compiled.clone()]].concat(),
        outputs: vec![folder.join(format!("{name}.js")), folder.join(format!("{name}_bg.wasm"))],
    }
    .run(|| match profile {
        Profile::Dev => bound(&compiled, name, profile)?.emit(folder),
        Profile::Release => {
            let raw = files::target().join("xtask/glue");
            shorten(&mut bound(&compiled, name, profile)?, &raw, name)?;
            optimize(name, &raw, folder)
        }
    })
}

/// Compiles the library as a `cdylib`: asked for here, since naming it in Cargo.toml beside
/// the ordinary library switches link-time optimization off. Cargo gives all of them one name.
fn compile(profile: Profile, name: &str) -> Result<PathBuf> {
    let made = files::target().join(WASM).join(profile.cargo()).join("mali_bases.wasm");
    let kept = files::target().join("xtask").join(profile.name()).join(format!("{name}.wasm"));
    Step {
        name: format!("{} wasm of the {name}", profile.name()),
        inputs: with_tool(&["src"]),
        outputs: vec![kept.clone()],
    }
    .run(|| {
        let mut cargo = cargo(["rustc", "--lib", "--crate-type", "cdylib", "--target", WASM]);
        cargo.args(["--no-default-features", "--features", name]);
        if profile == Profile::Release {
            release(&mut cargo, name);
        }
        run(&mut cargo)?;
        files::write(&kept, files::read(&made)?)
    })?;
    Ok(kept)
}

/// What is counted, compiled as the picture is; not made small, which needs tools from npm.
pub(crate) fn counted() -> Result<PathBuf> {
    let folder = files::target().join("xtask/counts");
    let module = folder.join("counts_bg.wasm");
    Step {
        name: "release wasm of the counts".to_owned(),
        inputs: with_tool(&["src", "benches/counts.rs"]),
        outputs: vec![module.clone()],
    }
    .run(|| {
        let mut cargo = cargo(["rustc", "--example", "counts", "--target", WASM]);
        cargo.args(["--no-default-features", "--features", "counts"]);
        release(&mut cargo, "view");
        run(&mut cargo)?;
        let compiled = files::target().join(WASM).join("release/examples/counts.wasm");
        bound(&compiled, "counts", Profile::Release)?.emit(&folder)
    })?;
    Ok(module)
}

/// With a standard library built for it: the one that comes with the compiler words its panics, of which
/// a page sees nothing but the trap. The flags are unstable; the compiler is pinned, and takes them when it
/// is told so. Build scripts that ask whether it is a nightly one hear so too, and use what it has.
fn release(cargo: &mut Command, name: &str) {
    cargo.args(["--release", "-Zbuild-std=std,panic_abort"]).env("RUSTC_BOOTSTRAP", "1");
    cargo.env("CARGO_ENCODED_RUSTFLAGS", "-Zunstable-options\u{1f}-Cpanic=immediate-abort");
    cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", effort(name));
}

/// Small what every reader fetches, fast what reads a hundred thousand events for those who bring them.
fn effort(name: &str) -> &'static str {
    if name == "desk" { "3" } else { "z" }
}

/// The module as it goes out, but with the names of its functions.
pub(crate) fn named(name: &str) -> PathBuf {
    files::target().join("xtask/glue").join(format!("{name}.named.wasm"))
}

fn bound(compiled: &Path, name: &str, profile: Profile) -> Result<Output> {
    Bindgen::new()
        .web(true)?
        .input_path(compiled)
        .out_name(name)
        .typescript(false)
        .remove_producers_section(profile == Profile::Release)
        .generate_output()
}

/// Numbers what the module imports from its glue: the names end in hashes, which nothing packs.
fn shorten(output: &mut Output, folder: &Path, name: &str) -> Result<()> {
    let mut text = output.js().to_owned();
    for (number, import) in output.wasm_mut().imports.iter_mut().enumerate() {
        let long = std::mem::replace(&mut import.name, format!("i{number}"));
        let key = format!("{long}:");
        let keys = text.match_indices(&key).map(|(at, _)| at);
        let keys = keys.filter(|at| text[..*at].ends_with(char::is_whitespace));
        let [at] = keys.collect::<Vec<_>>()[..] else { bail!("the glue has not one {long}") };
        text.replace_range(at..at + long.len(), &import.name);
    }
    output.emit(folder)?;
    files::write(&folder.join(format!("{name}.js")), text)
}

fn optimize(name: &str, raw: &Path, folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    let (glue, module) = (format!("{name}.js"), format!("{name}_bg.wasm"));
    let mut opt = node("node_modules/binaryen/bin/wasm-opt");
    let effort = format!("-O{}", effort(name));
    // The lowest addresses are the far end of the stack, which nothing reaches that does not overflow it.
    opt.args([&effort, &effort, "--low-memory-unused", "--debuginfo"]).args(FEATURES);
    run(opt.arg(raw.join(&module)).arg("-o").arg(named(name)))?;
    let mut strip = node("node_modules/binaryen/bin/wasm-opt");
    strip.args(["--strip-debug", "--strip-producers"]).args(FEATURES);
    run(strip.arg(named(name)).arg("-o").arg(folder.join(&module)))?;
    let mut minify = node("node_modules/esbuild/bin/esbuild");
    minify.args(["--minify", "--format=esm", "--charset=utf8", "--log-level=warning"]);
    let out = format!("--outfile={}", folder.join(&glue).display());
    run(minify.arg(raw.join(&glue)).arg(out))
}
