//! The state of a base follows from its four days: held against every way in which the
//! two ends can have fallen.

use mali_bases::map::atlas::Atlas;
use mali_bases::model::base::{Base, BaseState};
use mali_bases::model::dataset::End;
use mali_bases::words::day::Day;
use mali_bases::words::edtf::{Date, Precision};
use proptest::prelude::*;

use crate::support::{laws, real, small};

const WINDOW: std::ops::Range<i32> = 0..24;

fn between(earliest: i32, latest: i32) -> Date {
    Date {
        earliest: Day(earliest),
        latest: Day(latest),
        precision: Precision::Between,
        ..Date::on(Day(0))
    }
}

fn base(start: (i32, i32), end: Option<(i32, i32)>) -> Base {
    let mut base = small().data().bases[0].clone();
    base.arrived.date = between(start.0, start.1);
    let left = base.handed_over.take();
    base.handed_over =
        end.and_then(|end| left.map(|left| End { date: between(end.0, end.1), ..left }));
    base
}

/// What a day shows when every possible world is looked at.
fn brute(start: (i32, i32), end: Option<(i32, i32)>, day: i32) -> BaseState {
    let ends: Vec<i32> = end.map_or(vec![i32::MAX], |(from, until)| (from..=until).collect());
    let mut seen = [false; 3];
    for opens in start.0..=start.1 {
        for closes in &ends {
            let world = if day >= *closes { 2 } else { usize::from(day >= opens) };
            seen[world] = true;
        }
    }
    match seen {
        [_, _, true] if seen == [false, false, true] => BaseState::Closed,
        // The later of two doubts is the news.
        [_, _, true] => BaseState::MaybeClosed,
        [true, true, false] => BaseState::MaybeOpen,
        [true, false, false] => BaseState::NotYet,
        [false, ..] => BaseState::Open,
    }
}

fn ordered(within: std::ops::Range<i32>) -> impl Strategy<Value = (i32, i32)> {
    (within.clone(), within).prop_map(|(a, b)| (a.min(b), a.max(b)))
}

proptest! {
    #![proptest_config(laws(1000))]

    #[test]
    fn a_state_is_what_all_possible_worlds_agree_on(
        start in ordered(WINDOW),
        end in proptest::option::of(ordered(WINDOW)),
    ) {
        let entry = base(start, end);
        for day in WINDOW.start - 1..=WINDOW.end {
            prop_assert_eq!(entry.state(Day(day)), brute(start, end, day), "day {}", day);
        }
    }

    #[test]
    fn states_never_go_back(start in ordered(0..12), end in ordered(12..24)) {
        let entry = base(start, Some(end));
        let rank = |day| entry.state(Day(day)) as usize;
        prop_assert!((-1..25).all(|day| rank(day) <= rank(day + 1)));
        prop_assert_eq!(entry.state(Day(-1)), BaseState::NotYet);
        prop_assert_eq!(entry.state(Day(24)), BaseState::Closed);
    }
}

fn every_day(atlas: &Atlas) -> impl Iterator<Item = Day> {
    let meta = &atlas.data().meta;
    (meta.first.0..=meta.last.0).map(Day)
}

#[test]
fn two_days_of_one_chapter_show_the_same_bases_and_figures() {
    for atlas in [small(), real()] {
        let chronicle = &atlas.chronicle;
        let named = |day: Day| {
            let figures = atlas.data().strength.iter();
            figures.filter(|figure| figure.callout.is_some() && figure.day() <= day).count()
        };
        for day in every_day(atlas).skip(1) {
            let before = Day(day.0 - 1);
            let turned = chronicle.chapter(before) != chronicle.chapter(day);
            let states = chronicle.states(before) != chronicle.states(day);
            assert_eq!(turned, states || named(before) != named(day), "{day}");
        }
    }
}

#[test]
fn the_latest_and_the_leading_event_are_found_as_by_looking_at_all() {
    for atlas in [small(), real()] {
        let events = atlas.data().events.heads();
        for day in every_day(atlas) {
            let latest = events.iter().rposition(|event| event.day() <= day);
            assert_eq!(atlas.chronicle.latest_event(day), latest, "{day}");
            let leading = latest.and_then(|latest| {
                let on = events[latest].day();
                events.iter().position(|event| event.day() == on)
            });
            assert_eq!(atlas.chronicle.leading_event(day), leading, "{day}");
        }
    }
}

#[test]
fn ids_lead_to_their_entries() {
    let chronicle = &real().chronicle;
    for (index, base) in chronicle.data.bases.iter().enumerate() {
        assert_eq!(chronicle.base(&base.id), Some(index));
    }
    for (index, event) in chronicle.data.events.iter().enumerate() {
        assert_eq!(chronicle.event(&event.id), Some(index));
    }
    assert_eq!((chronicle.base("bamako"), chronicle.event("")), (None, None));
}
