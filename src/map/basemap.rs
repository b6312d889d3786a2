//! Countries, rivers and lakes as plain points of the plane. A border between two countries
//! is one arc of the topology, so it is drawn once.

use super::projection::Projection;
use super::topology::{ArcRef, Shape, Topology, index};
use crate::words::geom::{Point, Rect};

/// A named set of lines or rings.
#[derive(Clone, Debug, PartialEq)]
pub struct Feature {
    /// The id in the file: a country's code, a river's name; empty for none.
    pub id: String,
    /// Its outer rings or its lines.
    pub lines: Vec<Vec<Point>>,
}

/// The land.
#[derive(Clone, Debug, PartialEq)]
pub struct Basemap {
    /// Countries as rings.
    pub countries: Vec<Feature>,
    /// Lines that two countries share.
    pub borders: Vec<Vec<Point>>,
    /// Rivers as lines.
    pub rivers: Vec<Feature>,
    /// Lakes as rings.
    pub lakes: Vec<Feature>,
    /// What the map covers.
    pub world: Rect,
}

impl Basemap {
    /// The land on the plane.
    pub fn new(topology: &Topology, projection: Projection) -> Self {
        let plane = |places: Vec<_>| -> Vec<Point> {
            places.into_iter().map(|at| projection.plane_from_lonlat(at)).collect()
        };
        let arcs: Vec<Vec<Point>> = topology.arcs().map(plane).collect();
        let features = |shapes: &[Shape]| -> Vec<Feature> {
            let feature = |shape: &Shape| Feature {
                id: shape.id.clone(),
                lines: shape.lines.iter().map(|line| joined(line, &arcs)).collect(),
            };
            shapes.iter().map(feature).collect()
        };
        Self {
            countries: features(&topology.countries),
            borders: shared(&topology.countries, arcs.len()).map(|arc| arcs[arc].clone()).collect(),
            rivers: features(&topology.rivers),
            lakes: features(&topology.lakes),
            world: Rect::enclosing(arcs.iter().flatten().copied()).unwrap_or_default(),
        }
    }
}

fn joined(line: &[ArcRef], arcs: &[Vec<Point>]) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::new();
    for &arc in line {
        // The last point of an arc is the first of the next.
        points.pop();
        let piece = &arcs[index(arc)];
        if arc < 0 {
            points.extend(piece.iter().rev());
        } else {
            points.extend(piece);
        }
    }
    points
}

/// The arcs that more than one country uses.
fn shared(countries: &[Shape], count: usize) -> impl Iterator<Item = usize> {
    let mut uses = vec![0_u8; count];
    for arc in countries.iter().flat_map(|country| country.lines.iter().flatten()) {
        let uses = &mut uses[index(*arc)];
        *uses = uses.saturating_add(1);
    }
    uses.into_iter().enumerate().filter(|(_, uses)| *uses > 1).map(|(arc, _)| arc)
}
