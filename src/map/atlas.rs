//! The whole world of the graphic: what is known, and the land it happened on.

use super::basemap::Basemap;
use super::camera::Frame;
use super::projection::Projection;
use super::topology::Topology;
use crate::model::chronicle::Chronicle;
use crate::model::dataset::{Dataset, PlaceKind};
use crate::model::problem::{Part, Problem};
use crate::model::reader;
use crate::model::value::Value;
use crate::words::geom::{Point, Rect};
use crate::words::place::LonLat;

/// A dataset on its land. Immutable.
#[derive(Clone, Debug, PartialEq)]
pub struct Atlas {
    /// Bases, events, figures and their days.
    pub chronicle: Chronicle,
    /// Countries, rivers, lakes.
    pub basemap: Basemap,
    /// How both come to the plane.
    pub projection: Projection,
    /// What the first view fits and what there is a map of.
    pub frame: Frame,
}

/// Reads a dataset that is to stand on a land.
///
/// # Errors
/// Every problem in it, with the bases that lie off the map.
pub fn checked(dataset: &Value, land: &Topology) -> Result<Dataset, Vec<Problem>> {
    let read = reader::read(dataset);
    // What lies on the map does not depend on the parallel at which it is true.
    let projection = Projection::at(0.0);
    let world = Basemap::new(land, projection).world;
    let astray = astray(reader::positions(dataset), world, projection);
    match read {
        Ok(data) if astray.is_empty() => Ok(data),
        Ok(_) => Err(astray),
        Err(problems) => Err([problems, astray].concat()),
    }
}

impl Atlas {
    /// Reads a dataset and the basemap (TopoJSON) under it.
    ///
    /// # Errors
    /// Every problem of the basemap, or else every one of the dataset, with the bases that lie
    /// off the map.
    pub fn read(dataset: &Value, basemap: &Value) -> Result<Self, Vec<Problem>> {
        let land = Topology::read(basemap)?;
        Ok(Self::new(checked(dataset, &land)?, &land))
    }

    /// Joins a dataset with the land under it.
    pub fn new(data: Dataset, land: &Topology) -> Self {
        let places = landmarks(&data);
        let lats = places.iter().map(|at| at.lat);
        let (south, north) = (lats.clone().fold(90.0, f64::min), lats.fold(-90.0, f64::max));
        let projection = Projection::at(f64::midpoint(south, north));
        let basemap = Basemap::new(land, projection);
        let plane = places.iter().map(|at| projection.plane_from_lonlat(*at));
        let home = Rect::enclosing(plane).unwrap_or(basemap.world);
        // A single base has no extent: half a degree around it is a view.
        let home = home.grown(if home.width().max(home.height()) < 0.5 { 0.5 } else { 0.0 });
        let frame = Frame { home, world: basemap.world };
        Self { chronicle: Chronicle::new(data), basemap, projection, frame }
    }

    /// The entries.
    pub fn data(&self) -> &Dataset {
        &self.chronicle.data
    }

    /// Whether a river of the basemap is one that the dataset names: it is drawn stronger.
    pub fn is_named_river(&self, id: &str) -> bool {
        let mut places = self.data().places.iter();
        places.any(|place| place.kind == PlaceKind::River && place.id == id)
    }

    /// A place on the plane.
    pub fn plane(&self, at: LonLat) -> Point {
        self.projection.plane_from_lonlat(at)
    }
}

/// Bases where there is no map: mostly latitude and longitude have changed places.
fn astray(
    bases: impl IntoIterator<Item = (usize, LonLat)>,
    world: Rect,
    projection: Projection,
) -> Vec<Problem> {
    let on_map = |at| world.contains(projection.plane_from_lonlat(at));
    let problem = |(number, LonLat { lon, lat }): (usize, LonLat)| Problem {
        path: format!("bases.features[{number}].geometry.coordinates"),
        part: Part::Value,
        value: format!("[{lon}, {lat}]"),
        reason: "lies off the map".to_owned(),
        cure: if on_map(LonLat { lon: lat, lat: lon }) {
            format!("write the longitude first: [{lat}, {lon}]")
        } else {
            "write [longitude, latitude] of a place on it".to_owned()
        },
    };
    bases.into_iter().filter(|(_, at)| !on_map(*at)).map(problem).collect()
}

/// What the first view has to show: the bases and the capitals.
fn landmarks(data: &Dataset) -> Vec<LonLat> {
    let mut landmarks: Vec<_> = data.bases.iter().map(|base| base.at).collect();
    for place in data.places.iter().filter(|place| place.kind == PlaceKind::Capital) {
        landmarks.extend(&place.points);
    }
    landmarks
}
