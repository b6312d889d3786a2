//! The signs by which the timeline shows how sure a day is, each a shape and not only a
//! shade: a bar tapers over the days on which it may have begun or ended, is torn where
//! the day is only about known or doubted, and runs on in dots where nothing ends it. What
//! stands for a day that is not known is hollow, and dashes span the days it may have been.
//! Figures that differ have a bar with caps between them.

use crate::state::env::Env;
use crate::view::map::bases::dashes;
use crate::view::mark::{Mark, block, disc, line, ring};
use crate::words::geom::{Point, Rect, pt};
use crate::words::theme::Color;

/// Most slices of a taper.
const SLICES: f64 = 90.0;

/// How much of the color is left at the thin end of a taper.
const THIN: f64 = 0.25;

/// The inner share of a hollow mark.
pub const HOLLOW: f64 = 0.55;

/// How deep a torn end is cut, px.
const TEAR_PX: f64 = 3.0;

/// A taper shorter than this has a flag, px.
const FLAGGED_PX: f64 = 14.0;

/// Radius of the flag.
const RING_PX: f64 = 4.0;

/// A dash and a gap of a whisker, px.
const DASH_PX: (f64, f64) = (3.0, 2.5);

/// How one end of a bar is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Edge {
    /// Where the bar surely is.
    pub full: f64,
    /// Where it surely is not yet, or no more.
    pub faint: f64,
    /// Whether that day is only about known, or doubted.
    pub torn: bool,
}

/// A bar with its two ends.
pub fn bar(lane: &Rect, start: Edge, end: Edge, color: Color, env: &Env) -> Vec<Mark> {
    let lane = &Rect::new(lane.x0, env.snap(lane.y0), lane.x1, env.snap(lane.y1));
    let mut marks = taper(lane, start, color, env);
    let core = Rect::new(env.snap(start.full), lane.y0, env.snap(end.full), lane.y1);
    if start.torn || end.torn {
        marks.push(ring(torn(&core, start.torn, end.torn), color));
    } else {
        marks.push(block(core, color));
    }
    marks.extend(taper(lane, end, color, env));
    marks
}

/// A wedge whose height is the share of the days that have passed. Each slice begins and
/// ends with a device pixel: between two that share one a seam would show.
pub fn taper(lane: &Rect, end: Edge, color: Color, env: &Env) -> Vec<Mark> {
    let Edge { full, faint, .. } = end;
    let width = (full - faint).abs();
    if width < 0.25 {
        return Vec::new();
    }
    let slices = libm::ceil(width).clamp(2.0, SLICES);
    let middle = lane.center().y;
    let at = |slice: i32| {
        let share = f64::from(slice) / slices;
        (env.snap(faint + (full - faint) * share), lane.height() / 2.0 * share, share)
    };
    (0..slices as i32)
        .map(|slice| {
            let ((a, half_a, from), (b, half_b, to)) = (at(slice), at(slice + 1));
            let shape = vec![
                pt(a, middle - half_a),
                pt(b, middle - half_b),
                pt(b, middle + half_b),
                pt(a, middle + half_a),
            ];
            ring(shape, color.fade(THIN + (1.0 - THIN) * f64::midpoint(from, to)))
        })
        .collect()
}

/// A box whose ends are torn: two teeth at each.
fn torn(core: &Rect, left: bool, right: bool) -> Vec<Point> {
    let quarter = core.height() / 4.0;
    let edge = |x: f64, tear: f64| {
        (0..=4).map(move |row| {
            let out = if row % 2 == 0 { 0.0 } else { tear };
            pt(x + out, core.y0 + quarter * f64::from(row))
        })
    };
    let mut points: Vec<Point> = edge(core.x1, if right { -TEAR_PX } else { 0.0 }).collect();
    let mut back: Vec<Point> = edge(core.x0, if left { TEAR_PX } else { 0.0 }).collect();
    back.reverse();
    points.extend(back);
    points
}

/// Where the days in doubt are too few for their taper to be seen, the dashed ring of the map
/// stands beyond it.
pub fn flag(end: Edge, lane: &Rect, color: Color) -> Vec<Mark> {
    let width = end.faint - end.full;
    if width == 0.0 || width.abs() > FLAGGED_PX {
        return Vec::new();
    }
    let at = pt(end.faint + (RING_PX + 3.0) * width.signum(), lane.center().y);
    dashes(at, RING_PX).map(|arc| line(arc, 1.5, color)).collect()
}

/// Three dots behind what has no end.
pub fn runs_on(at: Point, color: Color) -> impl Iterator<Item = Mark> {
    (0..3).map(move |dot| disc(at.by(3.5 + f64::from(dot) * 3.5, 0.0), 1.1, color))
}

/// Dashes over the days on which something may have been.
pub fn whisker(from: Point, to: Point, color: Color) -> Vec<Mark> {
    let (dash, gap) = DASH_PX;
    let length = from.distance(to);
    let count = libm::ceil(length / (dash + gap)).max(0.0) as i32;
    (0..count)
        .map(|place| {
            let start = f64::from(place) * (dash + gap);
            let end = (start + dash).min(length);
            let at = |along: f64| from.towards(to, along / length);
            line(vec![at(start), at(end)], 1.5, color)
        })
        .collect()
}

/// An upright bar with caps: from the lowest figure to the highest.
pub fn range(low: Point, high: Point, color: Color) -> Vec<Mark> {
    let cap = |at: Point| line(vec![at.by(-2.5, 0.0), at.by(2.5, 0.0)], 1.25, color);
    vec![line(vec![low, high], 1.25, color), cap(low), cap(high)]
}
