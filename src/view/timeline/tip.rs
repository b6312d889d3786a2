//! The tip of what the pointer or the focus is on: its day and its title, above it, or below
//! where the pane has no room. It covers other things, never the one that it names.

use super::layout::Layout;
use super::{events, lanes, operations, strength};
use crate::map::atlas::Atlas;
use crate::model::dataset::Dataset;
use crate::state::env::Env;
use crate::state::{State, Target};
use crate::view::mark::{Face, Mark, block, text};
use crate::words::edtf::Span;
use crate::words::geom::{Rect, between, pt};
use crate::words::lang::Lang;
use crate::words::metrics::Weight;
use crate::words::text::Text;
use crate::words::theme::size;

/// From this width on what is named has a beginning and an end apart.
const LONG_PX: f64 = 32.0;

/// Between a tip and what it names.
const GAP_PX: f64 = 6.0;

/// From the side of a tip to its letters.
const MARGIN_PX: f64 = 9.0;

/// Of an edge around it.
const EDGE_PX: f64 = 1.0;

/// Over its first and under its last line.
const PAD_PX: f64 = 5.0;

/// Height of a line.
const LINE_PX: f64 = 16.0;

/// What is said of what stands where, and over which x.
struct Tip {
    of: Rect,
    over: f64,
    day: String,
    title: String,
}

/// A line of a tip.
struct Line {
    words: String,
    width: f64,
    px: f64,
    weight: Weight,
}

/// The tip, if there is one.
pub fn marks(atlas: &Atlas, state: &State, layout: &Layout, words: &Text) -> Vec<Mark> {
    tip(atlas, state, layout, words).map_or_else(Vec::new, |tip| tip.card(&state.env))
}

fn tip(atlas: &Atlas, state: &State, layout: &Layout, words: &Text) -> Option<Tip> {
    let (data, lang) = (atlas.data(), state.env.lang);
    let target = state.hover?;
    let (span, title) = told(data, target, lang, words)?;
    let of = place(target, atlas, state, layout)?;
    let day = state.hover_day.unwrap_or(state.day);
    Some(Tip { of, over: over(&of, layout.x(day)), day: lang.span(&span), title })
}

fn told(data: &Dataset, of: Target, lang: Lang, words: &Text) -> Option<(Span, String)> {
    Some(match of {
        Target::Base(index) => {
            let base = data.bases.get(index)?;
            (base.span(), base.name.get(lang).to_owned())
        }
        Target::Event(index) => {
            let event = data.events.get(index)?;
            (event.span, event.title.get(lang).to_owned())
        }
        Target::Figure(index) => {
            let figure = data.strength.get(index)?;
            let among = strength::among(figure.scope, words);
            let title = format!("{} {among}", lang.range(figure.low, figure.high));
            (Span { start: figure.date, end: None, lasts: false }, title)
        }
        Target::Operation(index) => {
            let operation = data.operations.get(index)?;
            (operation.span(), operation.name.get(lang).to_owned())
        }
        // It opens a card of its own.
        Target::Stretch(..) => return None,
    })
}

/// Where what is named stands.
fn place(of: Target, atlas: &Atlas, state: &State, layout: &Layout) -> Option<Rect> {
    let data = atlas.data();
    match of {
        Target::Base(index) => {
            Some(lanes::place(data.bases.get(index)?, layout.lanes.get(index)?, layout))
        }
        Target::Event(index) => {
            events::place(atlas, state, layout, index).map(|at| Rect::around(at, 16.0, 16.0))
        }
        Target::Figure(index) => Some(strength::place(atlas, layout, data.strength.get(index)?)),
        Target::Operation(index) => {
            operations::places(&data.operations, layout).get(index).copied()
        }
        Target::Stretch(..) => None,
    }
}

/// The middle of a mark; of a bar, which may be as long as the axis, where it is pointed at, or
/// else where the day shown is.
fn over(of: &Rect, x: f64) -> f64 {
    if of.width() < LONG_PX { of.center().x } else { between(x, of.x0, of.x1) }
}

impl Tip {
    /// As wide as its words, which take more lines in a pane that is narrower.
    fn card(&self, env: &Env) -> Vec<Mark> {
        let palette = &env.palette;
        let lines = self.lines(env);
        let card = self.room(&lines, env);
        let mut marks =
            vec![block(card.grown(EDGE_PX), palette.closed), block(card, palette.ground)];
        marks.extend(lines.into_iter().enumerate().map(|(row, Line { words, weight, px, .. })| {
            let at = pt(card.x0 + MARGIN_PX, card.y0 + PAD_PX + (row as f64 + 0.5) * LINE_PX);
            match weight {
                Weight::Regular => text(words, at, px, palette.muted),
                Weight::Bold => text(words, at, px, palette.ink).face(Face::Bold),
            }
        }));
        marks
    }

    fn lines(&self, env: &Env) -> Vec<Line> {
        let most = env.timeline.w - 2.0 * (EDGE_PX + MARGIN_PX);
        let parts =
            [(&self.day, size::SMALL, Weight::Regular), (&self.title, size::LABEL, Weight::Bold)];
        let mut lines = Vec::new();
        for (words, px, weight) in parts {
            lines.extend(env.metrics.wrapped(words, px, weight, most).into_iter().map(|words| {
                Line { width: env.metrics.width(&words, px, weight), words, px, weight }
            }));
        }
        lines
    }

    fn room(&self, lines: &[Line], env: &Env) -> Rect {
        let widest = lines.iter().map(|line| line.width).fold(0.0, f64::max);
        let (width, height) =
            (widest + 2.0 * MARGIN_PX, lines.len() as f64 * LINE_PX + 2.0 * PAD_PX);
        let x = (self.over - width / 2.0).min(env.timeline.w - EDGE_PX - width).max(EDGE_PX);
        let above = self.of.y0 - GAP_PX - height;
        let y = if above < EDGE_PX { self.of.y1 + GAP_PX } else { above };
        Rect::new(x, y, x + width, y + height)
    }
}
