//! Schema and reader agree, tried on every change of one place of a dataset.
//!
//! 1. What the reader accepts the schema accepts: no editor is warned of nothing.
//! 2. What the reader refuses at a place that lost its form there, the schema refuses. What it
//!    refuses elsewhere follows from comparing two places, which a schema cannot do.

use std::collections::{BTreeMap, BTreeSet};
use std::mem::discriminant;

use serde_json::{Value, json};

use super::{complete, faults, problems, schema, validator};

/// A place in a document, as JSON Pointer writes it and as the reader does.
#[derive(Clone)]
struct Place {
    pointer: String,
    path: String,
}

impl Place {
    fn key(&self, key: &str) -> Self {
        let dot = if self.path.is_empty() { "" } else { "." };
        let pointer = format!("{}/{key}", self.pointer);
        Self { pointer, path: format!("{}{dot}{key}", self.path) }
    }

    fn item(&self, index: usize) -> Self {
        let pointer = format!("{}/{index}", self.pointer);
        Self { pointer, path: format!("{}[{index}]", self.path) }
    }

    /// Whether the reader's path is this place, lies in it or holds it.
    fn is_near(&self, path: &str) -> bool {
        path.starts_with(&self.path) || self.path.starts_with(path)
    }
}

/// Every place of a value, outermost first.
fn places(value: &Value, here: &Place) -> Vec<Place> {
    let mut all = vec![here.clone()];
    match value {
        Value::Object(fields) => {
            all.extend(fields.iter().flat_map(|(key, value)| places(value, &here.key(key))));
        }
        Value::Array(items) => {
            let items = items.iter().enumerate();
            all.extend(items.flat_map(|(index, value)| places(value, &here.item(index))));
        }
        _ => {}
    }
    all
}

/// A document with one place changed.
struct Change {
    what: String,
    place: Place,
    document: Value,
    /// Whether the place has lost its form, rather than holding another value of it.
    breaks: bool,
}

impl Change {
    fn new(what: &str, place: &Place, document: Value, breaks: bool) -> Self {
        Self { what: format!("{} {what}", place.pointer), place: place.clone(), document, breaks }
    }
}

/// The place gone, or its key misspelled.
fn losses(sound: &Value, place: &Place) -> Vec<Change> {
    let mut all = Vec::new();
    let (parent, key) = place.pointer.rsplit_once('/').unwrap_or_default();
    let mut without = sound.clone();
    match without.pointer_mut(parent) {
        Some(Value::Object(fields)) if !key.is_empty() => {
            let value = fields.shift_remove(key).unwrap();
            all.push(Change::new("removed", place, without.clone(), true));
            without.pointer_mut(parent).unwrap()[format!("{key}x")] = value;
            all.push(Change::new("misspelled", place, without, true));
        }
        Some(Value::Array(items)) => {
            items.remove(key.parse().unwrap());
            all.push(Change::new("removed", place, without, false));
        }
        _ => {}
    }
    all
}

/// Other values in the place.
fn replacements(sound: &Value, place: &Place) -> Vec<Change> {
    let now = sound.pointer(&place.pointer).unwrap();
    let replace = |value: Value| {
        let what = format!("set to {value}");
        let breaks = discriminant(&value) != discriminant(now) || oddities().contains(&value);
        let mut document = sound.clone();
        *document.pointer_mut(&place.pointer).unwrap() = value;
        Change::new(&what, place, document, breaks)
    };
    types().into_iter().chain(oddities()).map(replace).collect()
}

/// Every key that an object lacks and another has, with what it holds there; once for the
/// objects of one kind.
fn strays(sound: &Value, all: &[Place]) -> Vec<Change> {
    let value = |place: &Place| sound.pointer(&place.pointer).unwrap();
    let fields = all.iter().filter_map(|place| value(place).as_object()).flatten();
    let known: BTreeMap<&String, &Value> = fields.collect();
    let mut seen = BTreeSet::new();
    let mut strays = Vec::new();
    for place in all {
        let Some(fields) = value(place).as_object() else { continue };
        let keys: Vec<_> = fields.keys().collect();
        if !seen.insert((place.path.replace(|c: char| c.is_ascii_digit(), ""), keys)) {
            continue;
        }
        for (key, value) in known.iter().filter(|(key, _)| !fields.contains_key(**key)) {
            let mut document = sound.clone();
            document.pointer_mut(&place.pointer).unwrap()[*key] = (*value).clone();
            strays.push(Change::new(&format!("with {key}"), &place.key(key), document, true));
        }
    }
    strays
}

/// A value of each type.
fn types() -> [Value; 6] {
    [json!(null), json!(true), json!(7), json!("word"), json!([]), json!({})]
}

/// What is often none though its type is right.
fn oddities() -> [Value; 6] {
    [json!(-1), json!(0.5), json!(1e9), json!(""), json!(" "), json!([])]
}

#[test]
fn the_complete_document_is_sound() {
    assert_eq!(problems(&complete()), []);
    assert_eq!(faults(&complete()), [""; 0]);
}

#[test]
fn schema_and_reader_agree_on_every_change_of_one_place() {
    let sound = complete();
    let root = Place { pointer: String::new(), path: String::new() };
    let all = places(&sound, &root);
    let lost = all.iter().flat_map(|place| losses(&sound, place));
    let replaced = all.iter().flat_map(|place| replacements(&sound, place));
    let (mut accepted, mut refused) = (0, 0);
    for change in lost.chain(replaced).chain(strays(&sound, &all)) {
        let problems = problems(&change.document);
        let valid = validator().is_valid(&change.document);
        if problems.is_empty() {
            accepted += 1;
            assert!(valid, "{}: the schema says {:?}", change.what, faults(&change.document));
        } else if change.breaks && problems.iter().any(|p| change.place.is_near(&p.path)) {
            refused += 1;
            assert!(!valid, "{}: the reader says {problems:?}", change.what);
        }
    }
    assert!(accepted > 200 && refused > 6000, "tried too little: {accepted}, {refused}");
}

#[test]
fn the_complete_document_has_every_key() {
    for (name, definition) in schema()["$defs"].as_object().unwrap() {
        for key in definition["properties"].as_object().into_iter().flat_map(|keys| keys.keys()) {
            let mut without = schema().clone();
            without["$defs"][name]["properties"][key] = json!(false);
            let validator = jsonschema::draft202012::new(&without).unwrap();
            assert!(!validator.is_valid(&complete()), "{name} has no {key}");
        }
    }
}

#[test]
fn bounds_and_words_are_the_same_for_both() {
    let point = "/bases/features/0/geometry/coordinates";
    let (figure, issued) = ("/strength/0/figure", "/sources/0/issued/date-parts/0");
    let cases = [
        (point, json!([-180, -90]), true),
        (point, json!([180, 90.0]), true),
        (point, json!([180.1, 10]), false),
        (point, json!([-180.1, 10]), false),
        (point, json!([10, 90.1]), false),
        (point, json!([10, -90.1]), false),
        (point, json!([10]), false),
        (point, json!([1, 10, 300]), false),
        ("/bases/features/0/geometry/type", json!("LineString"), false),
        (figure, json!([0, 10_000_000]), true),
        (figure, json!([0.0, 4e3]), true),
        (figure, json!([0, 10_000_001]), false),
        (figure, json!([1]), false),
        (figure, json!([1, 2, 3]), false),
        (issued, json!([0]), true),
        (issued, json!([9999, 12, 31]), true),
        (issued, json!([10_000]), false),
        (issued, json!([2007, 13]), false),
        (issued, json!([2007, 0]), false),
        (issued, json!([2007, 1, 32]), false),
        (issued, json!([2007, 1, 0]), false),
        (issued, json!([2007, 1, 1, 1]), false),
        ("/sources/0/issued/date-parts", json!([[2007], [2008]]), false),
        ("/sources/0/URL", json!("http://wire.example/é?a=b#c"), true),
        ("/sources/0/URL", json!("HTTPS://wire.example"), false),
        ("/sources/0/URL", json!("ftp://wire.example"), false),
        ("/sources/0/URL", json!("javascript:https://"), false),
        ("/sources/0/URL", json!("https://wire.example/a b"), false),
        ("/events/0/id", json!("a-1"), true),
        ("/events/0/id", json!("A"), false),
        ("/events/0/id", json!("é"), false),
        ("/events/0/id", json!("a b"), false),
        ("/events/0/category", json!("Attack"), false),
        ("/events/0/title/en", json!("\u{a0}\u{202f}"), false),
        ("/events/0/title/en", json!(" a\nb"), true),
        ("/sources/0/genre", json!("open data"), true),
        ("/sources/0/genre", json!("open-data"), false),
        ("/sources/0/type", json!("article-newspaper"), true),
        ("/sources/0/type", json!("book"), false),
    ];
    for (pointer, value, is_sound) in cases {
        let mut document = complete();
        *document.pointer_mut(pointer).unwrap() = value.clone();
        assert_eq!(problems(&document).is_empty(), is_sound, "the reader: {value}");
        assert_eq!(validator().is_valid(&document), is_sound, "the schema: {value}");
    }
}

/// What only the reader can know, so that nobody takes the schema for the judge.
#[test]
fn a_schema_cannot_compare_two_places() {
    let cases = [
        ("/events/0/sources/0/source", json!("nobody"), "a source that is none"),
        ("/events/0/bases/0", json!("nowhere"), "a base that is none"),
        ("/events/0/id", json!("vote"), "an id that another has"),
        ("/operations/0/end", json!("2000-01-01"), "an end before its start"),
        ("/bases/features/0/properties/handedOver/date", json!("2001-02-02"), "the same"),
        ("/meta/opens", json!("2011-01-01"), "a day outside the span"),
        ("/events/0/date", json!("2011-01-01"), "the same"),
        ("/events/0/date", json!("2003/2002"), "an interval that ends before it starts"),
        ("/strength/0/date", json!("[2003..2002]"), "a set that does"),
        ("/strength/0/date", json!("2003-02-29"), "a day that only leap years have"),
        ("/strength/0/figure", json!([2, 1]), "the lowest after the highest"),
        ("/sources/0/issued/date-parts", json!([[2007, 2, 30]]), "a day of no calendar"),
    ];
    for (pointer, value, what) in cases {
        let mut document = complete();
        *document.pointer_mut(pointer).unwrap() = value;
        assert_ne!(problems(&document), [], "{what}");
        assert_eq!(faults(&document), [""; 0], "{what}");
    }
}
