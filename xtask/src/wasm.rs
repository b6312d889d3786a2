//! The library as the browser runs it: compiled, given its glue, made small.

use std::path::{Path, PathBuf};

use anyhow::Result;
use wasm_bindgen_cli_support::Bindgen;

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

/// The glue and the module beside it, as `loader.js` names them.
pub(crate) const OUTPUTS: [&str; 2] = ["view.js", "view_bg.wasm"];

/// Writes the module and its glue into the folder.
pub(crate) fn build(profile: Profile, folder: &Path) -> Result<()> {
    let compiled = compile(profile)?;
    Step {
        name: format!("{} glue", profile.name()),
        inputs: [with_tool(&[]), vec![compiled.clone()]].concat(),
        outputs: OUTPUTS.map(|file| folder.join(file)).to_vec(),
    }
    .run(|| match profile {
        Profile::Dev => bind(&compiled, folder, profile),
        Profile::Release => {
            let raw = files::target().join("xtask/glue");
            bind(&compiled, &raw, profile)?;
            optimize(&raw, folder)
        }
    })
}

/// Compiles the library as a `cdylib`: asked for here, since naming it in Cargo.toml beside
/// the ordinary library switches link-time optimization off.
fn compile(profile: Profile) -> Result<PathBuf> {
    let folder = files::target().join(WASM).join(profile.cargo());
    let compiled = folder.join("mali_bases.wasm");
    Step {
        name: format!("{} wasm", profile.name()),
        inputs: with_tool(&["src"]),
        outputs: vec![compiled.clone()],
    }
    .run(|| {
        let mut cargo = cargo(["rustc", "--lib", "--crate-type", "cdylib", "--target", WASM]);
        if profile == Profile::Release {
            cargo.arg("--release").env("CARGO_ENCODED_RUSTFLAGS", without_paths());
        }
        run(&mut cargo)
    })?;
    Ok(compiled)
}

/// Panics name the file they come from: not where it lies on the machine that built it.
fn without_paths() -> String {
    let home = std::env::home_dir().map(|home| home.join(".cargo"));
    let cargo = std::env::var_os("CARGO_HOME").map(PathBuf::from).or(home).unwrap_or_default();
    format!("--remap-path-prefix={}=", cargo.join("registry/src").display())
}

fn bind(compiled: &Path, folder: &Path, profile: Profile) -> Result<()> {
    let release = profile == Profile::Release;
    Bindgen::new()
        .web(true)?
        .input_path(compiled)
        .out_name("view")
        .typescript(false)
        .remove_name_section(release)
        .remove_producers_section(release)
        .generate(folder)
}

fn optimize(raw: &Path, folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    let mut opt = node("node_modules/binaryen/bin/wasm-opt");
    opt.arg("-Oz").args(FEATURES);
    run(opt.arg(raw.join("view_bg.wasm")).arg("-o").arg(folder.join("view_bg.wasm")))?;
    let mut minify = node("node_modules/esbuild/bin/esbuild");
    minify.args(["--minify", "--format=esm", "--charset=utf8", "--log-level=warning"]);
    let out = format!("--outfile={}", folder.join("view.js").display());
    run(minify.arg(raw.join("view.js")).arg(out))
}
