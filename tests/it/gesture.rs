//! Pointer and keys, played as a reader would.

use mali_bases::app::App;
use mali_bases::out::gesture::{Key, Kind, Place, Pointer, key};
use mali_bases::out::panel::Block;
use mali_bases::state::Target;
use mali_bases::state::msg::Msg;
use mali_bases::words::day::Day;
use mali_bases::words::geom::{Point, pt};

use crate::support::{app, day, real, small};

/// One line of a script.
struct Step(Kind, Place, Point);

fn play(app: &mut App, touch: bool, script: &[Step]) {
    for Step(kind, place, at) in script {
        app.pointer(Pointer { kind: *kind, place: *place, at: *at, touch });
    }
}

fn tap(app: &mut App, touch: bool, place: Place, at: Point) {
    play(app, touch, &[Step(Kind::Down, place, at), Step(Kind::Up, place, at)]);
}

const WIDTH: f64 = 768.0;

fn track(app: &App, to: &str) -> Point {
    let layout = app.layout();
    pt(layout.x(day(to)), layout.track)
}

fn event_at(app: &App, id: &str) -> (usize, Point) {
    let event = app.atlas().chronicle.event(id).expect(id);
    (event, app.layout().events[event].expect("room for its mark"))
}

fn base_at(app: &App, id: &str) -> (usize, Point) {
    let base = app.atlas().chronicle.base(id).expect(id);
    app.bases().find(|(index, ..)| *index == base).map(|(index, _, at, _)| (index, at)).expect(id)
}

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
fn a_tap_on_an_event_chooses_it_and_goes_to_its_day() {
    for touch in [false, true] {
        let mut app = app(real(), WIDTH);
        let (event, at) = event_at(&app, "pau-summit");
        tap(&mut app, touch, Place::Timeline, at);
        assert_eq!((app.state().event(), app.state().day), (Some(event), day("2020-01-13")));
    }
}

#[test]
fn a_tap_on_a_bracket_chooses_its_operation() {
    let mut app = app(real(), WIDTH);
    let layout = app.layout().clone();
    let at = pt(layout.x(day("2016-08-08")), layout.operations.y0 + 8.0);
    tap(&mut app, true, Place::Timeline, at);
    let barkhane = app.atlas().data().operations.iter().position(|one| one.id == "barkhane");
    assert_eq!(app.state().chosen, barkhane.map(Target::Operation));
    assert_eq!(app.state().day, day("2022-02-17"));
    assert_eq!(app.panel().title, "Barkhane");
}

#[test]
fn a_tap_on_a_figure_tells_it_and_goes_to_its_day() {
    for touch in [false, true] {
        let mut app = app(real(), WIDTH);
        app.refresh();
        let figures = &app.atlas().data().strength;
        let figure = figures.iter().position(|figure| figure.date.earliest == day("2013-02-02"));
        let figure = figure.map(Target::Figure);
        let mark = app.scene().timeline.land.iter().find(|mark| mark.target == figure);
        let at = mark.expect("a dot").anchor();
        tap(&mut app, touch, Place::Timeline, at);
        assert_eq!((app.state().chosen, app.state().day), (figure, day("2013-02-02")));
        let panel = app.panel();
        let told = (panel.kicker.as_str(), panel.title.as_str(), panel.closable);
        assert_eq!(told, ("French troops in Mali · 2 February 2013", "3,500", true));
        assert!(matches!(&panel.blocks[..], [Block::Claim(claim)] if claim.sources.is_some()));
        app.send(Msg::StepDays(1));
        assert_eq!(app.state().chosen, None, "it belongs to its day");
    }
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
fn a_tap_on_a_lane_chooses_its_base() {
    let mut app = app(real(), WIDTH);
    let layout = app.layout().clone();
    for (base, lane) in layout.lanes.iter().enumerate() {
        let at = pt(layout.x(day("2020-06-01")), lane.center().y);
        tap(&mut app, false, Place::Timeline, at);
        assert_eq!((app.state().base(), app.state().day), (Some(base), day("2022-02-17")));
    }
}

#[test]
fn a_tap_beside_every_mark_of_the_timeline_goes_to_the_day() {
    for touch in [false, true] {
        let mut app = app(real(), WIDTH);
        let at = pt(track(&app, "2016-08-08").x, app.layout().strength.y0 + 8.0);
        tap(&mut app, touch, Place::Timeline, at);
        assert_eq!((app.state().day, app.state().chosen), (day("2016-08-08"), None));
    }
}

#[test]
fn a_tap_on_gao_chooses_gao_and_a_tap_on_the_land_lets_go() {
    let mut app = app(real(), WIDTH);
    let (gao, at) = base_at(&app, "gao");
    tap(&mut app, false, Place::Map, at);
    assert_eq!(app.state().base(), Some(gao));
    tap(&mut app, false, Place::Map, pt(3.0, 300.0));
    assert_eq!(app.state().chosen, None);
}

#[test]
fn a_finger_has_more_room_than_a_mouse() {
    let case = |touch: bool, off: f64, chosen: bool| {
        let mut app = app(real(), WIDTH);
        let (gao, at) = base_at(&app, "gao");
        tap(&mut app, touch, Place::Map, at.by(0.0, off));
        assert_eq!(app.state().base(), chosen.then_some(gao), "touch {touch}, {off} px");
    };
    case(false, 8.0, true);
    case(false, 16.0, false);
    case(true, 16.0, true);
    case(true, 25.0, true);
    case(true, 40.0, false);
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

#[test]
fn a_pointer_that_goes_up_over_the_other_pane_chooses_nothing() {
    let mut app = app(real(), WIDTH);
    let (_, at) = base_at(&app, "gao");
    play(&mut app, true, &[Step(Kind::Down, Place::Map, at), Step(Kind::Up, Place::Timeline, at)]);
    assert_eq!((app.state().chosen, app.state().day), (None, day("2022-02-17")));
}

#[test]
fn a_cancelled_press_chooses_nothing() {
    let mut app = app(real(), WIDTH);
    let (_, at) = base_at(&app, "gao");
    let steps = [Kind::Down, Kind::Cancel, Kind::Up].map(|kind| Step(kind, Place::Map, at));
    play(&mut app, true, &steps);
    assert_eq!(app.state().chosen, None);
}

#[test]
fn keys_mean_what_a_slider_makes_them_mean() {
    let quiet = app(small(), WIDTH);
    let mut busy = app(small(), WIDTH);
    busy.send(Msg::Choose(Some(Target::Base(0))));
    busy.send(Msg::Play);
    let case = |name: &str, shift: bool, at_rest: Option<Msg>, playing: Option<Msg>| {
        for on_map in [false, true] {
            let pressed = Key { name, shift, on_map };
            assert_eq!(key(quiet.state(), pressed), at_rest, "{name}");
            assert_eq!(key(busy.state(), pressed), playing, "{name}");
        }
    };
    let same = |name: &str, shift: bool, msg: Msg| case(name, shift, Some(msg.clone()), Some(msg));
    same("ArrowRight", false, Msg::StepDays(1));
    same("ArrowUp", false, Msg::StepDays(1));
    same("ArrowLeft", false, Msg::StepDays(-1));
    same("ArrowDown", false, Msg::StepDays(-1));
    same("ArrowRight", true, Msg::StepMonths(1));
    same("ArrowLeft", true, Msg::StepMonths(-1));
    same("PageUp", false, Msg::StepMonths(12));
    same("PageDown", false, Msg::StepMonths(-12));
    same("Home", false, Msg::First);
    same("End", false, Msg::Last);
    case(" ", false, Some(Msg::Play), Some(Msg::Pause));
    case("Escape", false, None, Some(Msg::Choose(None)));
    case("Tab", false, None, None);
    case("Enter", false, None, None);
    case("a", true, None, None);
}

#[test]
fn escape_lets_go_of_a_choice_then_of_a_tip() {
    let mut app = app(real(), WIDTH);
    app.send(Msg::Hover(Some(Target::Base(1))));
    app.send(Msg::Choose(Some(Target::Base(0))));
    let escape = Key { name: "Escape", shift: false, on_map: false };
    assert!(app.key(escape));
    assert_eq!((app.state().chosen, app.state().hover), (None, Some(Target::Base(1))));
    assert!(app.key(escape));
    assert_eq!(app.state().hover, None);
    assert!(!app.key(escape), "the page's own");
}

#[test]
fn arrows_move_a_map_that_is_zoomed_and_has_the_focus() {
    let mut app = app(real(), WIDTH);
    app.send(Msg::ZoomAt { at: pt(300.0, 200.0), factor: 4.0 });
    let meaning = |name, shift, on_map| key(app.state(), Key { name, shift, on_map });
    let pan = |x, y| Some(Msg::PanBy(pt(x, y)));
    assert_eq!(meaning("ArrowRight", false, true), pan(-80.0, 0.0));
    assert_eq!(meaning("ArrowLeft", false, true), pan(80.0, 0.0));
    assert_eq!(meaning("ArrowUp", false, true), pan(0.0, 80.0));
    assert_eq!(meaning("ArrowDown", false, true), pan(0.0, -80.0));
    assert_eq!(meaning("ArrowRight", false, false), Some(Msg::StepDays(1)));
    assert_eq!(meaning("ArrowUp", true, true), Some(Msg::StepMonths(1)));
    assert_eq!(meaning("PageUp", false, true), Some(Msg::StepMonths(12)));
}

#[test]
fn a_base_that_has_the_focus_is_pointed_at_and_in_view() {
    let mut app = app(real(), WIDTH);
    app.send(Msg::ZoomAt { at: pt(20.0, 380.0), factor: 12.0 });
    let part = app.state().env.inset().grown(1e-6);
    assert!(!part.contains(base_at(&app, "kidal").1));
    app.focus_base(Some("kidal"));
    let (index, at) = base_at(&app, "kidal");
    assert!(part.contains(at), "{at:?}");
    assert_eq!(app.state().hover, Some(Target::Base(index)));
    app.focus_base(None);
    assert_eq!((base_at(&app, "kidal").1, app.state().hover), (at, None));
    app.send(Msg::Hover(Some(Target::Event(0))));
    app.focus_base(None);
    assert_eq!(app.state().hover, Some(Target::Event(0)), "the pointer has gone on");
}

#[test]
fn the_app_says_whether_a_key_was_its_own() {
    let mut app = app(small(), WIDTH);
    let mut press = |name| app.key(Key { name, shift: false, on_map: false });
    assert!(press("End") && !press("F5"));
    assert_eq!(app.state().day, Day::parse("2009-12-31").unwrap());
}

#[test]
fn a_name_beside_the_axis_chooses_its_base_and_nothing_else_there_moves_the_day() {
    for touch in [false, true] {
        let mut app = app(real(), WIDTH);
        let before = app.state().day;
        let lane = app.layout().lanes[5];
        tap(&mut app, touch, Place::Timeline, pt(20.0, lane.center().y));
        assert_eq!((app.state().base(), app.state().day), (Some(5), before));
        let (events, key) = (app.layout().event_rows.center().y, app.layout().key + 10.0);
        for at in [pt(20.0, events), pt(300.0, key)] {
            tap(&mut app, touch, Place::Timeline, at);
            assert_eq!((app.state().base(), app.state().day), (Some(5), before), "{at:?}");
        }
    }
}

#[test]
fn a_crowd_opens_under_the_pointer_and_each_event_in_it_can_be_chosen() {
    for touch in [false, true] {
        let mut app = app(real(), WIDTH);
        let crowd = app.layout().crowds.last().unwrap().clone();
        if touch {
            tap(&mut app, true, Place::Timeline, crowd.at);
        } else {
            play(&mut app, false, &[Step(Kind::Move, Place::Timeline, crowd.at)]);
        }
        assert_eq!(app.state().stretch, Some(crowd.days), "{touch}");
        app.send(Msg::Tick(1_000.0));
        app.refresh();
        let overlay = &app.scene().timeline.overlay;
        let within: Vec<(Target, Point)> = overlay
            .iter()
            .filter_map(|mark| Some((mark.target?, mark.anchor())))
            .filter(|(target, _)| matches!(target, Target::Event(_)))
            .collect();
        assert!(within.len() > crowd.count, "{touch}: {}", within.len());
    }
}
