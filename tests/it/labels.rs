//! The names on the map, on every day on which something changes, at every width, in both
//! languages: none covers another, a base, or the corner of the date; all lie in the pane.

use mali_bases::app::App;
use mali_bases::map::atlas::Atlas;
use mali_bases::state::env::Env;
use mali_bases::state::msg::Msg;
use mali_bases::view::map::date::room;
use mali_bases::view::mark::{Align, Face, Label, Mark, Shape};
use mali_bases::view::timeline::layout::Layout;
use mali_bases::words::day::Day;
use mali_bases::words::geom::{Point, Rect, Size};
use mali_bases::words::lang::Lang;
use mali_bases::words::metrics::{Metrics, Weight};

use crate::support::{WIDTHS, app, env, metrics, real};

/// The visible part of a base's mark.
const MARK_PX: f64 = 6.5;

/// The box of a text's letters, without the room above and below them.
fn extent(label: &Label, metrics: &Metrics) -> Rect {
    let weight = if label.face == Face::Bold { Weight::Bold } else { Weight::Regular };
    let (width, height) = (metrics.width(&label.text, label.size, weight), label.size * 0.9);
    let x0 = match label.align {
        Align::Left => label.at.x,
        Align::Center => label.at.x - width / 2.0,
        Align::Right => label.at.x - width,
    };
    Rect::new(x0, label.at.y - height / 2.0, x0 + width, label.at.y + height / 2.0)
}

/// The lines of text among marks: letters and box.
fn texts(marks: &[Mark], metrics: &Metrics) -> Vec<(String, Rect)> {
    let text = |mark: &Mark| match &mark.shape {
        Shape::Text(label) => Some((label.text.clone(), extent(label, metrics))),
        _ => None,
    };
    marks.iter().filter_map(text).collect()
}

/// The days on which some base changes, and those before.
fn telling_days(atlas: &Atlas) -> Vec<Day> {
    let bases = atlas.data().bases.iter();
    let dates = bases.flat_map(|base| {
        [Some(base.arrived.date), base.handed_over.as_ref().map(|claim| claim.date)]
    });
    let turns = dates.flatten().flat_map(|date| [date.earliest, date.latest]);
    turns.flat_map(|day| [Day(day.0 - 1), day]).collect()
}

/// What is wrong with the names of one picture.
fn faults(app: &App) -> Vec<String> {
    let env = &app.state().env;
    let names = texts(&app.scene().map.marks, &env.metrics);
    let places: Vec<Point> = app.bases().map(|(.., at, _)| at).collect();
    let pane = Rect::of(env.map);
    let mut faults = Vec::new();
    for (index, (name, rect)) in names.iter().enumerate() {
        if !pane.holds(rect) {
            faults.push(format!("{name} leaves the pane"));
        }
        if room(app.atlas(), app.state()).iter().any(|block| block.overlaps(rect)) {
            faults.push(format!("{name} lies on the date"));
        }
        let covered = names[..index].iter().filter(|(_, other)| other.overlaps(rect));
        faults.extend(covered.map(|(other, _)| format!("{name} lies on {other}")));
        let on_base = places.iter().filter(|at| rect.distance(**at) < MARK_PX);
        faults.extend(on_base.map(|at| format!("{name} lies on the base at {at:?}")));
    }
    faults
}

/// Looks at every telling day of every width and language.
fn hold(rule: impl Fn(&App) -> Vec<String>) {
    let mut all = Vec::new();
    for width in WIDTHS {
        for lang in Lang::ALL {
            let mut app = app(real(), width);
            app.surround(|env| env.lang = lang);
            for day in telling_days(real()) {
                app.send(Msg::SetDay(day));
                app.refresh();
                let faults = rule(&app).into_iter();
                all.extend(faults.map(|fault| format!("{width} px, {lang:?}, {day}: {fault}")));
            }
        }
    }
    assert!(all.is_empty(), "{} faults\n{}", all.len(), all.join("\n"));
}

#[test]
fn the_names_of_bases_keep_clear_of_everything() {
    hold(faults);
}

#[test]
fn every_base_is_named_on_every_day() {
    hold(|app| {
        let env = &app.state().env;
        let names = texts(&app.scene().map.marks, &env.metrics);
        let bases = app.atlas().data().bases.iter().map(|base| base.name.get(env.lang));
        let missing = bases.filter(|base| !names.iter().any(|(name, _)| name == base));
        missing.map(|base| format!("{base} has no name")).collect()
    });
}

#[test]
fn a_name_stands_still_while_the_day_moves() {
    for width in WIDTHS {
        let mut app = app(real(), width);
        let mut places: Option<Vec<String>> = None;
        for day in telling_days(real()) {
            app.send(Msg::SetDay(day));
            app.refresh();
            let marks = app.scene().map.marks.iter();
            let sides = marks.filter_map(|mark| match &mark.shape {
                Shape::Text(label) if is_base(app.atlas(), &label.text) => {
                    Some(format!("{} {:?} {:.2}", label.text, label.align, label.at.x))
                }
                _ => None,
            });
            let sides: Vec<String> = sides.collect();
            assert_eq!(*places.get_or_insert_with(|| sides.clone()), sides, "{width}, {day}");
        }
    }
}

fn is_base(atlas: &Atlas, name: &str) -> bool {
    atlas.data().bases.iter().any(|base| base.name.en == name)
}

#[test]
fn the_ground_has_room_for_its_own_names() {
    for width in WIDTHS {
        for lang in Lang::ALL {
            let mut app = app(real(), width);
            app.surround(|env| env.lang = lang);
            app.refresh();
            let bases = texts(&app.scene().map.marks, metrics());
            for (name, rect) in texts(&app.scene().map.land, metrics()) {
                // A river's name is turned: its box is not that of its letters.
                let level = name != "Niger";
                let covered = bases.iter().find(|(_, base)| level && base.overlaps(&rect));
                assert_eq!(covered, None, "{width} px, {lang:?}: {name}");
            }
        }
    }
}

/// What has no room to its right would be cut off by the pane.
#[test]
fn the_texts_of_the_timeline_stay_in_their_pane_in_both_languages() {
    for width in [280.0].into_iter().chain(WIDTHS) {
        for lang in Lang::ALL {
            let env = Env { lang, ..env(real(), width) };
            let height = Layout::new(real(), &env, width).height;
            let mut app = app(real(), width);
            app.surround(|surroundings| {
                surroundings.lang = lang;
                surroundings.timeline = Size { w: width, h: height };
            });
            app.refresh();
            let pane = Rect::new(0.0, 0.0, width, height).grown(1.0);
            let timeline = &app.scene().timeline;
            for (name, rect) in texts(&timeline.land, metrics())
                .into_iter()
                .chain(texts(&timeline.overlay, metrics()))
            {
                assert!(pane.holds(&rect), "{width} px, {lang:?}: {name} at {rect:?}");
            }
        }
    }
}
