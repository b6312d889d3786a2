//! What a pointer does that moves: it scrubs, points at things and moves the ground.

use mali_bases::out::gesture::{Kind, Place};
use mali_bases::state::Target;
use mali_bases::state::msg::Msg;
use mali_bases::words::geom::pt;

use crate::support::pointer::{Step, WIDTH, base_at, play, track};
use crate::support::{app, day, real};

#[test]
fn a_mouse_scrubs_from_where_it_goes_down() {
    let mut app = app(real(), WIDTH);
    let (from, to) = (track(&app, "2015-03-01"), track(&app, "2019-10-10"));
    play(&mut app, false, &[Step(Kind::Down, Place::Timeline, from)]);
    assert_eq!((app.state().day, app.cursor()), (day("2015-03-01"), "ew-resize"));
    play(&mut app, false, &[Step(Kind::Move, Place::Timeline, to)]);
    assert_eq!(app.state().day, day("2019-10-10"));
    play(&mut app, false, &[Step(Kind::Up, Place::Timeline, to)]);
    play(&mut app, false, &[Step(Kind::Move, Place::Timeline, from)]);
    assert_eq!((app.state().day, app.cursor()), (day("2019-10-10"), "default"));
}

#[test]
fn a_scrub_goes_on_beyond_the_ends_and_over_the_map() {
    let mut app = app(real(), WIDTH);
    let from = track(&app, "2015-03-01");
    let beyond = pt(9_000.0, -400.0);
    play(
        &mut app,
        false,
        &[Step(Kind::Down, Place::Timeline, from), Step(Kind::Move, Place::Timeline, beyond)],
    );
    assert_eq!(app.state().day, day("2022-12-31"));
}

#[test]
fn a_finger_scrubs_once_it_has_moved() {
    let mut app = app(real(), WIDTH);
    let from = track(&app, "2015-03-01");
    play(
        &mut app,
        true,
        &[
            Step(Kind::Down, Place::Timeline, from),
            Step(Kind::Move, Place::Timeline, from.by(3.0, 0.0)),
        ],
    );
    assert_eq!(app.state().day, day("2022-02-17"), "still a tap");
    play(&mut app, true, &[Step(Kind::Move, Place::Timeline, from.by(60.0, 0.0))]);
    assert_eq!(app.state().day, app.layout().day(from.x + 60.0));
    play(&mut app, true, &[Step(Kind::Up, Place::Timeline, from.by(60.0, 0.0))]);
    assert_eq!(app.state().chosen, None);
}

#[test]
fn a_finger_that_scrolls_the_page_does_not_scrub() {
    let mut app = app(real(), WIDTH);
    let from = pt(app.layout().x(day("2016-08-08")), app.layout().strength.y1 - 2.0);
    let swipe = |dx: f64, dy: f64| {
        [
            Step(Kind::Down, Place::Timeline, from),
            Step(Kind::Move, Place::Timeline, from.by(dx, dy)),
            Step(Kind::Move, Place::Timeline, from.by(3.0 * dx, 3.0 * dy)),
            Step(Kind::Cancel, Place::Timeline, from.by(3.0 * dx, 3.0 * dy)),
        ]
    };
    play(&mut app, true, &swipe(2.0, -9.0));
    assert_eq!(app.state().day, day("2022-02-17"));
    play(&mut app, true, &swipe(9.0, -2.0));
    assert_ne!(app.state().day, day("2022-02-17"));
}

#[test]
fn a_mouse_over_something_hovers_and_leaves() {
    let mut app = app(real(), WIDTH);
    let (gao, at) = base_at(&app, "gao");
    play(&mut app, false, &[Step(Kind::Move, Place::Map, at)]);
    assert_eq!((app.state().hover, app.cursor()), (Some(Target::Base(gao)), "pointer"));
    play(&mut app, false, &[Step(Kind::Cancel, Place::Map, at)]);
    assert_eq!((app.state().hover, app.cursor()), (None, "default"));
    play(&mut app, true, &[Step(Kind::Move, Place::Map, at)]);
    assert_eq!(app.state().hover, None, "a finger does not hover");
}

#[test]
fn a_mouse_moves_the_enlarged_ground_and_a_finger_scrolls_the_page() {
    let case = |touch: bool, moves: bool| {
        let mut app = app(real(), WIDTH);
        app.send(Msg::ZoomAt { at: pt(380.0, 200.0), factor: 4.0 });
        let (_, before) = base_at(&app, "gao");
        let from = pt(100.0, 300.0);
        play(
            &mut app,
            touch,
            &[
                Step(Kind::Down, Place::Map, from),
                Step(Kind::Move, Place::Map, from.by(30.0, 10.0)),
                Step(Kind::Move, Place::Map, from.by(50.0, 20.0)),
                Step(Kind::Up, Place::Map, from.by(50.0, 20.0)),
            ],
        );
        let (_, after) = base_at(&app, "gao");
        let expected = if moves { before.by(50.0, 20.0) } else { before };
        assert!(after.distance(expected) < 1e-6, "touch {touch}: {before:?} {after:?}");
        assert_eq!(app.state().chosen, None);
    };
    case(false, true);
    case(true, false);
}
