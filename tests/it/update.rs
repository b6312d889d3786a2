//! Whatever happens, the state stays one that can be shown; and what a reader does means
//! what it says.

use std::rc::Rc;

use mali_bases::map::atlas::Atlas;
use mali_bases::map::camera::MAX_ZOOM;
use mali_bases::state::env::Env;
use mali_bases::state::msg::Msg;
use mali_bases::state::update::update;
use mali_bases::state::{State, Target};
use mali_bases::words::day::Day;
use mali_bases::words::geom::pt;
use proptest::prelude::*;

use crate::support::messages::{env, msgs};
use crate::support::{self, after, day, laws, real, small};

fn is_there(atlas: &Atlas, target: Option<Target>) -> bool {
    match target {
        None => true,
        Some(Target::Base(base)) => base < atlas.data().bases.len(),
        Some(Target::Event(event)) => event < atlas.data().events.len(),
        Some(Target::Figure(figure)) => figure < atlas.data().strength.len(),
        Some(Target::Operation(operation)) => operation < atlas.data().operations.len(),
        Some(Target::Stretch(first, last)) => {
            let axis = atlas.data().meta.first..=atlas.data().meta.last;
            first <= last && axis.contains(&first) && axis.contains(&last)
        }
    }
}

/// What of a state cannot be shown.
fn faults(atlas: &Atlas, state: &State) -> Vec<&'static str> {
    let (meta, camera) = (&atlas.data().meta, state.camera);
    let axis = meta.first..=meta.last;
    let middle = camera.screen_from_plane(atlas.frame.home.center());
    let numbers = [middle.x, middle.y, camera.scale()];
    let own_day = match state.chosen {
        Some(Target::Event(event)) => Some(atlas.data().events.heads()[event].day()),
        Some(Target::Figure(figure)) => Some(atlas.data().strength[figure].day()),
        _ => None,
    };
    let plays = |from: Day| axis.contains(&from) && from <= state.day && state.day < meta.last;
    let checks = [
        ("day off the axis", axis.contains(&state.day)),
        ("chosen is not there", is_there(atlas, state.chosen)),
        ("a stretch is chosen", !matches!(state.chosen, Some(Target::Stretch(..)))),
        (
            "stretch is not there",
            is_there(atlas, state.stretch.map(|(a, b)| Target::Stretch(a, b))),
        ),
        ("hover is not there", is_there(atlas, state.hover)),
        ("chosen is of another day", own_day.is_none_or(|day| day == state.day)),
        ("camera not finite", numbers.iter().all(|number| number.is_finite())),
        ("zoom", (1.0..=MAX_ZOOM).contains(&camera.zoom())),
        ("playback", state.playback.is_none_or(|playback| plays(playback.from))),
    ];
    checks.into_iter().filter(|(_, holds)| !holds).map(|(fault, _)| fault).collect()
}

proptest! {
    #![proptest_config(laws(1500))]

    #[test]
    fn no_sequence_of_messages_breaks_the_state(env in env(), msgs in msgs(small(), 20)) {
        let mut state = State::new(small(), Rc::new(env));
        for msg in msgs {
            let next = update(small(), &state, msg.clone());
            prop_assert_eq!(faults(small(), &next), Vec::<&str>::new(), "{:?}", msg);
            prop_assert_eq!(&update(small(), &state, msg), &next, "the same again");
            state = next;
        }
    }

    #[test]
    fn the_real_data_is_no_exception(msgs in msgs(real(), 20)) {
        let mut state = after(real(), []);
        for msg in msgs {
            state = update(real(), &state, msg);
            prop_assert_eq!(faults(real(), &state), Vec::<&str>::new());
        }
    }
}

#[test]
fn the_first_picture_is_the_datasets_own() {
    assert_eq!(after(real(), []).day, day("2022-02-17"));
    assert_eq!(after(small(), []).day, day("2005-06-15"));
}

#[test]
fn days_and_months_step_and_stop_at_the_ends() {
    let case = |msgs: &[Msg], expected: &str| {
        assert_eq!(after(small(), msgs.to_vec()).day.to_string(), expected, "{msgs:?}");
    };
    case(&[Msg::StepDays(1)], "2005-06-16");
    case(&[Msg::StepDays(-15)], "2005-05-31");
    case(&[Msg::StepDays(-15), Msg::StepMonths(1)], "2005-06-30");
    case(&[Msg::StepMonths(12)], "2006-06-15");
    case(&[Msg::First], "2000-01-01");
    case(&[Msg::First, Msg::StepDays(-1)], "2000-01-01");
    case(&[Msg::Last, Msg::StepMonths(1)], "2009-12-31");
    case(&[Msg::SetDay(day("1066-10-14"))], "2000-01-01");
}

#[test]
fn stepping_visits_every_event_in_order() {
    for atlas in [small(), real()] {
        let count = atlas.data().events.len();
        let mut state = after(atlas, [Msg::First]);
        for event in 0..count {
            state = update(atlas, &state, Msg::StepEvent(1));
            assert_eq!(state.event(), Some(event));
        }
        assert_eq!(update(atlas, &state, Msg::StepEvent(1)), state);
        for event in (0..count - 1).rev() {
            state = update(atlas, &state, Msg::StepEvent(-1));
            assert_eq!(state.event(), Some(event));
        }
        assert_eq!(update(atlas, &state, Msg::StepEvent(-1)), state);
    }
}

#[test]
fn stepping_never_goes_the_wrong_way() {
    let (first, last) = (real().data().meta.first, real().data().meta.last);
    for day in (0..=last - first).map(|days| first + days) {
        let on = after(real(), [Msg::SetDay(day), Msg::StepEvent(1)]);
        assert!(on.day >= day, "from {day} on to {}", on.day);
        let back = after(real(), [Msg::SetDay(day), Msg::StepEvent(-1)]);
        assert!(back.day <= day, "from {day} back to {}", back.day);
    }
}

#[test]
fn stepping_back_passes_over_the_event_already_told() {
    let on_vote = [Msg::SetDay(day("2004-01-20")), Msg::StepEvent(-1)];
    assert_eq!(after(small(), on_vote).event(), small().chronicle.event("beta-opens"));
    let after_vote = [Msg::SetDay(day("2004-01-21")), Msg::StepEvent(-1)];
    assert_eq!(after(small(), after_vote).event(), small().chronicle.event("vote"));
}

#[test]
fn an_event_brings_its_day_and_goes_with_it() {
    let vote = small().chronicle.event("vote").unwrap();
    let chosen = after(small(), [Msg::Choose(Some(Target::Event(vote)))]);
    assert_eq!((chosen.event(), chosen.day), (Some(vote), day("2004-01-20")));
    assert_eq!(update(small(), &chosen, Msg::StepDays(1)).chosen, None);
    assert_eq!(update(small(), &chosen, Msg::SetDay(chosen.day)).event(), Some(vote));
}

/// The first view has a place for every base: going from one to the next leaves it as it is.
#[test]
fn revealing_moves_a_map_only_when_it_is_zoomed() {
    let first = after(real(), []);
    let far = after(real(), [Msg::ZoomAt { at: pt(10.0, 300.0), factor: 8.0 }]);
    for base in 0..real().data().bases.len() {
        assert_eq!(update(real(), &first, Msg::Reveal(base)), first);
        let at = real().plane(real().data().bases[base].at);
        let near = update(real(), &far, Msg::Reveal(base));
        let seen = near.camera.screen_from_plane(at);
        assert!(near.env.inset().grown(1e-6).contains(seen), "{base}: {seen:?}");
    }
}

#[test]
fn a_base_stays_chosen_while_the_day_moves() {
    let chosen = after(small(), [Msg::Choose(Some(Target::Base(1))), Msg::StepDays(40)]);
    assert_eq!(chosen.base(), Some(1));
    assert_eq!(update(small(), &chosen, Msg::Choose(None)).chosen, None);
}

#[test]
fn playing_runs_from_the_first_tick_to_the_last_day_and_stops() {
    let playing = after(small(), [Msg::First, Msg::Play, Msg::Tick(7_000.0)]);
    assert_eq!((playing.day, playing.playback.is_some()), (day("2000-01-01"), true));
    let half = update(small(), &playing, Msg::Tick(7_000.0 + 22_500.0));
    assert_eq!((half.day, half.playback.is_some()), (small().chronicle.pace.day(0.5), true));
    let done = update(small(), &half, Msg::Tick(7_000.0 + 45_000.0));
    assert_eq!((done.day, done.playback), (day("2009-12-31"), None));
    let again = update(small(), &done, Msg::Play);
    assert_eq!((again.day, again.playback.is_some()), (day("2000-01-01"), true));
}

#[test]
fn reduced_motion_plays_in_months() {
    let calm = Env { reduced_motion: true, ..support::env(small(), 390.0) };
    let msgs = [Msg::Surround(Rc::new(calm)), Msg::First, Msg::Play, Msg::Tick(0.0)];
    let playing = after(small(), msgs);
    let case = |ms: f64, expected: &str| {
        let state = update(small(), &playing, Msg::Tick(ms));
        assert_eq!(state.day.to_string(), expected, "{ms}");
    };
    case(499.0, "2000-01-01");
    case(500.0, "2000-02-01");
    case(6_000.0, "2001-01-01");
    case(1e9, "2009-12-31");
}

#[test]
fn a_reader_who_moves_the_day_stops_the_play() {
    let plays = |msg: Msg| after(small(), [Msg::Play, Msg::Tick(0.0), msg]).playback.is_some();
    assert!(!plays(Msg::SetDay(day("2003-01-01"))));
    assert!(!plays(Msg::StepDays(1)));
    assert!(!plays(Msg::StepEvent(1)));
    assert!(!plays(Msg::Pause));
    assert!(plays(Msg::Choose(Some(Target::Base(0)))));
    assert!(plays(Msg::Hover(Some(Target::Event(0)))));
}
