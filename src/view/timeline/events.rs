//! The events as small marks; the shape tells the category.

use super::layout::Layout;
use crate::map::atlas::Atlas;
use crate::model::dataset::Category;
use crate::state::{State, Target};
use crate::view::mark::{Align, Face, Mark, block, circle, disc, line, ring, text};
use crate::words::geom::{Point, Rect, pt};
use crate::words::metrics::Weight;
use crate::words::text::Text;
use crate::words::theme::{Color, Palette, size};

/// The color of a category.
fn color(category: Category, palette: &Palette) -> Color {
    match category {
        Category::Attack => palette.attack,
        Category::Military | Category::Politics => palette.ink,
        Category::Bases => palette.open,
    }
}

/// The mark of a category.
pub fn symbol(at: Point, category: Category, palette: &Palette) -> Mark {
    let color = color(category, palette);
    match category {
        Category::Attack => {
            ring(vec![at.by(0.0, -5.5), at.by(4.0, 0.0), at.by(0.0, 5.5), at.by(-4.0, 0.0)], color)
        }
        Category::Military => {
            ring(vec![at.by(0.0, -4.75), at.by(4.75, 3.75), at.by(-4.75, 3.75)], color)
        }
        Category::Politics => block(Rect::around(at, 7.0, 7.0), color),
        Category::Bases => disc(at, 4.0, color),
    }
}

/// All marks that have room; before each a line over the days it may have happened on, or
/// to the day on which it ended.
pub fn marks(atlas: &Atlas, state: &State, layout: &Layout) -> Vec<Mark> {
    let palette = state.env.palette();
    let placed = || {
        let events = atlas.data().events.iter().zip(&layout.events).enumerate();
        events.filter_map(|(index, (event, at))| at.map(|at| (index, event, at)))
    };
    let mut marks = Vec::new();
    for (_, event, at) in placed() {
        let start = layout.x(event.span.start.earliest);
        let end = event.span.end.map_or(at.x, |end| layout.x(end.latest));
        if end - start > 8.0 {
            let color = color(event.category, &palette).fade(0.45);
            marks.push(line(vec![pt(start, at.y), pt(end, at.y)], 1.5, color));
        }
    }
    for (index, event, at) in placed() {
        marks.push(symbol(at, event.category, &palette).of(Target::Event(index)));
    }
    marks
}

/// The name of the row, the counts of what has no room, and what the pointer or the choice
/// is on.
pub fn names(atlas: &Atlas, state: &State, layout: &Layout, words: &Text) -> Vec<Mark> {
    let palette = state.env.palette();
    let mut marks = Vec::new();
    if layout.wide {
        let at = pt(0.0, layout.event_rows.y1 - 8.0);
        marks.push(text(words.events, at, size::LABEL, palette.ink).face(Face::Bold));
    }
    for crowd in &layout.crowds {
        let count = format!("+{}", crowd.count);
        let mark = text(count, crowd.at, size::SMALL, palette.muted).align(Align::Center);
        marks.push(mark.halo(palette.ground));
    }
    if let Some(event) = state.event() {
        marks.extend(ringed(atlas, state, layout, event, 1.75));
    }
    if let Some(Target::Event(event)) = state.hover {
        marks.extend(ringed(atlas, state, layout, event, 1.25));
        marks.extend(tip(atlas, state, layout, event));
    }
    marks
}

/// Where an event stands; one in a crowd stands at its top while it is chosen.
fn place(atlas: &Atlas, layout: &Layout, event: usize) -> Option<Point> {
    let entry = atlas.data().events.get(event)?;
    let in_crowd = pt(layout.x(entry.span.day()), layout.event_rows.y0 + 6.0);
    Some(layout.events.get(event).copied().flatten().unwrap_or(in_crowd))
}

fn ringed(atlas: &Atlas, state: &State, layout: &Layout, event: usize, width: f64) -> Vec<Mark> {
    let palette = state.env.palette();
    let Some(at) = place(atlas, layout, event) else { return Vec::new() };
    let Some(entry) = atlas.data().events.get(event) else { return Vec::new() };
    vec![
        disc(at, 8.0, palette.ground),
        symbol(at, entry.category, &palette).of(Target::Event(event)),
        circle(at, 8.0, width, palette.ink),
    ]
}

/// Day and title over the mark that the pointer is on.
fn tip(atlas: &Atlas, state: &State, layout: &Layout, event: usize) -> Vec<Mark> {
    let (env, palette) = (&state.env, state.env.palette());
    let Some(at) = place(atlas, layout, event) else { return Vec::new() };
    let Some(entry) = atlas.data().events.get(event) else { return Vec::new() };
    let (title, day) = (entry.title.get(env.lang), env.lang.span(&entry.span));
    let title_width = env.metrics.width(title, size::LABEL, Weight::Bold);
    let width = title_width.max(env.metrics.width(&day, size::SMALL, Weight::Regular)) + 18.0;
    let height = 42.0;
    let most = (env.timeline.w - width).max(0.0);
    let x = (at.x - width / 2.0).clamp(0.0, most);
    let y = at.y - 14.0 - height;
    let card = Rect::new(x, y, x + width, y + height);
    vec![
        block(card.grown(1.0), palette.closed),
        block(card, palette.ground),
        text(day, pt(x + 9.0, y + 13.0), size::SMALL, palette.muted),
        text(title, pt(x + 9.0, y + 29.0), size::LABEL, palette.ink).face(Face::Bold),
    ]
}
