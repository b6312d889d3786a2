//! What is written on the area of the figures: its name, whom each stretch counts, and the few
//! figures that are told, where they cover nothing. One of a later day than is shown is muted.

use super::layout::Layout;
use super::operations;
use super::strength::{self, round_figure, round_label, runs, top, y};
use crate::map::atlas::Atlas;
use crate::model::dataset::{Scope, Strength};
use crate::state::State;
use crate::view::mark::{Align, Face, Mark, Shape, text};
use crate::words::geom::{Point, Rect, between, pt};
use crate::words::metrics::Weight;
use crate::words::text::Text;
use crate::words::theme::size;

/// A callout longer than this is shortened to its figure where there is no gutter.
const NARROW_PX: f64 = 90.0;

/// Between two texts of a row, without and with a gutter: less, and two figures read as one.
const APART_PX: [f64; 2] = [8.0, 16.0];

/// A text this near over or under another's dot would be read as that one's.
const ASTRAY_PX: f64 = 28.0;

/// What standing there costs, px: more than any that is worth it.
const ASTRAY: f64 = 50.0;

/// What a callout in words may cost, px.
const NEAR: f64 = 24.0;

/// What a figure alone may cost: further off it would be read as another's.
const FAR: f64 = 36.0;

/// The name of the area and the figures that are named on it.
pub fn names(atlas: &Atlas, state: &State, layout: &Layout, words: &Text) -> Vec<Mark> {
    let drawn = [
        operations::marks(atlas, state, layout),
        strength::marks(atlas, state, layout, words),
        if layout.wide { Vec::new() } else { headings(atlas, state, layout, words) },
    ];
    let mut taken = Taken::of(drawn.iter().flatten(), state, layout);
    // A figure in a bracket would be read as the operation's.
    taken.texts.extend(operations::places(&atlas.data().operations, layout));
    taken.texts.extend(round_figure(atlas).map(|round| {
        // Over it, a callout would read as one text with it.
        let at = round_label(y(atlas, layout, round), layout);
        Rect::new(at.x, at.y - 24.0, at.x + 1.0, at.y)
    }));
    let named = atlas.data().strength.iter().filter(|figure| figure.callout.is_some());
    taken.dots = named.map(|figure| dot(atlas, layout, figure)).collect();
    let [.., mut names] = drawn;
    names.extend(series(atlas, state, layout, words, &mut taken));
    // The latest first, since the end of the axis leaves it least choice; the low ones before
    // all others, since a high figure has all the room above it.
    let is_high = |figure: &&Strength| f64::from(figure.high) * 2.0 > top(atlas);
    let (high, low): (Vec<_>, Vec<_>) = atlas.data().strength.iter().rev().partition(is_high);
    for figure in [low, high].concat() {
        names.extend(callout(atlas, state, layout, figure, &mut taken));
    }
    names
}

/// Without a gutter: the round figure over its line, the name of the area over its left end, or on its floor
/// where an operation has that row.
fn headings(atlas: &Atlas, state: &State, layout: &Layout, words: &Text) -> Vec<Mark> {
    let (env, palette) = (&state.env, &state.env.palette);
    let width = env.metrics.width(words.troops, size::SMALL, Weight::Bold);
    let over = pt(layout.axis.0, layout.operations.y1 - operations::ROW_PX / 2.0);
    let room = Rect::new(over.x, over.y - 8.0, over.x + width + NARROW_PX, over.y + 8.0);
    let brackets = operations::places(&atlas.data().operations, layout);
    let is_free = !brackets.iter().any(|bracket| bracket.overlaps(&room));
    let at = if is_free { over } else { pt(layout.axis.0, layout.strength.y1 - 9.0) };
    let name = text(words.troops, at, size::SMALL, palette.ink).face(Face::Bold);
    let round = round_figure(atlas).map(|round| {
        let at = round_label(y(atlas, layout, round), layout);
        text(env.lang.number(round), at, size::SMALL, palette.muted).halo(palette.ground)
    });
    let mut marks = Vec::from_iter(round);
    marks.push(name.halo(palette.ground));
    marks
}

/// A figure with what it counts, or alone where that has no room, or nothing.
fn callout(
    atlas: &Atlas,
    state: &State,
    layout: &Layout,
    figure: &Strength,
    taken: &mut Taken,
) -> Option<Mark> {
    let (env, palette) = (&state.env, &state.env.palette);
    let callout = figure.callout.as_ref()?.get(env.lang);
    let range = env.lang.range(figure.low, figure.high);
    let at = dot(atlas, layout, figure);
    let placed = |name: String| {
        let width = env.metrics.width(&name, size::SMALL, Weight::Regular);
        let too_long = !layout.wide && width > NARROW_PX;
        let (room, cost) = taken.room(width, at, layout)?;
        (!too_long).then_some((name, room, cost))
    };
    let within = |most: f64| move |(.., cost): &(String, Rect, f64)| *cost < most;
    let (long, short) = (placed(format!("{range} {callout}")), placed(range));
    let (name, room, _) = long.filter(within(NEAR)).or(short.filter(within(FAR)))?;
    taken.texts.push(room);
    let left = pt(room.x0, room.center().y);
    let color = if state.day < figure.day() { palette.muted } else { palette.ink };
    Some(text(name, left, size::SMALL, color).halo(palette.ground))
}

/// Where a figure's callout points.
fn dot(atlas: &Atlas, layout: &Layout, figure: &Strength) -> Point {
    pt(layout.x(figure.day()), y(atlas, layout, figure.high))
}

/// Whom each stretch counts, in its area where it is wide enough and no line runs through.
fn series(
    atlas: &Atlas,
    state: &State,
    layout: &Layout,
    words: &Text,
    taken: &mut Taken,
) -> Vec<Mark> {
    let (env, palette) = (&state.env, &state.env.palette);
    let mut marks = Vec::new();
    for scope in [Scope::Mali, Scope::Sahel] {
        for run in runs(&atlas.data().strength, scope) {
            let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
            let (from, to) = (layout.x(first.day()), layout.x(last.day()));
            let name = strength::among(scope, words);
            let width = env.metrics.width(name, size::SMALL, Weight::Regular);
            let at = pt(f64::midpoint(from, to), layout.strength.y1 - 9.0);
            let room = Rect::around(at, width, 16.0);
            if to - from < width + 4.0 || !taken.is_free(&room) {
                continue;
            }
            taken.texts.push(room);
            let mark = text(name, at, size::SMALL, palette.muted);
            marks.push(mark.align(Align::Center));
        }
    }
    marks
}

/// What a callout must not cover.
struct Taken {
    texts: Vec<Rect>,
    /// Points along everything drawn, close enough that no text fits between two of them.
    lines: Vec<Point>,
    /// What the callouts point at.
    dots: Vec<Point>,
    /// How far texts of a row have to be apart.
    apart: f64,
}

impl Taken {
    fn of<'a>(marks: impl Iterator<Item = &'a Mark>, state: &State, layout: &Layout) -> Self {
        let (mut texts, mut lines) = (Vec::new(), Vec::new());
        for mark in marks {
            match &mark.shape {
                // Bold, as the name of what the pointer is on becomes.
                Shape::Text(label) => texts.push(label.room(&state.env.metrics)),
                Shape::Line(points, _) => {
                    points.windows(2).for_each(|ends| lines.extend(dotted(ends)));
                }
                Shape::Disc(at, _) => lines.push(*at),
                _ => {}
            }
        }
        Self { texts, lines, dots: Vec::new(), apart: APART_PX[usize::from(layout.wide)] }
    }

    fn is_free(&self, room: &Rect) -> bool {
        let beside = |gap: f64| Rect::new(room.x0 - gap, room.y0, room.x1 + gap, room.y1);
        let (apart, clear) = (beside(self.apart), beside(3.0));
        !self.texts.iter().any(|other| other.overlaps(&apart))
            && !self.lines.iter().any(|point| clear.contains(*point))
    }

    /// Whether a text there would be taken for that of another dot than its own.
    fn is_anothers(&self, room: &Rect, own: Point) -> bool {
        let reach = Rect::new(room.x0, room.y0 - ASTRAY_PX, room.x1, room.y1 + ASTRAY_PX);
        let beside = |dot: &Point| (dot.x - own.x).abs() > self.apart;
        self.dots.iter().any(|dot| beside(dot) && reach.contains(*dot))
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
        let mut best: Option<(Rect, f64)> = None;
        for dy in steps {
            let (top, bottom) = (at.y + dy - 8.0, at.y + dy + 8.0);
            if top < layout.operations.y0 || bottom > layout.strength.y1 {
                continue;
            }
            for dx in shifts {
                let x = between(at.x + dx, most_left, most_right);
                let room = Rect::new(x, top, x + width, bottom);
                let cost = self.cost(&room, at);
                if best.is_none_or(|(_, least)| cost < least) && self.is_free(&room) {
                    best = Some((room, cost));
                }
            }
        }
        best
    }

    fn cost(&self, room: &Rect, at: Point) -> f64 {
        let below = if room.y0 > at.y { 6.0 } else { 0.0 };
        let astray = if self.is_anothers(room, at) { ASTRAY } else { 0.0 };
        room.distance(at) + (room.center().x - at.x).abs() * 0.05 + below + astray
    }
}

/// Points along a segment.
fn dotted(ends: &[Point]) -> impl Iterator<Item = Point> {
    let (from, to) = (ends[0], ends[1]);
    let steps = libm::ceil(from.distance(to) / 4.0).max(1.0) as u32;
    (0..=steps).map(move |step| from.towards(to, f64::from(step) / f64::from(steps)))
}
