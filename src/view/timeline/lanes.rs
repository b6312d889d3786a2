//! A lane for each base: a bar from its opening to its closing, fading where the day is
//! not known.

use super::layout::Layout;
use crate::map::atlas::Atlas;
use crate::model::base::{Base, BaseState};
use crate::state::env::Env;
use crate::state::{State, Target};
use crate::view::mark::{Align, Face, Mark, block, text};
use crate::words::geom::{Rect, pt};
use crate::words::theme::{Color, size};

/// Most steps of a fading end.
const STEPS: f64 = 90.0;

/// The bars.
pub fn bars(atlas: &Atlas, state: &State, layout: &Layout) -> Vec<Mark> {
    let states = atlas.chronicle.states(state.day);
    let palette = state.env.palette();
    let lanes = atlas.data().bases.iter().zip(&layout.lanes).enumerate();
    lanes
        .flat_map(|(index, (base, lane))| {
            let closed = states[index] == BaseState::Closed;
            let color = if closed { palette.closed } else { palette.open };
            let bar = bar(base, lane, layout, color, &state.env);
            bar.into_iter().map(move |mark| mark.of(Target::Base(index)))
        })
        .collect()
}

fn bar(base: &Base, lane: &Rect, layout: &Layout, color: Color, env: &Env) -> Vec<Mark> {
    let start = base.arrived.date;
    let end = base.handed_over.as_ref().map(|claim| claim.date);
    let (from, sure) = (layout.x(start.earliest), layout.x(start.latest));
    let (until, gone) = match end {
        Some(end) => (layout.x(end.earliest), layout.x(end.latest)),
        None => (layout.axis.1, layout.axis.1),
    };
    let mut marks = fade(lane, from, sure, color, env);
    marks.push(block(Rect::new(env.snap(sure), lane.y0, env.snap(until), lane.y1), color));
    marks.extend(fade(lane, gone, until, color, env));
    marks
}

/// An end in doubt, from nothing at `faint` to full at `full`, on either side. Each step
/// begins and ends with a device pixel: between two that share one a seam would show.
fn fade(lane: &Rect, faint: f64, full: f64, color: Color, env: &Env) -> Vec<Mark> {
    let width = (full - faint).abs();
    if width < 0.25 {
        return Vec::new();
    }
    let steps = libm::ceil(width).clamp(2.0, STEPS);
    let at = |step: i32| env.snap(faint + (full - faint) * f64::from(step) / steps);
    (0..steps as i32)
        .map(|step| {
            let (a, b) = (at(step), at(step + 1));
            let alpha = (f64::from(step) + 0.5) / steps;
            block(Rect::new(a.min(b), lane.y0, a.max(b), lane.y1), color.fade(alpha))
        })
        .collect()
}

/// The names: in the gutter, or over the bar where there is none.
pub fn names(atlas: &Atlas, state: &State, layout: &Layout) -> Vec<Mark> {
    let palette = state.env.palette();
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
