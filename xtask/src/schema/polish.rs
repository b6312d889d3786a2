//! What editors need beyond what schemars writes. Knows no key of a dataset.

use schemars::Schema;
use schemars::transform::{RecursiveTransform, Transform as _};
use serde_json::{Map, Value, json};

/// Every change, in an order that works.
pub(super) fn polish(schema: &mut Schema) {
    RecursiveTransform(tidy).transform(schema);
    let words = take_descriptions(schema);
    if let Some(root) = schema.as_object_mut() {
        root.values_mut().for_each(|value| explain(value, &words));
    }
}

/// Leaves out how Rust holds a number; sets each description in one line, since editors take
/// a line break for the end of a paragraph; and writes a choice of words as one `enum`, by
/// which editors and validators list them in one breath.
fn tidy(schema: &mut Schema) {
    schema.remove("format");
    if let Some(Value::String(description)) = schema.get_mut("description") {
        *description = description.replace('\n', " ");
    }
    let Some(choices) = schema.get("oneOf").and_then(Value::as_array) else { return };
    let column = |key| choices.iter().map(|choice| choice.get(key).cloned()).collect();
    let (words, meanings): (Option<Vec<_>>, Option<Vec<_>>) =
        (column("const"), column("description"));
    if let (Some(words), Some(meanings)) = (words, meanings) {
        schema.remove("oneOf");
        schema.insert("type".into(), json!("string"));
        schema.insert("enum".into(), words.into());
        // Not of the standard, which has no word for it; of VS Code and those that follow it.
        schema.insert("enumDescriptions".into(), meanings.into());
    }
}

/// Takes the description from each definition: where a key has its own, VS Code would show
/// the definition's instead.
fn take_descriptions(schema: &mut Schema) -> Map<String, Value> {
    let definitions = schema.get_mut("$defs").and_then(Value::as_object_mut);
    let named = definitions.into_iter().flatten();
    named
        .filter_map(|(name, definition)| {
            let description = definition.as_object_mut()?.remove("description")?;
            Some((format!("#/$defs/{name}"), description))
        })
        .collect()
}

/// Puts what was said of a definition behind what each place that refers to it says itself.
fn explain(value: &mut Value, words: &Map<String, Value>) {
    let target = target(value).and_then(|target| words.get(target)).and_then(Value::as_str);
    match value {
        Value::Object(fields) => {
            if let Some(more) = target {
                let own = fields.get("description").and_then(Value::as_str);
                let both = own.map_or_else(|| more.to_owned(), |own| format!("{own} {more}"));
                fields.insert("description".into(), both.into());
            } else {
                fields.values_mut().for_each(|value| explain(value, words));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| explain(item, words)),
        _ => {}
    }
}

/// The definition that stands here, for certain or unless there is nothing.
fn target(value: &Value) -> Option<&str> {
    let choice = value.get("anyOf").and_then(|choices| match choices.as_array()?.as_slice() {
        [choice, nothing] if nothing["type"] == "null" => Some(choice),
        _ => None,
    });
    choice.unwrap_or(value).get("$ref")?.as_str()
}
