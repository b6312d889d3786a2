//! What on the map has a name, on every day on which something changes, at every width, in both
//! languages, from far and near, and that it stands still.

use mali_bases::app::App;
use mali_bases::state::msg::Msg;
use mali_bases::view::mark::{Label, Mark, Shape};
use mali_bases::words::geom::{Point, Rect};
use mali_bases::words::lang::Lang;

use crate::support::days::telling_days;
use crate::support::letters::{labels, words};
use crate::support::views::{approach, apps, hold};
use crate::support::{app, real};

/// The bases that have a name.
fn named(app: &App) -> Vec<usize> {
    let texts: Vec<(&Label, Rect)> = labels(&app.scene().map.marks).collect();
    let is_named = |name: &str| texts.iter().any(|(label, _)| label.text == name);
    let bases = app.atlas().data().bases.iter().enumerate();
    let named = bases.filter(|(_, base)| is_named(base.name.get(app.state().env.lang)));
    named.map(|(base, _)| base).collect()
}

#[test]
fn a_base_out_of_the_pane_has_no_name_and_one_in_its_middle_has() {
    for (width, lang, mut app) in apps() {
        for base in 0..real().data().bases.len() {
            for factor in [4.0, 8.0] {
                approach(&mut app, base, factor);
                app.refresh();
                let pane = Rect::of(app.state().env.map);
                let places: Vec<Point> = app.bases().map(|(.., at, _)| at).collect();
                let named = named(&app);
                let seen = named.iter().all(|named| pane.contains(places[*named]));
                assert!(seen, "{width} px, {lang:?}, ×{factor}: {base}");
                assert!(named.contains(&base), "{width} px, {lang:?}, ×{factor}: {base}");
            }
        }
    }
}

#[test]
fn the_country_is_named_from_near() {
    for (width, lang, mut app) in apps().filter(|(width, ..)| *width >= 390.0) {
        for base in 0..real().data().bases.len() {
            approach(&mut app, base, 4.0);
            app.refresh();
            let land = words(&app.scene().map.land);
            let named = land.iter().any(|word| word.name == "MALI");
            assert!(named, "{width} px, {lang:?}: {base}");
        }
    }
}

#[test]
fn from_near_a_small_map_tells_what_a_large_one_does() {
    let mut app = app(real(), 390.0);
    let tessalit = app.atlas().chronicle.base("tessalit").expect("a base");
    let tells = |app: &mut App| {
        app.refresh();
        labels(&app.scene().map.marks).any(|(label, _)| label.text.starts_with("closed"))
    };
    assert!(!tells(&mut app));
    approach(&mut app, tessalit, 3.0);
    assert!(tells(&mut app));
}

#[test]
fn every_base_is_named_on_every_day() {
    hold(|app| {
        let named = named(app);
        let bases = app.atlas().data().bases.iter().enumerate();
        let missing = bases.filter(|(index, _)| !named.contains(index));
        missing.map(|(_, base)| format!("{} has no name", base.id)).collect()
    });
}

#[test]
fn a_name_stands_still_while_the_day_moves() {
    for (width, lang, mut app) in apps() {
        for factor in [1.0, 2.25, 4.0] {
            approach(&mut app, 3, factor);
            let mut places: Option<Vec<String>> = None;
            for day in telling_days(real()) {
                app.send(Msg::SetDay(day));
                app.refresh();
                let sides = sides(&app);
                let first = places.get_or_insert_with(|| sides.clone());
                assert_eq!(*first, sides, "{width}, {lang:?}, {day}");
            }
        }
    }
}

/// Where the names of the bases stand.
fn sides(app: &App) -> Vec<String> {
    let marks = app.scene().map.marks.iter();
    let side = |mark: &Mark| match &mark.shape {
        Shape::Text(label) if is_base(app, &label.text) => {
            Some(format!("{} {:?} {:.2}", label.text, label.align, label.at.x))
        }
        _ => None,
    };
    marks.filter_map(side).collect()
}

fn is_base(app: &App, name: &str) -> bool {
    app.atlas().data().bases.iter().any(|base| base.name.get(app.state().env.lang) == name)
}

/// Those of which much is seen: a blank beside Mali would be a riddle.
#[test]
fn the_neighbors_are_named_at_every_width_of_a_phone_and_more() {
    let neighbors =
        [["MAURITANIA", "NIGER", "BURKINA FASO"], ["MAURITANIE", "NIGER", "BURKINA FASO"]];
    for (width, lang, mut app) in apps().filter(|(width, ..)| *width >= 390.0) {
        app.refresh();
        let land = words(&app.scene().map.land);
        for name in neighbors[usize::from(lang == Lang::Fr)] {
            assert!(land.iter().any(|word| word.name == name), "{width} px: no {name}");
        }
    }
}
