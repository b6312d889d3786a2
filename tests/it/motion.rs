//! What moves by itself: the pace of playback, its speeds, the pulse of a base that changes.

use std::rc::Rc;

use mali_bases::model::pace::Pace;
use mali_bases::state::Target;
use mali_bases::state::env::Env;
use mali_bases::state::motion::Speed;
use mali_bases::state::msg::Msg;
use mali_bases::state::update::update;
use mali_bases::words::day::Day;
use proptest::prelude::*;

use crate::support::{self, after, close, day, laws, real, small};

fn paces() -> impl Strategy<Value = (Pace, Day, Day)> {
    let events = proptest::collection::vec(0..6000, 0..60);
    (-40_000..40_000, 1..5000, events).prop_map(|(first, length, events)| {
        let (first, last) = (Day(first), Day(first + length));
        let events = events.into_iter().map(|days| first + days).filter(|day| *day <= last);
        (Pace::new(first, last, events), first, last)
    })
}

proptest! {
    #![proptest_config(laws(300))]

    #[test]
    fn every_day_has_its_share_and_is_found_by_it((pace, first, last) in paces(), at in 0.0..1.0) {
        prop_assert!(close(pace.share(first), 0.0) && close(pace.share(last), 1.0));
        let day = first + (f64::from(last - first) * at) as i32;
        prop_assert_eq!(pace.day(pace.share(day)), day);
        prop_assert!(pace.share(day) < pace.share(day + 1) || day == last);
        let shown = pace.day(at);
        prop_assert!(first <= shown && shown <= last);
        prop_assert!(pace.share(shown) <= at + 1e-6 && (shown == last || at < pace.share(shown + 1) + 1e-6));
    }
}

#[test]
fn half_of_the_time_is_for_what_happened() {
    let (first, last) = (Day(0), Day(1200));
    let even = Pace::new(first, last, std::iter::empty());
    assert!(close(even.share(Day(300)), 0.25));
    let crowded = Pace::new(first, last, [Day(610); 12].into_iter());
    assert!(close(crowded.share(Day(600)), 0.25));
    assert!(close(crowded.share(Day(630)), 0.25 + 0.5 + 0.0125));
}

#[test]
fn the_whole_axis_plays_in_forty_five_seconds_at_the_usual_speed() {
    for atlas in [small(), real()] {
        let meta = &atlas.data().meta;
        let ends = |speed: Speed, ms: f64| {
            let msgs = [Msg::Speed(speed), Msg::First, Msg::Play, Msg::Tick(7_000.0)];
            let state = after(atlas, msgs.into_iter().chain([Msg::Tick(7_000.0 + ms)]));
            assert_eq!(state.day == meta.last, state.playback.is_none());
            state.playback.is_none()
        };
        assert!(!ends(Speed::Usual, 44_900.0) && ends(Speed::Usual, 45_000.0));
        assert!(!ends(Speed::Double, 22_400.0) && ends(Speed::Double, 22_500.0));
        assert!(!ends(Speed::Half, 89_900.0) && ends(Speed::Half, 90_000.0));
    }
}

#[test]
fn a_crowded_month_plays_slower_than_a_quiet_year() {
    let pace = &real().chronicle.pace;
    let time = |from: &str, to: &str| pace.share(day(to)) - pace.share(day(from));
    assert!(time("2022-01-01", "2022-03-01") > time("2016-01-01", "2017-01-01"));
}

#[test]
fn another_speed_goes_on_from_the_day_shown() {
    let playing = after(real(), [Msg::First, Msg::Play, Msg::Tick(0.0), Msg::Tick(20_000.0)]);
    let faster = update(real(), &playing, Msg::Speed(Speed::Double));
    assert_eq!(faster.day, playing.day);
    let next = update(real(), &faster, Msg::Tick(20_010.0));
    assert!(next.day - playing.day <= 1 && next.playback.is_some());
    let paused = update(real(), &after(real(), []), Msg::Speed(Speed::Half));
    assert_eq!((paused.playback, paused.speed), (None, Speed::Half));
    let speeds = [Speed::Half, Speed::Usual, Speed::Double];
    assert_eq!(speeds.map(Speed::next), [Speed::Usual, Speed::Double, Speed::Half]);
}

#[test]
fn a_base_pulses_once_when_it_changes() {
    let before =
        after(real(), [Msg::SetDay(day("2022-04-18")), Msg::Tick(0.0), Msg::Tick(5_000.0)]);
    assert_eq!((before.pulses.len(), before.moves()), (0, false));
    let closed = update(real(), &before, Msg::StepDays(1));
    let gossi = real().chronicle.base("gossi").unwrap();
    assert_eq!(closed.pulses.iter().map(|pulse| pulse.base).collect::<Vec<_>>(), [gossi]);
    let begun = update(real(), &closed, Msg::Tick(6_000.0));
    let half = update(real(), &begun, Msg::Tick(6_450.0));
    assert!(half.moves() && close(half.pulses[0].passed, 0.5));
    let over = update(real(), &half, Msg::Tick(6_900.0));
    assert_eq!((over.pulses.len(), over.moves()), (0, false));
    assert_eq!(update(real(), &over, Msg::StepDays(1)).pulses, []);
}

#[test]
fn a_base_that_changes_again_starts_its_pulse_anew() {
    let state = after(real(), [Msg::SetDay(day("2022-04-19")), Msg::Tick(0.0), Msg::Tick(600.0)]);
    let back = update(real(), &state, Msg::StepDays(-1));
    assert_eq!(back.pulses.iter().filter(|pulse| pulse.since_ms.is_none()).count(), 1);
    let mut bases: Vec<usize> = back.pulses.iter().map(|pulse| pulse.base).collect();
    bases.dedup();
    assert_eq!(bases.len(), back.pulses.len());
}

#[test]
fn who_jumps_over_years_sees_no_base_pulse() {
    let state = after(real(), [Msg::SetDay(day("2012-06-01"))]);
    assert_eq!(state.pulses, []);
    let near = update(real(), &state, Msg::SetDay(day("2013-02-10")));
    assert!(near.pulses.len() > 1);
    assert_eq!(update(real(), &near, Msg::Last).pulses, []);
}

/// The setting may change at any time: what has begun to move must not go on.
#[test]
fn less_motion_asked_for_while_it_plays_goes_on_in_steps_from_the_day_shown() {
    let playing = after(real(), [Msg::First, Msg::Play, Msg::Tick(0.0), Msg::Tick(20_000.0)]);
    let calm = Rc::new(Env { reduced_motion: true, ..support::env(real(), 390.0) });
    let state = update(real(), &playing, Msg::Surround(calm));
    assert_eq!((state.day, state.pulses.len()), (playing.day, 0));
    let next = update(real(), &state, Msg::Tick(20_016.0));
    assert_eq!((next.day, next.playback.is_some()), (playing.day, true));
    let stepped = update(real(), &next, Msg::Tick(20_516.0));
    assert_eq!(stepped.day, playing.day.add_months(1));
}

#[test]
fn less_motion_means_no_pulse() {
    let calm = Env { reduced_motion: true, ..support::env(real(), 390.0) };
    let state = after(real(), [Msg::Surround(Rc::new(calm)), Msg::SetDay(day("2013-02-08"))]);
    assert_eq!((state.pulses.len(), state.moves()), (0, false));
    let chosen = update(real(), &state, Msg::Choose(Some(Target::Base(0))));
    assert!(!chosen.moves());
}
