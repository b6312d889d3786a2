//! Validates a dataset through the library and tells every problem at once.

use std::path::Path;

use anyhow::{Result, bail};
use mali_bases::model::dataset::Dataset;
use mali_bases::model::problem::Problem;
use mali_bases::model::{bundled, reader};

use crate::files;

/// Validates a dataset file, or `data/` without one.
pub(crate) fn check(file: Option<&Path>) -> Result<()> {
    let name = file.map_or_else(|| "data".to_owned(), files::shown);
    match dataset(file)? {
        Ok(dataset) => {
            let (bases, events) = (dataset.bases.len(), dataset.events.len());
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

fn dataset(file: Option<&Path>) -> Result<Result<Dataset, Vec<Problem>>> {
    let Some(file) = file else { return Ok(bundled::dataset()) };
    let text = String::from_utf8_lossy(&files::read(file)?).into_owned();
    Ok(bundled::parse(&text)
        .map_err(|problem| vec![problem])
        .and_then(|value| reader::read(&value)))
}
