//! The operations as thin labelled brackets, in as few rows as they need.

use super::layout::Layout;
use crate::map::atlas::Atlas;
use crate::model::dataset::Operation;
use crate::state::{State, Target};
use crate::view::hairline;
use crate::view::mark::{Align, Face, Mark, block, text};
use crate::words::geom::{Rect, pt};
use crate::words::metrics::Weight;
use crate::words::theme::size;

/// Height of a row.
pub(super) const ROW_PX: f64 = 17.0;

/// The height of all rows.
pub(super) fn height(operations: &[Operation]) -> f64 {
    let rows = rows(operations).into_iter().max().map_or(0, |last| last + 1);
    rows as f64 * ROW_PX
}

/// The row of each operation: the first in which the one before has ended.
fn rows(operations: &[Operation]) -> Vec<usize> {
    let mut ends = Vec::new();
    let row = |operation: &Operation| {
        let start = operation.start.latest;
        let end = operation.end.map(|end| end.earliest);
        let is_free = |last: &Option<_>| last.is_some_and(|last| last <= start);
        let row = ends.iter().position(is_free).unwrap_or(ends.len());
        if row == ends.len() {
            ends.push(end);
        } else {
            ends[row] = end;
        }
        row
    };
    operations.iter().map(row).collect()
}

/// Where each bracket stands with its name.
pub(super) fn places(operations: &[Operation], layout: &Layout) -> Vec<Rect> {
    let place = |(operation, row): (&Operation, usize)| {
        let top = layout.operations.y0 + row as f64 * ROW_PX;
        let x0 = layout.x(operation.start.latest) + 0.75;
        let x1 = operation.end.map_or(layout.axis.1, |end| layout.x(end.earliest)) - 0.75;
        Rect::new(x0, top, x1.max(x0), top + ROW_PX)
    };
    operations.iter().zip(rows(operations)).map(place).collect()
}

/// The brackets with their names.
pub fn marks(atlas: &Atlas, state: &State, layout: &Layout) -> Vec<Mark> {
    let operations = &atlas.data().operations;
    let mut marks = Vec::new();
    for (index, place) in places(operations, layout).iter().enumerate() {
        marks.extend(bracket(&operations[index], place, Target::Operation(index), state));
    }
    marks
}

fn bracket(operation: &Operation, place: &Rect, target: Target, state: &State) -> Vec<Mark> {
    let (env, palette) = (&state.env, &state.env.palette);
    let pointed = state.chosen == Some(target) || state.hover == Some(target);
    let color = if pointed { palette.ink } else { palette.muted };
    let face = if pointed { Face::Bold } else { Face::Regular };
    let (x0, x1, y) = (place.x0, place.x1, place.center().y);
    let name = operation.name.get(env.lang);
    let half = env.metrics.width(name, size::SMALL, Weight::Bold) / 2.0 + 5.0;
    let (middle, tick) = (f64::midpoint(x0, x1), y + 5.0);
    let level = |from: f64, to: f64| hairline::level((from, to), y, 1.0, color, env);
    let end = |x: f64| hairline::upright(x, (y, tick), 1.0, color, env);
    let name = |at| text(name, at, size::SMALL, color).face(face);
    // The room between line and name can be pointed at too.
    let room = block(Rect::new(x0, y - 6.0, x1, tick), palette.ground.fade(0.0)).of(target);
    if x1 - x0 > 2.0 * half + 4.0 {
        let name = name(pt(middle, y)).align(Align::Center);
        vec![room, level(x0, middle - half), level(middle + half, x1), end(x0), end(x1), name]
    } else {
        // No room in the bracket: the name stands before it, as far as the pane goes.
        let before = pt((x0 - 4.0).max(2.0 * half - 10.0), y);
        let name = name(before).align(Align::Right).halo(palette.ground);
        vec![room, level(x0, x1), end(x0), end(x1), name]
    }
}
