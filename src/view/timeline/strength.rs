//! How many French soldiers: an area for each scope, a band where figures differ.
//! Nothing is drawn between figures that lie years apart, and no middle of a range is
//! invented: the range is the drawing.

use super::doubt;
use super::layout::Layout;
use crate::map::atlas::Atlas;
use crate::model::dataset::{Scope, Strength};
use crate::state::State;
use crate::view::mark::{Align, Face, Mark, block, disc, line, ring, text};
use crate::words::day::Day;
use crate::words::geom::{Point, Rect, pt};
use crate::words::metrics::Weight;
use crate::words::text::Text;
use crate::words::theme::{Palette, size};

/// A callout longer than this is shortened to its figure where there is no gutter.
const NARROW_PX: f64 = 90.0;

/// What a callout in words may cost in distance and lines crossed, px.
const NEAR: f64 = 24.0;

/// Figures further apart than this are not joined.
const GAP_DAYS: i32 = 3 * 366;

/// Days in doubt that are drawn wider than this get a bar of their own, px.
const LONG_PX: f64 = 14.0;

/// The day at which a figure is drawn: the middle of what its date allows.
fn day(figure: &Strength) -> Day {
    figure.date.earliest + (figure.date.latest - figure.date.earliest) / 2
}

/// The highest figure that the area has room for.
fn top(atlas: &Atlas) -> f64 {
    f64::from(atlas.data().strength.iter().map(|figure| figure.high).max().unwrap_or(1).max(1))
        * 1.32
}

/// A stretch of figures as drawn: its lower and its upper line.
struct Run {
    low: Vec<Point>,
    high: Vec<Point>,
}

/// The areas, then the bands and lines: an area must not cover another scope's line.
pub fn marks(atlas: &Atlas, state: &State, layout: &Layout, words: &Text) -> Vec<Mark> {
    let palette = state.env.palette();
    let drawn = drawn_runs(atlas, layout);
    let mut marks = scale(atlas, state, layout, words);
    marks.extend(drawn.iter().filter_map(|run| {
        let (first, last) = (run.low.first()?, run.low.last()?);
        let floor = [pt(last.x, layout.strength.y1), pt(first.x, layout.strength.y1)];
        let area = run.low.iter().chain(&floor).copied().collect();
        (run.low.len() > 1).then(|| ring(area, palette.area))
    }));
    for Run { low, high } in drawn.into_iter().filter(|run| run.low.len() > 1) {
        let band = low.iter().chain(high.iter().rev()).copied().collect();
        marks.push(ring(band, palette.band));
        marks.push(line(low, 1.5, palette.ink));
        marks.push(line(high, 1.5, palette.ink));
    }
    for figure in &atlas.data().strength {
        marks.extend(point(atlas, figure, layout, &palette));
    }
    let Rect { x0, y1, x1, .. } = layout.strength;
    marks.push(block(Rect::new(x0, y1 - 0.5, x1, y1 + 0.5), palette.closed));
    marks
}

/// A figure itself: a dot, hollow where its day is not sure, or a bar between the lowest and
/// the highest, and dashes over the days in doubt.
fn point(atlas: &Atlas, figure: &Strength, layout: &Layout, palette: &Palette) -> Vec<Mark> {
    let at = |x: f64, value| pt(x, y(atlas, layout, value));
    let (x, date) = (layout.x(day(figure)), &figure.date);
    let (from, to) = (layout.x(date.earliest), layout.x(date.latest));
    let mut marks = Vec::new();
    if to - from > LONG_PX {
        marks.extend(doubt::whisker(at(from, figure.high), at(to, figure.high), palette.ink));
    }
    if figure.low < figure.high {
        marks.extend(doubt::range(at(x, figure.low), at(x, figure.high), palette.ink));
        return marks;
    }
    let radius = if layout.wide { 2.75 } else { 2.0 };
    marks.push(disc(at(x, figure.low), radius, palette.ink));
    if !date.is_sure() {
        marks.push(disc(at(x, figure.low), radius * doubt::HOLLOW, palette.ground));
    }
    marks
}

fn drawn_runs(atlas: &Atlas, layout: &Layout) -> Vec<Run> {
    let at = |figure: &Strength, value| pt(layout.x(day(figure)), y(atlas, layout, value));
    let runs = [Scope::Mali, Scope::Sahel].map(|scope| runs(&atlas.data().strength, scope));
    runs.iter()
        .flatten()
        .map(|run| Run {
            low: run.iter().map(|figure| at(figure, figure.low)).collect(),
            high: run.iter().map(|figure| at(figure, figure.high)).collect(),
        })
        .collect()
}

fn y(atlas: &Atlas, layout: &Layout, value: u32) -> f64 {
    let area = layout.strength;
    area.y1 - area.height() * f64::from(value) / top(atlas)
}

/// The figures of a scope in stretches without a long gap.
fn runs(figures: &[Strength], scope: Scope) -> Vec<Vec<&Strength>> {
    let mut figures: Vec<&Strength> =
        figures.iter().filter(|figure| figure.scope == scope).collect();
    figures.sort_by_key(|figure| day(figure));
    let mut runs: Vec<Vec<&Strength>> = Vec::new();
    for figure in figures {
        let near = runs
            .last()
            .and_then(|run| run.last())
            .is_some_and(|last| day(figure) - day(last) < GAP_DAYS);
        match runs.last_mut() {
            Some(run) if near => run.push(figure),
            _ => runs.push(vec![figure]),
        }
    }
    runs
}

/// The round figure at which a line helps to read heights.
fn round_figure(atlas: &Atlas) -> Option<u32> {
    let most = top(atlas) as u32;
    [1_000_000, 100_000, 50_000, 10_000, 5_000, 1_000, 500, 100, 50, 10]
        .into_iter()
        .find(|n| *n <= most)
}

/// Where that figure is written: the left end of the axis, or the gutter before it.
fn round_label(y: f64, layout: &Layout) -> Point {
    if layout.wide { pt(layout.axis.0 - 6.0, y) } else { pt(layout.axis.0, y - 8.0) }
}

/// One round line to read heights by, and the name of the area.
fn scale(atlas: &Atlas, state: &State, layout: &Layout, words: &Text) -> Vec<Mark> {
    let palette = state.env.palette();
    let Some(round) = round_figure(atlas) else { return Vec::new() };
    let height = y(atlas, layout, round);
    let rule = Rect::new(layout.axis.0, height - 0.5, layout.axis.1, height + 0.5);
    let mut marks = vec![block(rule, palette.rule)];
    if layout.wide {
        let number = text(
            state.env.lang.number(round),
            round_label(height, layout),
            size::SMALL,
            palette.muted,
        );
        marks.push(number.align(Align::Right));
    }
    if layout.wide {
        for (row, word) in broken(words.troops).into_iter().enumerate() {
            let at = pt(0.0, layout.strength.y1 - 28.0 + row as f64 * 16.0);
            marks.push(text(word, at, size::LABEL, palette.ink).face(Face::Bold));
        }
    }
    marks
}

/// A name of several words in two lines.
fn broken(name: &str) -> Vec<&str> {
    match name.split_once(' ') {
        Some((first, rest)) => vec![first, rest],
        None => vec![name],
    }
}

/// The figures that are named on the graphic.
pub fn names(atlas: &Atlas, state: &State, layout: &Layout, words: &Text) -> Vec<Mark> {
    let (env, palette) = (&state.env, state.env.palette());
    let mut taken: Vec<Rect> = Vec::new();
    let mut marks = Vec::new();
    if !layout.wide {
        let mut taken_by = |name: &str, at: Point| {
            let width = env.metrics.width(name, size::SMALL, Weight::Bold);
            taken.push(Rect::new(at.x, at.y - 8.0, at.x + width, at.y + 8.0));
        };
        if let Some(round) = round_figure(atlas) {
            let (number, at) =
                (env.lang.number(round), round_label(y(atlas, layout, round), layout));
            taken_by(&number, at);
            marks.push(text(number, at, size::SMALL, palette.muted).halo(palette.ground));
        }
        let at = pt(layout.axis.0, layout.strength.y1 - 9.0);
        taken_by(words.troops, at);
        let name = text(words.troops, at, size::SMALL, palette.ink).face(Face::Bold);
        marks.push(name.halo(palette.ground));
    }
    let lines = drawn_lines(atlas, layout);
    marks.extend(series(atlas, state, layout, words, &lines, &mut taken));
    // The latest first, since the end of the axis leaves it least choice; the low ones before
    // all others, since a high figure has all the room above it.
    let mut figures: Vec<&Strength> = atlas.data().strength.iter().rev().collect();
    figures.sort_by_key(|figure| f64::from(figure.high) * 2.0 > top(atlas));
    for figure in figures {
        let Some(callout) = &figure.callout else { continue };
        let range = env.lang.range(figure.low, figure.high);
        let whole = format!("{range} {}", callout.get(env.lang));
        let at = pt(layout.x(day(figure)), y(atlas, layout, figure.high));
        let crowd = Crowd { taken: &taken, lines: &lines };
        let placed = |name: String| {
            let width = env.metrics.width(&name, size::SMALL, Weight::Regular);
            let too_long = !layout.wide && width > NARROW_PX;
            let (room, cost) = crowd.room(width, at, layout)?;
            (!too_long).then_some((name, room, cost))
        };
        let (long, short) = (placed(whole), placed(range));
        // A long one far from its figure would be read as another's.
        let near = long.filter(|(.., cost)| *cost < NEAR || short.is_none());
        let Some((name, room, _)) = near.or(short) else { continue };
        taken.push(room);
        let left = pt(room.x0, room.center().y);
        marks.push(text(name, left, size::SMALL, palette.ink).halo(palette.ground));
    }
    marks
}

/// Whom each stretch counts, in its area where it is wide enough and no line runs through.
fn series(
    atlas: &Atlas,
    state: &State,
    layout: &Layout,
    words: &Text,
    lines: &[Point],
    taken: &mut Vec<Rect>,
) -> Vec<Mark> {
    let (env, palette) = (&state.env, state.env.palette());
    let name = |figure: &Strength| match figure.scope {
        Scope::Mali => words.among_mali,
        Scope::Sahel => words.among_sahel,
    };
    let mut marks = Vec::new();
    for run in [Scope::Mali, Scope::Sahel].iter().flat_map(|s| runs(&atlas.data().strength, *s)) {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
        let (from, to) = (layout.x(day(first)), layout.x(day(last)));
        let width = env.metrics.width(name(first), size::SMALL, Weight::Regular);
        let at = pt(f64::midpoint(from, to), layout.strength.y1 - 9.0);
        let room = Rect::around(at, width, 16.0);
        let covered = taken.iter().any(|other| other.overlaps(&room))
            || lines.iter().any(|point| room.contains(*point));
        if covered || to - from < width + 8.0 {
            continue;
        }
        taken.push(room);
        marks.push(text(name(first), at, size::SMALL, palette.muted).align(Align::Center));
    }
    marks
}

/// Points along the upper lines, close enough that no text fits between two of them.
fn drawn_lines(atlas: &Atlas, layout: &Layout) -> Vec<Point> {
    let runs = drawn_runs(atlas, layout);
    let segments = runs.iter().flat_map(|run| run.high.windows(2));
    segments
        .flat_map(|pair| {
            let steps = libm::ceil(pair[0].distance(pair[1]) / 5.0).max(1.0) as u32;
            (0..=steps)
                .map(move |step| pair[0].towards(pair[1], f64::from(step) / f64::from(steps)))
        })
        .collect()
}

/// What a callout should not cover.
struct Crowd<'a> {
    taken: &'a [Rect],
    lines: &'a [Point],
}

impl Crowd<'_> {
    /// Room for a callout: as near to its figure as can be, rather above than below, rather
    /// beside the lines than on them, and never on another callout. With what it costs.
    fn room(&self, width: f64, at: Point, layout: &Layout) -> Option<(Rect, f64)> {
        let (most_left, most_right) = (layout.axis.0, layout.axis.1 - width);
        if most_right < most_left {
            return None;
        }
        let shifts =
            [-0.5, -0.8, -0.2, -1.0, 0.0, 0.1, 0.25, -1.2, -1.5].map(|share| share * width);
        let rooms = [-10.0, -22.0, 14.0, 26.0, 38.0, 50.0].into_iter().flat_map(|dy| {
            shifts.into_iter().map(move |dx| {
                let x = (at.x + dx).clamp(most_left, most_right);
                Rect::new(x, at.y + dy - 8.0, x + width, at.y + dy + 8.0)
            })
        });
        let fits = |room: &Rect| {
            room.y0 >= layout.operations.y1 - 8.0
                && room.y1 <= layout.strength.y1
                && !self.taken.iter().any(|other| other.grown(3.0).overlaps(room))
        };
        let cost = |room: &Rect| {
            let crossed = self.lines.iter().any(|p| room.contains(*p));
            let below = room.y0 > at.y;
            let centered = (room.center().x - at.x).abs() * 0.05;
            room.distance(at)
                + centered
                + if crossed { 25.0 } else { 0.0 }
                + if below { 6.0 } else { 0.0 }
        };
        let costs = rooms.filter(fits).map(|room| (room, cost(&room)));
        costs.min_by(|(_, a), (_, b)| a.total_cmp(b))
    }
}
