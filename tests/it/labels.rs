//! The names on the map, on every day on which something changes, at every width, in both
//! languages, from far and near: none covers another, a base, or the corner of the date; all
//! lie in the pane.

use mali_bases::app::App;
use mali_bases::state::msg::Msg;
use mali_bases::view::map::date::room;
use mali_bases::view::mark::{Mark, Shape};
use mali_bases::words::geom::{Rect, pt};
use mali_bases::words::lang::Lang;
use proptest::prelude::*;

use crate::support::letters::{Letters, words};
use crate::support::views::{approach, apps, hold};
use crate::support::{app, day, faultless, laws, real};

/// The visible part of a base's mark.
const MARK_PX: f64 = 6.5;

/// What is wrong with the map of one picture: a text that leaves the pane, or that lies on
/// another, on the corner of the date, on a base or on a capital.
fn faults(app: &App) -> Vec<String> {
    let (env, map) = (&app.state().env, &app.scene().map);
    let pane = Rect::of(env.map);
    let texts: Vec<Letters> = [&map.land, &map.marks].into_iter().flat_map(|m| words(m)).collect();
    let corner = room(app.atlas(), app.state());
    let marks: Vec<Rect> = map.marks.iter().chain(&map.land).filter_map(symbol).collect();
    let mut faults = Vec::new();
    for (index, Letters { name, boxes }) in texts.iter().enumerate() {
        let lies_on = |other: &Rect| boxes.iter().any(|rect| rect.overlaps(other));
        if !boxes.iter().all(|rect| pane.holds(rect)) {
            faults.push(format!("{name} leaves the pane"));
        }
        if corner.iter().any(lies_on) {
            faults.push(format!("{name} lies on the date"));
        }
        let covered = texts[..index].iter().filter(|other| other.boxes.iter().any(lies_on));
        faults.extend(covered.map(|other| format!("{name} lies on {}", other.name)));
        let hit = marks.iter().filter(|mark| lies_on(mark));
        faults.extend(hit.map(|mark| format!("{name} lies on the mark at {:?}", mark.center())));
    }
    faults
}

/// The box of a base's mark or of a capital's square.
fn symbol(mark: &Mark) -> Option<Rect> {
    match mark.shape {
        Shape::Disc(at, radius) if mark.target.is_some() => {
            Some(Rect::around(at, 2.0 * radius.min(MARK_PX), 2.0 * radius.min(MARK_PX)))
        }
        Shape::Box(rect) if rect.width() < 20.0 => Some(rect),
        _ => None,
    }
}

#[test]
fn no_name_lies_on_another_in_the_first_view() {
    hold(faults);
}

#[test]
fn no_name_lies_on_another_from_near() {
    let mut all = Vec::new();
    for (width, lang, mut app) in apps() {
        for factor in [1.0, 1.5, 2.25, 4.0, 8.0] {
            for base in 0..real().data().bases.len() {
                approach(&mut app, base, factor);
                // Of the days before the first base, with a state of doubt, and after the last.
                for day in ["2012-06-01", "2021-10-20", "2022-12-31"].map(day) {
                    app.send(Msg::SetDay(day));
                    app.refresh();
                    let faults = faults(&app).into_iter();
                    all.extend(faults.map(|fault| {
                        format!("{width} px, {lang:?}, {day}, ×{factor} at {base}: {fault}")
                    }));
                }
            }
        }
    }
    faultless(&all);
}

proptest! {
    #![proptest_config(laws(150))]

    #[test]
    fn no_name_lies_on_another_wherever_the_map_is_moved(
        width in 280.0..1500.0,
        french: bool,
        base in 0_usize..6,
        factor in 1.0..12.0,
        (x, y) in (-400.0..400.0, -300.0..300.0),
        days in 0..4000,
    ) {
        let mut app = app(real(), width);
        app.surround(|env| env.lang = if french { Lang::Fr } else { Lang::En });
        approach(&mut app, base, factor);
        app.send(Msg::PanBy(pt(x, y)));
        app.send(Msg::SetDay(real().data().meta.first + days));
        app.refresh();
        prop_assert_eq!(faults(&app), Vec::<String>::new());
    }
}
