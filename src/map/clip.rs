//! Cuts lines and rings to a box. Backends have no clip, so the geometry is clipped.

use crate::words::geom::{Point, Rect, pt};

/// The part of a ring inside a box (Sutherland and Hodgman 1974); empty when none is.
pub fn ring(points: &[Point], to: &Rect) -> Vec<Point> {
    let sides =
        [(false, to.x0, 1.0), (false, to.x1, -1.0), (true, to.y0, 1.0), (true, to.y1, -1.0)];
    let mut ring = points.to_vec();
    for (down, edge, sign) in sides {
        let axis = |p: Point| if down { p.y } else { p.x };
        let inside = |p: Point| (axis(p) - edge) * sign >= 0.0;
        let mut cut = Vec::with_capacity(ring.len());
        for (place, &here) in ring.iter().enumerate() {
            let before = ring[(place + ring.len() - 1) % ring.len()];
            if inside(here) != inside(before) {
                let t = (edge - axis(before)) / (axis(here) - axis(before));
                cut.push(before.towards(here, t));
            }
            if inside(here) {
                cut.push(here);
            }
        }
        ring = cut;
    }
    ring
}

/// The pieces of a line inside a box.
pub fn line(points: &[Point], to: &Rect) -> Vec<Vec<Point>> {
    let mut pieces: Vec<Vec<Point>> = Vec::new();
    let mut open = false;
    for pair in points.windows(2) {
        let Some((from, until)) = segment(pair[0], pair[1], to) else {
            open = false;
            continue;
        };
        match pieces.last_mut() {
            Some(piece) if open && piece.last() == Some(&from) => piece.push(until),
            _ => pieces.push(vec![from, until]),
        }
        open = until == pair[1];
    }
    pieces
}

/// The part of a segment inside a box (Liang and Barsky 1984).
fn segment(a: Point, b: Point, to: &Rect) -> Option<(Point, Point)> {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    for (p, q) in [(-dx, a.x - to.x0), (dx, to.x1 - a.x), (-dy, a.y - to.y0), (dy, to.y1 - a.y)] {
        if p == 0.0 {
            if q < 0.0 {
                return None;
            }
        } else if p < 0.0 {
            enter = enter.max(q / p);
        } else {
            leave = leave.min(q / p);
        }
    }
    let at = |t: f64| if t >= 1.0 { b } else { pt(a.x + dx * t, a.y + dy * t) };
    (enter <= leave).then(|| (if enter <= 0.0 { a } else { at(enter) }, at(leave)))
}
