//! A crowded stretch, opened up: a card above the events in which the days stand further
//! apart, so that each event has a mark of its own.

use super::events::symbol;
use super::layout::{Layout, Stacks, along};
use crate::map::atlas::Atlas;
use crate::state::{State, Target};
use crate::view::hairline;
use crate::view::mark::{Align, Mark, block, text};
use crate::words::day::{Civil, Day};
use crate::words::geom::{Point, Rect, between, pt};
use crate::words::metrics::Weight;
use crate::words::theme::{Palette, size};

/// Room of a mark, along and across the card.
const PITCH_PX: f64 = 15.0;

/// The card is no wider than this.
const WIDEST_PX: f64 = 460.0;

/// Around the marks.
const MARGIN_PX: f64 = 14.0;

/// Height of the line of months.
const MONTHS_PX: f64 = 18.0;

/// Size of a count that can be pressed, its width the least.
const PILL_PX: (f64, f64) = (34.0, 18.0);

/// Room of the count of what has none in a card.
const COUNT_PX: f64 = 44.0;

/// Beside the letters of a count.
const PAD_PX: f64 = 10.0;

/// Where the events of an opened stretch stand.
pub struct Card {
    /// The card.
    pub rect: Rect,
    /// Its first and its last day.
    pub days: (Day, Day),
    /// Each event in it, by its place in the dataset.
    pub places: Vec<(usize, Point)>,
    /// How many have no room in it either.
    hidden: usize,
    /// Where its days begin and end.
    inner: (f64, f64),
}

impl Card {
    /// The card of the stretch that is open.
    pub fn of(atlas: &Atlas, state: &State, layout: &Layout) -> Option<Self> {
        let days = state.stretch?;
        let (first, last) = days;
        let width = (layout.axis.1 - layout.axis.0 + 20.0).min(WIDEST_PX);
        let middle = f64::midpoint(layout.x(first), layout.x(last));
        let left = middle - width / 2.0;
        let left = left.min(layout.axis.1 + 10.0 - width).max(layout.axis.0 - 10.0);
        let inner = (left + MARGIN_PX, left + width - MARGIN_PX);
        let eventful = atlas.chronicle.eventful(first, last);
        let xs = eventful.map(|(day, events)| (along(inner, days, day), events));
        let bottom = layout.event_rows.y0 - 4.0;
        let most = (bottom - MONTHS_PX - 2.0 * MARGIN_PX) / PITCH_PX;
        let stacks = Stacks::of(xs, PITCH_PX, most as usize);
        let height = stacks.levels as f64 * PITCH_PX + MONTHS_PX + MARGIN_PX;
        let rect = Rect::new(left, bottom - height, left + width, bottom);
        let place = |(event, x, level): &(usize, f64, usize)| {
            (*event, pt(*x, bottom - MONTHS_PX - (*level as f64 + 0.5) * PITCH_PX))
        };
        let places = stacks.placed.iter().map(place).collect();
        let hidden = stacks.hidden.iter().map(|(_, events)| events.len()).sum();
        Some(Self { rect, days, places, hidden, inner })
    }

    /// The card with its marks.
    pub fn marks(&self, atlas: &Atlas, state: &State) -> Vec<Mark> {
        let palette = &state.env.palette;
        let stretch = Target::Stretch(self.days.0, self.days.1);
        let mut marks = vec![
            block(self.rect.grown(1.0), palette.closed),
            block(self.rect, palette.ground).of(stretch),
        ];
        marks.extend(self.months(state, palette));
        if self.hidden > 0 {
            let at = pt(self.rect.x1 - 4.0, self.rect.y1 - MONTHS_PX / 2.0);
            let count = text(counted(self.hidden), at, size::SMALL, palette.ink);
            marks.push(count.align(Align::Right).halo(palette.ground));
        }
        for (index, at) in &self.places {
            let event = &atlas.data().events.heads()[*index];
            let symbol = symbol(*at, event.category, event.span.start.is_sure(), palette);
            marks.extend(symbol.into_iter().map(|mark| mark.of(Target::Event(*index))));
        }
        marks
    }

    /// A line where each month begins, and its name where it has room.
    fn months(&self, state: &State, palette: &Palette) -> Vec<Mark> {
        let (first, last) = self.days;
        let Civil { year, month, .. } = first.civil();
        let begins = |step: i32| Day::from_civil(year, month, 1).map(|day| day.add_months(step));
        let mut marks = Vec::new();
        let mut free = f64::NEG_INFINITY;
        let end = self.rect.x1 - if self.hidden > 0 { COUNT_PX } else { 0.0 };
        for day in (0..120).filter_map(begins).take_while(|day| *day <= last) {
            let x = along(self.inner, self.days, day.max(first));
            if day > first {
                let ends = (self.rect.y0, self.rect.y1);
                marks.push(hairline::upright(x, ends, 1.0, palette.rule, &state.env));
            }
            let name = state.env.lang.month_short(day);
            let from = x + 4.0;
            let until = from + state.env.metrics.width(&name, size::SMALL, Weight::Regular);
            if from > free && until < end {
                let at = pt(from, self.rect.y1 - MONTHS_PX / 2.0);
                marks.push(text(name, at, size::SMALL, palette.muted));
                free = until + 4.0;
            }
        }
        marks
    }
}

/// `+8`, of an archive `+26k`.
fn counted(count: usize) -> String {
    if count < 1000 { format!("+{count}") } else { format!("+{}k", count / 1000) }
}

/// The counts of what has no room, each to be pressed.
pub fn counts(state: &State, layout: &Layout) -> Vec<Mark> {
    let palette = &state.env.palette;
    let mut marks = Vec::new();
    for crowd in &layout.crowds {
        let (from, to) = crowd.days;
        let count = counted(crowd.count);
        let width = state.env.metrics.width(&count, size::SMALL, Weight::Regular) + PAD_PX;
        let width = width.max(PILL_PX.0);
        let edge = width / 2.0 + 1.0;
        let at = pt(between(crowd.at.x, edge, state.env.timeline.w - edge), crowd.at.y);
        let pill = Rect::around(at, width, PILL_PX.1);
        let count = text(count, at, size::SMALL, palette.ink);
        let count = count.align(Align::Center);
        if state.env.lettered {
            // Nothing can be pressed in a picture on its own.
            marks.push(count.halo(palette.ground));
            continue;
        }
        marks.push(block(pill.grown(1.0), palette.ground));
        marks.push(block(pill, palette.area).of(Target::Stretch(from, to)));
        marks.push(count);
    }
    marks
}
