//! The whole world of the graphic: what is known, and the land it happened on.

use super::basemap::Basemap;
use super::camera::Frame;
use super::projection::Projection;
use crate::model::chronicle::Chronicle;
use crate::model::dataset::{Dataset, PlaceKind};
use crate::model::problem::Problem;
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

impl Atlas {
    /// Joins a dataset with a basemap (TopoJSON).
    ///
    /// # Errors
    /// Every problem in the basemap, or that the dataset shows no place at all.
    pub fn new(data: Dataset, basemap: &Value) -> Result<Self, Vec<Problem>> {
        let places: Vec<LonLat> = landmarks(&data).collect();
        let lats = places.iter().map(|at| at.lat);
        let (south, north) = (lats.clone().fold(90.0, f64::min), lats.fold(-90.0, f64::max));
        let projection = Projection::at(f64::midpoint(south, north));
        let basemap = Basemap::read(basemap, projection)?;
        let plane = places.iter().map(|at| projection.plane_from_lonlat(*at));
        let home = Rect::enclosing(plane).ok_or_else(|| {
            vec![Problem {
                path: "bases.features".to_owned(),
                value: "a list of 0".to_owned(),
                message: "shows nothing; add a base".to_owned(),
            }]
        })?;
        // A single base has no extent: half a degree around it is a view.
        let home = home.grown(if home.width().max(home.height()) < 0.5 { 0.5 } else { 0.0 });
        let astray = off_the_map(&data, &basemap, projection);
        if !astray.is_empty() {
            return Err(astray);
        }
        let frame = Frame { home, world: basemap.world };
        Ok(Self { chronicle: Chronicle::new(data), basemap, projection, frame })
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

/// Bases where there is no land drawn: mostly latitude and longitude have changed places.
fn off_the_map(data: &Dataset, basemap: &Basemap, projection: Projection) -> Vec<Problem> {
    let astray = data.bases.iter().enumerate();
    astray
        .filter(|(_, base)| !basemap.world.contains(projection.plane_from_lonlat(base.at)))
        .map(|(place, base)| Problem {
            path: format!("bases.features[{place}].geometry.coordinates"),
            value: format!("[{}, {}]", base.at.lon, base.at.lat),
            message: "lies off the map; write [longitude, latitude]".to_owned(),
        })
        .collect()
}

/// What the first view has to show: the bases and the capitals.
fn landmarks(data: &Dataset) -> impl Iterator<Item = LonLat> {
    let capitals = data
        .places
        .iter()
        .filter(|place| place.kind == PlaceKind::Capital)
        .flat_map(|place| place.points.iter().copied());
    data.bases.iter().map(|base| base.at).chain(capitals)
}
