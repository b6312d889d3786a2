//! Countries, rivers and lakes, from TopoJSON 1.0 with quantized arcs
//! (<https://github.com/topojson/topojson-specification>), as plain points of the plane.
//! A border between two countries is one arc, so it is drawn once.

use super::projection::Projection;
use crate::model::node::{Log, Node};
use crate::model::problem::Problem;
use crate::model::value::Value;
use crate::words::geom::{Point, Rect};
use crate::words::place::LonLat;

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

/// An arc as TopoJSON refers to it: `i`, or `!i` when it runs backwards.
type ArcRef = i64;

const LIST: &str = "a list";

impl Basemap {
    /// Reads a topology with the objects `countries`, `rivers` and `lakes`.
    ///
    /// # Errors
    /// Every problem in it.
    pub fn read(value: &Value, projection: Projection) -> Result<Self, Vec<Problem>> {
        let log = Log::default();
        let basemap = topology(&Node::root(value, &log), projection);
        let problems = log.into_problems();
        match basemap {
            Some(basemap) if problems.is_empty() => Ok(basemap),
            _ => Err(problems),
        }
    }
}

fn topology(root: &Node<'_>, projection: Projection) -> Option<Basemap> {
    let arcs = arcs(root, projection)?;
    let objects = root.key("objects");
    let read =
        |key| objects.key(key).key("geometries").list(LIST, |node| geometry(node, arcs.len()));
    let (countries, rivers, lakes) = (read("countries")?, read("rivers")?, read("lakes")?);
    let borders = shared(&countries, arcs.len()).map(|arc| arcs[arc].clone()).collect();
    let join = |shapes: Vec<Shape>| -> Vec<Feature> {
        shapes
            .into_iter()
            .map(|shape| Feature {
                id: shape.id,
                lines: shape.lines.iter().map(|line| joined(line, &arcs)).collect(),
            })
            .collect()
    };
    let Some(world) = Rect::enclosing(arcs.iter().flatten().copied()) else {
        return root.key("arcs").refuse("has no point", "write arcs [ [[x, y], …], … ]");
    };
    let (countries, rivers, lakes) = (join(countries), join(rivers), join(lakes));
    Some(Basemap { countries, borders, rivers, lakes, world })
}

/// All arcs, undone from quantization and differences.
fn arcs(root: &Node<'_>, projection: Projection) -> Option<Vec<Vec<Point>>> {
    let transform = root.key("transform");
    let ((kx, ky), (tx, ty)) =
        (transform.key("scale").pair("[x, y]")?, transform.key("translate").pair("[x, y]")?);
    root.key("arcs").list(LIST, |arc| {
        let (mut x, mut y) = (0.0, 0.0);
        arc.list(LIST, |step| {
            let (dx, dy) = step.pair("[dx, dy]")?;
            (x, y) = (x + dx, y + dy);
            let at = LonLat { lon: x * kx + tx, lat: y * ky + ty };
            Some(projection.plane_from_lonlat(at))
        })
    })
}

struct Shape {
    id: String,
    lines: Vec<Vec<ArcRef>>,
}

/// The outer rings of a polygon, the lines of a line. Holes are left out: what lies in
/// them (a lake, an enclave) is drawn over.
fn geometry(node: &Node<'_>, count: usize) -> Option<Shape> {
    let id = node.maybe("id", |node| node.text().map(str::to_owned)).unwrap_or_default();
    let arcs = node.key("arcs");
    let line = |node: &Node<'_>| node.list(LIST, |node| arc_ref(node, count));
    let outer = |node: &Node<'_>| node.list(LIST, line)?.into_iter().next();
    let lines = match node.key("type").text()? {
        "LineString" => vec![line(&arcs)?],
        "MultiLineString" => arcs.list(LIST, line)?,
        "Polygon" => vec![outer(&arcs)?],
        "MultiPolygon" => arcs.list(LIST, outer)?,
        _ => {
            return node.key("type").refuse("is no line and no polygon", "leave this geometry out");
        }
    };
    Some(Shape { id, lines })
}

fn arc_ref(node: &Node<'_>, count: usize) -> Option<ArcRef> {
    let arc = node.number()? as ArcRef;
    if index(arc) < count {
        Some(arc)
    } else {
        node.refuse("is the number of no arc", "write the number of an arc, from 0")
    }
}

fn index(arc: ArcRef) -> usize {
    (if arc < 0 { !arc } else { arc }) as usize
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
