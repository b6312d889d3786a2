//! The key: what each mark stands for, in as many rows as the width asks for.

use super::doubt::{self, Edge};
use super::events::symbol;
use crate::model::dataset::Category;
use crate::state::State;
use crate::state::env::Env;
use crate::view::map::bases::dashes;
use crate::view::mark::{Mark, line, ring, text};
use crate::words::geom::{Point, Rect, pt};
use crate::words::metrics::Weight;
use crate::words::text::Text;
use crate::words::theme::{Palette, size};

/// Height of a row of the key.
pub const ROW_PX: f64 = 20.0;

/// Between a sign and its name, between a name and the next sign.
const GAPS_PX: (f64, f64) = (4.0, 16.0);

/// What the key explains.
#[derive(Clone, Copy)]
enum Sign {
    Event(Category),
    /// A tapered end, the ring of a base in doubt, a hollow mark.
    UnknownDay,
    /// A band between two figures.
    Differ,
}

const SIGNS: [Sign; 6] = [
    Sign::Event(Category::Bases),
    Sign::Event(Category::Military),
    Sign::Event(Category::Politics),
    Sign::Event(Category::Attack),
    Sign::UnknownDay,
    Sign::Differ,
];

impl Sign {
    fn name(self, words: &Text) -> &'static str {
        match self {
            Self::Event(Category::Bases) => words.bases,
            Self::Event(Category::Military) => words.military,
            Self::Event(Category::Politics) => words.politics,
            Self::Event(Category::Attack) => words.attack,
            Self::UnknownDay => words.unknown_day,
            Self::Differ => words.figures_differ,
        }
    }

    fn width(self) -> f64 {
        match self {
            Self::Event(_) => 10.0,
            Self::UnknownDay => 57.0,
            Self::Differ => 22.0,
        }
    }

    /// Its marks, from the middle of its left side.
    fn marks(self, at: Point, env: &Env, palette: &Palette) -> Vec<Mark> {
        match self {
            Self::Event(category) => symbol(at.by(5.0, 0.0), category, true, palette),
            Self::UnknownDay => in_doubt(at, env, palette),
            Self::Differ => band(at, palette),
        }
    }
}

/// Where each sign stands, from the left end of a row and down from the first.
fn places(env: &Env, width: f64, words: &Text) -> [Point; SIGNS.len()] {
    let (mut x, mut y) = (0.0, ROW_PX / 2.0);
    SIGNS.map(|sign| {
        let name = env.metrics.width(sign.name(words), size::SMALL, Weight::Regular);
        let needed = sign.width() + GAPS_PX.0 + name;
        if x > 0.0 && x + needed > width {
            (x, y) = (0.0, y + ROW_PX);
        }
        let place = pt(x, y);
        x += needed + GAPS_PX.1;
        place
    })
}

/// How high the key is at a width.
pub fn height(env: &Env, width: f64) -> f64 {
    let places = places(env, width, Text::of(env.lang));
    places.iter().map(|place| place.y).fold(0.0, f64::max) + ROW_PX / 2.0
}

/// The key with its upper left corner at a point.
pub fn marks(state: &State, corner: Point, width: f64, words: &Text) -> Vec<Mark> {
    let (env, palette) = (&state.env, state.env.palette());
    let places = places(env, width, words);
    SIGNS
        .iter()
        .zip(places)
        .flat_map(|(sign, place)| {
            let at = corner.by(place.x, place.y);
            let mut marks = sign.marks(at, env, &palette);
            let name = at.by(sign.width() + GAPS_PX.0, 0.0);
            marks.push(text(sign.name(words), name, size::SMALL, palette.muted));
            marks
        })
        .collect()
}

fn in_doubt(at: Point, env: &Env, palette: &Palette) -> Vec<Mark> {
    let (x, y) = (env.snap(at.x), at.y);
    let lane = Rect::new(x, y - 4.5, x + 24.0, y + 4.5);
    let end = Edge { full: x + 24.0, faint: x, about: false };
    let mut marks = doubt::taper(&lane, end, palette.open, env);
    marks.extend(dashes(pt(x + 35.0, y), 5.5).map(|arc| line(arc, 1.75, palette.ink)));
    marks.extend(symbol(pt(x + 51.0, y), Category::Politics, false, palette));
    marks
}

fn band(at: Point, palette: &Palette) -> Vec<Mark> {
    let corner = |x: f64, y: f64| at.by(x, y);
    let shape = vec![corner(0.0, 4.0), corner(11.0, -5.0), corner(22.0, 0.0), corner(11.0, 4.0)];
    let mut marks = vec![ring(shape, palette.band)];
    marks.extend(doubt::range(corner(11.0, 4.0), corner(11.0, -5.0), palette.ink));
    marks
}
