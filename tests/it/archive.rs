//! A dataset with far more events than pixels: they are packed, put in order, and what is drawn of
//! them grows with what is on screen.

use mali_bases::app::App;
use mali_bases::map::atlas::Atlas;
use mali_bases::model::dataset::{Dataset, Event};
use mali_bases::model::events::{Events, run};
use mali_bases::model::pack::Unreadable;
use mali_bases::out::panel::Block;
use mali_bases::shell::bundled;
use mali_bases::state::Target;
use mali_bases::state::msg::Msg;
use mali_bases::view::mark::Shape;
use mali_bases::words::day::Day;
use mali_bases::words::edtf::{Date, Span};
use mali_bases::words::geom::{Rect, Size};
use proptest::prelude::*;

use crate::support::{WIDTHS, app, events, laws, real};

/// As many events, strewn over the years but not in their order; every tenth belongs to a base.
fn strewn(count: usize) -> Vec<Event> {
    let (first, last) = (real().data().meta.first, real().data().meta.last);
    let days = usize::try_from(last - first).expect("an axis") + 1;
    let event = |number: usize| {
        let day = first + i32::try_from(number * 7919 % days).expect("a day");
        let span = Span { start: Date::on(day), end: None, lasts: false };
        let bases = if number.is_multiple_of(10) { vec![3] } else { Vec::new() };
        Event {
            id: format!("event-{number}"),
            span,
            bases,
            ..events()[number % events().len()].clone()
        }
    };
    (0..count).map(event).collect()
}

fn archive(count: usize) -> Atlas {
    let events = Events::of(strewn(count)).expect("postcard writes them");
    let data = Dataset { events, ..real().data().clone() };
    Atlas::new(data, &bundled::land().expect("the land is sound"))
}

fn shown(atlas: &Atlas, width: f64) -> App {
    let mut app = app(atlas, width);
    let h = app.timeline_height(width);
    app.surround(|env| env.timeline = Size { w: width, h });
    app.refresh();
    app
}

proptest! {
    #![proptest_config(laws(60))]

    #[test]
    fn events_come_out_as_they_went_in_by_their_days(
        numbers in proptest::collection::vec(0..400_usize, 0..40),
        cut in 0..40_usize,
    ) {
        let all = strewn(400);
        let mut list: Vec<Event> = numbers.iter().map(|number| all[*number].clone()).collect();
        let (one, other) = list.split_at(cut.min(list.len()));
        let mut packed = Events::default();
        for part in [one, other] {
            packed.add(run(part.to_vec()).unwrap()).unwrap();
        }
        packed.sort((real().data().meta.first, real().data().meta.last));
        list.sort_by_key(|event| event.span.day());
        prop_assert_eq!(packed.iter().collect::<Vec<_>>(), list.clone());
        for (place, event) in list.iter().enumerate() {
            let first = list.iter().position(|other| other.id == event.id);
            prop_assert_eq!(packed.find(&event.id), first);
            let is_of = packed.of_base(3).any(|other| other == place);
            prop_assert_eq!(is_of, event.bases.contains(&3));
        }
    }

    #[test]
    fn what_is_no_run_is_refused_or_read(bytes in proptest::collection::vec(any::<u8>(), 1..60)) {
        let mut packed = Events::default();
        packed.add(run(strewn(3)).unwrap()).unwrap();
        if packed.add(bytes) == Err(Unreadable) {
            prop_assert_eq!(packed.iter().collect::<Vec<_>>(), strewn(3));
        }
    }
}

#[test]
fn each_day_of_a_stretch_has_its_events() {
    let atlas = archive(5_000);
    let heads = atlas.data().events.heads();
    let (first, last) = (Day(16_000), Day(16_100));
    let found: Vec<usize> = atlas
        .chronicle
        .eventful(first, last)
        .flat_map(|(day, events)| {
            assert!(events.clone().all(|event| heads[event].day() == day));
            events
        })
        .collect();
    let looked = (0..heads.len()).filter(|event| (first..=last).contains(&heads[*event].day()));
    assert_eq!(found, looked.collect::<Vec<_>>());
}

#[test]
fn the_counts_of_an_archive_stand_apart_and_count_all() {
    for width in WIDTHS {
        let app = shown(&archive(30_000), width);
        let layout = app.layout();
        let counted: usize = layout.crowds.iter().map(|crowd| crowd.count).sum();
        assert_eq!(counted + layout.events.len(), 30_000, "{width}");
        let overlay = &app.scene().timeline.overlay;
        let pills: Vec<Rect> = overlay
            .iter()
            .filter_map(|mark| match (mark.target, &mark.shape) {
                (Some(Target::Stretch(..)), Shape::Box(pill)) => Some(*pill),
                _ => None,
            })
            .collect();
        assert_eq!(pills.len(), layout.crowds.len(), "{width}");
        assert!(pills.windows(2).all(|pair| pair[0].x1 < pair[1].x0), "{width}: {pills:?}");
    }
}

#[test]
fn the_card_of_a_crowd_stays_in_the_pane_and_counts_the_rest() {
    for width in WIDTHS {
        let mut app = shown(&archive(30_000), width);
        let pane = Rect::of(app.state().env.timeline);
        for crowd in app.layout().crowds.clone() {
            let (first, last) = crowd.days;
            app.send(Msg::Hover(Some(Target::Stretch(first, last))));
            app.refresh();
            let overlay = &app.scene().timeline.overlay;
            let card = overlay.iter().find_map(|mark| match (mark.target, &mark.shape) {
                (Some(Target::Stretch(..)), Shape::Box(card)) if card.height() > 30.0 => {
                    Some(*card)
                }
                _ => None,
            });
            let card = card.expect("a card");
            assert!(pane.grown(10.0).holds(&card) && card.y0 >= 0.0, "{width}: {card:?}");
            let rest = overlay.iter().any(|mark| match &mark.shape {
                Shape::Text(label) => label.text.starts_with('+') && card.contains(label.at),
                _ => false,
            });
            assert!(rest, "{width}: the card of {first} does not say that it is not whole");
        }
    }
}

#[test]
fn what_is_drawn_does_not_grow_with_the_archive() {
    for width in WIDTHS {
        let marks = |count| {
            let app = shown(&archive(count), width);
            app.scene().timeline.land.len() + app.scene().timeline.overlay.len()
        };
        assert!(marks(40_000) <= marks(10_000) + 60, "{width}");
    }
}

/// A panel of thousands of links would stand still a phone.
#[test]
fn of_very_many_events_of_a_base_the_first_are_listed() {
    let mut app = shown(&archive(5_000), 390.0);
    app.choose_base(Some("tessalit"));
    let base = app.state().base().unwrap();
    let its_own = app.atlas().data().events.of_base(base).count();
    app.choose_base(app.atlas().data().bases.get(3).map(|base| base.id.clone()).as_deref());
    let panel = app.panel();
    let listed = panel.blocks.iter().find_map(|block| match block {
        Block::Events { items, .. } => Some(items.len()),
        _ => None,
    });
    assert_eq!(listed, Some(100));
    assert!(matches!(panel.blocks.last(), Some(Block::Text { text }) if text.starts_with("More")));
    assert!(its_own < 100, "or this tells nothing of a short list");
}
