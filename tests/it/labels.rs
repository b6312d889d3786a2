//! The names on the map, on every day on which something changes, at every width, in both
//! languages, from far and near: none covers another, a base, or the corner of the date; all
//! lie in the pane.

use mali_bases::app::App;
use mali_bases::map::atlas::Atlas;
use mali_bases::state::env::Env;
use mali_bases::state::msg::Msg;
use mali_bases::view::map::date::room;
use mali_bases::view::mark::{Align, Face, Label, Mark, Shape};
use mali_bases::view::timeline::layout::Layout;
use mali_bases::words::day::Day;
use mali_bases::words::geom::{Point, Rect, Size, pt};
use mali_bases::words::lang::Lang;
use mali_bases::words::metrics::{Metrics, Weight};
use proptest::prelude::*;

use crate::support::{WIDTHS, app, day, env, laws, metrics, real};

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
pub(crate) fn telling_days(atlas: &Atlas) -> Vec<Day> {
    let bases = atlas.data().bases.iter();
    let dates = bases.flat_map(|base| {
        [Some(base.arrived.date), base.handed_over.as_ref().map(|claim| claim.date)]
    });
    let turns = dates.flatten().flat_map(|date| [date.earliest, date.latest]);
    turns.flat_map(|day| [Day(day.0 - 1), day]).collect()
}

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

/// A text and the boxes that its letters take: several for one that is turned.
struct Letters {
    name: String,
    boxes: Vec<Rect>,
}

/// The texts of the map; spaced letters as one.
fn words(marks: &[Mark]) -> Vec<Letters> {
    let labels = marks.iter().filter_map(|mark| match &mark.shape {
        Shape::Text(label) => Some(label),
        _ => None,
    });
    let mut words: Vec<Letters> = Vec::new();
    for label in labels {
        let boxes = if label.angle == 0.0 { vec![extent(label, metrics())] } else { turned(label) };
        let spaced = label.text.chars().count() == 1;
        let goes_on = |word: &&mut Letters| {
            let last = word.boxes[0];
            let gap = boxes[0].x0 - last.x1;
            spaced && (last.y0 - boxes[0].y0).abs() < 1e-6 && (0.0..label.size / 2.0).contains(&gap)
        };
        match words.last_mut().filter(goes_on) {
            Some(word) => {
                word.name += &label.text;
                word.boxes[0] = word.boxes[0].union(&boxes[0]);
            }
            None => words.push(Letters { name: label.text.clone(), boxes }),
        }
    }
    words
}

/// Small boxes along a turned text, which is centered.
fn turned(label: &Label) -> Vec<Rect> {
    let half = metrics().width(&label.text, label.size, Weight::Regular) / 2.0;
    let (sin, cos) = libm::sincos(label.angle);
    let at = |share: f64| label.at.by(cos * half * share, sin * half * share);
    let side = label.size * 0.7;
    (-10..=10).map(|step| Rect::around(at(f64::from(step) / 10.0), side, side)).collect()
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

/// Looks at every telling day of every width and language.
fn hold(rule: impl Fn(&App) -> Vec<String>) {
    let mut all = Vec::new();
    for (width, lang, mut app) in apps() {
        for day in telling_days(real()) {
            app.send(Msg::SetDay(day));
            app.refresh();
            let faults = rule(&app).into_iter();
            all.extend(faults.map(|fault| format!("{width} px, {lang:?}, {day}: {fault}")));
        }
    }
    assert!(all.is_empty(), "{} faults\n{}", all.len(), all.join("\n"));
}

/// The graphic at every width in every language.
fn apps() -> impl Iterator<Item = (f64, Lang, App)> {
    WIDTHS.into_iter().flat_map(|width| {
        Lang::ALL.into_iter().map(move |lang| {
            let mut app = app(real(), width);
            app.surround(|env| env.lang = lang);
            (width, lang, app)
        })
    })
}

/// The middle of the map.
fn middle(app: &App) -> Point {
    Rect::of(app.state().env.map).center()
}

/// Comes nearer to a base, which then stands in the middle where the world's edge allows.
fn approach(app: &mut App, base: usize, factor: f64) {
    app.send(Msg::ResetView);
    let bases: Vec<Point> = app.bases().map(|(.., at, _)| at).collect();
    app.send(Msg::ZoomAt { at: bases[base], factor });
    let (at, to) = (app.bases().nth(base).expect("a base").2, middle(app));
    app.send(Msg::PanBy(pt(to.x - at.x, to.y - at.y)));
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
    assert!(all.is_empty(), "{} faults\n{}", all.len(), all.join("\n"));
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

/// Which bases are in the pane, and which of them have a name.
fn seen_and_named(app: &App) -> (Vec<usize>, Vec<usize>) {
    let pane = Rect::of(app.state().env.map);
    let seen = app.bases().filter(|(.., at, _)| pane.contains(*at)).map(|(base, ..)| base);
    let bases = app.atlas().data().bases.iter().enumerate();
    let texts = texts(&app.scene().map.marks, metrics());
    let is_named = |name: &str| texts.iter().any(|(text, _)| text == name);
    let named = bases.filter(|(_, base)| is_named(base.name.get(app.state().env.lang)));
    (seen.collect(), named.map(|(base, _)| base).collect())
}

#[test]
fn a_base_out_of_the_pane_has_no_name_and_one_in_its_middle_has() {
    for (width, lang, mut app) in apps() {
        for base in 0..real().data().bases.len() {
            for factor in [4.0, 8.0] {
                approach(&mut app, base, factor);
                app.refresh();
                let (seen, named) = seen_and_named(&app);
                assert!(named.iter().all(|name| seen.contains(name)), "{width} {lang:?} {base}");
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
        let texts = texts(&app.scene().map.marks, metrics());
        texts.into_iter().any(|(text, _)| text.starts_with("closed"))
    };
    assert!(!tells(&mut app));
    approach(&mut app, tessalit, 3.0);
    assert!(tells(&mut app));
}

#[test]
fn the_land_is_drawn_with_no_more_points_than_pixels_tell_apart() {
    for width in [390.0, 1440.0] {
        let mut app = app(real(), width);
        for factor in [1.0, 2.25, 4.0, 8.0] {
            approach(&mut app, 3, factor);
            app.refresh();
            let pane = Rect::of(app.state().env.map).grown(5.0);
            for mark in &app.scene().map.land {
                let (Shape::Ring(points) | Shape::Line(points, _)) = &mark.shape else { continue };
                assert!(points.iter().all(|point| pane.contains(*point)), "{width} ×{factor}");
                let inner = &points[..points.len() - 1];
                let near = inner.windows(2).find(|pair| pair[0].distance(pair[1]) < 0.5);
                assert_eq!(near, None, "{width} ×{factor}");
            }
        }
    }
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

/// Those of which much is seen: a blank beside Mali would be a riddle.
#[test]
fn the_neighbors_are_named_at_every_width_of_a_phone_and_more() {
    for (width, lang, mut app) in apps().filter(|(width, ..)| *width >= 390.0) {
        app.refresh();
        let named: Vec<String> =
            words(&app.scene().map.land).into_iter().map(|word| word.name).collect();
        for (en, fr) in
            [("MAURITANIA", "MAURITANIE"), ("NIGER", "NIGER"), ("BURKINA FASO", "BURKINA FASO")]
        {
            let name = if lang == Lang::En { en } else { fr };
            assert!(named.iter().any(|one| one == name), "{width} px: no {name} in {named:?}");
        }
    }
}
