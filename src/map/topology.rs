//! A basemap as it is kept: TopoJSON 1.0 with quantized arcs
//! (<https://github.com/topojson/topojson-specification>). Knows no projection.

use serde::{Deserialize, Serialize};

use crate::model::node::{Log, Node};
use crate::model::problem::Problem;
use crate::model::value::Value;
use crate::words::place::LonLat;

/// An arc as TopoJSON refers to it: `i`, or `!i` when it runs backwards.
pub type ArcRef = i32;

/// A named set of lines or outer rings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shape {
    /// The id in the file: a country's code, a river's name; empty for none.
    pub id: String,
    /// Each laid together from arcs.
    pub lines: Vec<Vec<ArcRef>>,
}

/// The land, in steps of a grid.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Topology {
    /// Degrees of a step, east and north.
    scale: (f64, f64),
    /// Where the grid begins.
    translate: (f64, f64),
    /// Each arc: its first point, then by how much each further one differs.
    arcs: Vec<Vec<(i32, i32)>>,
    /// Countries.
    pub countries: Vec<Shape>,
    /// Rivers.
    pub rivers: Vec<Shape>,
    /// Lakes.
    pub lakes: Vec<Shape>,
}

const LIST: &str = "a list";

impl Topology {
    /// Reads a topology with the objects `countries`, `rivers` and `lakes`.
    ///
    /// # Errors
    /// Every problem in it.
    pub fn read(value: &Value) -> Result<Self, Vec<Problem>> {
        let log = Log::default();
        let topology = topology(&Node::root(value, &log));
        let problems = log.into_problems();
        match topology {
            Some(topology) if problems.is_empty() => Ok(topology),
            _ => Err(problems),
        }
    }

    /// The places along each arc, undone from quantization and differences.
    pub fn arcs(&self) -> impl Iterator<Item = Vec<LonLat>> {
        let place = |(x, y): (i32, i32)| LonLat {
            lon: f64::from(x) * self.scale.0 + self.translate.0,
            lat: f64::from(y) * self.scale.1 + self.translate.1,
        };
        self.arcs.iter().map(move |arc| {
            let mut at = (0, 0);
            let steps = arc.iter().map(|(dx, dy)| {
                at = (at.0 + dx, at.1 + dy);
                place(at)
            });
            steps.collect()
        })
    }
}

fn topology(root: &Node<'_>) -> Option<Topology> {
    let transform = root.key("transform");
    let (scale, translate) =
        (transform.key("scale").pair("[x, y]")?, transform.key("translate").pair("[x, y]")?);
    let arcs = root.key("arcs").list(LIST, |arc| {
        arc.list(LIST, |step| step.pair("[dx, dy]").map(|(dx, dy)| (dx as i32, dy as i32)))
    })?;
    let objects = root.key("objects");
    let read =
        |key| objects.key(key).key("geometries").list(LIST, |node| geometry(node, arcs.len()));
    let (countries, rivers, lakes) = (read("countries")?, read("rivers")?, read("lakes")?);
    if arcs.iter().all(Vec::is_empty) {
        return root.key("arcs").refuse("has no point", "write arcs [ [[x, y], …], … ]");
    }
    Some(Topology { scale, translate, arcs, countries, rivers, lakes })
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

/// The place of an arc in the list.
pub fn index(arc: ArcRef) -> usize {
    (if arc < 0 { !arc } else { arc }) as usize
}
