//! The key: what each mark stands for.

use super::events::symbol;
use super::layout::Layout;
use crate::model::dataset::Category;
use crate::state::State;
use crate::view::map::bases::dashes;
use crate::view::mark::{Mark, block, line, text};
use crate::words::geom::{Rect, pt};
use crate::words::metrics::Weight;
use crate::words::text::Text;
use crate::words::theme::{Palette, size};

/// Height of a row of the key.
pub const ROW_PX: f64 = 20.0;

/// The key in one row, or in as many as the width asks for.
pub fn marks(state: &State, layout: &Layout, words: &Text) -> Vec<Mark> {
    let (env, palette) = (&state.env, state.env.palette());
    let shapes = [
        (words.bases, Some(Category::Bases)),
        (words.military, Some(Category::Military)),
        (words.politics, Some(Category::Politics)),
        (words.attack, Some(Category::Attack)),
        (words.unknown_day, None),
    ];
    let (mut x, mut y) = (layout.axis.0, layout.key + ROW_PX / 2.0);
    let mut marks = Vec::new();
    for (name, category) in shapes {
        let sign = if category.is_some() { 12.0 } else { 46.0 };
        let width = sign + 4.0 + env.metrics.width(name, size::SMALL, Weight::Regular);
        if x > layout.axis.0 && x + width > layout.axis.1 {
            (x, y) = (layout.axis.0, y + ROW_PX);
        }
        marks.extend(match category {
            Some(category) => vec![symbol(pt(x + 5.0, y), category, &palette)],
            None => in_doubt(env.snap(x), y, &palette),
        });
        marks.push(text(name, pt(x + sign + 2.0, y), size::SMALL, palette.muted));
        x += width + 16.0;
    }
    marks
}

/// A fading end, and the ring of a base that is in it.
fn in_doubt(x: f64, y: f64, palette: &Palette) -> Vec<Mark> {
    let fade = (0..12).map(|step| {
        let left = x + f64::from(step) * 2.0;
        let cell = Rect::new(left, y - 4.0, left + 2.0, y + 4.0);
        block(cell, palette.open.fade((f64::from(step) + 1.0) / 12.0))
    });
    let ring = dashes(pt(x + 36.0, y), 5.5).map(|arc| line(arc, 1.75, palette.ink));
    fade.chain(ring).collect()
}
