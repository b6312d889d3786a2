//! The data of this repository, one file a kind, as the one document that `src` takes.

use crate::map::topology::Topology;
use crate::model::dataset::Dataset;
use crate::model::problem::Problem;
use crate::model::reader::read;
use crate::model::value::{Value, parse};

/// The parts in the order in which they stand in `dataset.json`: key, file, text.
pub const PARTS: [(&str, &str, &str); 7] = [
    ("meta", "data/meta.json", include_str!("../../data/meta.json")),
    ("bases", "data/bases.geojson", include_str!("../../data/bases.geojson")),
    ("places", "data/places.geojson", include_str!("../../data/places.geojson")),
    ("operations", "data/operations.json", include_str!("../../data/operations.json")),
    ("strength", "data/strength.json", include_str!("../../data/strength.json")),
    ("events", "data/events.json", include_str!("../../data/events.json")),
    ("sources", "data/sources.json", include_str!("../../data/sources.json")),
];

/// The basemap as TopoJSON, as fine as the first view shows it.
pub const BASEMAP: &str = include_str!("../../data/basemap.json");

/// The same land, finer, for who comes nearer.
pub const BASEMAP_NEAR: &str = include_str!("../../data/basemap-near.json");

/// Reads the land of the first view.
///
/// # Errors
/// Every problem in it.
pub fn land() -> Result<Topology, Vec<Problem>> {
    let value = parse(BASEMAP).map_err(|problem| vec![problem])?;
    Topology::read(&value)
}

/// Reads this repository's own data.
///
/// # Errors
/// Every problem in it.
pub fn dataset() -> Result<Dataset, Vec<Problem>> {
    let part = |(key, file, text): (&str, &str, &str)| match parse(text) {
        Ok(value) => Ok((key.to_owned(), value)),
        Err(problem) => Err(vec![Problem { path: file.to_owned(), ..problem }]),
    };
    let parts = PARTS.into_iter().map(part).collect::<Result<Vec<_>, _>>()?;
    read(&Value::Object(parts))
}
