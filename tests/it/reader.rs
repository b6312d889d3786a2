//! Broken datasets: the fixture with one thing changed, and what the editor is told.

use mali_bases::model::problem::Problem;
use mali_bases::model::reader::read;
use mali_bases::shell::bundled;

use crate::support::{SMALL, SMALL_MAP, atlas};

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

/// What is told about the fixture after changes.
fn problems(changes: &[(&str, &str)]) -> Vec<String> {
    let value = bundled::parse(&changed(SMALL, changes)).expect("still JSON");
    told(&read(&value).expect_err("a broken dataset"))
}

/// One change, one problem.
fn case(from: &str, to: &str, expected: &str) {
    assert_eq!(problems(&[(from, to)]), [expected], "{from:?} → {to:?}");
}

#[test]
fn the_fixture_is_sound() {
    assert_eq!(read(&bundled::parse(SMALL).unwrap()).map(|_| ()), Ok(()));
}

#[test]
fn a_schema_may_be_named() {
    let named = |schema: &str| {
        let named = format!(r#"{{ "$schema": {schema}, "meta": {{"#);
        let text = changed(SMALL, &[("{\n  \"meta\": {", &named)]);
        read(&bundled::parse(&text).expect("still JSON")).map_err(|problems| told(&problems))
    };
    let bare = read(&bundled::parse(SMALL).unwrap()).map_err(|problems| told(&problems));
    assert_eq!(named(r#""dataset.schema.json""#), bare);
    assert_eq!(named("7"), Err(vec!["$schema: 7 should be a text in quotes".to_owned()]));
}

#[test]
fn unknown_and_doubled_keys_are_named() {
    case(
        r#""place": {"#,
        r#""plaice": {"#,
        "events[0].plaice: an object of 2 keys stands under an unknown key; the keys here are \
         id, date, category, place, bases, title, text, sources, differs",
    );
    case(
        r#""opens": "2005-06-15""#,
        r#""opens": "2005-06-15", "opens": "2005-06-16""#,
        "meta.opens: “2005-06-16” stands under a key that is there twice; keep one",
    );
    case(
        r#""meta": {"#,
        r#""version": 2, "meta": {"#,
        "version: 2 stands under an unknown key; the keys here are \
         $schema, meta, bases, places, operations, strength, events, sources",
    );
    case(
        r#""says": { "en": "Names the day.""#,
        r#""says": { "de": "Nennt den Tag.", "en": "Names the day.""#,
        "bases.features[0].properties.arrived.sources[0].says.de: “Nennt den Tag.” stands under \
         an unknown key; the keys here are en, fr",
    );
}

#[test]
fn dates_that_are_none_are_named() {
    let syntax = "is no EDTF date; write 2022, 2022-02, 2022-02-17 or [2022-02-01..2022-02-17]";
    case("\"2001-02-04\"", "\"4 Feb 2001\"", &format!("events[0].date: “4 Feb 2001” {syntax}"));
    case("\"2001-02-04\"", "\"2001-02-30\"", "events[0].date: “2001-02-30” is not in the calendar");
    case("\"2001-02-04\"", "20010204", "events[0].date: 20010204 should be a text in quotes");
    case(
        "\"2002-03/2002-05\"",
        "\"2002-05/2002-03\"",
        "events[2].date: “2002-05/2002-03” ends before it starts",
    );
    case(
        "[2004-01-01..2004-01-20]",
        "[2004-01-20..2004-01-01]",
        "events[3].date: “[2004-01-20..2004-01-01]” is a set that ends before it starts",
    );
    case(
        "\"2001-06\"",
        "\"2001-06/2001-07\"",
        &format!("strength[0].date: “2001-06/2001-07” {syntax}"),
    );
}

#[test]
fn ends_before_starts_are_named() {
    let order = "is not after the start; check both dates";
    case(
        "\"2007-05\"",
        "\"2001-05\"",
        &format!("bases.features[1].properties.handedOver.date: “2001-05” {order}"),
    );
    case(
        "\"2007-05\"",
        "\"2002-05\"",
        &format!("bases.features[1].properties.handedOver.date: “2002-05” {order}"),
    );
    case(
        "\"end\": \"2004-06-30\"",
        "\"end\": \"2000\"",
        &format!("operations[0].end: “2000” {order}"),
    );
    case(
        "\"2000-01-01/2009-12-31\"",
        "\"2000-01-01\"",
        "meta.span: “2000-01-01” should be an interval such as 2012-01-01/2022-12-31",
    );
    case(
        "\"2005-06-15\"",
        "\"2010-01-01\"",
        "meta.opens: “2010-01-01” lies outside the span; the first picture is a day in it",
    );
}

#[test]
fn references_to_nothing_and_doubled_ids_are_named() {
    case(
        r#""bases": ["beta"]"#,
        r#""bases": ["delta"]"#,
        "events[1].bases[0]: “delta” is the id of no base; add that base or correct the id",
    );
    case(
        r#"{ "source": "wire" }, { "source": "paper" }"#,
        r#"{ "source": "wire" }, { "source": "pamphlet" }"#,
        "events[3].sources[1].source: “pamphlet” is the id of no source; add that source or \
         correct the id",
    );
    case(
        r#""id": "quiet""#,
        r#""id": "raid""#,
        "events[4].id: “raid” is the id of another entry too; choose a new one",
    );
    case(
        r#""id": "second""#,
        r#""id": "The second""#,
        "operations[1].id: “The second” should be of small letters a–z, digits and hyphens",
    );
}

#[test]
fn claims_without_a_source_are_named() {
    assert_eq!(
        problems(&[(r#"[{ "source": "wire" }, { "source": "paper" }]"#, "[]")]),
        ["events[3].sources: a list of 0 names no readable source; every claim has at least one"]
    );
}

#[test]
fn places_off_the_earth_are_named() {
    case(
        "[1.0, 10.5]",
        "[10.5, 100]",
        "bases.features[0].geometry.coordinates: a list of 2 [10.5, 100] is not on the earth; \
         write [longitude −180…180, latitude −90…90]",
    );
    case(
        "[1.0, 10.5]",
        "[1.0, 10.5, 300]",
        "bases.features[0].geometry.coordinates: a list of 3 should be two numbers: [longitude, latitude]",
    );
    case(
        "[1.0, 10.5]",
        "[\"1.0\", 10.5]",
        "bases.features[0].geometry.coordinates: a list of 2 should be two numbers: [longitude, latitude]",
    );
}

#[test]
fn missing_and_empty_texts_are_named() {
    case(
        r#""title": { "en": "A vote", "fr": "Un vote" }"#,
        r#""title": { "en": "A vote" }"#,
        "events[3].title.fr: nothing stands for a missing translation; add “fr”",
    );
    case(
        r#""en": "A march""#,
        r#""en": "  ""#,
        "events[2].title.en: “  ” is empty; write something or drop the key",
    );
    case(
        r#""credit": { "en": "Drawn by hand.", "fr": "Dessiné à la main." }"#,
        r#""credit": "Drawn by hand.""#,
        "meta.credit: “Drawn by hand.” should be an object with en, fr",
    );
}

#[test]
fn a_license_has_a_name_and_an_address_of_the_web() {
    let license = |text: &str| {
        let opens = r#""opens": "2005-06-15""#;
        let text = changed(SMALL, &[(opens, &format!(r#""license": {text}, {opens}"#))]);
        read(&bundled::parse(&text).unwrap()).map_or_else(|found| told(&found), |_| Vec::new())
    };
    assert_eq!(license(r#"{ "name": "CC0", "URL": "https://example.org/cc0" }"#), [""; 0]);
    assert_eq!(
        license(r#"{ "URL": "javascript:alert()" }"#),
        [
            "meta.license.name: nothing should be a text in quotes",
            "meta.license.URL: “javascript:alert()” should be an address that begins with https://",
        ]
    );
}

#[test]
fn words_and_figures_out_of_their_range_are_named() {
    case(
        r#""category": "attack""#,
        r#""category": "raid""#,
        "events[0].category: “raid” should be one of attack, military, politics, bases",
    );
    case(
        "[1000, 1200]",
        "[1200, 1000]",
        "strength[1].figure: a list of 2 should be [lowest, highest], twice the same where \
         sources agree",
    );
    let pair = "strength[0].figure: a list of 2 should be [lowest, highest], twice the same where \
                sources agree";
    for (figure, item) in [("[100.5, 200]", "100.5"), ("[-1, 200]", "-1")] {
        let item =
            format!("strength[0].figure[0]: {item} should be a whole number from 0 to 10000000");
        assert_eq!(problems(&[("[100, 100]", figure)]), [item.as_str(), pair]);
    }
    case(
        r#""kind": "capital""#,
        r#""kind": "town""#,
        "places.features[0].properties.kind: “town” should be one of home, country, capital, river",
    );
}

#[test]
fn addresses_that_are_none_are_named() {
    let address = "should be an address that begins with https://";
    case(
        "\"https://wire.example/camps\"",
        "\"javascript:alert(1)\"",
        &format!("sources[0].URL: “javascript:alert(1)” {address}"),
    );
    case(
        "\"https://wire.example/camps\"",
        "\"https://wire.example/a b\"",
        &format!("sources[0].URL: “https://wire.example/a b” {address}"),
    );
}

#[test]
fn dates_off_the_calendar_or_the_axis_are_named() {
    let calendar = "should be one date of the calendar: [[year, month, day]], as far as known";
    let dates = [("[[2008, 1], [2009, 1]]", 2), ("[[2008, 13]]", 1), ("[[]]", 1)];
    for (written, count) in dates {
        let expected = format!("sources[1].issued.date-parts: a list of {count} {calendar}");
        case("[[2008]]", written, &expected);
    }
    case(
        "\"date\": \"2001-02-04\"",
        "\"date\": \"2011-02-04\"",
        "events[0].date: “2011-02-04” lies outside the span 2000-01-01/2009-12-31; widen meta.span \
         or leave it out",
    );
}

#[test]
fn a_base_off_the_map_is_named() {
    let swapped = changed(SMALL, &[("[3.25, 11.0]", "[80.0, 3.25]")]);
    let problems = told(&atlas(&swapped, SMALL_MAP).expect_err("no place on the map"));
    let here = |problem: &String| problem.contains("[80, 3.25] lies off the map");
    assert!(problems.iter().any(here), "{problems:?}");
}

#[test]
fn six_faults_are_told_at_once_in_the_order_of_the_document() {
    let six = [
        ("\"2005-06-15\"", "\"2015-06-15\""),
        ("[3.25, 11.0]", "[325, 11.0]"),
        ("\"start\": \"2001-01-01\"", "\"start\": \"soon\""),
        ("[1000, 1200]", "[1000]"),
        (r#""bases": ["alpha", "gamma"]"#, r#""bases": ["alpha", "omega"]"#),
        ("\"https://wire.example/camps\"", "\"wire.example\""),
    ];
    let paths = |problems: &[String]| -> Vec<String> {
        problems.iter().filter_map(|told| Some(told.split_once(": ")?.0.to_owned())).collect()
    };
    assert_eq!(
        paths(&problems(&six)),
        [
            "meta.opens",
            "bases.features[1].geometry.coordinates",
            "operations[0].start",
            "strength[1].figure",
            "events[3].bases[1]",
            "sources[0].URL",
        ]
    );
}

#[test]
fn a_document_of_another_kind_is_told_whole() {
    let case = |text: &str, expected: &str| {
        let problems = atlas(text, SMALL_MAP).expect_err(text);
        assert_eq!(told(&problems)[0], expected);
    };
    let root = "should be an object with $schema, meta, bases, places, operations, strength, events, sources";
    case("[]", &format!("the dataset: a list of 0 {root}"));
    case("null", &format!("the dataset: nothing {root}"));
    case(
        "{\"meta\": ",
        "the dataset: line 1, column 9 is not JSON: EOF while parsing a value at line 1 column 9",
    );
    assert_eq!(told(&atlas("{}", SMALL_MAP).expect_err("empty")).len(), 7, "a line for each part");
}

#[test]
fn a_dataset_without_a_place_shows_nothing() {
    let bare = r#"{ "meta": { "title": { "en": "a", "fr": "a" }, "standfirst": { "en": "a", "fr": "a" },
        "credit": { "en": "a", "fr": "a" }, "opens": "2000", "span": "2000/2001" },
        "bases": { "type": "FeatureCollection", "features": [] },
        "places": { "type": "FeatureCollection", "features": [] },
        "operations": [], "strength": [], "events": [], "sources": [] }"#;
    let problems = atlas(bare, SMALL_MAP).expect_err("no place");
    assert_eq!(told(&problems), ["bases.features: a list of 0 shows nothing; add a base"]);
}

#[test]
fn a_broken_basemap_is_named() {
    let case = |from: &str, to: &str, expected: &str| {
        let basemap = changed(SMALL_MAP, &[(from, to)]);
        let problems = atlas(SMALL, &basemap).expect_err(from);
        assert_eq!(told(&problems), [expected], "{from:?} → {to:?}");
    };
    case(
        "[[-1, 2]]",
        "[[-1, 7]]",
        "objects.countries.geometries[1].arcs[0][0][1]: 7 is the number of no arc",
    );
    case(
        "[[-1, 2]]",
        "[[-9, 2]]",
        "objects.countries.geometries[1].arcs[0][0][0]: -9 is the number of no arc",
    );
    case(
        "\"LineString\"",
        "\"Point\"",
        "objects.rivers.geometries[0].type: “Point” should be a line or a polygon",
    );
}
