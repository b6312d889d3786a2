//! Assembles the folder that a newsroom puts on its host.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use mali_bases::shell::bundled;
use serde_json::{Map, Value};

use crate::process::{cargo, node, run};
use crate::step::{Step, with_tool};
use crate::{check, export, files, install, jsonld, packs, schema, wasm};

/// For looking at while working, or for readers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    Dev,
    Release,
}

impl Profile {
    pub(crate) fn of(release: bool) -> Self {
        if release { Self::Release } else { Self::Dev }
    }

    pub(crate) fn name(self) -> &'static str {
        if self == Self::Release { "release" } else { "dev" }
    }

    /// The folder in which cargo puts what it builds this way.
    pub(crate) fn cargo(self) -> &'static str {
        if self == Self::Release { "release" } else { "debug" }
    }
}

/// A folder with everything that a page needs.
pub(crate) struct Site {
    pub folder: PathBuf,
    pub profile: Profile,
    pub files: Vec<PathBuf>,
}

/// Builds everything, once the data is found good.
pub(crate) fn build(profile: Profile) -> Result<Site> {
    check::check(None)?;
    install::npm()?;
    match profile {
        Profile::Dev => install::wasm_target()?,
        Profile::Release => install::std_source()?,
    }
    let folder = match profile {
        Profile::Dev => files::target().join("www"),
        Profile::Release => files::at("dist"),
    };
    let mut site = Site { folder, profile, files: Vec::new() };
    wasm::build(profile, &site.folder)?;
    site.files.extend(wasm::outputs().iter().map(|file| site.folder.join(file)));
    site.script()?;
    site.pages()?;
    site.data()?;
    site.packs()?;
    site.exports()?;
    site.stills()?;
    site.sweep()?;
    Ok(site)
}

impl Site {
    fn step(
        &mut self,
        name: &str,
        inputs: &[&str],
        outputs: &[String],
        work: impl FnOnce(&Path) -> Result<()>,
    ) -> Result<()> {
        let outputs: Vec<_> = outputs.iter().map(|file| self.folder.join(file)).collect();
        self.files.extend(outputs.iter().cloned());
        let name = format!("{} {name}", self.profile.name());
        Step { name, inputs: with_tool(inputs), outputs }.run(|| work(&self.folder))
    }

    /// The element: modules and style sheet in one file, and in others what few pages and readers ask for.
    fn script(&mut self) -> Result<()> {
        let profile = self.profile;
        let outputs = ["mali-bases.js", export::MODULE, "intake.js"].map(String::from);
        self.step("script", &["www"], &outputs, |folder| {
            let staged = files::target().join("xtask").join(profile.name()).join("www");
            for file in files::list(&files::at("www"))? {
                stage(&file, &staged.join(files::name(&file)), profile)?;
            }
            for module in &outputs {
                let mut bundle = esbuild(&staged.join(module), &folder.join(module));
                bundle.args(["--bundle", "--format=esm", "--target=es2022", "--loader:.css=text"]);
                if module == export::MODULE {
                    bundle.env("NODE_PATH", files::npm("node_modules")).arg(export::notice()?);
                }
                run(match profile {
                    Profile::Dev => bundle.arg("--sourcemap=inline"),
                    Profile::Release => bundle.arg("--minify"),
                })?;
            }
            Ok(())
        })
    }

    /// What stands in `www` beside the element and goes out as it is.
    fn pages(&mut self) -> Result<()> {
        let all = files::list(&files::at("www"))?;
        let pages: Vec<_> = all.into_iter().filter(|file| is_page(files::name(file))).collect();
        let pages = [pages, vec![files::at("LICENSE")]].concat();
        let names: Vec<_> = pages.iter().map(|file| files::name(file).to_owned()).collect();
        self.step("pages", &["www", "LICENSE", "data"], &names, |folder| {
            pages.iter().try_for_each(|page| {
                let text = files::read(page)?;
                let is_demo = files::name(page) == "index.html";
                let text = if is_demo { jsonld::described(&text, &dataset()?)? } else { text };
                files::write(&folder.join(files::name(page)), text)
            })
        })
    }

    fn data(&mut self) -> Result<()> {
        let outputs = ["dataset.json", "dataset.schema.json"].map(String::from);
        self.step("data", &["data"], &outputs, |folder| {
            files::write(&folder.join("dataset.json"), dataset()?.to_string())?;
            files::write(&folder.join("dataset.schema.json"), schema::text()?)
        })
    }

    /// The data and the land as the picture fetches them.
    fn packs(&mut self) -> Result<()> {
        self.step("packs", &["src", "data"], &packs::names(), packs::write)
    }

    /// The data for other tools, and what they may do with it.
    fn exports(&mut self) -> Result<()> {
        let notes = export::NOTES.iter().map(|(name, _)| *name);
        let names = export::names()?;
        let outputs: Vec<_> =
            names.iter().map(String::as_str).chain(notes).map(export::path).collect();
        let inputs = ["src", "www", "data", "xtask/npm/export.mjs"];
        self.step("exports", &inputs, &outputs, export::write)
    }

    /// The static pictures, by the command that draws them without a browser.
    fn stills(&mut self) -> Result<()> {
        let stills = match self.profile {
            Profile::Dev => &STILLS[..2],
            Profile::Release => &STILLS[..],
        };
        let outputs: Vec<_> = stills.iter().map(|still| still.0.to_owned()).collect();
        self.step("stills", &["src", "data"], &outputs, |folder| {
            stills.iter().try_for_each(|(file, lang, more)| {
                let mut still = cargo(["run", "--quiet", "--bin", "mali-bases", "--", "still"]);
                run(still.args(["--lang", lang]).args(*more).arg("--out").arg(folder.join(file)))
            })
        })
    }

    /// Removes what an earlier build left and this one does not make.
    fn sweep(&self) -> Result<()> {
        for file in files::walk(&self.folder)? {
            if !self.files.contains(&file) {
                fs::remove_file(&file)
                    .with_context(|| format!("cannot remove {}", files::shown(&file)))?;
            }
        }
        Ok(())
    }
}

const CARD: &[&str] = &["--size", "1200x630", "--scale", "1"];

/// File, language, and what else to say to the command. The first two make do for a dev build.
const STILLS: [(&str, &str, &[&str]); 6] = [
    ("still-en.svg", "en", &[]),
    ("still-fr.svg", "fr", &[]),
    ("still-en.png", "en", &[]),
    ("still-fr.png", "fr", &[]),
    ("card-en.png", "en", CARD),
    ("card-fr.png", "fr", CARD),
];

fn is_page(name: &str) -> bool {
    let kept = [".html", ".d.ts", ".md", "package.json"].iter().any(|end| name.ends_with(end));
    kept || ["page.", "gallery.", "looks."].iter().any(|page| name.starts_with(page))
}

/// Copies a source of the element to where it is bundled; style sheets get smaller on the way,
/// since the bundler takes them as text.
fn stage(from: &Path, to: &Path, profile: Profile) -> Result<()> {
    let is_css = from.extension().is_some_and(|end| end == "css");
    if is_css && profile == Profile::Release {
        return run(esbuild(from, to).arg("--minify"));
    }
    files::write(to, files::read(from)?)
}

fn esbuild(from: &Path, to: &Path) -> std::process::Command {
    let mut esbuild = node("node_modules/esbuild/bin/esbuild");
    esbuild.args(["--charset=utf8", "--legal-comments=none", "--log-level=warning"]);
    esbuild.arg(from).arg(format!("--outfile={}", to.display()));
    esbuild
}

/// The data of this repository as one document.
pub(crate) fn dataset() -> Result<Value> {
    let parts = bundled::PARTS.into_iter();
    let parts = parts.map(|(key, file, text)| Ok((key.to_owned(), json(file, text)?)));
    Ok(Value::Object(parts.collect::<Result<Map<_, _>>>()?))
}

fn json(file: &str, text: &str) -> Result<Value> {
    serde_json::from_str(text).with_context(|| format!("{file} is not JSON"))
}
