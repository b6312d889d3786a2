//! Validates a dataset through the library and tells every problem at once.

use std::path::Path;

use anyhow::{Result, bail};
use mali_bases::map::atlas::Atlas;
use mali_bases::model::problem::Problem;
use mali_bases::model::reader;
use mali_bases::shell::bundled;

use crate::files;

/// Validates a dataset file, or `data/` without one.
pub(crate) fn check(file: Option<&Path>) -> Result<()> {
    let name = file.map_or_else(|| "data".to_owned(), files::shown);
    match atlas(file)? {
        Ok(atlas) => {
            let (bases, events) = (atlas.data().bases.len(), atlas.data().events.len());
            println!("✓ {name}: {bases} bases, {events} events, no problem");
            Ok(())
        }
        Err(problems) => {
            for problem in &problems {
                println!("  {problem}");
            }
            let many = if problems.len() == 1 { "problem" } else { "problems" };
            bail!("{name}: {} {many}", problems.len())
        }
    }
}

/// As the page reads it: the dataset, and its bases on the map.
fn atlas(file: Option<&Path>) -> Result<Result<Atlas, Vec<Problem>>> {
    let basemap = match bundled::parse(bundled::BASEMAP) {
        Ok(basemap) => basemap,
        Err(problem) => bail!("data/basemap.json: {problem}"),
    };
    let dataset = match file {
        None => bundled::dataset(),
        Some(file) => {
            let text = String::from_utf8_lossy(&files::read(file)?).into_owned();
            let value = bundled::parse(&text).map_err(|problem| vec![problem]);
            value.and_then(|value| reader::read(&value))
        }
    };
    Ok(dataset.and_then(|dataset| Atlas::new(dataset, &basemap)))
}
