//! The drawn geometry answers the pointer: there is no second one.

use super::mark::Mark;
use super::scene::Pane;
use crate::state::Target;
use crate::words::geom::Point;

impl Pane {
    /// What stands at a point of the pane: the topmost mark that covers it, else the
    /// nearest within `slop` px.
    pub fn pick(&self, at: Point, slop: f64) -> Option<Target> {
        let mut nearest: Option<(f64, Target)> = None;
        for mark in self.topmost_first() {
            let Some(target) = mark.target else { continue };
            let distance = mark.distance(at);
            if distance == 0.0 {
                return Some(target);
            }
            if distance <= slop && nearest.is_none_or(|(least, _)| distance < least) {
                nearest = Some((distance, target));
            }
        }
        nearest.map(|(_, target)| target)
    }

    fn topmost_first(&self) -> impl Iterator<Item = &Mark> {
        [&self.overlay, &self.marks, &self.land].into_iter().flat_map(|layer| layer.iter().rev())
    }
}
