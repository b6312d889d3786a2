//! Day and count in the upper left corner of the map. On a page they are HTML, which its
//! style sheet puts into the room kept free here; on a sheet they are drawn.

use crate::map::atlas::Atlas;
use crate::state::State;
use crate::view::mark::{Face, Mark, text};
use crate::words::day::Day;
use crate::words::geom::{Rect, pt};
use crate::words::metrics::Weight;
use crate::words::text::Text;

/// Left edge of both lines.
const LEFT_PX: f64 = 16.0;

/// The size of the count.
const COUNT_PX: f64 = 15.0;

/// The count of a small map is broken at this width; its style sheet says the same.
const BROADEST_EM: f64 = 11.25;

/// Nearer by both lie on a card, with as much around them.
const CARD_PX: f64 = 6.0;

/// The size of the day.
fn day_size(state: &State) -> f64 {
    if state.env.roomy_map() { 28.0 } else { 20.0 }
}

/// The room of both as wide as they ever get. On a small map what is in doubt stands on a
/// line of its own, shorter than the first. Nearer by, where any base may come to lie there, both
/// are on a card.
pub fn room(atlas: &Atlas, state: &State) -> [Rect; 2] {
    let (env, text) = (&state.env, Text::of(state.env.lang));
    let all = atlas.data().bases.len();
    let count =
        |doubt| env.metrics.width(&text.count_of(all, doubt, all), COUNT_PX, Weight::Regular);
    // No month is longer.
    let longest = Day::from_civil(2022, 9, 30).map(|day| env.lang.day(day)).unwrap_or_default();
    let day = env.metrics.width(&longest, day_size(state), Weight::Bold);
    let bottom = 20.0 + day_size(state) + COUNT_PX * 1.5;
    let first = Rect::new(0.0, 0.0, LEFT_PX + day.max(count(0)) + 6.0, bottom);
    let second = if env.roomy_map() {
        Rect::new(0.0, bottom - 24.0, LEFT_PX + count(1) + 6.0, bottom)
    } else {
        let lines = env.metrics.wrapped(
            &text.count_of(all, 1, all),
            COUNT_PX,
            Weight::Regular,
            BROADEST_EM * COUNT_PX,
        );
        let width = |line: &String| env.metrics.width(line, COUNT_PX, Weight::Regular);
        let second = lines.get(1).map_or(0.0, width);
        Rect::new(0.0, bottom, LEFT_PX + second + 6.0, bottom + COUNT_PX * 1.25)
    };
    if state.camera.zoom() > 1.0 {
        return [first.union(&second).grown(CARD_PX); 2];
    }
    [first, second]
}

/// Both as marks.
pub fn marks(atlas: &Atlas, state: &State, words: &Text) -> Vec<Mark> {
    let (env, palette, px) = (&state.env, &state.env.palette, day_size(state));
    let (open, doubt) = atlas.chronicle.open_on(state.day);
    let count = words.count_of(open, doubt, atlas.data().bases.len());
    let lines = match count.split_once(',') {
        Some((all, doubt)) if !env.roomy_map() => vec![all, doubt.trim_start_matches(' ')],
        _ => vec![&*count],
    };
    let day = text(env.lang.day(state.day), pt(LEFT_PX, 14.0 + px * 0.6), px, palette.ink);
    let first = 14.0 + px * 1.2 + COUNT_PX;
    let count = lines.into_iter().enumerate().map(|(row, line)| {
        let at = pt(LEFT_PX, first + row as f64 * COUNT_PX * 1.25);
        text(line, at, COUNT_PX, palette.muted).halo(palette.neighbor)
    });
    let day = day.face(Face::Headline).halo(palette.neighbor);
    std::iter::once(day).chain(count).collect()
}
