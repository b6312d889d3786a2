//! Picking answers what is drawn.

use mali_bases::app::App;
use mali_bases::state::Target;
use mali_bases::state::env::Env;
use mali_bases::state::msg::Msg;
use mali_bases::view::mark::{Mark, Shape, block, circle, disc, line, ring, text};
use mali_bases::view::scene::Pane;
use mali_bases::words::geom::{Point, Rect, pt};
use mali_bases::words::theme::hex;
use proptest::prelude::*;

use crate::support::messages::{env, msgs};
use crate::support::{WIDTHS, app, close, laws, real, small};

/// All marks of a pane, the lowest first.
fn stacked(pane: &Pane) -> Vec<&Mark> {
    pane.land.iter().chain(&pane.marks).chain(&pane.overlay).collect()
}

/// The fixture after some messages.
fn shown(env: Env, msgs: Vec<Msg>) -> App {
    let mut app = App::new(small().clone(), env);
    for msg in msgs {
        app.send(msg);
    }
    app.refresh();
    app
}

/// At its own place every mark is found, or one that is drawn above it.
fn is_found_at_its_place(pane: &Pane) -> Result<(), TestCaseError> {
    let marks = stacked(pane);
    for (place, mark) in marks.iter().enumerate() {
        if mark.target.is_none() {
            continue;
        }
        let at = mark.anchor();
        let above = marks[place..].iter().filter(|above| above.distance(at) <= 0.0);
        let possible: Vec<Target> = above.filter_map(|above| above.target).collect();
        let picked = pane.pick(at, 0.0);
        prop_assert_eq!(picked, possible.last().copied(), "{:?}", mark);
    }
    Ok(())
}

/// What is picked is there, within reach, and nothing else is nearer.
fn is_the_nearest(pane: &Pane, at: Point, slop: f64) -> Result<(), TestCaseError> {
    let distance = |target: Option<Target>| {
        let marks = stacked(pane).into_iter();
        let marks = marks.filter(|mark| mark.target.is_some());
        let marks = marks.filter(|mark| target.is_none() || mark.target == target);
        marks.map(|mark| mark.distance(at)).fold(f64::INFINITY, f64::min)
    };
    let least = distance(None);
    match pane.pick(at, slop) {
        None => prop_assert!(least > slop, "{:?}: missed by {}", at, least),
        picked => prop_assert!(distance(picked) <= least && least <= slop),
    }
    Ok(())
}

proptest! {
    #![proptest_config(laws(200))]

    #[test]
    fn every_mark_is_found_where_it_is_drawn(env in env(), msgs in msgs(small(), 8)) {
        let app = shown(env, msgs);
        is_found_at_its_place(&app.scene().map)?;
        is_found_at_its_place(&app.scene().timeline)?;
    }

    #[test]
    fn a_pick_is_the_nearest_thing_within_reach(
        env in env(),
        msgs in msgs(small(), 5),
        x in -20.0..1000.0,
        y in -20.0..700.0,
        slop in 0.0..30.0,
    ) {
        let app = shown(env, msgs);
        is_the_nearest(&app.scene().map, pt(x, y), slop)?;
        is_the_nearest(&app.scene().timeline, pt(x, y), slop)?;
    }
}

#[test]
fn the_real_picture_answers_at_every_width() {
    for width in WIDTHS {
        let mut app = app(real(), width);
        app.refresh();
        is_found_at_its_place(&app.scene().map).unwrap();
        is_found_at_its_place(&app.scene().timeline).unwrap();
        for step in 0..60 {
            let at = pt(width * f64::from(step % 10) / 10.0, f64::from(step) * 6.0);
            is_the_nearest(&app.scene().map, at, 20.0).unwrap();
            is_the_nearest(&app.scene().timeline, at, 4.0).unwrap();
        }
    }
}

#[test]
fn every_base_is_found_on_the_map_and_in_its_lane() {
    for width in WIDTHS {
        let mut app = app(real(), width);
        app.send(Msg::First);
        app.refresh();
        let lanes = app.layout().lanes.clone();
        let places: Vec<_> = app.bases().map(|(base, _, at, _)| (base, at)).collect();
        for (base, at) in places {
            assert_eq!(app.scene().map.pick(at, 4.0), Some(Target::Base(base)), "{width}");
            let entry = &app.atlas().data().bases[base];
            let end = entry.handed_over.as_ref().unwrap().date;
            let x = f64::midpoint(
                app.layout().x(entry.arrived.date.latest),
                app.layout().x(end.earliest),
            );
            let at = pt(x, lanes[base].center().y);
            assert_eq!(app.scene().timeline.pick(at, 0.0), Some(Target::Base(base)), "{width}");
        }
    }
}

#[test]
fn a_name_is_no_target() {
    let mut app = app(real(), 768.0);
    app.refresh();
    let map = &app.scene().map;
    let names: Vec<&Mark> =
        map.marks.iter().filter(|mark| matches!(mark.shape, Shape::Text(_))).collect();
    assert!(names.len() >= 6);
    for name in names {
        assert_eq!(map.pick(name.anchor(), 0.0), None, "{name:?}");
    }
}

#[test]
fn the_distance_to_a_mark_is_that_to_what_is_drawn() {
    let ink = hex(0);
    let case = |mark: &Mark, x: f64, expected: f64| {
        assert!(close(mark.distance(pt(x, 50.0)), expected), "{mark:?} from {x}");
    };
    let square = vec![pt(20.0, 20.0), pt(60.0, 20.0), pt(60.0, 80.0), pt(20.0, 80.0)];
    for x in [20.0, 35.0, 60.0] {
        case(&block(Rect::new(20.0, 20.0, 60.0, 80.0), ink), x, 0.0);
        case(&ring(square.clone(), ink), x, 0.0);
        case(&line(vec![pt(0.0, 50.0), pt(70.0, 50.0)], 2.0, ink), x, 0.0);
        case(&disc(pt(40.0, 50.0), 20.0, ink), x, 0.0);
        case(&circle(pt(40.0, 50.0), 19.0, 2.0, ink), x, 0.0);
    }
    case(&block(Rect::new(20.0, 20.0, 60.0, 80.0), ink), 67.0, 7.0);
    case(&ring(square, ink), 67.0, 7.0);
    case(&line(vec![pt(0.0, 0.0), pt(0.0, 99.0)], 4.0, ink), 9.0, 7.0);
    case(&disc(pt(40.0, 50.0), 20.0, ink), 67.0, 7.0);
    case(&circle(pt(40.0, 50.0), 19.0, 2.0, ink), 67.0, 7.0);
    assert!(text("Gao", pt(0.0, 50.0), 15.0, ink).distance(pt(0.0, 50.0)).is_infinite());
}
