//! Whole pictures as text, kept.

use mali_bases::app::App;
use mali_bases::state::Target;
use mali_bases::state::msg::Msg;
use mali_bases::words::geom::pt;
use mali_bases::words::lang::Lang;
use mali_bases::words::theme::Palette;

use crate::support::golden::check_golden;
use crate::support::print;
use crate::support::{app, day, real, small};

/// A picture: its name, the width of its column, its day, and what else is done.
struct Case {
    name: &'static str,
    width: f64,
    day: &'static str,
    lang: Lang,
    dark: bool,
    base: Option<&'static str>,
    event: Option<&'static str>,
}

const fn case(name: &'static str, width: f64, day: &'static str, lang: Lang) -> Case {
    Case { name, width, day, lang, dark: false, base: None, event: None }
}

const CASES: [Case; 9] = [
    case("phone-before", 320.0, "2012-06-01", Lang::En),
    Case { dark: true, ..case("phone-four-open", 320.0, "2013-02-10", Lang::Fr) },
    case("phone-first", 390.0, "2022-02-17", Lang::En),
    Case { base: Some("timbuktu"), ..case("phone-base", 390.0, "2021-12-14", Lang::Fr) },
    case("tablet-doubt", 768.0, "2021-10-15", Lang::En),
    Case { event: Some("pau-summit"), ..case("tablet-event", 768.0, "2020-01-13", Lang::Fr) },
    Case { dark: true, ..case("desktop-first", 1440.0, "2022-02-17", Lang::En) },
    Case { base: Some("menaka"), ..case("desktop-base", 1440.0, "2018-06-01", Lang::En) },
    case("desktop-after", 1440.0, "2022-12-31", Lang::Fr),
];

pub(crate) fn goldens() -> Vec<String> {
    CASES.iter().map(|case| case.name).chain(["small", "small-near"]).map(file).collect()
}

fn file(name: &str) -> String {
    format!("scene/{name}.txt")
}

fn check(name: &str, app: &mut App) {
    app.refresh();
    check_golden(&file(name), &print::scene(app.scene()));
}

#[test]
fn pictures_of_the_real_data_stay_as_they_are() {
    for case in CASES {
        let mut app = app(real(), case.width);
        app.surround(|env| (env.lang, env.palette) = (case.lang, Palette::designed(case.dark)));
        app.set_day(day(case.day));
        assert!(app.choose_base(case.base), "{}", case.name);
        if let Some(id) = case.event {
            let event = real().chronicle.event(id).expect(id);
            app.send(Msg::Hover(Some(Target::Event(event))));
        }
        check(case.name, &mut app);
    }
}

#[test]
fn a_picture_of_the_fixture_shows_every_kind_of_thing() {
    let mut app = app(small(), 600.0);
    app.surround(|env| env.lettered = true);
    app.set_day(day("2006-03-10"));
    app.send(Msg::Choose(Some(Target::Base(0))));
    app.send(Msg::Hover(Some(Target::Base(2))));
    check("small", &mut app);
}

#[test]
fn a_nearer_view_of_the_fixture_is_cut_to_the_pane() {
    let mut app = app(small(), 320.0);
    app.send(Msg::ZoomAt { at: pt(200.0, 100.0), factor: 3.0 });
    app.send(Msg::Choose(Some(Target::Event(3))));
    check("small-near", &mut app);
}
