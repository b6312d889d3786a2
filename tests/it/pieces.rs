//! A dataset that comes in pieces is read as one that is there as a whole, wherever it is cut. That
//! each fault of the corpus is told alike, its own test sees (`xtask/tests/broken.rs`).

use mali_bases::map::atlas::checked;
use mali_bases::model::dataset::Dataset;
use mali_bases::model::events::Events;
use mali_bases::model::problem::Problem;
use mali_bases::model::reader::pieces::Pieces;
use mali_bases::model::value::{Value, parse};
use mali_bases::shell::bundled;
use proptest::prelude::*;

use crate::support::{SMALL, laws};

const SOUND: &str = include_str!("../broken/sound.json");

type Read = Result<Dataset, Vec<Problem>>;

fn check(document: &Value) -> Read {
    checked(document, &bundled::land().expect("the land is sound"))
}

/// The pieces that a text is cut into, after as many bytes each in turn.
fn cut<'a>(text: &'a str, lengths: &[usize]) -> Vec<&'a [u8]> {
    let (mut rest, mut pieces) = (text.as_bytes(), Vec::new());
    for length in lengths.iter().cycle() {
        let (piece, others) = rest.split_at((*length).min(rest.len()));
        pieces.push(piece);
        rest = others;
        if rest.is_empty() {
            break;
        }
    }
    pieces
}

/// What comes of a text in pieces; `None` where it has to be read as a whole.
fn in_pieces(text: &str, lengths: &[usize]) -> Option<Read> {
    let pieces = cut(text, lengths);
    let mut reading = Pieces::default();
    for piece in &pieces {
        reading.skim(piece);
    }
    let count = reading.open(check)?;
    let mut events = Events::default();
    for piece in pieces {
        events.add(reading.pack(piece)).expect("a run");
    }
    let read = reading.close()?;
    Some(read.map(|data| {
        assert_eq!(events.len(), count);
        events.sort((data.meta.first, data.meta.last));
        Dataset { events, ..data }
    }))
}

fn of_whole(text: &str) -> Read {
    check(&parse(text).expect("JSON"))
}

/// Without telling apart how events are packed.
fn same(one: &Read, other: &Read) -> bool {
    match (one, other) {
        (Ok(one), Ok(other)) => {
            let none = Events::default();
            let frame = |data: &Dataset| Dataset { events: none.clone(), ..data.clone() };
            one.events.iter().eq(other.events.iter()) && frame(one) == frame(other)
        }
        (Err(one), Err(other)) => one == other,
        _ => false,
    }
}

proptest! {
    #![proptest_config(laws(40))]

    #[test]
    fn wherever_it_is_cut_the_same_is_read(lengths in proptest::collection::vec(1..900_usize, 1..6)) {
        let read = in_pieces(SOUND, &lengths).expect("a usual form");
        prop_assert!(same(&read, &of_whole(SOUND)));
    }

    /// An editor's slips, anywhere in the document.
    #[test]
    fn a_letter_that_is_wrong_is_told_as_of_the_whole(
        at in 0..SOUND.len(),
        letter in prop::sample::select(vec!['"', ',', ':', '[', ']', '{', '}', 'x', '7', '\\', ' ']),
        length in 1..200_usize,
    ) {
        prop_assume!(SOUND.is_char_boundary(at) && SOUND.is_char_boundary(at + 1));
        let text = format!("{}{letter}{}", &SOUND[..at], &SOUND[at + 1..]);
        match (in_pieces(&text, &[length]), parse(&text)) {
            (Some(read), Ok(document)) => prop_assert!(same(&read, &check(&document))),
            (Some(_), Err(problem)) => prop_assert!(false, "read, and yet {problem}"),
            (None, _) => {}
        }
    }
}

#[test]
fn the_fixture_too() {
    let read = in_pieces(SMALL, &[100]).expect("a usual form");
    assert!(same(&read, &of_whole(SMALL)));
}

#[test]
fn what_is_of_no_usual_form_is_left_to_be_read_as_a_whole() {
    let changed = |from: &str, to: &str| {
        assert_eq!(SOUND.matches(from).count(), 1, "{from}");
        in_pieces(&SOUND.replacen(from, to, 1), &[64]).is_none()
    };
    assert!(changed("\"events\":", "\"\\u0065vents\":"));
    assert!(changed("\"events\":", "\"event\":"));
    assert!(changed("\"events\": [", "\"events\": [,"));
    assert!(changed("\"events\": [", "\"events\": [], \"events\": ["));
    assert!(in_pieces("[]", &[1]).is_none() && in_pieces("", &[1]).is_none());
    assert!(in_pieces(&SOUND[..SOUND.len() - 2], &[64]).is_none());
}

/// What brackets and quotes in a text are taken for decides where an event ends.
#[test]
fn signs_in_a_text_cut_nothing() {
    let text = r#"\"]}\\\" , [{ \u005d \\"#;
    let written =
        SOUND.replacen("\"text\": { \"en\": \"", &format!("\"text\": {{ \"en\": \"{text}"), 20);
    assert!(written.matches(text).count() > 5, "{written}");
    for document in [written.clone(), written.replace('\n', "\r\n")] {
        for length in [1, 2, 3, 64] {
            let read = in_pieces(&document, &[length]).expect("a usual form");
            assert!(same(&read, &of_whole(&document)), "{length}");
            assert!(read.is_ok());
        }
    }
}

#[test]
fn the_mark_of_some_editors_before_the_text_is_none_of_it() {
    let read = in_pieces(&format!("\u{feff}{SOUND}"), &[2]).expect("a usual form");
    assert!(same(&read, &of_whole(SOUND)));
}

/// A misspelled key is read as the one that is meant, by which events are held.
#[test]
fn what_follows_from_a_misspelled_key_is_told_too() {
    for (right, wrong) in [
        ("\"meta\":", "\"meat\":"),
        ("\"span\":", "\"spna\":"),
        ("\"sources\": [\n", "\"sorces\": [\n"),
    ] {
        let wrong = SOUND.replacen(right, wrong, 1);
        assert_ne!(wrong, SOUND, "{right}");
        let date = wrong.find("\"events\": [").expect("events");
        let (before, events) = wrong.split_at(date);
        let faulty = events.replacen("\"date\": \"20", "\"date\": \"19", 1);
        assert_ne!(faulty, events);
        let document = format!("{before}{faulty}");
        let read = in_pieces(&document, &[200]).expect("a usual form");
        assert!(same(&read, &of_whole(&document)), "{right}: {:?}", read.err());
    }
}
