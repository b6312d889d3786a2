//! What the reader makes of a dataset that is not sound. What an editor is told of each fault
//! is the corpus's, in `tests/broken`; here is what holds for all of them, and what the page
//! is told.

use std::collections::BTreeSet;

use mali_bases::map::atlas::Atlas;
use mali_bases::model::problem::{Part, Problem};
use mali_bases::model::reader::{positions, read};
use mali_bases::model::value::{Value, parse};
use mali_bases::shell::bundled;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::support::{SMALL, SMALL_MAP, atlas, laws};

/// A dataset with an entry of each kind and every key.
const SOUND: &str = include_str!("../broken/sound.json");

fn sound() -> Value {
    parse(SOUND).expect("JSON")
}

/// The fixture with pieces of its text replaced; each stands there once.
fn changed(text: &str, changes: &[(&str, &str)]) -> String {
    changes.iter().fold(text.to_owned(), |text, (from, to)| {
        assert_eq!(text.matches(from).count(), 1, "{from:?} should stand there once");
        text.replacen(from, to, 1)
    })
}

fn told(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn the_datasets_of_the_tests_are_sound() {
    assert_eq!(read(&parse(SMALL).unwrap()).map(|_| ()), Ok(()));
    assert_eq!(atlas(SOUND, bundled::BASEMAP).map(|_| ()), Ok(()));
}

#[test]
fn a_problem_is_one_sentence() {
    let case = |from: &str, to: &str, expected: &str| {
        let value = parse(&changed(SMALL, &[(from, to)])).expect("still JSON");
        assert_eq!(told(&read(&value).expect_err("a broken dataset")), [expected]);
    };
    case(
        r#""title": { "en": "A vote", "fr": "Un vote" }"#,
        r#""title": { "en": "A vote" }"#,
        "events[3].title.fr: “fr” is missing; add the text in French",
    );
    case(
        "[1000, 1200]",
        "[1200, 1000]",
        "strength[1].figure: a list of 2 has the higher number first; write [1000, 1200]",
    );
    case(
        r#""opens": "2005-06-15""#,
        r#""opens": "2005-06-15", "opens": "2005-06-16""#,
        "meta.opens: “opens” is a key that is there twice; keep one of them",
    );
    case(
        r#""kind": "capital""#,
        r#""kind": "captial""#,
        "places.features[0].properties.kind: “captial” is not among the words for this; \
         did you mean “capital”?",
    );
    case(
        "[100, 100]",
        "[]",
        "strength[0].figure: an empty list should be two numbers; write [lowest, highest], \
         twice the same where sources agree",
    );
}

#[test]
fn a_long_value_is_shortened() {
    let long = "é".repeat(100);
    assert_eq!(Value::Text(long.clone()).to_string(), format!("“{}…”", &long[..120]));
    assert_eq!(Value::Number(1e300).to_string().chars().count(), 61);
}

#[test]
fn words_are_near_by_one_letter() {
    let case = |written: &str, is_near: bool| {
        let event = format!("\"{written}\": \"attack\"");
        let value = parse(&changed(SMALL, &[("\"category\": \"attack\"", &event)]));
        let problems = read(&value.unwrap()).expect_err(written);
        assert_eq!(problems[0].cure == "did you mean “category”?", is_near, "{written}");
        // Either the key is read as the one meant, or that one is missing.
        assert_eq!(problems.len(), if is_near { 1 } else { 2 }, "{written}");
    };
    for near in ["categry", "ccategory", "categony", "cateogry", "CATEGORY", "categorys"] {
        case(near, true);
    }
    case("categories", false);
    case("kategorie", false);
    case("", false);
}

#[test]
fn bases_off_the_map_are_told_beside_the_rest() {
    let case = |changes: &[(&str, &str)]| {
        told(&atlas(&changed(SMALL, changes), SMALL_MAP).expect_err("a base off the map"))
    };
    let off = ("[3.25, 11.0]", "[11.0, 3.25]");
    let astray = "bases.features[1].geometry.coordinates: [11, 3.25] lies off the map; \
                  write the longitude first: [3.25, 11]";
    assert_eq!(case(&[off]), [astray]);
    let both = case(&[off, ("\"category\": \"attack\"", "\"category\": \"raid\"")]);
    assert_eq!((both.len(), both[1].as_str()), (2, astray));
}

#[test]
fn what_is_no_json_is_told() {
    let problems = atlas("{\"meta\": ", SMALL_MAP).expect_err("cut off");
    let expected = "the dataset: the text is not JSON: EOF while parsing a value at line 1 \
                    column 9; mend it there";
    assert_eq!(told(&problems), [expected]);
}

#[test]
fn a_broken_basemap_is_named() {
    let case = |from: &str, to: &str, expected: &str| {
        let basemap = changed(SMALL_MAP, &[(from, to)]);
        let problems = atlas(SMALL, &basemap).expect_err(from);
        assert_eq!(told(&problems), [expected], "{from:?} → {to:?}");
    };
    let arc = "is the number of no arc; write the number of an arc, from 0";
    let at = "objects.countries.geometries[1].arcs[0][0]";
    case("[[-1, 2]]", "[[-1, 7]]", &format!("{at}[1]: 7 {arc}"));
    case("[[-1, 2]]", "[[-9, 2]]", &format!("{at}[0]: -9 {arc}"));
    case(
        "\"LineString\"",
        "\"Point\"",
        "objects.rivers.geometries[0].type: “Point” is no line and no polygon; \
         leave this geometry out",
    );
}

#[test]
fn a_basemap_without_a_point_is_named() {
    let empty = r#"{ "transform": { "scale": [1, 1], "translate": [0, 0] }, "arcs": [], "objects": {
        "countries": { "geometries": [] }, "rivers": { "geometries": [] },
        "lakes": { "geometries": [] } } }"#;
    let problems = Atlas::read(&sound(), &parse(empty).unwrap()).expect_err("no land");
    let expected = "arcs: an empty list has no point; write arcs [ [[x, y], …], … ]";
    assert_eq!(told(&problems), [expected]);
}

/// Something done to one value of a dataset.
#[derive(Clone, Debug)]
enum Change {
    Delete,
    Double,
    Rename,
    Replace(Value),
}

fn change() -> impl Strategy<Value = Change> {
    let text = |text: &str| Value::Text(text.to_owned());
    let key = || "id".to_owned();
    let other = vec![
        Value::Null,
        Value::Bool(true),
        Value::Number(-1.5),
        Value::Number(f64::NAN),
        text(""),
        text("2021-02-30/.."),
        text("é"),
        Value::List(Vec::new()),
        Value::List(vec![Value::Null, Value::Number(1e300)]),
        Value::Object(Vec::new()),
        Value::Object(vec![(key(), text("rfi")), (key(), Value::Null)]),
    ];
    prop_oneof![
        Just(Change::Delete),
        Just(Change::Double),
        Just(Change::Rename),
        prop::sample::select(other).prop_map(Change::Replace),
    ]
}

/// How many values there are below a value.
fn size(value: &Value) -> usize {
    match value {
        Value::List(items) => items.iter().map(|item| 1 + size(item)).sum(),
        Value::Object(fields) => fields.iter().map(|(_, value)| 1 + size(value)).sum(),
        _ => 0,
    }
}

/// Does something to the value that is `at` places below, counted in the order of the text.
fn apply(value: &mut Value, mut at: usize, change: &Change) {
    let count = match value {
        Value::List(items) => items.len(),
        Value::Object(fields) => fields.len(),
        _ => 0,
    };
    for place in 0..count {
        if at == 0 {
            return meddle(value, place, change);
        }
        let child = match value {
            Value::List(items) => &mut items[place],
            Value::Object(fields) => &mut fields[place].1,
            _ => unreachable!("a value without children"),
        };
        if at <= size(child) {
            return apply(child, at - 1, change);
        }
        at -= 1 + size(child);
    }
}

fn meddle(parent: &mut Value, place: usize, change: &Change) {
    match (parent, change) {
        (Value::List(items), Change::Delete) => _ = items.remove(place),
        (Value::List(items), Change::Double) => items.push(items[place].clone()),
        (Value::List(items), Change::Replace(other)) => items[place] = other.clone(),
        (Value::Object(fields), Change::Delete) => _ = fields.remove(place),
        (Value::Object(fields), Change::Double) => fields.push(fields[place].clone()),
        (Value::Object(fields), Change::Replace(other)) => fields[place].1 = other.clone(),
        (Value::Object(fields), Change::Rename) => fields[place].0.push('s'),
        _ => {}
    }
}

/// The paths of all values, as problems name them; of a doubled key, the first is meant.
fn paths(value: &Value, path: &str, all: &mut BTreeSet<String>) {
    all.insert(path.to_owned());
    match value {
        Value::List(items) => {
            for (place, item) in items.iter().enumerate() {
                paths(item, &format!("{path}[{place}]"), all);
            }
        }
        Value::Object(fields) => {
            for (key, value) in fields {
                let dot = if path.is_empty() { "" } else { "." };
                let path = format!("{path}{dot}{key}");
                if !all.contains(&path) {
                    paths(value, &path, all);
                }
            }
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(laws(4000))]

    #[test]
    fn whatever_is_done_to_a_dataset_problems_are_where_they_say(
        changes in prop::collection::vec((any::<Index>(), change()), 1..4),
    ) {
        let mut value = sound();
        for (at, change) in &changes {
            if let places @ 1.. = size(&value) {
                apply(&mut value, at.index(places), change);
            }
        }
        let mut known = BTreeSet::new();
        paths(&value, "", &mut known);
        positions(&value);
        let Err(problems) = read(&value) else { return Ok(()) };
        prop_assert!(!problems.is_empty(), "refused without a reason");
        for Problem { path, part, reason, cure, value } in &problems {
            let parent = path.rsplit_once('.').map_or("", |(parent, _)| parent);
            let (there, above) = (known.contains(path), known.contains(parent));
            let sound = if *part == Part::Missing { above && !there } else { there };
            prop_assert!(sound, "{} is no place for {:?}", path, part);
            prop_assert!(![reason, cure, value].iter().any(|text| text.is_empty()), "{}", path);
        }
        let told: BTreeSet<_> = problems.iter().map(|p| (&p.path, format!("{:?}", p.part))).collect();
        prop_assert_eq!(told.len(), problems.len(), "one place is told twice: {:?}", problems);
    }
}
