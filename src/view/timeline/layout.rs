//! Where everything of the timeline stands. The width is given, the height follows.

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

/// Crowds of hidden events nearer to each other than this share one count.
const CROWD_PX: f64 = 26.0;

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
#[derive(Clone, Debug, PartialEq)]
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
    /// Where each event's mark stands; `None` for one in a crowd.
    pub events: Vec<Option<Point>>,
    /// What has no room.
    pub crowds: Vec<Crowd>,
    /// The rows of the events.
    pub event_rows: Rect,
    /// The slider's track.
    pub track: f64,
    /// The line of the years.
    pub years: f64,
    /// The line of the key, if it has one.
    pub key: f64,
    /// How high it all is.
    pub height: f64,
}

impl Layout {
    /// The plan for a width in CSS px.
    pub fn new(atlas: &Atlas, env: &Env, width: f64) -> Self {
        let meta = &atlas.data().meta;
        let wide = width >= WIDE_PX;
        let axis = if wide { (gutter(atlas, env), width - 14.0) } else { (13.0, width - 13.0) };
        let axis = (axis.0, axis.1.max(axis.0 + 1.0));
        let days = (meta.first, meta.last);
        let mut top = 4.0;
        let mut row = |height: f64, gap: f64| {
            let rect = Rect::new(axis.0, top, axis.1, top + height);
            top += height + gap;
            rect
        };
        let rows_of = operations::rows(&atlas.data().operations);
        let brackets = rows_of.into_iter().max().map_or(0, |last| last + 1);
        let operations = row(brackets as f64 * operations::ROW_PX, 6.0);
        let strength = row(if wide { 92.0 } else { 74.0 }, if wide { 12.0 } else { 6.0 });
        let pitch = if wide { 18.0 } else { 23.0 };
        let bar = if wide { 11.0 } else { 7.0 };
        let lanes: Vec<Rect> = (atlas.data().bases.iter())
            .map(|_| {
                let lane = row(pitch, 0.0);
                Rect::new(lane.x0, lane.y1 - bar - 2.0, lane.x1, lane.y1 - 2.0)
            })
            .collect();
        row(8.0, 0.0);
        let mut layout = Self {
            axis,
            days,
            wide,
            operations,
            strength,
            lanes,
            events: Vec::new(),
            crowds: Vec::new(),
            event_rows: Rect::default(),
            track: 0.0,
            years: 0.0,
            key: 0.0,
            height: 0.0,
        };
        let xs = atlas.data().events.iter().map(|event| layout.x(event.span.day()));
        let stacks = Stacks::of(xs, EVENT_PX, MAX_STACK[usize::from(layout.wide)]);
        // A row more than the highest stack, for the counts.
        let rows = row((stacks.ends.len().max(2) + 1) as f64 * EVENT_PX + 4.0, 14.0);
        let y = |level: usize| rows.y1 - (level as f64 + 0.5) * EVENT_PX;
        layout.events =
            stacks.places.iter().map(|(x, level)| level.map(|level| pt(*x, y(level)))).collect();
        layout.crowds = crowds(&stacks, &layout, rows.y0 + 6.0);
        layout.give_single_ones_room(&stacks);
        layout.event_rows = rows;
        layout.track = row(0.0, 14.0).y0;
        layout.years = row(18.0, 6.0).center().y;
        layout.key = row(key::height(atlas.data(), env, axis.1 - axis.0), 2.0).y0;
        layout.height = top;
        layout
    }

    /// A count of one takes more room than the mark that it hides.
    fn give_single_ones_room(&mut self, stacks: &Stacks) {
        let singles: Vec<Point> =
            self.crowds.iter().filter(|crowd| crowd.count == 1).map(|crowd| crowd.at).collect();
        for (event, (x, _)) in self.events.iter_mut().zip(&stacks.places) {
            if event.is_none() {
                *event = singles.iter().find(|at| (at.x - x).abs() < 1e-6).copied();
            }
        }
        self.crowds.retain(|crowd| crowd.count > 1);
    }

    /// Where a day stands on the axis; days beyond its ends stand at them.
    pub fn x(&self, day: Day) -> f64 {
        let (first, last) = self.days;
        let share = f64::from(day.clamp(first, last) - first) / f64::from((last - first).max(1));
        self.axis.0 + (self.axis.1 - self.axis.0) * share
    }

    /// The day at a place, the ends of the axis beyond them.
    pub fn day(&self, x: f64) -> Day {
        let (first, last) = self.days;
        let share = ((x - self.axis.0) / (self.axis.1 - self.axis.0)).clamp(0.0, 1.0);
        first + libm::round(share * f64::from(last - first)) as i32
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
    /// The place along the axis and the level of each mark, `None` where none is free.
    pub(super) places: Vec<(f64, Option<usize>)>,
    /// Where the last mark of each level stands.
    pub(super) ends: Vec<f64>,
}

impl Stacks {
    /// Stacks marks, from left to right, that each take `pitch` px, at most so many levels high.
    pub(super) fn of(xs: impl Iterator<Item = f64>, pitch: f64, most: usize) -> Self {
        let mut ends: Vec<f64> = Vec::new();
        let places = xs.map(|x| {
            let level = match ends.iter().position(|end| *end + pitch <= x) {
                None if ends.len() < most => {
                    ends.push(x);
                    Some(ends.len() - 1)
                }
                level => level,
            };
            if let Some(level) = level {
                ends[level] = x;
            }
            (x, level)
        });
        Self { places: places.collect(), ends }
    }
}

/// The counts of what has no room, each over the middle of its crowd.
fn crowds(stacks: &Stacks, layout: &Layout, y: f64) -> Vec<Crowd> {
    let hidden = stacks.places.iter().filter(|(_, level)| level.is_none());
    let mut groups: Vec<Vec<f64>> = Vec::new();
    for (x, _) in hidden {
        match groups.last_mut() {
            Some(group) if x - group[0] < CROWD_PX => group.push(*x),
            _ => groups.push(vec![*x]),
        }
    }
    groups
        .into_iter()
        .map(|group| {
            let middle = group.iter().sum::<f64>() / group.len() as f64;
            let (first, last) =
                (group[0] - CROWD_PX / 2.0, group[group.len() - 1] + CROWD_PX / 2.0);
            Crowd {
                at: pt(middle, y),
                count: group.len(),
                days: (layout.day(first), layout.day(last)),
            }
        })
        .collect()
}
