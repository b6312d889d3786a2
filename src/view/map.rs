//! The map pane: land below, bases on it, rings around what is pointed at.

pub mod bases;
pub mod date;
pub mod labels;
pub mod land;

use crate::map::atlas::Atlas;
use crate::state::State;
use crate::view::scene::Pane;
use crate::words::text::Text;

/// The whole pane.
pub fn pane(atlas: &Atlas, state: &State, text: &Text) -> Pane {
    Pane {
        size: state.env.map,
        land: land::marks(atlas, state),
        marks: bases::marks(atlas, state, text),
        overlay: bases::rings(atlas, state),
    }
}
