//! Where everything of the timeline stands. The width is given, the height follows.

use std::ops::Range;

use super::{key, operations};
use crate::map::atlas::Atlas;
use crate::state::env::Env;
use crate::words::day::Day;
use crate::words::geom::{Point, Rect, pt};
use crate::words::metrics::Weight;
use crate::words::theme::size;

/// From this width on names stand in a gutter beside the axis.
const WIDE_PX: f64 = 600.0;

/// Room of an event mark, along and across the axis.
const EVENT_PX: f64 = 9.5;

/// The most event marks above each other, without and with a gutter. What has no room is
/// counted over the stack: marks that half hide each other could not be read.
const MAX_STACK: [usize; 2] = [8, 9];

/// Hidden events no further from the middle of a crowd than this share its count.
const CROWD_PX: f64 = 48.0;

/// How far beside its hidden events a crowd reaches.
const AROUND_PX: f64 = 13.0;

/// Events that have no room of their own.
#[derive(Clone, Debug, PartialEq)]
pub struct Crowd {
    /// Where their count stands.
    pub at: Point,
    /// How many they are.
    pub count: usize,
    /// The days that they and their neighbors stand on.
    pub days: (Day, Day),
}

/// The plan of the timeline.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// Left and right end of the axis: its first and last day.
    pub axis: (f64, f64),
    /// The days of those ends.
    pub days: (Day, Day),
    /// Whether there is a gutter with names.
    pub wide: bool,
    /// The rows of the operations.
    pub operations: Rect,
    /// The area of the figures.
    pub strength: Rect,
    /// The bar of each base.
    pub lanes: Vec<Rect>,
    /// Where the mark of each event with room of its own stands, in the order of events.
    pub events: Vec<(usize, Point)>,
    /// What has no room.
    pub crowds: Vec<Crowd>,
    /// The rows of the events.
    pub event_rows: Rect,
    /// The slider's track.
    pub track: f64,
    /// The line of the years.
    pub years: f64,
    /// The line of the key.
    pub key: f64,
    /// What the key explains.
    pub signs: Vec<key::Sign>,
    /// How high it all is.
    pub height: f64,
}

impl Layout {
    /// The plan for a width in CSS px.
    pub fn new(atlas: &Atlas, env: &Env, width: f64) -> Self {
        let data = atlas.data();
        let wide = width >= WIDE_PX;
        let axis = if wide { (gutter(atlas, env), width - 14.0) } else { (13.0, width - 13.0) };
        let axis = (axis.0, axis.1.max(axis.0 + 1.0));
        let mut rows = Rows { axis, top: 4.0 };
        let mut layout = Self {
            axis,
            days: (data.meta.first, data.meta.last),
            wide,
            operations: rows.add(operations::height(&data.operations), 6.0),
            strength: rows.add(if wide { 92.0 } else { 74.0 }, if wide { 12.0 } else { 6.0 }),
            lanes: data.bases.iter().map(|_| rows.lane(wide)).collect(),
            signs: key::signs(data),
            ..Self::default()
        };
        rows.add(8.0, 0.0);
        layout.add_events(atlas, &mut rows);
        layout.track = rows.add(0.0, 14.0).y0;
        layout.years = rows.add(18.0, 6.0).center().y;
        layout.key = rows.add(key::height(&layout.signs, env, axis.1 - axis.0), 2.0).y0;
        layout.height = rows.top;
        layout
    }

    fn add_events(&mut self, atlas: &Atlas, rows: &mut Rows) {
        let eventful = atlas.chronicle.eventful(self.days.0, self.days.1);
        let xs = eventful.map(|(day, events)| (self.x(day), events));
        let stacks = Stacks::of(xs, EVENT_PX, MAX_STACK[usize::from(self.wide)]);
        // A row more than the highest stack, for the counts.
        let rows = rows.add((stacks.levels.max(2) + 1) as f64 * EVENT_PX + 4.0, 14.0);
        let y = |level: usize| rows.y1 - (level as f64 + 0.5) * EVENT_PX;
        let at = |(event, x, level): &(usize, f64, usize)| (*event, pt(*x, y(*level)));
        self.events = stacks.placed.iter().map(at).collect();
        self.add_crowds(&stacks.hidden, rows.y0 + 6.0);
        self.event_rows = rows;
    }

    /// Counts what has no room, over the middle of its crowd; but a count of one takes more
    /// room than the mark that it hides.
    fn add_crowds(&mut self, hidden: &[(f64, Range<usize>)], y: f64) {
        let mut rest = hidden;
        while let Some((first, events)) = rest.first() {
            let (mut sum, mut count, mut last) = (0.0, 0, *first);
            // As the middle never runs ahead, the next crowd is as far from this one.
            while let Some((x, events)) = rest.first()
                && (count == 0 || x - sum / count as f64 <= CROWD_PX)
            {
                sum += x * events.len() as f64;
                count += events.len();
                last = *x;
                rest = &rest[1..];
            }
            let at = pt(sum / count as f64, y);
            if count == 1 {
                let before = self.events.partition_point(|(other, _)| *other < events.start);
                self.events.insert(before, (events.start, at));
            } else {
                let days = (self.day(first - AROUND_PX), self.day(last + AROUND_PX));
                self.crowds.push(Crowd { at, count, days });
            }
        }
    }

    /// Where the mark of an event stands, if it has room of its own.
    pub fn place(&self, event: usize) -> Option<Point> {
        let place = self.events.binary_search_by_key(&event, |(event, _)| *event).ok()?;
        Some(self.events[place].1)
    }

    /// Where a day stands on the axis; days beyond its ends stand at them.
    pub fn x(&self, day: Day) -> f64 {
        along(self.axis, self.days, day.clamp(self.days.0, self.days.1))
    }

    /// The day at a place, the ends of the axis beyond them.
    pub fn day(&self, x: f64) -> Day {
        let (first, last) = self.days;
        let share = ((x - self.axis.0) / (self.axis.1 - self.axis.0)).clamp(0.0, 1.0);
        first + libm::round(share * f64::from(last - first)) as i32
    }
}

/// Where a day stands on an axis between two ends that stand for two days.
pub(super) fn along(ends: (f64, f64), days: (Day, Day), day: Day) -> f64 {
    let share = f64::from(day - days.0) / f64::from((days.1 - days.0).max(1));
    ends.0 + (ends.1 - ends.0) * share
}

/// Rows below each other, as wide as the axis.
struct Rows {
    axis: (f64, f64),
    /// Where the next one begins.
    top: f64,
}

impl Rows {
    /// The next row, and the gap below it.
    fn add(&mut self, height: f64, gap: f64) -> Rect {
        let row = Rect::new(self.axis.0, self.top, self.axis.1, self.top + height);
        self.top += height + gap;
        row
    }

    /// The bar of a base: at the foot of its row, since without a gutter its name stands above.
    fn lane(&mut self, wide: bool) -> Rect {
        let (pitch, bar) = if wide { (18.0, 11.0) } else { (23.0, 7.0) };
        let row = self.add(pitch, 0.0);
        Rect { y0: row.y1 - bar - 2.0, y1: row.y1 - 2.0, ..row }
    }
}

/// As wide as the longest name in it.
fn gutter(atlas: &Atlas, env: &Env) -> f64 {
    let names = atlas.data().bases.iter().map(|base| base.name.get(env.lang));
    let width = |name| env.metrics.width(name, size::LABEL, Weight::Bold);
    let longest = names.map(width).fold(0.0, f64::max);
    (longest + 16.0).clamp(92.0, 190.0)
}

/// Marks in stacks: each on the lowest level that is free where it stands.
pub(super) struct Stacks {
    /// Each event that has room, its place along the axis and its level.
    pub(super) placed: Vec<(usize, f64, usize)>,
    /// Those of each place that have none.
    pub(super) hidden: Vec<(f64, Range<usize>)>,
    /// How many levels there are.
    pub(super) levels: usize,
}

impl Stacks {
    /// Stacks the events of each place, from left to right, each taking `pitch` px, at most so
    /// many levels high. What it costs grows with the places, not with the events.
    pub(super) fn of(
        places: impl Iterator<Item = (f64, Range<usize>)>,
        pitch: f64,
        most: usize,
    ) -> Self {
        let (mut placed, mut hidden) = (Vec::new(), Vec::new());
        // Where the last mark of each level stands.
        let mut ends: Vec<f64> = Vec::new();
        for (x, events) in places {
            for event in events.clone() {
                let free = ends.iter().position(|end| *end + pitch <= x).unwrap_or(ends.len());
                if free == most {
                    hidden.push((x, event..events.end));
                    break;
                }
                if free == ends.len() {
                    ends.push(x);
                }
                ends[free] = x;
                placed.push((event, x, free));
            }
        }
        Self { placed, hidden, levels: ends.len() }
    }
}
