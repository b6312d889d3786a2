//! The key: what each mark stands for, in as many rows as the width asks for.

use super::doubt::{self, Edge};
use super::events::{self, symbol};
use crate::model::base::BaseState;
use crate::model::dataset::{Category, Dataset};
use crate::state::env::Env;
use crate::view::map::bases::{self, RADIUS_PX, dashes};
use crate::view::mark::{Face, Mark, line, ring, text};
use crate::words::geom::{Point, Rect, pt};
use crate::words::metrics::Weight;
use crate::words::text::Text;
use crate::words::theme::{Palette, size};

/// Height of a row of the key.
pub const ROW_PX: f64 = 20.0;

/// Between a sign and its name, between a name and the next sign.
const GAPS_PX: (f64, f64) = (4.0, 16.0);

/// Between the head of a group and its first sign.
const HEAD_GAP_PX: f64 = 8.0;

/// What the key explains.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sign {
    /// A state of a base on the map.
    Base(BaseState),
    /// What an event is about.
    Event(Category),
    /// A tapered end, the ring of a base in doubt, a hollow mark after its dashes.
    UnknownDay,
    /// A torn end.
    AboutThen,
    /// Dots behind what has no known end.
    NoEnd,
    /// A bar between two figures, in their band.
    Differ,
}

/// The states of a base, the categories, and of the signs of doubt those that occur.
pub fn signs(data: &Dataset) -> Vec<Sign> {
    let mut signs =
        [BaseState::NotYet, BaseState::Open, BaseState::Closed].map(Sign::Base).to_vec();
    let categories = [Category::Bases, Category::Military, Category::Politics, Category::Attack];
    signs.extend(categories.map(Sign::Event));
    let [mut unsure, mut about, mut endless] = [false; 3];
    for base in &data.bases {
        for end in std::iter::once(&base.arrived).chain(&base.handed_over) {
            unsure |= !end.date.is_sure();
            about |= end.date.is_qualified();
        }
        endless |= base.handed_over.is_none();
    }
    endless |= data.events.is_endless();
    unsure |= data.events.is_unsure();
    unsure |= data.strength.iter().any(|figure| !figure.date.is_sure());
    let differ = data.strength.iter().any(|figure| figure.low < figure.high);
    let of_doubt = [Sign::UnknownDay, Sign::AboutThen, Sign::NoEnd, Sign::Differ];
    let occur = of_doubt.into_iter().zip([unsure, about, endless, differ]);
    signs.extend(occur.filter(|(_, occurs)| *occurs).map(|(sign, _)| sign));
    signs
}

impl Sign {
    /// What stands before the first sign of a group.
    fn head(self, words: &Text) -> Option<&'static str> {
        match self {
            Self::Base(BaseState::NotYet) => Some(words.bases_title),
            Self::Event(Category::Bases) => Some(words.events),
            _ => None,
        }
    }

    fn name(self, words: &Text) -> &'static str {
        match self {
            Self::Base(BaseState::NotYet) => words.not_yet,
            Self::Base(BaseState::MaybeOpen) => words.maybe_open,
            Self::Base(BaseState::Open) => words.open,
            Self::Base(BaseState::MaybeClosed) => words.maybe_closed,
            Self::Base(BaseState::Closed) => words.closed,
            Self::Event(Category::Bases) => words.bases,
            Self::Event(Category::Military) => words.military,
            Self::Event(Category::Politics) => words.politics,
            Self::Event(Category::Attack) => words.attack,
            Self::UnknownDay => words.unknown_day,
            Self::AboutThen => words.about_then,
            Self::NoEnd => words.no_end,
            Self::Differ => words.figures_differ,
        }
    }

    fn width(self) -> f64 {
        match self {
            Self::Base(BaseState::NotYet) => 6.0,
            Self::Base(_) => 2.0 * RADIUS_PX,
            Self::Event(_) => 10.0,
            Self::UnknownDay => 72.0,
            Self::AboutThen | Self::Differ => 22.0,
            Self::NoEnd => 15.0,
        }
    }

    /// Its marks, from the middle of its left side.
    fn marks(self, at: Point, env: &Env, palette: &Palette) -> Vec<Mark> {
        let middle = at.by(self.width() / 2.0, 0.0);
        match self {
            Self::Base(state) => bases::symbol(middle, state, palette),
            Self::Event(category) => symbol(middle, category, true, palette),
            Self::UnknownDay => in_doubt(at, env, palette),
            Self::AboutThen => bar(at, env, palette),
            Self::NoEnd => doubt::runs_on(at.by(-1.0, 0.0), palette.ink).collect(),
            Self::Differ => band(at, palette),
        }
    }
}

/// Where each sign stands, from the left end of a row and down from the first.
fn places(signs: &[Sign], env: &Env, width: f64, words: &Text) -> Vec<Point> {
    let (mut x, mut y) = (0.0, ROW_PX / 2.0);
    let place = |sign: &Sign| {
        let head = head_width(*sign, env, words);
        let name = env.metrics.width(sign.name(words), size::SMALL, Weight::Regular);
        let needed = head + sign.width() + GAPS_PX.0 + name;
        if x > 0.0 && x + needed > width {
            (x, y) = (0.0, y + ROW_PX);
        }
        let place = pt(x + head, y);
        x += needed + GAPS_PX.1;
        place
    };
    signs.iter().map(place).collect()
}

fn head_width(sign: Sign, env: &Env, words: &Text) -> f64 {
    let width = |head| env.metrics.width(head, size::SMALL, Weight::Bold) + HEAD_GAP_PX;
    sign.head(words).map_or(0.0, width)
}

/// How high the key is at a width.
pub fn height(signs: &[Sign], env: &Env, width: f64) -> f64 {
    let places = places(signs, env, width, Text::of(env.lang));
    places.iter().map(|place| place.y).fold(0.0, f64::max) + ROW_PX / 2.0
}

/// The key with its upper left corner at a point.
pub fn marks(signs: &[Sign], env: &Env, corner: Point, width: f64, words: &Text) -> Vec<Mark> {
    let palette = &env.palette;
    let places = places(signs, env, width, words);
    let mut marks = Vec::new();
    for (sign, place) in signs.iter().zip(places) {
        let at = corner.by(place.x, place.y);
        if let Some(head) = sign.head(words) {
            let left = at.by(-head_width(*sign, env, words), 0.0);
            marks.push(text(head, left, size::SMALL, palette.muted).face(Face::Bold));
        }
        marks.extend(sign.marks(at, env, palette));
        let name = at.by(sign.width() + GAPS_PX.0, 0.0);
        marks.push(text(sign.name(words), name, size::SMALL, palette.muted));
    }
    marks
}

fn in_doubt(at: Point, env: &Env, palette: &Palette) -> Vec<Mark> {
    let (x, y) = (env.snap(at.x), at.y);
    let lane = Rect::new(x, y - 4.5, x + 24.0, y + 4.5);
    let end = Edge { full: x + 24.0, faint: x, torn: false };
    let mut marks = doubt::taper(&lane, end, palette.open, env);
    marks.extend(dashes(pt(x + 35.0, y), 5.5).map(|arc| line(arc, 1.75, palette.ink)));
    marks.extend(doubt::whisker(pt(x + 46.0, y), pt(x + 62.0, y), palette.ink.fade(events::DAYS)));
    marks.extend(symbol(pt(x + 66.0, y), Category::Politics, false, palette));
    marks
}

fn bar(at: Point, env: &Env, palette: &Palette) -> Vec<Mark> {
    let (x, y) = (env.snap(at.x), at.y);
    let lane = Rect::new(x, y - 4.5, x + 22.0, y + 4.5);
    let edge = |x: f64, torn: bool| Edge { full: x, faint: x, torn };
    doubt::bar(&lane, edge(x, true), edge(x + 22.0, false), palette.open, env)
}

fn band(at: Point, palette: &Palette) -> Vec<Mark> {
    let corner = |x: f64, y: f64| at.by(x, y);
    let shape = vec![corner(0.0, 4.0), corner(11.0, -5.0), corner(22.0, 0.0), corner(11.0, 4.0)];
    let mut marks = vec![ring(shape, palette.band)];
    marks.extend(doubt::range(corner(11.0, 4.0), corner(11.0, -5.0), palette.ink));
    marks
}
