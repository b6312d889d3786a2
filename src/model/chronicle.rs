//! The dataset with the indexes that questions about a day need.

use std::ops::Range;

use super::base::BaseState;
use super::dataset::{Dataset, End, Strength};
use super::events::Head;
use super::pace::Pace;
use crate::words::day::Day;

/// A dataset, indexed. Immutable.
#[derive(Clone, Debug, PartialEq)]
pub struct Chronicle {
    /// The entries; events in the order of their days, figures by date.
    pub data: Dataset,
    /// The days from which on some base is in another state, or a figure named on the graphic is
    /// known.
    turns: Vec<Day>,
    /// How playback spends its time.
    pub pace: Pace,
}

impl Chronicle {
    /// Indexes a dataset.
    pub fn new(mut data: Dataset) -> Self {
        data.events.sort((data.meta.first, data.meta.last));
        let mut turns = Vec::new();
        for base in &data.bases {
            turns.extend([base.arrived.date.earliest, base.arrived.date.latest]);
            if let Some(End { date, .. }) = base.handed_over {
                turns.extend([date.earliest, date.latest]);
            }
        }
        let named = data.strength.iter().filter(|figure| figure.callout.is_some());
        turns.extend(named.map(Strength::day));
        let (first, last) = (data.meta.first, data.meta.last);
        let pace = Pace::new(first, last, data.events.heads().iter().map(Head::day));
        Self { data, turns, pace }
    }

    /// The state of every base on a day, in the order of the bases.
    pub fn states(&self, day: Day) -> Vec<BaseState> {
        self.data.bases.iter().map(|base| base.state(day)).collect()
    }

    /// How many bases are surely open on a day, and how many are in doubt.
    pub fn open_on(&self, day: Day) -> (usize, usize) {
        self.data.bases.iter().fold((0, 0), |(open, doubt), base| match base.state(day) {
            BaseState::Open => (open + 1, doubt),
            BaseState::MaybeOpen | BaseState::MaybeClosed => (open, doubt + 1),
            BaseState::NotYet | BaseState::Closed => (open, doubt),
        })
    }

    /// Which stretch a day lies in: on two days with the same answer the bases are in the same
    /// states, and the same of the figures named on the graphic lie behind.
    pub fn chapter(&self, day: Day) -> usize {
        self.turns.iter().filter(|turn| **turn <= day).count()
    }

    /// The days from one to another that have events, each with their places.
    pub fn eventful(
        &self,
        first: Day,
        last: Day,
    ) -> impl Iterator<Item = (Day, Range<usize>)> + '_ {
        let events = self.data.events.heads();
        let from = move |place: usize| {
            let day = events.get(place)?.day();
            let more = events[place..].partition_point(|event| event.day() <= day);
            (day <= last).then_some((day, place..place + more))
        };
        let start = events.partition_point(|event| event.day() < first);
        std::iter::successors(from(start), move |(_, places)| from(places.end))
    }

    /// The latest event up to a day.
    pub fn latest_event(&self, day: Day) -> Option<usize> {
        self.data.events.heads().partition_point(|event| event.day() <= day).checked_sub(1)
    }

    /// The first event after a day.
    pub fn next_event(&self, day: Day) -> Option<usize> {
        let next = self.data.events.heads().partition_point(|event| event.day() <= day);
        (next < self.data.events.len()).then_some(next)
    }

    /// The event that stands for the latest day with any: the first that the editors put there.
    pub fn leading_event(&self, day: Day) -> Option<usize> {
        let events = self.data.events.heads();
        let latest = events[self.latest_event(day)?].day();
        Some(events.partition_point(|event| event.day() < latest))
    }

    /// The place of a base by its id.
    pub fn base(&self, id: &str) -> Option<usize> {
        self.data.bases.iter().position(|base| base.id == id)
    }

    /// The place of an event by its id.
    pub fn event(&self, id: &str) -> Option<usize> {
        self.data.events.find(id)
    }

    /// The day moved into the axis.
    pub fn clamp(&self, day: Day) -> Day {
        day.clamp(self.data.meta.first, self.data.meta.last)
    }
}
