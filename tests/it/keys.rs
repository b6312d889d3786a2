//! What keys and the focus do.

use mali_bases::out::gesture::{Key, key};
use mali_bases::state::Target;
use mali_bases::state::msg::Msg;
use mali_bases::words::day::Day;
use mali_bases::words::geom::pt;

use crate::support::pointer::{WIDTH, base_at};
use crate::support::{app, real, small};

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
fn the_app_says_whether_a_key_was_its_own() {
    let mut app = app(small(), WIDTH);
    let mut press = |name| app.key(Key { name, shift: false, on_map: false });
    assert!(press("End") && !press("F5"));
    assert_eq!(app.state().day, Day::parse("2009-12-31").unwrap());
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
