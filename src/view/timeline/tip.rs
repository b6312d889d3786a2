//! The tip of what the pointer or the focus is on: its day and its title, above it, or below
//! where the pane has no room. It covers other things, never the one that it names.

use super::layout::Layout;
use super::{events, lanes, operations, strength};
use crate::map::atlas::Atlas;
use crate::state::env::Env;
use crate::state::{State, Target};
use crate::view::mark::{Face, Mark, block, text};
use crate::words::edtf::Span;
use crate::words::geom::{Rect, between, pt};
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

/// The tip, if there is one.
pub fn marks(atlas: &Atlas, state: &State, layout: &Layout, words: &Text) -> Vec<Mark> {
    tip(atlas, state, layout, words).map_or_else(Vec::new, |tip| tip.card(&state.env))
}

fn tip(atlas: &Atlas, state: &State, layout: &Layout, words: &Text) -> Option<Tip> {
    let (data, lang) = (atlas.data(), state.env.lang);
    let (of, span, title) = match state.hover? {
        Target::Base(index) => {
            let base = data.bases.get(index)?;
            let place = lanes::place(base, layout.lanes.get(index)?, layout);
            (place, base.span(), base.name.get(lang).to_owned())
        }
        Target::Event(index) => {
            let event = data.events.get(index)?;
            let place = events::place(atlas, state, layout, index)?;
            (Rect::around(place, 16.0, 16.0), event.span, event.title.get(lang).to_owned())
        }
        Target::Figure(index) => {
            let figure = data.strength.get(index)?;
            let among = strength::among(figure.scope, words);
            let title = format!("{} {among}", lang.range(figure.low, figure.high));
            let span = Span { start: figure.date, end: None, lasts: false };
            (strength::place(atlas, layout, figure), span, title)
        }
        Target::Operation(index) => {
            let operation = data.operations.get(index)?;
            let place = *operations::places(&data.operations, layout).get(index)?;
            (place, operation.span(), operation.name.get(lang).to_owned())
        }
        // It opens a card of its own.
        Target::Stretch(..) => return None,
    };
    let day = state.hover_day.unwrap_or(state.day);
    Some(Tip { of, over: over(&of, layout.x(day)), day: lang.span(&span), title })
}

/// The middle of a mark; of a bar, which may be as long as the axis, where it is pointed at, or
/// else where the day shown is.
fn over(of: &Rect, x: f64) -> f64 {
    if of.width() < LONG_PX { of.center().x } else { between(x, of.x0, of.x1) }
}

impl Tip {
    /// As wide as its words, which take more lines in a pane that is narrower.
    fn card(&self, env: &Env) -> Vec<Mark> {
        let (palette, pane) = (env.palette(), env.timeline.w - 2.0 * EDGE_PX);
        let lines = |words: &str, px, weight| {
            env.metrics
                .wrapped(words, px, weight, pane - 2.0 * MARGIN_PX)
                .into_iter()
                .map(move |line| (env.metrics.width(&line, px, weight), line, px, weight))
        };
        let day = lines(&self.day, size::SMALL, Weight::Regular);
        let lines: Vec<_> = day.chain(lines(&self.title, size::LABEL, Weight::Bold)).collect();
        let widest = lines.iter().map(|(width, ..)| *width).fold(0.0, f64::max);
        let (width, height) =
            (widest + 2.0 * MARGIN_PX, lines.len() as f64 * LINE_PX + 2.0 * PAD_PX);
        let x = (self.over - width / 2.0).min(EDGE_PX + pane - width).max(EDGE_PX);
        let above = self.of.y0 - GAP_PX - height;
        let y = if above < EDGE_PX { self.of.y1 + GAP_PX } else { above };
        let card = Rect::new(x, y, x + width, y + height);
        let mut marks =
            vec![block(card.grown(EDGE_PX), palette.closed), block(card, palette.ground)];
        marks.extend(lines.into_iter().enumerate().map(|(row, (_, line, px, weight))| {
            let at = pt(x + MARGIN_PX, y + PAD_PX + (row as f64 + 0.5) * LINE_PX);
            match weight {
                Weight::Regular => text(line, at, px, palette.muted),
                Weight::Bold => text(line, at, px, palette.ink).face(Face::Bold),
            }
        }));
        marks
    }
}
