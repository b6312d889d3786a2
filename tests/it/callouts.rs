//! The texts of the timeline, over the real data at every width in both languages: all
//! lie in the pane, none on another, and no callout of a figure on a line or a dot.

use mali_bases::app::App;
use mali_bases::state::Target;
use mali_bases::state::msg::Msg;
use mali_bases::view::mark::{Label, Mark, Shape};
use mali_bases::words::geom::{Point, Rect};
use mali_bases::words::lang::Lang;

use crate::support::boxes::tip;
use crate::support::letters::labels;
use crate::support::{WIDTHS, column, day, faultless, real};

/// The graphic at every width in every language, on every telling day.
fn pictures() -> impl Iterator<Item = (String, App)> {
    let cases = WIDTHS.into_iter().flat_map(|width| Lang::ALL.map(|lang| (width, lang)));
    cases.flat_map(|(width, lang)| {
        ["2012-06-01", "2021-10-20", "2022-02-17", "2022-12-31"].map(move |date| {
            let mut app = column(width, lang, false);
            app.send(Msg::SetDay(day(date)));
            app.refresh();
            (format!("{width} px, {lang:?}, {date}"), app)
        })
    })
}

/// Texts that lie on others.
fn doubled(app: &App) -> Vec<String> {
    let timeline = &app.scene().timeline;
    // A tip lies on others.
    let below = tip(&timeline.overlay).map_or(timeline.overlay.len(), |(place, _)| place);
    let texts: Vec<(&Label, Rect)> =
        labels(&timeline.land).chain(labels(&timeline.overlay[..below])).collect();
    let pairs = texts.iter().enumerate().flat_map(|(index, text)| {
        texts[..index].iter().filter(|other| other.1.overlaps(&text.1)).map(move |o| (text, o))
    });
    pairs.map(|(text, other)| format!("{} lies on {}", text.0.text, other.0.text)).collect()
}

/// The callouts of figures, and whom the stretches count.
fn callouts(app: &App) -> Vec<(&Label, Rect)> {
    let area = app.layout().strength;
    let in_area = |rect: &Rect| rect.y1 > area.y0 - 12.0 && rect.y1 <= area.y1;
    let operations = app.atlas().data().operations.iter();
    let operations: Vec<&str> =
        operations.map(|operation| operation.name.get(app.state().env.lang)).collect();
    labels(&app.scene().timeline.overlay)
        .filter(|(label, rect)| in_area(rect) && !operations.contains(&label.text.as_str()))
        .collect()
}

/// What a line, a bracket or a dot takes, in small boxes.
fn ink(mark: &Mark) -> Vec<Rect> {
    match &mark.shape {
        Shape::Box(rect) if matches!(mark.target, Some(Target::Operation(_))) => vec![*rect],
        Shape::Line(points, width) => points.windows(2).flat_map(|ab| along(ab, *width)).collect(),
        Shape::Disc(at, radius) => vec![Rect::around(*at, 2.0 * radius, 2.0 * radius)],
        _ => Vec::new(),
    }
}

fn along(ends: &[Point], width: f64) -> impl Iterator<Item = Rect> {
    let (from, to) = (ends[0], ends[1]);
    (0..=200).map(move |step| Rect::around(from.towards(to, f64::from(step) / 200.0), width, width))
}

#[test]
fn no_text_of_the_timeline_lies_on_another() {
    let faults: Vec<String> = pictures()
        .flat_map(|(name, app)| {
            doubled(&app).into_iter().map(move |fault| format!("{name}: {fault}"))
        })
        .collect();
    faultless(&faults);
}

#[test]
fn no_name_of_a_lane_or_an_operation_lies_on_another_when_pointed_at() {
    let bases = (0..real().data().bases.len()).map(Target::Base);
    let operations = (0..real().data().operations.len()).map(Target::Operation);
    let targets: Vec<Target> = bases.chain(operations).collect();
    for (name, mut app) in pictures() {
        for target in &targets {
            app.send(Msg::Hover(Some(*target)));
            app.refresh();
            assert_eq!(doubled(&app), Vec::<String>::new(), "{name}, {target:?}");
        }
    }
}

#[test]
fn no_callout_lies_on_a_line_a_bracket_or_a_dot() {
    let mut faults = Vec::new();
    for (name, app) in pictures() {
        let timeline = &app.scene().timeline;
        let drawn: Vec<Rect> =
            timeline.land.iter().chain(&timeline.overlay).flat_map(ink).collect();
        for (label, rect) in callouts(&app) {
            let hit = drawn.iter().find(|ink| ink.overlaps(&rect));
            faults.extend(hit.map(|ink| format!("{name}: {} on {:?}", label.text, ink.center())));
        }
    }
    faultless(&faults);
}

/// A callout over or under the dot of another figure would be read as that one's.
#[test]
fn no_callout_stands_at_anothers_dot() {
    for (name, app) in pictures() {
        let (area, layout) = (app.layout().strength, app.layout());
        let figures = &app.atlas().data().strength;
        let most = figures.iter().map(|figure| figure.high).max().unwrap_or(1);
        let y = |high: u32| area.y1 - area.height() * f64::from(high) / (f64::from(most) * 1.32);
        let named: Vec<_> = figures.iter().filter(|figure| figure.callout.is_some()).collect();
        for (label, rect) in callouts(&app) {
            let said = |low, high| app.state().env.lang.range(low, high);
            let own = named.iter().find(|f| label.text.starts_with(&said(f.low, f.high)));
            let Some(own) = own else { continue };
            for other in &named {
                let (x, own_x) = (layout.x(other.day()), layout.x(own.day()));
                let dot = Point { x, y: y(other.high) };
                let at_it = rect.x0 <= x && x <= rect.x1 && rect.distance(dot) < 16.0;
                let beside = (x - own_x).abs() > 16.0;
                assert!(!(at_it && beside), "{name}: {} at {dot:?}", label.text);
            }
        }
    }
}

/// Two figures side by side must not read as one.
#[test]
fn callouts_of_a_row_keep_apart() {
    for (name, app) in pictures() {
        let timeline = &app.scene().timeline;
        let texts: Vec<_> = labels(&timeline.land).chain(labels(&timeline.overlay)).collect();
        for (label, rect) in callouts(&app) {
            let reach = Rect::new(rect.x0 - 7.0, rect.y0, rect.x1 + 7.0, rect.y1);
            let near =
                texts.iter().find(|(other, at)| other.text != label.text && at.overlaps(&reach));
            assert!(near.is_none(), "{name}: {} beside {:?}", label.text, near);
        }
    }
}

/// February 2022, where the sources differ most, is what the story ends with.
#[test]
fn the_range_of_february_2022_is_named_from_390_px_on() {
    for (name, app) in pictures().filter(|(_, app)| app.state().env.timeline.w >= 390.0) {
        let range = app.state().env.lang.range(4300, 4800);
        let callouts = callouts(&app);
        let named = callouts.iter().find(|(label, _)| label.text.starts_with(&range));
        let (_, rect) = named.unwrap_or_else(|| panic!("{name}: nothing says {range}"));
        let layout = app.layout();
        let x = layout.x(day("2022-02-17"));
        let at = Point { x, y: layout.strength.center().y };
        assert!(rect.distance(at) < 60.0, "{name}: {rect:?} is far from {at:?}");
    }
}

/// What has no room to its right would be cut off by the pane.
#[test]
fn the_texts_of_the_timeline_stay_in_their_pane_in_both_languages() {
    for width in [280.0].into_iter().chain(WIDTHS) {
        for lang in Lang::ALL {
            let app = column(width, lang, false);
            let pane = Rect::of(app.state().env.timeline).grown(1.0);
            let timeline = &app.scene().timeline;
            for (label, rect) in labels(&timeline.land).chain(labels(&timeline.overlay)) {
                assert!(pane.holds(&rect), "{width} px, {lang:?}: {} at {rect:?}", label.text);
            }
        }
    }
}
