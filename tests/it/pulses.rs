//! The pulse of a base that has just opened or closed: seen, and behind the names that it
//! comes upon.

use mali_bases::app::App;
use mali_bases::state::msg::Msg;
use mali_bases::view::mark::Shape;
use mali_bases::words::geom::Point;

use crate::support::letters::labels;
use crate::support::real;
use crate::support::views::apps;

/// Every step at which the state of a base turns, at every width in every language, with the
/// pulse a part of its time on.
fn beating(passed_ms: f64, mut look: impl FnMut(&str, &App)) {
    let meta = &real().data().meta;
    let chronicle = &real().chronicle;
    let turns: Vec<_> = (1..=meta.last - meta.first)
        .map(|days| meta.first + days)
        .filter(|day| chronicle.states(*day) != chronicle.states(*day + -1))
        .collect();
    assert!(turns.len() > 10, "{turns:?}");
    for (width, lang, mut app) in apps() {
        for day in &turns {
            let before = [Msg::SetDay(*day + -1), Msg::Tick(1e6), Msg::Tick(2e6)];
            let then = [Msg::SetDay(*day), Msg::Tick(3e6), Msg::Tick(3e6 + passed_ms)];
            for msg in before.into_iter().chain(then) {
                app.send(msg);
            }
            app.refresh();
            look(&format!("{width} px, {lang:?}, {day}"), &app);
        }
    }
}

/// The corners of everything that is drawn of the pulses.
fn corners(app: &App) -> Vec<Point> {
    let arcs = app.scene().map.overlay.iter().filter_map(|mark| match &mark.shape {
        Shape::Line(points, _) => Some(points.clone()),
        _ => None,
    });
    arcs.flatten().collect()
}

#[test]
fn a_pulse_never_crosses_the_name_of_a_base() {
    for passed_ms in [100.0, 300.0, 500.0, 800.0] {
        beating(passed_ms, |case, app| {
            let corners = corners(app);
            for (name, room) in labels(&app.scene().map.marks) {
                let crossed = corners.iter().any(|at| room.contains(*at));
                assert!(!crossed, "{case}, {passed_ms} ms: the pulse crosses {}", name.text);
            }
        });
    }
}

/// Of a circle of 72 corners.
#[test]
fn most_of_it_is_seen_all_the_same() {
    beating(300.0, |case, app| {
        let least = 36 * app.state().pulses.len();
        assert!(!app.state().pulses.is_empty(), "{case}: nothing pulses");
        assert!(corners(app).len() >= least, "{case}: {} corners", corners(app).len());
    });
}
