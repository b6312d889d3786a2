//! The timeline pane: operations, strength, a lane for each base, events, the axis.

pub mod axis;
pub mod callouts;
pub mod crowd;
pub mod doubt;
pub mod events;
pub mod key;
pub mod lanes;
pub mod layout;
pub mod operations;
pub mod strength;
pub mod tip;

use self::layout::Layout;
use crate::map::atlas::Atlas;
use crate::state::State;
use crate::view::mark::Mark;
use crate::view::scene::Pane;
use crate::words::geom::{Rect, pt};
use crate::words::text::Text;

/// The whole pane, and the rooms of `axis::unstruck`.
pub fn pane(atlas: &Atlas, state: &State, layout: &Layout, text: &Text) -> (Pane, Vec<Rect>) {
    let overlay = overlay(atlas, state, layout, text);
    let unstruck = axis::unstruck(state, layout, &overlay);
    let (size, land) = (state.env.timeline, land(atlas, state, layout, text));
    let marks = axis::cursor(state, layout, &unstruck);
    (Pane { size, land, marks, overlay }, unstruck)
}

/// What stays while the day moves, but for the lanes of bases that open or close.
pub fn land(atlas: &Atlas, state: &State, layout: &Layout, text: &Text) -> Vec<Mark> {
    let mut marks = axis::grid(state, layout);
    marks.extend(strength::marks(atlas, state, layout, text));
    marks.extend(lanes::bars(atlas, state, layout));
    marks.extend(events::marks(atlas, state, layout));
    marks
}

/// What must stay legible above the veil, and what the pointer is over.
pub fn overlay(atlas: &Atlas, state: &State, layout: &Layout, text: &Text) -> Vec<Mark> {
    let mut marks = operations::marks(atlas, state, layout);
    marks.extend(axis::years(state, layout));
    marks.extend(callouts::names(atlas, state, layout, text));
    marks.extend(strength::pointed(atlas, state, layout));
    marks.extend(lanes::names(atlas, state, layout));
    let (left, right) = layout.axis;
    let corner = pt(left, layout.key);
    marks.extend(key::marks(&layout.signs, &state.env, corner, right - left, text));
    marks.extend(events::names(atlas, state, layout, text));
    marks.extend(tip::marks(atlas, state, layout, text));
    marks
}
