//! How many French soldiers: an area for each scope, a band where figures differ.
//! Nothing is drawn between figures that lie years apart, and no middle of a range is
//! invented: the range is the drawing.

use super::doubt;
use super::layout::Layout;
use crate::map::atlas::Atlas;
use crate::model::dataset::{Scope, Strength};
use crate::state::{State, Target};
use crate::view::hairline;
use crate::view::mark::{Align, Face, Mark, disc, line, ring, text};
use crate::words::geom::{Point, Rect, pt};
use crate::words::text::Text;
use crate::words::theme::{Palette, size};

/// Figures further apart than this are not joined.
const GAP_DAYS: i32 = 3 * 366;

/// Days in doubt that are drawn wider than this get a bar of their own, px.
const LONG_PX: f64 = 14.0;

/// Radius of the dots of a figure that is pointed at.
const POINTED_PX: f64 = 4.5;

/// The highest figure that the area has room for.
pub(super) fn top(atlas: &Atlas) -> f64 {
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
    let palette = &state.env.palette;
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
    for (index, figure) in atlas.data().strength.iter().enumerate() {
        let point = point(atlas, figure, layout, palette).into_iter();
        marks.extend(point.map(|mark| mark.of(Target::Figure(index))));
    }
    let (axis, floor) = (layout.axis, layout.strength.y1);
    marks.push(hairline::level(axis, floor, 1.0, palette.closed, &state.env));
    marks
}

/// A figure itself: a dot, hollow where its day is not sure, or a bar between the lowest and
/// the highest, and dashes over the days in doubt.
fn point(atlas: &Atlas, figure: &Strength, layout: &Layout, palette: &Palette) -> Vec<Mark> {
    let at = |x: f64, value| pt(x, y(atlas, layout, value));
    let (x, date) = (layout.x(figure.day()), &figure.date);
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

/// The figure that is chosen, and the one that the pointer is on: with a larger dot at each end.
/// They are no targets, so that what stands near can still be pointed at.
pub fn pointed(atlas: &Atlas, state: &State, layout: &Layout) -> Vec<Mark> {
    let palette = &state.env.palette;
    let figures = [state.chosen, state.hover].into_iter().filter_map(|target| match target {
        Some(Target::Figure(figure)) => atlas.data().strength.get(figure),
        _ => None,
    });
    let enlarged = |figure: &Strength| {
        let (low, high) = ends(atlas, layout, figure);
        let dots = |radius, color| [low, high].map(|at| disc(at, radius, color));
        let mut marks = dots(POINTED_PX + 1.5, palette.ground).to_vec();
        marks.extend(doubt::range(low, high, palette.ink));
        marks.extend(dots(POINTED_PX, palette.ink));
        if !figure.date.is_sure() {
            marks.extend(dots(POINTED_PX * doubt::HOLLOW, palette.ground));
        }
        marks
    };
    let mut marks = Vec::new();
    for figure in figures {
        marks.extend(enlarged(figure));
    }
    marks
}

/// Where a figure stands while it is pointed at.
pub(super) fn place(atlas: &Atlas, layout: &Layout, figure: &Strength) -> Rect {
    let (low, high) = ends(atlas, layout, figure);
    Rect::new(high.x, high.y, low.x, low.y).grown(POINTED_PX + 1.5)
}

/// Whom a figure counts, in the few words that stand beside it.
pub(super) fn among(scope: Scope, words: &Text) -> &'static str {
    match scope {
        Scope::Mali => words.among_mali,
        Scope::Sahel => words.among_sahel,
    }
}

/// The lowest and the highest of a figure.
fn ends(atlas: &Atlas, layout: &Layout, figure: &Strength) -> (Point, Point) {
    let at = |value| pt(layout.x(figure.day()), y(atlas, layout, value));
    (at(figure.low), at(figure.high))
}

fn drawn_runs(atlas: &Atlas, layout: &Layout) -> Vec<Run> {
    let runs = [Scope::Mali, Scope::Sahel].map(|scope| runs(&atlas.data().strength, scope));
    runs.iter()
        .flatten()
        .map(|run| {
            let (low, high) = run.iter().map(|figure| ends(atlas, layout, figure)).unzip();
            Run { low, high }
        })
        .collect()
}

pub(super) fn y(atlas: &Atlas, layout: &Layout, value: u32) -> f64 {
    let area = layout.strength;
    area.y1 - area.height() * f64::from(value) / top(atlas)
}

/// The figures of a scope in stretches without a long gap.
pub(super) fn runs(figures: &[Strength], scope: Scope) -> Vec<Vec<&Strength>> {
    let mut runs: Vec<Vec<&Strength>> = Vec::new();
    for figure in figures.iter().filter(|figure| figure.scope == scope) {
        let near = runs
            .last()
            .and_then(|run| run.last())
            .is_some_and(|last| figure.day() - last.day() < GAP_DAYS);
        match runs.last_mut() {
            Some(run) if near => run.push(figure),
            _ => runs.push(vec![figure]),
        }
    }
    runs
}

/// The round figure at which a line helps to read heights.
pub(super) fn round_figure(atlas: &Atlas) -> Option<u32> {
    let most = top(atlas) as u32;
    [1_000_000, 100_000, 50_000, 10_000, 5_000, 1_000, 500, 100, 50, 10]
        .into_iter()
        .find(|n| *n <= most)
}

/// Where that figure is written: the left end of the axis, or the gutter before it.
pub(super) fn round_label(y: f64, layout: &Layout) -> Point {
    if layout.wide { pt(layout.axis.0 - 6.0, y) } else { pt(layout.axis.0, y - 8.0) }
}

/// One round line to read heights by, and the name of the area.
fn scale(atlas: &Atlas, state: &State, layout: &Layout, words: &Text) -> Vec<Mark> {
    let palette = &state.env.palette;
    let Some(round) = round_figure(atlas) else { return Vec::new() };
    let height = y(atlas, layout, round);
    let mut marks = vec![hairline::level(layout.axis, height, 1.0, palette.rule, &state.env)];
    if layout.wide {
        let number = text(
            state.env.lang.number(round),
            round_label(height, layout),
            size::SMALL,
            palette.muted,
        );
        marks.push(number.align(Align::Right));
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
