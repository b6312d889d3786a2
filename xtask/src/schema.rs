//! `dataset.schema.json`: the form of a dataset as JSON Schema 2020-12, by which editors
//! complete, explain and check while somebody writes. It is made from the types below, and
//! the tests hold these to the library's reader, which stays the judge: what takes two places
//! of a dataset to see (references, the order of dates, ids that differ) is the reader's alone.

#[expect(dead_code, reason = "types that are told of, never made")]
mod claim;
#[expect(dead_code, reason = "types that are told of, never made")]
mod dataset;
#[expect(dead_code, reason = "types that are told of, never made")]
mod map;
mod polish;
#[expect(dead_code, reason = "types that are told of, never made")]
mod source;
#[expect(dead_code, reason = "types that are told of, never made")]
mod words;

#[cfg(test)]
mod tests;

use anyhow::{Context as _, Result};
use schemars::generate::SchemaSettings;

/// The schema as a file's text.
pub(crate) fn text() -> Result<String> {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = generator.into_root_schema_for::<dataset::Dataset>();
    polish::polish(&mut schema);
    let text = serde_json::to_string_pretty(&schema).context("the schema is not JSON")?;
    Ok(text + "\n")
}
