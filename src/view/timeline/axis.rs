//! The axis: years, the slider's track, the cursor and the veil over what is to come.

use super::layout::Layout;
use crate::state::State;
use crate::view::hairline;
use crate::view::mark::{Align, Mark, block, text};
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

/// The veil, the cursor and the part of the track that has been travelled: boxes, all of them.
pub fn cursor(state: &State, layout: &Layout) -> Vec<Mark> {
    let (env, palette) = (&state.env, &state.env.palette);
    let x = layout.x(state.day);
    let (x0, x1) = layout.axis;
    // Marks at the very end of the axis reach beyond it.
    let veil = Rect::new(x, layout.operations.y1, x1 + 12.0, layout.event_rows.y1 + 2.0);
    let track =
        |to: f64, width: f64, color| hairline::level((x0, to), layout.track, width, color, env);
    let ends = (layout.operations.y1, layout.track);
    vec![
        block(veil, palette.ground.fade(VEIL)),
        track(x1, 2.0, palette.closed),
        track(x, 3.0, palette.ink),
        hairline::upright(x, ends, 1.5, palette.ink, env),
    ]
}
