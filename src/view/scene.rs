//! A state as a finished picture: two panes of three layers each, stacked in that order.
//!
//! | layer | map | timeline | changes with |
//! |---|---|---|---|
//! | land | countries, waters, names | lanes, strength, events | view, size, theme; lanes with a base's state |
//! | marks | bases | the veil over what is to come, the cursor around what is named | a base's state; the day, and names |
//! | overlay | rings around hover and choice | names that stay legible, hover | hover, choice; names with a base's state, figures as they lie behind |

use super::timeline::layout::Layout;
use super::{map, timeline};
use crate::map::atlas::Atlas;
use crate::state::State;
use crate::view::mark::Mark;
use crate::words::geom::Size;
use crate::words::text::Text;

/// One pane, its layers from the lowest to the topmost.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Pane {
    /// Its size in CSS px.
    pub size: Size,
    /// What stays.
    pub land: Vec<Mark>,
    /// What changes with the day.
    pub marks: Vec<Mark>,
    /// What changes with the pointer.
    pub overlay: Vec<Mark>,
}

/// The whole picture.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Scene {
    /// The map.
    pub map: Pane,
    /// The timeline.
    pub timeline: Pane,
}

/// The picture of a state.
pub fn scene(atlas: &Atlas, state: &State, text: &Text) -> Scene {
    let layout = Layout::new(atlas, &state.env, state.env.timeline.w);
    let (timeline, _) = timeline::pane(atlas, state, &layout, text);
    let names = map::labels::places(atlas, state);
    Scene { map: map::pane(atlas, state, &names, text), timeline }
}
