//! The map pane: land below, bases on it, rings around what is pointed at.

pub mod bases;
pub mod date;
pub mod labels;
pub mod land;
pub mod names;
pub mod scale;

use self::labels::Place;
use crate::map::atlas::Atlas;
use crate::state::State;
use crate::view::scene::Pane;
use crate::words::text::Text;

/// The whole pane, the names of the bases at their places.
pub fn pane(atlas: &Atlas, state: &State, names: &[Option<Place>], text: &Text) -> Pane {
    Pane {
        size: state.env.map,
        land: land::marks(atlas, state, names),
        marks: bases::marks(atlas, state, names, text),
        overlay: bases::rings(atlas, state, names),
    }
}
