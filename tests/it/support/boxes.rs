//! The boxes in which marks stand.

use mali_bases::view::mark::{Mark, Shape};
use mali_bases::words::geom::{Point, Rect};

use crate::support::letters::extent;

/// The box in which a mark stands.
pub(crate) fn room(mark: &Mark) -> Rect {
    match &mark.shape {
        Shape::Text(label) => extent(label),
        _ => bounds(mark).unwrap_or_default(),
    }
}

/// The box that a mark may paint; none for letters.
pub(crate) fn bounds(mark: &Mark) -> Option<Rect> {
    let all = |points: &[Point]| Rect::enclosing(points.iter().copied());
    match &mark.shape {
        Shape::Box(rect) => Some(*rect),
        Shape::Ring(points) => all(points),
        Shape::Line(points, width) => all(points).map(|room| room.grown(width / 2.0)),
        Shape::Disc(center, radius) => all(&[*center]).map(|room| room.grown(*radius)),
        Shape::Circle(center, radius, width) => {
            all(&[*center]).map(|room| room.grown(radius + width / 2.0))
        }
        Shape::Text(_) => None,
    }
}

/// The place of a tip among the marks of an overlay, and its card: the last high box, its edge
/// before it, its lines behind it.
pub(crate) fn tip(overlay: &[Mark]) -> Option<(usize, Rect)> {
    overlay.iter().enumerate().rev().find_map(|(place, mark)| match mark.shape {
        Shape::Box(card) if card.height() > 30.0 => Some((place, card)),
        _ => None,
    })
}
