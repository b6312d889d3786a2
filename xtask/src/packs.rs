//! Packs the data of this repository for the page: in each language what the first picture needs
//! and all there is, and the land in both its levels of detail.

use std::path::Path;

use anyhow::{Result, anyhow};
use mali_bases::map::topology::Topology;
use mali_bases::model::pack::{Content, in_one, opening, seal};
use mali_bases::model::problem::Problem;
use mali_bases::model::value::parse;
use mali_bases::shell::bundled;
use mali_bases::words::lang::Lang;

use crate::files;

/// The land by the names that the page knows.
const LANDS: [(&str, &str); 2] =
    [("land.bin", bundled::BASEMAP), ("land-near.bin", bundled::BASEMAP_NEAR)];

fn first(lang: Lang) -> String {
    format!("first-{}.bin", lang.code())
}

fn all(lang: Lang) -> String {
    format!("all-{}.bin", lang.code())
}

/// Every file that is written.
pub(crate) fn names() -> Vec<String> {
    let texts = Lang::ALL.into_iter().flat_map(|lang| [first(lang), all(lang)]);
    texts.chain(LANDS.map(|(name, _)| name.to_owned())).collect()
}

/// Writes them into a folder.
pub(crate) fn write(folder: &Path) -> Result<()> {
    let data = bundled::dataset().map_err(told)?;
    for lang in Lang::ALL {
        let data = in_one(data.clone(), lang)?;
        files::write(&folder.join(all(lang)), seal(Content::Dataset, &data)?)?;
        files::write(&folder.join(first(lang)), seal(Content::Dataset, &opening(data)?)?)?;
    }
    for (name, text) in LANDS {
        let land = Topology::read(&parse(text).map_err(|problem| told(vec![problem]))?);
        files::write(&folder.join(name), seal(Content::Land, &land.map_err(told)?)?)?;
    }
    Ok(())
}

#[allow(clippy::needless_pass_by_value, reason = "for `map_err`")]
fn told(problems: Vec<Problem>) -> anyhow::Error {
    let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
    anyhow!("{}", lines.join("\n"))
}
