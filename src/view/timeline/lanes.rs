//! A lane for each base: a bar from its opening to its closing.

use super::doubt::{self, Edge};
use super::layout::Layout;
use crate::map::atlas::Atlas;
use crate::model::base::{Base, BaseState};
use crate::state::env::Env;
use crate::state::{State, Target};
use crate::view::mark::{Align, Face, Mark, text};
use crate::words::geom::{Rect, pt};
use crate::words::theme::{Color, size};

/// The bars.
pub fn bars(atlas: &Atlas, state: &State, layout: &Layout) -> Vec<Mark> {
    let states = atlas.chronicle.states(state.day);
    let palette = &state.env.palette;
    let mut marks = Vec::new();
    for (index, base) in atlas.data().bases.iter().enumerate() {
        let closed = states[index] == BaseState::Closed;
        let color = if closed { palette.closed } else { palette.open };
        let bar = bar(base, &layout.lanes[index], layout, color, &state.env);
        marks.extend(bar.into_iter().map(|mark| mark.of(Target::Base(index))));
    }
    marks
}

fn bar(base: &Base, lane: &Rect, layout: &Layout, color: Color, env: &Env) -> Vec<Mark> {
    let start = base.arrived.date;
    let start = Edge {
        full: layout.x(start.latest),
        faint: layout.x(start.earliest),
        torn: start.is_qualified(),
    };
    let edge = Edge { full: layout.axis.1, faint: layout.axis.1, torn: false };
    let end = base.handed_over.as_ref().map(|end| Edge {
        full: layout.x(end.date.earliest),
        faint: layout.x(end.date.latest),
        torn: end.date.is_qualified(),
    });
    let mut marks = doubt::bar(lane, start, end.unwrap_or(edge), color, env);
    marks.extend(doubt::flag(start, lane, color));
    if let Some(end) = end {
        marks.extend(doubt::flag(end, lane, color));
    }
    if end.is_none() {
        marks.extend(doubt::runs_on(pt(layout.axis.1, lane.center().y), color));
    }
    marks
}

/// Where a base stands: its bar with the days in doubt, and its name where that is over it.
pub(super) fn place(base: &Base, lane: &Rect, layout: &Layout) -> Rect {
    let end = base.handed_over.as_ref().map_or(layout.axis.1, |end| layout.x(end.date.latest));
    let name = if layout.wide { 2.0 } else { 14.0 };
    Rect::new(layout.x(base.arrived.date.earliest), lane.y0 - name, end, lane.y1 + 2.0)
}

/// The names: in the gutter, or over the bar where there is none.
pub fn names(atlas: &Atlas, state: &State, layout: &Layout) -> Vec<Mark> {
    let palette = &state.env.palette;
    let lanes = atlas.data().bases.iter().zip(&layout.lanes).enumerate();
    lanes
        .map(|(index, (base, lane))| {
            let name = base.name.get(state.env.lang);
            let is_open = matches!(
                base.state(state.day),
                BaseState::Open | BaseState::MaybeOpen | BaseState::MaybeClosed
            );
            let pointed = state.base() == Some(index) || state.hover == Some(Target::Base(index));
            let face = if is_open || pointed { Face::Bold } else { Face::Regular };
            let color = if is_open || pointed { palette.ink } else { palette.muted };
            let mark = if layout.wide {
                text(name, pt(0.0, lane.center().y), size::LABEL, color)
            } else {
                let x = layout.x(base.arrived.date.earliest);
                text(name, pt(x, lane.y0 - 7.0), size::SMALL, color).halo(palette.ground)
            };
            mark.face(face).align(Align::Left)
        })
        .collect()
}
