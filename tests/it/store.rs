//! Drawing only what changed gives the picture that drawing everything gives.

use mali_bases::app::{App, Change, Layers};
use mali_bases::map::atlas::Atlas;
use mali_bases::map::topology::Topology;
use mali_bases::model::dataset::Strength;
use mali_bases::model::value::parse;
use mali_bases::out::gesture::{Kind, Place, Pointer};
use mali_bases::shell::bundled::BASEMAP_NEAR;
use mali_bases::state::Target;
use mali_bases::state::motion::Speed;
use mali_bases::state::msg::Msg;
use mali_bases::view::mark::{Mark, Shape};
use mali_bases::view::scene::{Pane, Scene, scene};
use mali_bases::words::geom::{Point, pt};
use mali_bases::words::theme::Palette;
use proptest::prelude::*;

use crate::support::messages::{env, msgs};
use crate::support::{app, day, laws, real, small};

fn fresh(app: &App) -> Scene {
    scene(app.atlas(), app.state(), app.text())
}

/// Layers of which the kept one is not the fresh one.
fn stale(app: &App) -> Vec<&'static str> {
    let (kept, fresh) = (app.scene(), fresh(app));
    let same = |a: &Pane, b: &Pane| {
        [a.land == b.land, a.marks == b.marks, a.overlay == b.overlay, a.size == b.size]
    };
    let map = ["map land", "map marks", "map overlay", "map size"];
    let timeline = ["timeline land", "timeline marks", "timeline overlay", "timeline size"];
    let names = map.into_iter().zip(same(&kept.map, &fresh.map));
    let names = names.chain(timeline.into_iter().zip(same(&kept.timeline, &fresh.timeline)));
    names.filter(|(_, same)| !same).map(|(name, _)| name).collect()
}

fn points(mark: &Mark) -> Vec<Point> {
    match &mark.shape {
        Shape::Box(rect) => vec![pt(rect.x0, rect.y0), pt(rect.x1, rect.y1)],
        Shape::Ring(points) => points.clone(),
        Shape::Line(points, width) => points.iter().map(|p| p.by(*width, 0.0)).collect(),
        Shape::Disc(center, r) => vec![center.by(*r, 0.0)],
        Shape::Circle(center, r, width) => vec![center.by(*r, *width)],
        Shape::Text(label) => vec![label.at.by(label.size, label.angle)],
    }
}

fn is_finite(pane: &Pane) -> bool {
    let marks = pane.land.iter().chain(&pane.marks).chain(&pane.overlay);
    marks.flat_map(points).all(|p| p.x.is_finite() && p.y.is_finite())
}

/// Sends groups of messages, refreshing after each, and looks at the picture every time.
fn shows_the_state(mut app: App, groups: Vec<Vec<Msg>>) -> Result<(), TestCaseError> {
    app.refresh();
    for group in groups {
        for msg in &group {
            app.send(msg.clone());
        }
        app.refresh();
        prop_assert_eq!(stale(&app), Vec::<&str>::new(), "after {:?}", group);
        prop_assert!(is_finite(&app.scene().map) && is_finite(&app.scene().timeline));
        prop_assert_eq!(app.refresh(), Change::default());
    }
    Ok(())
}

fn groups(atlas: &Atlas, most: usize) -> impl Strategy<Value = Vec<Vec<Msg>>> + use<> {
    proptest::collection::vec(msgs(atlas, 4), 1..most)
}

proptest! {
    #![proptest_config(laws(300))]

    #[test]
    fn a_refreshed_picture_is_a_fresh_one(env in env(), groups in groups(small(), 10)) {
        shows_the_state(App::new(small().clone(), env), groups)?;
    }
}

proptest! {
    #![proptest_config(laws(24))]

    #[test]
    fn also_on_the_real_map(env in env(), groups in groups(real(), 6)) {
        shows_the_state(App::new(real().clone(), env), groups)?;
    }
}

#[test]
fn a_change_names_what_differs() {
    let case = |msg: Msg, expected: Change| {
        let mut app = app(small(), 390.0);
        assert_eq!(app.refresh(), Change::ALL);
        app.send(msg.clone());
        assert_eq!(app.refresh(), expected, "{msg:?}");
    };
    let none = Change::default();
    case(Msg::Pause, none);
    case(Msg::StepDays(1), Change { day: true, ..none });
    case(
        Msg::SetDay(day("2006-03-01")),
        Change { day: true, bases: true, chapter: true, pulses: true, ..none },
    );
    case(Msg::Hover(Some(Target::Base(0))), Change { hover: true, ..none });
    case(Msg::Choose(Some(Target::Base(0))), Change { chosen: true, ..none });
    case(Msg::Speed(Speed::Double), Change { playing: true, ..none });
    case(Msg::Play, Change { playing: true, ..none });
    case(Msg::ZoomAt { at: pt(9.0, 9.0), factor: 2.0 }, Change { camera: true, ..none });
    case(Msg::ResetView, none);
}

#[test]
fn a_figure_that_comes_to_lie_behind_draws_no_base_anew() {
    let chronicle = &real().chronicle;
    let named = chronicle.data.strength.iter().filter(|figure| figure.callout.is_some());
    let alone = named
        .map(Strength::day)
        .filter(|day| chronicle.states(*day + -1) == chronicle.states(*day));
    let mut app = app(real(), 390.0);
    let mut seen = 0;
    for day in alone {
        app.send(Msg::SetDay(day + -1));
        app.refresh();
        app.send(Msg::SetDay(day));
        let change = app.refresh();
        assert!(change.chapter && !change.bases, "{day}");
        assert_eq!(change.layers().map, [false; 3], "{day}");
        assert_eq!(change.layers().timeline, [false, true, true], "{day}");
        seen += 1;
    }
    assert!(seen > 2, "{seen}");
}

#[test]
fn surroundings_that_stay_are_no_change() {
    let mut app = app(small(), 390.0);
    app.refresh();
    app.surround(|env| env.palette = Palette::designed(false));
    assert!(!app.refresh().any());
    app.surround(|env| env.palette = Palette::designed(true));
    assert!(app.refresh().env);
}

#[test]
fn another_atlas_takes_the_place_of_the_first() {
    let mut app = app(small(), 390.0);
    app.send(Msg::Choose(Some(Target::Event(4))));
    app.pointer(Pointer { kind: Kind::Down, place: Place::Map, at: pt(1.0, 1.0), touch: false });
    app.replace(real().clone());
    assert_eq!((app.state().day, app.state().chosen), (day("2022-02-17"), None));
    assert_eq!(app.refresh(), Change::ALL);
    assert_eq!(stale(&app), [""; 0]);
}

#[test]
fn a_finer_land_changes_nothing_but_the_land() {
    let mut app = app(real(), 390.0);
    app.send(Msg::Choose(Some(Target::Base(2))));
    app.send(Msg::ZoomAt { at: pt(200.0, 90.0), factor: 4.0 });
    app.refresh();
    let (before, coarse) = (app.state().clone(), app.scene().map.land.clone());
    app.refine(&Topology::read(&parse(BASEMAP_NEAR).unwrap()).unwrap());
    assert_eq!(app.refresh(), Change { env: true, ..Change::default() });
    assert_eq!(app.state(), &before);
    assert_ne!(app.scene().map.land, coarse);
    assert_eq!(stale(&app), [""; 0]);
}

#[test]
fn ids_choose_and_unknown_ids_change_nothing() {
    let mut app = app(real(), 390.0);
    assert!(app.choose_base(Some("gao")));
    assert_eq!(app.state().base(), real().chronicle.base("gao"));
    assert!(!app.choose_base(Some("bamako")) && !app.choose_event(Some("gao")));
    assert_eq!(app.state().base(), real().chronicle.base("gao"));
    assert!(app.choose_event(None), "no event is chosen, so the base stays");
    assert_eq!(app.state().base(), real().chronicle.base("gao"));
    assert!(app.choose_event(Some("serval-begins")));
    assert_eq!(app.state().day, day("2013-01-11"));
    assert!(app.choose_event(None));
    assert_eq!(app.state().chosen, None);
}

/// A frame of a scrub draws little: what moves with the day, and one layer besides.
#[test]
fn what_is_owed_is_drawn_in_a_few_frames_and_nothing_twice() {
    for bits in 0..64_u32 {
        let stale = |layer: u32| bits & (1 << layer) != 0;
        let whole = Layers {
            map: [stale(0), stale(1), stale(2)],
            timeline: [stale(3), stale(4), stale(5)],
        };
        let (mut owed, mut drawn, mut frames) = (whole, Layers::default(), 0);
        while owed.any() {
            let first = owed.first();
            assert_eq!(first.timeline[1], owed.timeline[1], "{bits:b}");
            let others = first.map.into_iter().chain([first.timeline[0], first.timeline[2]]);
            assert!(others.filter(|layer| *layer).count() <= 1, "{bits:b}");
            assert_eq!((first.any(), drawn.without(first)), (true, drawn), "{bits:b}: twice");
            (drawn, owed, frames) = (drawn.with(first), owed.without(first), frames + 1);
        }
        assert_eq!(drawn, whole, "{bits:b}");
        assert!(frames <= 5, "{bits:b}: {frames} frames");
    }
}

/// Pulses are out of date in every frame: they must not keep the rest waiting until they are over.
#[test]
fn nothing_waits_for_what_pulses() {
    let pulse = Layers { map: [false, false, true], ..Layers::default() };
    let mut owed = Layers { map: [true; 3], timeline: [true; 3] };
    for _ in 0..4 {
        owed = owed.without(owed.first()).with(pulse);
    }
    assert_eq!(owed, pulse);
}
