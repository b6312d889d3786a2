//! What should show is there, on every day on which something changes: each base on the map and
//! in its lane, each event or the count that stands for it, each figure. And all of it is seen.

use std::collections::BTreeSet;

use mali_bases::app::App;
use mali_bases::model::base::BaseState;
use mali_bases::model::dataset::Strength;
use mali_bases::state::Target;
use mali_bases::state::msg::Msg;
use mali_bases::view::mark::{Mark, Shape};
use mali_bases::view::scene::Pane;
use mali_bases::words::geom::Point;
use mali_bases::words::lang::Lang;

use crate::support::days::days;
use crate::support::painting::Painting;
use crate::support::{WIDTHS, column, faultless, near};

/// Every width on every day.
fn hold(rule: impl Fn(&App) -> Vec<String>) {
    let mut faults = Vec::new();
    for width in WIDTHS {
        let mut app = column(width, Lang::En, false);
        for day in days() {
            app.send(Msg::SetDay(day));
            app.refresh();
            let found = rule(&app).into_iter();
            faults.extend(found.map(|fault| format!("{width} px, {day}: {fault}")));
        }
    }
    faultless(&faults);
}

fn own(marks: &[Mark], target: Target) -> Vec<&Mark> {
    marks.iter().filter(|mark| mark.target == Some(target)).collect()
}

/// The sign of a base: its discs above the rim with their radii, its circles, its lines.
fn sign(marks: &[&Mark]) -> (Vec<f64>, usize, usize) {
    let count = |is: fn(&Shape) -> bool| marks.iter().filter(|mark| is(&mark.shape)).count();
    let discs = marks.iter().skip(1).filter_map(|mark| match mark.shape {
        Shape::Disc(_, radius) => Some(radius),
        _ => None,
    });
    let circles = count(|shape| matches!(shape, Shape::Circle(..)));
    (discs.collect(), circles, count(|shape| matches!(shape, Shape::Line(..))))
}

fn expected(state: BaseState) -> (Vec<f64>, usize, usize) {
    match state {
        BaseState::NotYet => (vec![2.75], 0, 0),
        BaseState::MaybeOpen => (vec![], 0, 6),
        BaseState::Open => (vec![6.5], 0, 0),
        BaseState::MaybeClosed => (vec![3.25], 0, 6),
        BaseState::Closed => (vec![], 1, 1),
    }
}

#[test]
fn every_base_stands_at_its_place_in_the_shape_of_its_state() {
    hold(|app| {
        let wrong = app.bases().filter(|(base, state, at, _)| {
            let marks = own(&app.scene().map.marks, Target::Base(*base));
            let stands = marks.first().is_some_and(|rim| near(rim.anchor(), *at, 1e-9));
            !stands || sign(&marks) != expected(*state)
        });
        wrong.map(|(_, state, _, name)| format!("{name}, {state:?}")).collect()
    });
}

#[test]
fn every_base_has_its_lane_in_the_color_of_its_state() {
    hold(|app| {
        let palette = &app.state().env.palette;
        let wrong = app.bases().filter(|(base, state, ..)| {
            let closed = *state == BaseState::Closed;
            let color = if closed { palette.closed } else { palette.open };
            let marks = own(&app.scene().timeline.land, Target::Base(*base));
            marks.is_empty() || marks.iter().any(|mark| mark.color.rgb != color.rgb)
        });
        wrong.map(|(.., name)| name).collect()
    });
}

#[test]
fn every_event_has_a_mark_or_is_counted() {
    hold(|app| {
        let timeline = &app.scene().timeline;
        let events = 0..app.atlas().data().events.len();
        let shown = events.clone().filter(|event| {
            let marks = own(&timeline.land, Target::Event(*event));
            let at = app.layout().place(*event);
            let stands = |at: Point| marks.first().is_some_and(|mark| near(mark.anchor(), at, 2.0));
            at.is_some_and(stands)
        });
        let counted = timeline.overlay.iter().filter_map(|mark| match &mark.shape {
            Shape::Text(label) => label.text.strip_prefix('+')?.parse::<usize>().ok(),
            _ => None,
        });
        let (shown, counted) = (shown.count(), counted.sum::<usize>());
        let missing = events.len() - shown;
        let fault = || format!("{shown} shown and {counted} counted of {}", events.len());
        if missing == counted { Vec::new() } else { vec![fault()] }
    });
}

/// Where a figure stands: over the middle of its days, as high as it is.
fn places(app: &App, figure: &Strength) -> [Point; 2] {
    let (layout, date) = (app.layout(), &figure.date);
    let x = layout.x(date.earliest + (date.latest - date.earliest) / 2);
    let most = app.atlas().data().strength.iter().map(|figure| figure.high).max();
    let top = f64::from(most.expect("figures")) * 1.32;
    let area = layout.strength;
    [figure.low, figure.high]
        .map(|value| Point { x, y: area.y1 - area.height() * f64::from(value) / top })
}

#[test]
fn every_figure_has_its_point_or_the_bar_of_its_range() {
    hold(|app| {
        let land = &app.scene().timeline.land;
        let ink = app.state().env.palette.ink;
        let stands = |figure: &&Strength| {
            let [low, high] = places(app, figure);
            land.iter().filter(|mark| mark.color == ink).any(|mark| match &mark.shape {
                Shape::Disc(at, _) => figure.low == figure.high && near(*at, low, 1e-6),
                Shape::Line(ends, _) => {
                    figure.low < figure.high
                        && ends.len() == 2
                        && near(ends[0], low, 1e-6)
                        && near(ends[1], high, 1e-6)
                }
                _ => false,
            })
        };
        let missing = app.atlas().data().strength.iter().filter(|figure| !stands(figure));
        missing.map(|figure| format!("{} at {}", figure.low, figure.date.earliest)).collect()
    });
}

#[test]
fn every_operation_has_its_bracket() {
    hold(|app| {
        let operations = app.atlas().data().operations.iter().enumerate();
        let overlay = &app.scene().timeline.overlay;
        let is_named = |name: &str| {
            overlay.iter().any(|mark| matches!(&mark.shape, Shape::Text(l) if l.text == name))
        };
        let lang = app.state().env.lang;
        let missing = operations.filter(|(index, operation)| {
            let name = operation.name.get(lang);
            own(overlay, Target::Operation(*index)).is_empty() || !is_named(name)
        });
        missing.map(|(_, operation)| operation.id.clone()).collect()
    });
}

/// What is drawn for some targets and cannot be seen in these layers of a pane.
fn hidden(app: &App, pane: &Pane, layers: &[&[Mark]], of: fn(Target) -> bool) -> Vec<String> {
    let painting = Painting::of(layers, pane.size, app.state().env.palette.ground);
    let targets = painting.marks().filter_map(|(index, mark)| Some((index, mark.target?)));
    let (mut drawn, mut seen) = (BTreeSet::new(), BTreeSet::new());
    for (index, target) in targets.filter(|(_, target)| of(*target)) {
        drawn.insert(format!("{target:?}"));
        if painting.samples(index).next().is_some() {
            seen.insert(format!("{target:?}"));
        }
    }
    drawn.difference(&seen).map(|target| format!("{target} is hidden")).collect()
}

fn is_figure(target: Target) -> bool {
    matches!(target, Target::Figure(_))
}

/// That a mark is drawn does not show it: others may lie over it.
#[test]
fn no_base_and_no_event_is_hidden_by_others() {
    hold(|app| {
        let scene = app.scene();
        let panes = [&scene.map, &scene.timeline].into_iter();
        let faults = panes.flat_map(|pane| {
            let layers = [&*pane.land, &*pane.marks, &*pane.overlay];
            hidden(app, pane, &layers, |target| !is_figure(target))
        });
        faults.collect()
    });
}

/// The cursor is as wide as a figure's dot on a phone, and passes over it.
#[test]
fn no_figure_is_hidden_but_by_the_cursor() {
    hold(|app| {
        let pane = &app.scene().timeline;
        hidden(app, pane, &[&pane.land, &pane.overlay], is_figure)
    });
}
