//! The days on which something can be seen to change.

use mali_bases::map::atlas::Atlas;
use mali_bases::words::day::Day;

use crate::support::{events, real};

/// The days on which some base changes, and those before.
pub(crate) fn telling_days(atlas: &Atlas) -> Vec<Day> {
    let bases = atlas.data().bases.iter();
    let dates = bases.flat_map(|base| {
        [Some(base.arrived.date), base.handed_over.as_ref().map(|claim| claim.date)]
    });
    let turns = dates.flatten().flat_map(|date| [date.earliest, date.latest]);
    turns.flat_map(|day| [Day(day.0 - 1), day]).collect()
}

/// The days on which something changes: those of bases with the days before, those of events.
pub(crate) fn days() -> Vec<Day> {
    let events = events().iter().map(|event| event.span.day());
    let mut days: Vec<Day> = telling_days(real()).into_iter().chain(events).collect();
    days.sort_unstable();
    days.dedup();
    days
}
