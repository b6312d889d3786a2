//! The axis: years, the slider's track, the cursor and the veil over what is to come.

use super::layout::Layout;
use crate::state::State;
use crate::view::hairline;
use crate::view::mark::{Align, Mark, Shape, block, text};
use crate::words::day::Day;
use crate::words::geom::{Rect, pt};
use crate::words::metrics::Weight;
use crate::words::theme::size;

/// How much of what is to come the veil takes away.
const VEIL: f64 = 0.66;

/// The first days of the years on the axis.
fn years_on(layout: &Layout) -> impl Iterator<Item = (i32, Day)> {
    let (first, last) = (layout.days.0.civil().year, layout.days.1.civil().year);
    (first..=last).filter_map(|year| Day::from_civil(year, 1, 1).map(|day| (year, day)))
}

/// A line for the beginning of every year.
pub fn grid(state: &State, layout: &Layout) -> Vec<Mark> {
    let palette = &state.env.palette;
    let ends = (layout.strength.y0, layout.track);
    years_on(layout)
        .filter(|(_, day)| *day > layout.days.0)
        .map(|(_, day)| hairline::upright(layout.x(day), ends, 1.0, palette.rule, &state.env))
        .collect()
}

/// The years under the track, as many as have room.
pub fn years(state: &State, layout: &Layout) -> Vec<Mark> {
    let env = &state.env;
    let one_year = layout.x(layout.days.0 + 365) - layout.axis.0;
    let full = env.metrics.width("2022", size::SMALL + 1.0, Weight::Regular);
    let short = one_year < full + 10.0;
    let px = if short { size::SMALL } else { size::SMALL + 1.0 };
    let needed = if short { env.metrics.width("’22", px, Weight::Regular) } else { full } + 6.0;
    let every = libm::ceil(needed / one_year.max(0.01)).max(1.0) as i32;
    years_on(layout)
        .filter(|(year, _)| year % every == 0)
        .map(|(year, day)| {
            let until = Day::from_civil(year + 1, 1, 1).unwrap_or(day);
            let middle = f64::midpoint(layout.x(day), layout.x(until));
            let name = if short { format!("’{:02}", year % 100) } else { year.to_string() };
            text(name, pt(middle, layout.years), px, env.palette.muted).align(Align::Center)
        })
        .collect()
}

/// The veil, the cursor and the part of the track that has been travelled: boxes, all of them. The cursor
/// strikes none of the rooms of [`unstruck`]: it is broken there.
pub fn cursor(state: &State, layout: &Layout, unstruck: &[Rect]) -> Vec<Mark> {
    let (env, palette) = (&state.env, &state.env.palette);
    let x = layout.x(state.day);
    let (x0, x1) = layout.axis;
    // Marks at the very end of the axis reach beyond it.
    let veil = Rect::new(x, layout.operations.y1, x1 + 12.0, layout.event_rows.y1 + 2.0);
    let track =
        |to: f64, width: f64, color| hairline::level((x0, to), layout.track, width, color, env);
    let mut marks = vec![
        block(veil, palette.ground.fade(VEIL)),
        track(x1, 2.0, palette.closed),
        track(x, 3.0, palette.ink),
    ];
    let mut from = layout.operations.y1;
    // Without a sort: that of the standard library takes more of the module than all of this.
    while let Some(room) = topmost(unstruck, x, from) {
        marks.push(hairline::upright(x, (from, room.y0.max(from)), 1.5, palette.ink, env));
        from = room.y1;
    }
    marks.push(hairline::upright(x, (from, layout.track), 1.5, palette.ink, env));
    marks
}

/// The texts of an overlay that stand on the figures or over the events.
pub fn unstruck(state: &State, layout: &Layout, overlay: &[Mark]) -> Vec<Rect> {
    let rows = [layout.strength, layout.event_rows];
    let is_in = |y: f64| rows.iter().any(|row| (row.y0..row.y1).contains(&y));
    let mut rooms = Vec::new();
    for mark in overlay {
        let Shape::Text(label) = &mark.shape else { continue };
        if is_in(label.at.y) {
            rooms.push(label.room(&state.env.metrics).grown(1.5));
        }
    }
    rooms
}

/// The first room that an upright line at `x` meets below `y`.
fn topmost(rooms: &[Rect], x: f64, y: f64) -> Option<&Rect> {
    let met = rooms.iter().filter(|room| room.x0 < x && x < room.x1 && room.y1 > y);
    met.min_by(|a, b| a.y0.total_cmp(&b.y0))
}
