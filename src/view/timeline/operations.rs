//! The operations as thin labelled brackets, in as few rows as they need.

use super::layout::Layout;
use crate::map::atlas::Atlas;
use crate::state::State;
use crate::view::mark::{Align, Mark, line, text};
use crate::words::geom::pt;
use crate::words::metrics::Weight;
use crate::words::theme::size;

/// Height of a row.
const ROW_PX: f64 = 17.0;

/// The brackets with their names.
pub fn marks(atlas: &Atlas, state: &State, layout: &Layout) -> Vec<Mark> {
    let (env, palette) = (&state.env, state.env.palette());
    let mut rows = [f64::NEG_INFINITY; 2];
    let mut marks = Vec::new();
    for operation in &atlas.data().operations {
        let x0 = layout.x(operation.start.latest) + 0.75;
        let x1 = operation.end.map_or(layout.axis.1, |end| layout.x(end.earliest)) - 0.75;
        let row = usize::from(rows[0] > x0);
        rows[row] = x1;
        let y = layout.operations.y0 + (row as f64 + 0.5) * ROW_PX;
        let name = operation.name.get(env.lang);
        let half = env.metrics.width(name, size::SMALL, Weight::Regular) / 2.0 + 5.0;
        let middle = f64::midpoint(x0, x1);
        let tick = y + 5.0;
        if x1 - x0 > 2.0 * half + 4.0 {
            marks.push(line(
                vec![pt(x0, tick), pt(x0, y), pt(middle - half, y)],
                1.0,
                palette.muted,
            ));
            marks.push(line(
                vec![pt(middle + half, y), pt(x1, y), pt(x1, tick)],
                1.0,
                palette.muted,
            ));
            marks.push(text(name, pt(middle, y), size::SMALL, palette.muted).align(Align::Center));
        } else {
            // No room in the bracket: the name stands before it, as far as the pane goes.
            marks.push(line(
                vec![pt(x0, tick), pt(x0, y), pt(x1, y), pt(x1, tick)],
                1.0,
                palette.muted,
            ));
            let before = pt((x0 - 4.0).max(2.0 * half - 10.0), y);
            let mark = text(name, before, size::SMALL, palette.muted).align(Align::Right);
            marks.push(mark.halo(palette.ground));
        }
    }
    marks
}
