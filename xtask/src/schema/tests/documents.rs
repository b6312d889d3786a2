//! What is written about a dataset, and the datasets that are there.

use std::collections::BTreeMap;
use std::env;

use mali_bases::shell::bundled;
use serde_json::Value;

use super::{faults, problems, schema};
use crate::{dist, files, schema};

const KEPT: &str = "data/dataset.schema.json";

fn text(path: &str) -> String {
    String::from_utf8(files::read(&files::at(path)).unwrap()).unwrap().replace("\r\n", "\n")
}

fn json(path: &str) -> Value {
    serde_json::from_str(&text(path)).unwrap()
}

#[test]
fn the_schema_is_a_schema() {
    jsonschema::draft202012::meta::validate(schema()).unwrap();
}

#[test]
fn every_key_is_explained_and_every_example_is_one() {
    for (name, definition) in schema()["$defs"].as_object().unwrap() {
        for (key, value) in definition["properties"].as_object().into_iter().flatten() {
            assert!(value["description"].is_string(), "{name}.{key}");
        }
        let part = super::part(&format!("/$defs/{name}"));
        for example in definition["examples"].as_array().into_iter().flatten() {
            assert!(part.is_valid(example), "{name}: {example}");
        }
    }
}

#[test]
fn the_kept_schema_is_that_of_the_types() {
    let now = schema::text().unwrap();
    let asked = env::var_os("UPDATE_GOLDEN").is_some_and(|value| value == "1");
    if asked && env::var_os("CI").is_none() {
        return files::write(&files::at(KEPT), now).unwrap();
    }
    assert!(text(KEPT) == now, "{KEPT} is old: UPDATE_GOLDEN=1 cargo test -p xtask");
}

#[test]
fn the_bundled_data_is_valid() {
    assert_eq!(faults(&dist::dataset().unwrap()), [""; 0]);
}

#[test]
fn the_example_of_the_documentation_is_sound() {
    let text = text("data/README.md");
    let (_, example) = text.split_once("```json\n").unwrap();
    let example = serde_json::from_str(example.split_once("```").unwrap().0).unwrap();
    assert_eq!(problems(&example), []);
    assert_eq!(faults(&example), [""; 0]);
}

/// Each file of the data has its part of the schema in VS Code's settings, as that editor
/// takes it: `url` names the inline schema, from which its `$ref` is followed.
#[test]
fn the_editor_knows_every_file() {
    let settings = json(".vscode/settings.json");
    let settings = settings["json.schemas"].as_array().unwrap();
    assert_eq!(settings.len(), bundled::PARTS.len());
    for (setting, (key, file, _)) in settings.iter().zip(bundled::PARTS) {
        assert_eq!(setting["fileMatch"][0], format!("/{file}"));
        assert_eq!(setting["url"], format!("./data/{key}.schema.json"));
        let part = format!("/properties/{key}");
        assert_eq!(setting["schema"]["$ref"], format!("dataset.schema.json#{part}"));
        assert_eq!(setting["schema"]["$schema"], schema()["$schema"]);
        assert!(super::part(&part).is_valid(&json(file)), "{file}");
    }
}

/// The tables of `data/README.md`, top down: what their first column calls an object, and the
/// definition whose keys stand in the second.
const TABLES: [(&str, &str); 17] = [
    ("`meta.json`", "Meta"),
    ("`bases.geojson`", "Bases"),
    ("a base", "Base"),
    ("`properties`", "BaseProperties"),
    ("a claim", "Claim"),
    ("`arrived`", "Arrival"),
    ("`handedOver`", "Handover"),
    ("`places.geojson`", "Places"),
    ("a place", "Place"),
    ("`properties`", "PlaceProperties"),
    ("`operations.json`", "Operation"),
    ("`strength.json`", "Strength"),
    ("`events.json`", "Event"),
    ("any `sources`", "Citation"),
    ("`sources.json`", ""),
    ("`basemap.json`", ""),
    ("`dataset.schema.json`", ""),
];

/// The keys in a table's cell, and whether each may be left out.
fn keys(cell: &str) -> impl Iterator<Item = (String, bool)> {
    let words: Vec<_> = cell.split_whitespace().chain(["."]).collect();
    let pairs = words.windows(2).map(|pair| (pair[0], pair[1]));
    let keys = pairs.filter_map(|(word, next)| {
        let key = word.strip_prefix('`')?.strip_suffix('`')?;
        Some((key.to_owned(), next == "?"))
    });
    keys.collect::<Vec<_>>().into_iter()
}

/// The rows of the first table under a heading, without its head.
fn rows<'a>(text: &'a str, heading: &str) -> Vec<Vec<&'a str>> {
    let (_, section) = text.split_once(&format!("\n{heading}\n")).unwrap();
    let lines = section.lines().skip_while(|line| !line.starts_with('|'));
    let lines = lines.take_while(|line| line.starts_with('|')).skip(2);
    lines.map(|line| line.trim_matches('|').split(" | ").map(str::trim).collect()).collect()
}

/// The keys of a definition, and whether each may be left out.
fn defined(name: &str) -> BTreeMap<String, bool> {
    let definition = &schema()["$defs"][name];
    let required = definition["required"].as_array().unwrap();
    let keys = definition["properties"].as_object().unwrap().keys();
    keys.map(|key| (key.clone(), !required.contains(&Value::from(key.as_str())))).collect()
}

#[test]
fn the_documentation_names_every_key_and_no_other() {
    let text = text("data/README.md");
    let mut tables: Vec<(&str, BTreeMap<String, bool>)> = Vec::new();
    for row in rows(&text, "## Files and keys") {
        if !row[0].is_empty() {
            tables.push((row[0], BTreeMap::new()));
        }
        tables.last_mut().unwrap().1.extend(keys(row[1]));
    }
    let labels: Vec<_> = tables.iter().map(|(label, _)| *label).collect();
    assert_eq!(labels, TABLES.map(|(label, _)| label));
    for ((label, keys), (_, name)) in tables.into_iter().zip(TABLES) {
        let expected = if name.is_empty() { BTreeMap::new() } else { defined(name) };
        assert_eq!(keys, expected, "{label}");
    }
    let sources = rows(&text, "### Sources").into_iter().flat_map(|row| keys(row[0]));
    assert_eq!(sources.collect::<BTreeMap<_, _>>(), defined("Source"), "a source");
}

#[test]
fn the_documentation_names_the_words_of_every_choice() {
    let text = text("data/README.md");
    let definitions = schema()["$defs"].as_object().unwrap().values();
    let words = definitions.filter_map(|definition| definition["enum"].as_array()).flatten();
    for word in words.filter_map(Value::as_str) {
        assert!(text.contains(&format!("`{word}`")), "{word}");
    }
}
