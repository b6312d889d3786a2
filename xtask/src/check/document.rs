//! A file as its writer sees it: the text, and where in it each value and each key stands.

use std::collections::HashMap;
use std::ops::Range;

use jsonc_parser::ast;
use jsonc_parser::common::Ranged as _;
use mali_bases::model::problem::{Part, Problem};
use mali_bases::model::value::Value;

use super::syntax::{self, Flaw};

/// A JSON file and its place in the dataset.
pub(crate) struct Document {
    /// What it is called in a report.
    pub name: String,
    /// The key of the dataset that it holds; empty when it holds all of it.
    pub root: String,
    /// What is written there; what is no UTF-8 is replaced.
    pub text: String,
    /// What that says.
    pub value: Result<Value, Flaw>,
    /// The values by their paths.
    values: HashMap<String, Range<usize>>,
    /// The keys by path and number in their object: a doubled key is there twice.
    keys: HashMap<(String, usize), Range<usize>>,
}

impl Document {
    /// Reads a file's bytes.
    pub(crate) fn new(name: &str, root: &str, bytes: &[u8]) -> Self {
        let (name, root) = (name.to_owned(), root.to_owned());
        let text = String::from_utf8_lossy(bytes).into_owned();
        let (mut values, mut keys) = (HashMap::new(), HashMap::new());
        let value = syntax::parse(bytes, &text).map(|(tree, value)| {
            index(&tree, &root, &mut values, &mut keys);
            value
        });
        Self { name, root, text, value, values, keys }
    }

    /// Where in the text a problem is: in one line, so that it can be underlined.
    pub(crate) fn span(&self, problem: &Problem) -> Range<usize> {
        let path = &problem.path;
        let place = match problem.part {
            Part::Value => self.values.get(path).cloned(),
            Part::Key(number) => self.keys.get(&(path.clone(), number)).cloned(),
            Part::Missing => self.head(path.rsplit_once('.').map_or("", |(object, _)| object)),
        };
        place.unwrap_or(0..0)
    }

    /// The bracket with which an object begins.
    fn head(&self, path: &str) -> Option<Range<usize>> {
        self.values.get(path).map(|object| object.start..object.start + 1)
    }
}

fn index(
    value: &ast::Value<'_>,
    path: &str,
    values: &mut HashMap<String, Range<usize>>,
    keys: &mut HashMap<(String, usize), Range<usize>>,
) {
    let range = |ranged: jsonc_parser::common::Range| ranged.start..ranged.end;
    values.insert(path.to_owned(), range(value.range()));
    match value {
        ast::Value::Object(object) => {
            for (number, field) in object.properties.iter().enumerate() {
                let key = field.name.as_str();
                let path = if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
                keys.insert((path.clone(), number), range(field.name.range()));
                // Of a doubled key, the reader takes the first.
                if !values.contains_key(&path) {
                    index(&field.value, &path, values, keys);
                }
            }
        }
        ast::Value::Array(list) => {
            for (number, item) in list.elements.iter().enumerate() {
                index(item, &format!("{path}[{number}]"), values, keys);
            }
        }
        _ => {}
    }
}
