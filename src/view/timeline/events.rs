//! The events as small marks; the shape tells the category, a hollow one that its day is
//! not known for sure.

use super::crowd::{self, Card};
use super::doubt;
use super::layout::Layout;
use crate::map::atlas::Atlas;
use crate::model::dataset::Category;
use crate::state::{State, Target};
use crate::view::mark::{Face, Mark, block, circle, disc, line, ring, text};
use crate::words::day::Day;
use crate::words::edtf::Span;
use crate::words::geom::{Point, Rect, pt};
use crate::words::text::Text;
use crate::words::theme::{Color, Palette, size};

/// What reaches less far beyond the middle of a mark is not seen, px.
const BEHIND_PX: f64 = 6.0;

/// How much of its color is left on the days of an event, beside its mark.
pub const DAYS: f64 = 0.7;

/// The color of a category.
fn color(category: Category, palette: &Palette) -> Color {
    match category {
        Category::Attack => palette.attack,
        Category::Military | Category::Politics => palette.ink,
        Category::Bases => palette.open,
    }
}

/// The mark of a category: full where the day is sure, hollow where it is not.
pub fn symbol(at: Point, category: Category, sure: bool, palette: &Palette) -> Vec<Mark> {
    let color = color(category, palette);
    let mut marks = vec![shape(at, category, 1.0, color)];
    if !sure {
        marks.push(shape(at, category, doubt::HOLLOW, palette.ground));
    }
    marks
}

/// The shape of a category at a share of its size.
fn shape(at: Point, category: Category, share: f64, color: Color) -> Mark {
    let by = |x: f64, y: f64| at.by(x * share, y * share);
    match category {
        Category::Attack => {
            ring(vec![by(0.0, -5.5), by(4.0, 0.0), by(0.0, 5.5), by(-4.0, 0.0)], color)
        }
        // About its own middle, which is a third up.
        Category::Military => {
            let by = |x: f64, y: f64| at.by(x * share, 0.9 + (y - 0.9) * share);
            ring(vec![by(0.0, -4.75), by(4.75, 3.75), by(-4.75, 3.75)], color)
        }
        Category::Politics => block(Rect::around(at, 7.0 * share, 7.0 * share), color),
        Category::Bases => disc(at, 4.0 * share, color),
    }
}

/// All marks that have room; under them the days over which they may have happened, and
/// those over which they lasted.
pub fn marks(atlas: &Atlas, state: &State, layout: &Layout) -> Vec<Mark> {
    let palette = &state.env.palette;
    let events = atlas.data().events.heads();
    let mut marks = Vec::new();
    for (index, at) in &layout.events {
        let event = &events[*index];
        marks.extend(days(&event.span, *at, layout, color(event.category, palette)));
    }
    for (index, at) in &layout.events {
        let event = &events[*index];
        let symbol = symbol(*at, event.category, event.span.start.is_sure(), palette);
        marks.extend(symbol.into_iter().map(|mark| mark.of(Target::Event(*index))));
    }
    marks
}

/// Dashes over the days on which an event may have begun or ended, a line over those on
/// which it surely went on, dots where no end is known.
fn days(span: &Span, at: Point, layout: &Layout, color: Color) -> Vec<Mark> {
    let level = |day: Day| pt(layout.x(day), at.y);
    let mut marks = Vec::new();
    let mut add = |from: Point, to: Point, sure: bool| {
        if to.x - from.x < BEHIND_PX {
            return; // the mark hides it
        }
        if sure {
            marks.push(line(vec![from, to], 1.5, color.fade(DAYS)));
        } else {
            marks.extend(doubt::whisker(from, to, color.fade(DAYS)));
        }
    };
    add(level(span.start.earliest), at, false);
    match span.end {
        Some(end) => {
            let surely = pt(layout.x(end.earliest).max(at.x), at.y);
            add(at, surely, true);
            add(surely, level(end.latest), false);
        }
        None if span.lasts => marks.extend(doubt::runs_on(at.by(3.0, 0.0), color)),
        None => {}
    }
    marks
}

/// The name of the row, the counts of what has no room, and what the pointer or the choice
/// is on.
pub fn names(atlas: &Atlas, state: &State, layout: &Layout, words: &Text) -> Vec<Mark> {
    let palette = &state.env.palette;
    let mut marks = Vec::new();
    if layout.wide {
        let at = pt(0.0, layout.event_rows.y1 - 8.0);
        marks.push(text(words.events, at, size::LABEL, palette.ink).face(Face::Bold));
    }
    marks.extend(crowd::counts(state, layout));
    let card = Card::of(atlas, state, layout);
    marks.extend(card.iter().flat_map(|card| card.marks(atlas, state)));
    if let Some(event) = state.event() {
        marks.extend(ringed(atlas, state, layout, event, 1.75));
    }
    if let Some(Target::Event(event)) = state.hover {
        marks.extend(ringed(atlas, state, layout, event, 1.25));
    }
    marks
}

/// Where an event stands; one in a crowd stands at its top while it is chosen.
pub(super) fn place(atlas: &Atlas, state: &State, layout: &Layout, event: usize) -> Option<Point> {
    let card = Card::of(atlas, state, layout);
    let opened = card.and_then(|card| card.places.into_iter().find(|(index, _)| *index == event));
    if let Some((_, at)) = opened {
        return Some(at);
    }
    let entry = atlas.data().events.heads().get(event)?;
    let in_crowd = pt(layout.x(entry.day()), layout.event_rows.y0 + 6.0);
    Some(layout.place(event).unwrap_or(in_crowd))
}

fn ringed(atlas: &Atlas, state: &State, layout: &Layout, event: usize, width: f64) -> Vec<Mark> {
    let palette = &state.env.palette;
    let Some(at) = place(atlas, state, layout, event) else { return Vec::new() };
    let Some(entry) = atlas.data().events.heads().get(event) else { return Vec::new() };
    let symbol = symbol(at, entry.category, entry.span.start.is_sure(), palette);
    let mut marks = vec![disc(at, 8.0, palette.ground)];
    marks.extend(symbol.into_iter().map(|mark| mark.of(Target::Event(event))));
    marks.push(circle(at, 8.0, width, palette.ink));
    marks
}
