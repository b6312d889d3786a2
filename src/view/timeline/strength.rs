//! How many French soldiers: an area for each scope, a band where figures differ.
//! Nothing is drawn between figures that lie years apart, and no middle of a range is
//! invented: the range is the drawing.

use super::doubt;
use super::layout::Layout;
use super::operations;
use crate::map::atlas::Atlas;
use crate::model::dataset::{Scope, Strength};
use crate::state::State;
use crate::view::mark::{Align, Face, Mark, Shape, block, disc, line, ring, text};
use crate::words::day::Day;
use crate::words::geom::{Point, Rect, pt};
use crate::words::metrics::Weight;
use crate::words::text::Text;
use crate::words::theme::{Palette, size};

/// A callout longer than this is shortened to its figure where there is no gutter.
const NARROW_PX: f64 = 90.0;

/// What a callout in words may cost, px.
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

/// The name of the area and the figures that are named on it.
pub fn names(atlas: &Atlas, state: &State, layout: &Layout, words: &Text) -> Vec<Mark> {
    let drawn = [
        operations::marks(atlas, state, layout),
        marks(atlas, state, layout, words),
        if layout.wide { Vec::new() } else { headings(atlas, state, layout, words) },
    ];
    let mut crowd = Crowd::of(drawn.iter().flatten(), state);
    let [.., mut names] = drawn;
    names.extend(series(atlas, state, layout, words, &mut crowd));
    // The latest first, since the end of the axis leaves it least choice; the low ones before
    // all others, since a high figure has all the room above it.
    let mut figures: Vec<&Strength> = atlas.data().strength.iter().rev().collect();
    figures.sort_by_key(|figure| f64::from(figure.high) * 2.0 > top(atlas));
    for figure in figures {
        names.extend(callout(atlas, state, layout, figure, &mut crowd));
    }
    names
}

/// Without a gutter: the round figure over its line, the name of the area on its floor.
fn headings(atlas: &Atlas, state: &State, layout: &Layout, words: &Text) -> Vec<Mark> {
    let (env, palette) = (&state.env, state.env.palette());
    let at = pt(layout.axis.0, layout.strength.y1 - 9.0);
    let name = text(words.troops, at, size::SMALL, palette.ink).face(Face::Bold);
    let round = round_figure(atlas).map(|round| {
        let at = round_label(y(atlas, layout, round), layout);
        text(env.lang.number(round), at, size::SMALL, palette.muted).halo(palette.ground)
    });
    round.into_iter().chain([name.halo(palette.ground)]).collect()
}

/// A figure with what it counts, or alone where that has no room, or nothing.
fn callout(
    atlas: &Atlas,
    state: &State,
    layout: &Layout,
    figure: &Strength,
    crowd: &mut Crowd,
) -> Option<Mark> {
    let (env, palette) = (&state.env, state.env.palette());
    let callout = figure.callout.as_ref()?.get(env.lang);
    let range = env.lang.range(figure.low, figure.high);
    let at = pt(layout.x(day(figure)), y(atlas, layout, figure.high));
    let placed = |name: String| {
        let width = env.metrics.width(&name, size::SMALL, Weight::Regular);
        let too_long = !layout.wide && width > NARROW_PX;
        let (room, cost) = crowd.room(width, at, layout)?;
        (!too_long).then_some((name, room, cost))
    };
    let (long, short) = (placed(format!("{range} {callout}")), placed(range));
    // A long one far from its figure would be read as another's.
    let near = long.filter(|(.., cost)| *cost < NEAR || short.is_none());
    let (name, room, _) = near.or(short)?;
    crowd.texts.push(room);
    let left = pt(room.x0, room.center().y);
    Some(text(name, left, size::SMALL, palette.ink).halo(palette.ground))
}

/// Whom each stretch counts, in its area where it is wide enough and no line runs through.
fn series(
    atlas: &Atlas,
    state: &State,
    layout: &Layout,
    words: &Text,
    crowd: &mut Crowd,
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
        if to - from < width + 8.0 || !crowd.is_free(&room) {
            continue;
        }
        crowd.texts.push(room);
        marks.push(text(name(first), at, size::SMALL, palette.muted).align(Align::Center));
    }
    marks
}

/// What a callout must not cover.
struct Crowd {
    texts: Vec<Rect>,
    /// Points along everything drawn, close enough that no text fits between two of them.
    lines: Vec<Point>,
}

impl Crowd {
    fn of<'a>(marks: impl Iterator<Item = &'a Mark>, state: &State) -> Self {
        let (mut texts, mut lines) = (Vec::new(), Vec::new());
        for mark in marks {
            match &mark.shape {
                Shape::Text(label) => {
                    // Bold, as the name of what the pointer is on becomes.
                    let width = state.env.metrics.width(&label.text, label.size, Weight::Bold);
                    let x0 = match label.align {
                        Align::Left => label.at.x,
                        Align::Center => label.at.x - width / 2.0,
                        Align::Right => label.at.x - width,
                    };
                    texts.push(Rect::new(x0, label.at.y - 8.0, x0 + width, label.at.y + 8.0));
                }
                Shape::Line(points, _) => lines.extend(points.windows(2).flat_map(dotted)),
                Shape::Disc(at, _) => lines.push(*at),
                _ => {}
            }
        }
        Self { texts, lines }
    }

    fn is_free(&self, room: &Rect) -> bool {
        let beside = Rect::new(room.x0 - 3.0, room.y0, room.x1 + 3.0, room.y1);
        !self.texts.iter().any(|other| other.overlaps(&beside))
            && !self.lines.iter().any(|point| beside.contains(*point))
    }

    /// Room for a callout: free, as near to its figure as can be, rather above than below.
    /// With what it costs.
    fn room(&self, width: f64, at: Point, layout: &Layout) -> Option<(Rect, f64)> {
        let (most_left, most_right) = (layout.axis.0, layout.axis.1 - width);
        if most_right < most_left {
            return None;
        }
        let shifts =
            [-0.5, -0.8, -0.2, -1.0, 0.0, 0.1, 0.25, -1.2, -1.5].map(|share| share * width);
        let steps = [-10.0, -16.0, -22.0, -28.0, 14.0, 20.0, 26.0, 32.0, 38.0, 44.0, 50.0];
        let rooms = steps.into_iter().flat_map(|dy| {
            shifts.into_iter().map(move |dx| {
                let x = (at.x + dx).clamp(most_left, most_right);
                Rect::new(x, at.y + dy - 8.0, x + width, at.y + dy + 8.0)
            })
        });
        let fits = |room: &Rect| {
            room.y0 >= layout.operations.y0 && room.y1 <= layout.strength.y1 && self.is_free(room)
        };
        let cost = |room: &Rect| {
            let below = if room.y0 > at.y { 6.0 } else { 0.0 };
            room.distance(at) + (room.center().x - at.x).abs() * 0.05 + below
        };
        let costs = rooms.filter(fits).map(|room| (room, cost(&room)));
        costs.min_by(|(_, a), (_, b)| a.total_cmp(b))
    }
}

/// Points along a segment.
fn dotted(ends: &[Point]) -> impl Iterator<Item = Point> {
    let (from, to) = (ends[0], ends[1]);
    let steps = libm::ceil(from.distance(to) / 4.0).max(1.0) as u32;
    (0..=steps).map(move |step| from.towards(to, f64::from(step) / f64::from(steps)))
}
