//! The schema beside what it describes: the reader, the data, the documents about both.

mod agreement;
mod dates;
mod documents;

use std::sync::OnceLock;

use jsonschema::Validator;
use mali_bases::model::problem::Problem;
use mali_bases::model::reader;
use serde_json::{Value, json};

/// The schema as it would be written now.
fn schema() -> &'static Value {
    static SCHEMA: OnceLock<Value> = OnceLock::new();
    SCHEMA.get_or_init(|| serde_json::from_str(&super::text().unwrap()).unwrap())
}

/// By a validator that knows nothing of this repository.
fn validator() -> &'static Validator {
    static VALIDATOR: OnceLock<Validator> = OnceLock::new();
    VALIDATOR.get_or_init(|| jsonschema::draft202012::new(schema()).unwrap())
}

/// A validator for a part of the schema, such as `/$defs/Date`.
fn part(pointer: &str) -> Validator {
    let part = schema().pointer(pointer).unwrap();
    let part = json!({ "$defs": schema()["$defs"], "allOf": [part] });
    jsonschema::draft202012::new(&part).unwrap()
}

/// What the schema says of a document, each fault in a line.
fn faults(document: &Value) -> Vec<String> {
    let fault =
        |error: jsonschema::ValidationError<'_>| format!("{}: {error}", error.instance_path());
    validator().iter_errors(document).map(fault).collect()
}

/// What the reader says of it.
fn problems(document: &Value) -> Vec<Problem> {
    let value = serde_json::from_value(document.clone()).unwrap();
    reader::read(&value).err().unwrap_or_default()
}

/// A small dataset with every kind of entry and every key.
fn complete() -> Value {
    let mut document: Value =
        serde_json::from_str(include_str!("../../../tests/fixtures/small.json")).unwrap();
    document["$schema"] = json!("dataset.schema.json");
    document["meta"]["license"] = json!({ "name": "CC0", "URL": "https://license.example/" });
    let differs = json!({ "en": "The paper says March.", "fr": "Le journal dit mars." });
    document["bases"]["features"][0]["properties"]["arrived"]["differs"] = differs.clone();
    document["operations"][0]["differs"] = differs;
    document
}
