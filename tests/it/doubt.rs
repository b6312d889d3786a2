//! Doubt as it is drawn: exactly over the days in doubt, and by shape.

use mali_bases::map::atlas::Atlas;
use mali_bases::state::env::Env;
use mali_bases::state::{State, Target};
use mali_bases::view::mark::{Mark, Shape};
use mali_bases::view::timeline::doubt::{self, Edge};
use mali_bases::view::timeline::layout::Layout;
use mali_bases::view::timeline::{events, lanes, strength};
use mali_bases::words::edtf::Date;
use mali_bases::words::geom::{Point, Rect, pt};
use mali_bases::words::text::Text;
use mali_bases::words::theme::{Color, hex};
use proptest::prelude::*;

use crate::support::{SMALL, SMALL_MAP, WIDTHS, app, atlas, close, events, laws, real, small};

const INK: Color = hex(0x001a_1a1a);
const LANE: Rect = Rect::new(0.0, 10.0, 1000.0, 20.0);

fn points(mark: &Mark) -> Vec<Point> {
    match &mark.shape {
        Shape::Box(rect) => vec![pt(rect.x0, rect.y0), pt(rect.x1, rect.y1)],
        Shape::Ring(points) | Shape::Line(points, _) => points.clone(),
        Shape::Disc(center, _) | Shape::Circle(center, ..) => vec![*center],
        Shape::Text(_) => Vec::new(),
    }
}

fn extent<'a>(marks: impl IntoIterator<Item = &'a Mark>) -> Rect {
    Rect::enclosing(marks.into_iter().flat_map(points)).expect("something is drawn")
}

/// The marks of the fixture with one text of it changed.
fn changed(from: &str, to: &str) -> Atlas {
    assert!(SMALL.contains(from), "{from}");
    atlas(&SMALL.replacen(from, to, 1), SMALL_MAP).expect("still sound")
}

fn drawn<T>(atlas: &Atlas, width: f64, draw: impl Fn(&State, &Layout) -> T) -> T {
    let mut app = app(atlas, width);
    app.set_day(atlas.data().meta.last);
    let layout = Layout::new(atlas, &app.state().env, width);
    draw(app.state(), &layout)
}

fn bar_of(atlas: &Atlas, base: usize, width: f64) -> (Vec<Mark>, Layout) {
    drawn(atlas, width, |state, layout| {
        let bars = lanes::bars(atlas, state, layout).into_iter();
        let own = bars.filter(|mark| mark.target == Some(Target::Base(base))).collect();
        (own, layout.clone())
    })
}

proptest! {
    #![proptest_config(laws(300))]

    #[test]
    fn a_taper_covers_its_days_and_nothing_else(
        full in 0.0..1000.0, length in 0.3..400.0, right in any::<bool>(), dpr in 1.0..3.0,
    ) {
        let faint = if right { full + length } else { full - length };
        let env = Env { dpr, ..Env::default() };
        let marks = doubt::taper(&LANE, Edge { full, faint, torn: false }, INK, &env);
        let all = extent(&marks);
        prop_assert!(close(all.x0, env.snap(full.min(faint))));
        prop_assert!(close(all.x1, env.snap(full.max(faint))));
        prop_assert!(close(all.y0, LANE.y0) && close(all.y1, LANE.y1));
        // The height at any place is the share of the days that have passed.
        for corner in marks.iter().flat_map(points) {
            let share = (corner.x - faint) / (full - faint);
            let half = (corner.y - LANE.center().y).abs();
            prop_assert!((half - 5.0 * share).abs() <= 5.0 / length / dpr + 1e-9);
        }
        let alphas: Vec<f64> = marks.iter().map(|mark| mark.color.alpha()).collect();
        prop_assert!(alphas.is_sorted() && alphas.iter().all(|a| (0.25..=1.0).contains(a)));
    }

    #[test]
    fn a_whisker_covers_its_days_with_gaps(length in 0.1..500.0) {
        let marks = doubt::whisker(pt(10.0, 5.0), pt(10.0 + length, 5.0), INK);
        let all = extent(&marks);
        prop_assert!(close(all.x0, 10.0) && all.x1 <= 10.0 + length + 1e-9);
        prop_assert!(10.0 + length - all.x1 <= 2.5 + 1e-9);
        let drawn: f64 = marks.iter().map(|mark| extent([mark]).width()).sum();
        prop_assert!(length < 6.0 || drawn < length * 0.75);
    }
}

#[test]
fn a_lane_tapers_from_the_first_to_the_last_day_of_doubt() {
    for width in WIDTHS {
        for (index, base) in real().data().bases.iter().enumerate() {
            let (marks, layout) = bar_of(real(), index, width);
            let (start, end) = (base.arrived.date, base.handed_over.as_ref().unwrap().date);
            let (flags, marks): (Vec<Mark>, Vec<Mark>) =
                marks.into_iter().partition(|mark| matches!(mark.shape, Shape::Line(..)));
            let narrow = |date: Date| {
                let width = layout.x(date.latest) - layout.x(date.earliest);
                width > 0.0 && width < 14.0
            };
            let flagged = [start, end].into_iter().filter(|date| narrow(*date)).count();
            assert_eq!(flags.len(), 6 * flagged, "{} {width}", base.id);
            let all = extent(&marks);
            assert!((all.x0 - layout.x(start.earliest)).abs() <= 0.5, "{} {width}", base.id);
            assert!((all.x1 - layout.x(end.latest)).abs() <= 0.5, "{} {width}", base.id);
            let core = marks.iter().find(|mark| matches!(mark.shape, Shape::Box(_)));
            let core = extent(core);
            assert!((core.x0 - layout.x(start.latest)).abs() <= 0.5, "{} {width}", base.id);
            assert!((core.x1 - layout.x(end.earliest)).abs() <= 0.5, "{} {width}", base.id);
            let plain = start.is_exact() && end.is_exact();
            assert_eq!(marks.len() == 1, plain, "{} {width}", base.id);
        }
    }
}

#[test]
fn an_end_that_is_about_known_is_torn() {
    let sure = bar_of(small(), 0, 800.0).0;
    assert!(sure.iter().any(|mark| matches!(mark.shape, Shape::Box(_))));
    let about = changed("\"date\": \"2001-02-03\"", "\"date\": \"2001-02-03~\"");
    let (torn, layout) = bar_of(&about, 0, 800.0);
    let teeth = torn.iter().find_map(|mark| match &mark.shape {
        Shape::Ring(points) if points.len() == 10 => Some(points.clone()),
        _ => None,
    });
    let left = about.data().bases[0].arrived.date.earliest;
    let teeth: Vec<f64> = teeth.expect("a torn bar").iter().map(|p| p.x).collect();
    let start = layout.x(left).round();
    let cut = teeth.iter().filter(|x| close(**x, start + 3.0)).count();
    assert_eq!((cut, teeth.iter().filter(|x| close(**x, start)).count()), (2, 3), "{teeth:?}");
}

#[test]
fn what_is_still_open_runs_on_in_dots() {
    let open = small().data().bases.iter().position(|base| base.handed_over.is_none()).unwrap();
    let (marks, layout) = bar_of(small(), open, 800.0);
    let dots = marks.iter().filter(|mark| matches!(mark.shape, Shape::Disc(..)));
    assert_eq!(dots.filter(|dot| extent([*dot]).x0 > layout.axis.1).count(), 3);
    let closed = bar_of(small(), 0, 800.0).0;
    assert!(!closed.iter().any(|mark| matches!(mark.shape, Shape::Disc(..))));
}

#[test]
fn an_event_is_hollow_when_its_day_is_not_sure() {
    for width in WIDTHS {
        let (marks, has_room) = drawn(real(), width, |state, layout| {
            let events = 0..real().data().events.len();
            let has_room: Vec<bool> = events.map(|event| layout.place(event).is_some()).collect();
            (events::marks(real(), state, layout), has_room)
        });
        for (index, event) in events().iter().enumerate() {
            let own = marks.iter().filter(|mark| mark.target == Some(Target::Event(index)));
            let shown = own.count();
            let expected = if event.span.start.is_sure() { 1 } else { 2 };
            let expected = if has_room[index] { expected } else { 0 };
            assert_eq!(shown, expected, "{} {width}", event.id);
        }
    }
}

#[test]
fn the_days_of_an_event_are_dashed_in_doubt_and_lined_while_it_lasts() {
    let lines = |date: &str| {
        let atlas = changed("\"date\": \"2008-09-10\"", &format!("\"date\": \"{date}\""));
        let index = atlas.chronicle.event("quiet").unwrap();
        drawn(&atlas, 800.0, |state, layout| {
            let at = layout.place(index).unwrap();
            let marks = events::marks(&atlas, state, layout).into_iter();
            let own = marks.filter(|mark| mark.target.is_none() && close(points(mark)[0].y, at.y));
            let own = own.filter(|mark| layout.day(extent([mark]).x0).civil().year >= 2006);
            let (lines, dots): (Vec<Mark>, Vec<Mark>) =
                own.partition(|mark| matches!(mark.shape, Shape::Line(..)));
            let ends = |marks: &[Mark]| (!marks.is_empty()).then(|| extent(marks));
            let year = |x: f64| layout.day(x).civil().year;
            (lines.len(), ends(&lines).map(|all| (year(all.x0), year(all.x1))), dots.len())
        })
    };
    assert_eq!(lines("2008-09-10"), (0, None, 0));
    let (dashes, ends, _) = lines("2008");
    assert!(dashes > 5 && ends == Some((2008, 2008)), "{dashes} {ends:?}");
    assert_eq!(lines("2007-01-02/2009-06-01"), (1, Some((2007, 2009)), 0));
    let (dashes, ends, _) = lines("2007-01-02/2009");
    assert!(dashes > 5 && ends == Some((2007, 2009)), "{dashes} {ends:?}");
    assert_eq!(lines("2007-01-02/..").2, 3);
}

#[test]
fn figures_that_differ_have_a_bar_from_the_lowest_to_the_highest() {
    let text = Text::of(mali_bases::words::lang::Lang::En);
    for width in WIDTHS {
        let marks =
            drawn(real(), width, |state, layout| strength::marks(real(), state, layout, text));
        let upright = |mark: &&Mark| match &mark.shape {
            Shape::Line(points, width) => {
                points.len() == 2 && close(*width, 1.25) && close(points[0].x, points[1].x)
            }
            _ => false,
        };
        let differing = real().data().strength.iter().filter(|f| f.low < f.high).count();
        assert_eq!(marks.iter().filter(upright).count(), differing, "{width}");
    }
}
