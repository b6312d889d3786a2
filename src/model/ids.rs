//! The ids of a list's entries as they stand, so that a faulty entry can still be referred to.

use std::collections::BTreeMap;

use super::value::Value;

/// The place of each id in its list.
#[derive(Clone, Debug, Default)]
pub struct Ids {
    places: BTreeMap<String, usize>,
    complete: bool,
}

impl Ids {
    /// The texts under `id` of a list's objects; none of what is no list.
    pub fn of(list: Option<&Value>) -> Self {
        let Some(Value::List(items)) = list else { return Self::default() };
        let mut ids = Self { places: BTreeMap::new(), complete: true };
        for (place, item) in items.iter().enumerate() {
            match id(item) {
                Some(id) if !ids.places.contains_key(id) => {
                    ids.places.insert(id.to_owned(), place);
                }
                _ => ids.complete = false,
            }
        }
        ids
    }

    /// Where the entry of an id stands first.
    pub fn place(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// Whether there is a list and each of its entries has an id of its own.
    pub fn is_complete(&self) -> bool {
        self.complete
    }

    /// All ids.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.places.keys().map(String::as_str)
    }
}

/// The text under `id` of an object.
pub fn id(entry: &Value) -> Option<&str> {
    let Value::Object(fields) = entry else { return None };
    fields.iter().find_map(|(key, value)| match value {
        Value::Text(text) if key == "id" => Some(text.as_str()),
        _ => None,
    })
}
