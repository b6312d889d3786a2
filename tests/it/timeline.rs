//! The axis: days to places and back, and the plan of everything along it.

use std::rc::Rc;

use mali_bases::map::atlas::Atlas;
use mali_bases::state::State;
use mali_bases::state::env::Env;
use mali_bases::view::mark::Shape;
use mali_bases::view::timeline::layout::Layout;
use mali_bases::view::timeline::{self, axis};
use mali_bases::words::day::Day;
use mali_bases::words::geom::{Point, Rect};
use mali_bases::words::lang::Lang;
use mali_bases::words::text::Text;
use proptest::prelude::*;

use crate::support::{WIDTHS, app, close, env, laws, real, small};

/// What the mark of an event takes along the axis.
const MARK_PX: f64 = 9.0;

fn days(atlas: &Atlas) -> impl Strategy<Value = Day> + use<> {
    let meta = &atlas.data().meta;
    (meta.first.0..=meta.last.0).prop_map(Day)
}

fn layout(atlas: &Atlas, width: f64) -> Layout {
    Layout::new(atlas, &Env::default(), width)
}

proptest! {
    #![proptest_config(laws(500))]

    #[test]
    fn a_day_is_found_again_at_its_place(day in days(real()), width in 30.0..3000.0) {
        let layout = layout(real(), width);
        prop_assert_eq!(layout.day(layout.x(day)), day);
    }

    // A page shows them as elements, which know nothing else.
    #[test]
    fn what_moves_with_the_day_is_boxes_and_strikes_no_figure(
        day in days(real()), width in 300.0..3000.0,
    ) {
        let state = State { day, ..State::new(real(), Rc::new(Env::default())) };
        let layout = layout(real(), width);
        let overlay = timeline::overlay(real(), &state, &layout, Text::of(Lang::En));
        let figures = overlay.iter().filter_map(|mark| match &mark.shape {
            Shape::Text(label) if layout.strength.contains(label.at) => {
                Some(label.room(&state.env.metrics))
            }
            _ => None,
        });
        let figures: Vec<Rect> = figures.collect();
        for mark in axis::cursor(&state, &layout, &axis::unstruck(&state, &layout, &overlay)) {
            let Shape::Box(rect) = mark.shape else { panic!("{mark:?}") };
            let is_line = rect.width() < 3.0 && rect.height() > 3.0;
            prop_assert!(!is_line || !figures.iter().any(|room| room.overlaps(&rect)), "{rect:?}");
        }
    }

    #[test]
    fn a_later_day_stands_further_right(
        a in days(real()), b in days(real()), width in 30.0..3000.0,
    ) {
        let layout = layout(real(), width);
        prop_assert_eq!(a < b, layout.x(a) < layout.x(b));
        prop_assert_eq!(a == b, close(layout.x(a), layout.x(b)));
    }

    #[test]
    fn the_nearest_day_is_the_one_that_is_found(x in -50.0..900.0, width in 300.0..800.0) {
        let layout = layout(small(), width);
        let (found, one) = (layout.day(x), (layout.axis.1 - layout.axis.0) / 3652.0);
        let inside = x.clamp(layout.axis.0, layout.axis.1);
        prop_assert!((layout.x(found) - inside).abs() <= one / 2.0 + 1e-6);
    }

    #[test]
    fn no_width_breaks_the_plan(width in 0.0..5000.0) {
        let layout = layout(real(), width);
        prop_assert!(layout.axis.0 < layout.axis.1 && layout.height.is_finite());
        prop_assert_eq!(layout.lanes.len(), real().data().bases.len());
        let counted: usize = layout.crowds.iter().map(|crowd| crowd.count).sum();
        prop_assert_eq!(layout.events.len() + counted, real().data().events.len());
    }
}

#[test]
fn the_ends_of_the_axis_are_its_first_and_last_day() {
    for width in WIDTHS {
        let layout = layout(real(), width);
        assert!(close(layout.x(layout.days.0), layout.axis.0));
        assert!(close(layout.x(layout.days.1), layout.axis.1));
        assert_eq!(layout.x(Day(i32::MIN)).to_bits(), layout.axis.0.to_bits());
        assert_eq!(layout.day(-1e9), layout.days.0);
        assert_eq!(layout.day(1e9), layout.days.1);
    }
}

#[test]
fn the_rows_stand_under_each_other_within_the_pane() {
    for width in WIDTHS {
        for lang in Lang::ALL {
            let env = Env { lang, ..env(real(), width) };
            let layout = Layout::new(real(), &env, width);
            let rows: Vec<Rect> = [layout.operations, layout.strength]
                .into_iter()
                .chain(layout.lanes.iter().copied())
                .chain([layout.event_rows])
                .collect();
            for pair in rows.windows(2) {
                assert!(pair[0].y1 <= pair[1].y0, "{width}: {pair:?}");
            }
            let below = [layout.event_rows.y1, layout.track, layout.years, layout.key];
            assert!(below.is_sorted() && layout.key < layout.height, "{width}: {below:?}");
            assert!(layout.axis.0 >= 0.0 && layout.axis.1 <= width);
        }
    }
}

#[test]
fn event_marks_stand_in_their_rows_and_none_covers_another() {
    for width in WIDTHS {
        let layout = layout(real(), width);
        let places: Vec<Point> = layout.events.iter().map(|(_, at)| *at).collect();
        assert!(places.iter().all(|at| layout.event_rows.contains(*at)), "{width}");
        for (index, at) in places.iter().enumerate() {
            let near = places[..index].iter().find(|other| other.distance(*at) < MARK_PX);
            assert_eq!(near, None, "{width}: {at:?}");
        }
    }
}

#[test]
fn what_has_no_room_is_counted() {
    for width in WIDTHS {
        let layout = layout(real(), width);
        let hidden = real().data().events.len() - layout.events.len();
        assert_eq!(layout.crowds.iter().map(|crowd| crowd.count).sum::<usize>(), hidden, "{width}");
        for pair in layout.crowds.windows(2) {
            assert!(pair[1].at.x - pair[0].at.x >= 48.0, "{width}: {pair:?}");
        }
        assert!(layout.crowds.iter().all(|crowd| layout.event_rows.contains(crowd.at)));
        assert!(layout.crowds.iter().all(|crowd| crowd.count > 1), "one is drawn, not counted");
    }
    assert_eq!(layout(small(), 320.0).crowds, []);
}

#[test]
fn an_event_stands_over_its_day() {
    for width in WIDTHS {
        let layout = layout(real(), width);
        for (event, at) in &layout.events {
            let day = real().data().events.heads()[*event].day();
            assert!(close(at.x, layout.x(day)), "{width}: {day}");
        }
    }
}

/// A reader meets the signs of the map with no second line beside them on a phone.
#[test]
fn the_key_names_the_states_of_a_base_at_every_width() {
    for width in WIDTHS {
        let mut app = app(real(), width);
        app.refresh();
        let key = app.layout().key;
        let overlay = app.scene().timeline.overlay.iter();
        let words: Vec<&str> = overlay
            .filter_map(|mark| match &mark.shape {
                Shape::Text(label) if label.at.y > key => Some(label.text.as_str()),
                _ => None,
            })
            .collect();
        for word in ["Bases", "not yet open", "open", "closed", "Events", "bases", "attack"] {
            assert!(words.contains(&word), "{width} px: no {word} in {words:?}");
        }
    }
}
