//! What a tap or a click chooses, and what chooses nothing.

use mali_bases::out::gesture::{Kind, Place};
use mali_bases::out::panel::Block;
use mali_bases::state::Target;
use mali_bases::state::msg::Msg;
use mali_bases::words::geom::{Point, pt};

use crate::support::pointer::{Step, WIDTH, base_at, event_at, play, tap, track};
use crate::support::{app, day, real};

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
