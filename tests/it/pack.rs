//! What is packed for a page opens as it was, in one language or all; what is damaged is refused.

use mali_bases::app::App;
use mali_bases::map::topology::Topology;
use mali_bases::model::dataset::Dataset;
use mali_bases::model::pack::{Content, Unreadable, in_one, open, opening, seal};
use mali_bases::model::value::parse;
use mali_bases::shell::bundled;
use mali_bases::state::Target;
use mali_bases::state::msg::Msg;
use mali_bases::words::lang::Lang;
use proptest::prelude::*;

use crate::support::{app, env, events, laws, real, small};

fn packed(data: &Dataset) -> Vec<u8> {
    seal(Content::Dataset, data).expect("postcard writes it")
}

fn unpacked(bytes: &[u8]) -> Result<Dataset, Unreadable> {
    open(Content::Dataset, bytes)
}

#[test]
fn a_dataset_opens_as_it_was_packed() {
    for atlas in [small(), real()] {
        assert_eq!(unpacked(&packed(atlas.data())).unwrap(), *atlas.data());
    }
}

#[test]
fn a_land_opens_as_it_was_packed() {
    for text in [bundled::BASEMAP, bundled::BASEMAP_NEAR] {
        let land = Topology::read(&parse(text).unwrap()).unwrap();
        let opened: Topology = open(Content::Land, &seal(Content::Land, &land).unwrap()).unwrap();
        assert_eq!(opened, land);
    }
}

#[test]
fn a_land_is_no_dataset() {
    let land = seal(Content::Land, &bundled::land().unwrap()).unwrap();
    assert_eq!(unpacked(&land), Err(Unreadable));
}

#[test]
fn in_one_language_nothing_is_said_in_another() {
    for lang in Lang::ALL {
        let data = in_one(real().data().clone(), lang).unwrap();
        let text = format!("{data:?}");
        for other in Lang::ALL {
            let said = text.contains(real().data().meta.title.get(other));
            assert_eq!(said, other == lang, "{lang:?} {other:?}");
        }
        let key = match lang {
            Lang::En => "fr: \"\"",
            Lang::Fr => "en: \"\"",
        };
        assert_eq!(text.matches("Localized {").count(), text.matches(key).count());
    }
}

/// What is fetched first draws what the whole data draws, on every day of the story.
#[test]
fn the_opening_draws_the_same_picture() {
    let data = in_one(real().data().clone(), Lang::En).unwrap();
    let first =
        mali_bases::map::atlas::Atlas::new(opening(data).unwrap(), &bundled::land().unwrap());
    for width in [390.0, 1024.0] {
        let (mut whole, mut part) = (app(real(), width), app(&first, width));
        for event in events() {
            for app in [&mut whole, &mut part] {
                app.send(Msg::SetDay(event.span.day()));
                app.refresh();
            }
            assert_eq!(whole.scene(), part.scene(), "{}", event.id);
        }
    }
}

#[test]
fn the_opening_tells_the_event_it_opens_with_but_not_yet_who_says_so() {
    let data = opening(real().data().clone()).unwrap();
    let first = mali_bases::map::atlas::Atlas::new(data, &bundled::land().unwrap());
    let (whole, part) = (app(real(), 390.0).panel(), app(&first, 390.0).panel());
    assert_eq!((part.title, part.kicker), (whole.title, whole.kicker));
    let said = |panel: &[mali_bases::out::panel::Block]| {
        let text = serde_json::to_value(panel).unwrap();
        (text[0]["text"].clone(), text[0]["sources"].is_null())
    };
    assert_eq!(said(&part.blocks), (said(&whole.blocks).0, true));
    assert!(!said(&whole.blocks).1);
}

#[test]
fn more_words_change_nothing_but_what_is_told() {
    let data = in_one(real().data().clone(), Lang::En).unwrap();
    let land = bundled::land().unwrap();
    let first = mali_bases::map::atlas::Atlas::new(opening(data.clone()).unwrap(), &land);
    let env = env(&first, 390.0);
    let mut app = App::new(first, env);
    app.send(Msg::Choose(Some(Target::Base(1))));
    app.refresh();
    let (before, key, panel) = (app.state().clone(), app.panel_key(), app.panel());
    assert!(app.tell(data, Lang::En));
    assert!(!app.refresh().any(), "the picture is the same");
    assert_eq!(app.state(), &before);
    assert_ne!(app.panel_key(), key, "or the page would not ask again");
    assert!(app.panel().blocks.len() >= panel.blocks.len() && app.panel() != panel);
}

#[test]
fn another_language_tells_the_same_day_and_choice() {
    let mut app = app(real(), 390.0);
    app.send(Msg::Choose(Some(Target::Event(3))));
    assert!(app.tell(in_one(real().data().clone(), Lang::Fr).unwrap(), Lang::Fr));
    assert_eq!(app.state().chosen, Some(Target::Event(3)));
    assert_eq!(app.panel().title, events()[3].title.get(Lang::Fr));
}

#[test]
fn the_words_of_another_dataset_are_refused() {
    let mut app = app(real(), 390.0);
    app.refresh();
    assert!(!app.tell(small().data().clone(), Lang::En));
    assert!(!app.refresh().any());
    assert_eq!(app.atlas().data(), real().data());
}

proptest! {
    #![proptest_config(laws(200))]

    #[test]
    fn damaged_bytes_are_refused(at in any::<prop::sample::Index>(), flip in 1_u8..) {
        let mut bytes = packed(small().data());
        let at = at.index(bytes.len());
        bytes[at] ^= flip;
        prop_assert_eq!(unpacked(&bytes), Err(Unreadable));
    }

    #[test]
    fn bytes_cut_short_are_refused(at in any::<prop::sample::Index>()) {
        let bytes = packed(small().data());
        prop_assert_eq!(unpacked(&bytes[..at.index(bytes.len())]), Err(Unreadable));
    }
}
