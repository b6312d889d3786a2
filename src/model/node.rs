//! A value together with where it stands: the grip by which a dataset is read.
//! Every reading method reports what it cannot accept and goes on, so that one run
//! finds every problem. Knows no bases and no events.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::problem::Problem;
use super::value::Value;
use crate::words::edtf::{Date, Span};
use crate::words::lang::Localized;

/// Where the problems of one reading gather.
#[derive(Default)]
pub struct Log(RefCell<Vec<Problem>>);

impl Log {
    /// Everything reported so far.
    pub fn into_problems(self) -> Vec<Problem> {
        self.0.into_inner()
    }
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Key(&'a Node<'a>, &'a str),
    Item(&'a Node<'a>, usize),
}

/// A value at its place in the document.
#[derive(Clone, Copy)]
pub struct Node<'a> {
    value: &'a Value,
    step: Step<'a>,
    log: &'a Log,
}

/// What an object may hold when a key is missing.
const NOTHING: &Value = &Value::Null;

impl<'a> Node<'a> {
    /// The whole document.
    pub fn root(value: &'a Value, log: &'a Log) -> Self {
        Self { value, step: Step::Root, log }
    }

    fn path(&self) -> String {
        match self.step {
            Step::Root => String::new(),
            Step::Item(parent, index) => format!("{}[{index}]", parent.path()),
            Step::Key(parent, key) => {
                let parent = parent.path();
                if parent.is_empty() { key.to_owned() } else { format!("{parent}.{key}") }
            }
        }
    }

    /// Reports this value; `None`, so that a reader can return it.
    pub fn refuse<T>(&self, message: impl Into<String>) -> Option<T> {
        let problem =
            Problem { path: self.path(), value: self.value.to_string(), message: message.into() };
        self.log.0.borrow_mut().push(problem);
        None
    }

    /// Whether nothing stands here.
    pub fn is_missing(&self) -> bool {
        *self.value == Value::Null
    }

    /// The value under a key; a missing one reads as nothing and is refused where it is used.
    pub fn key(&'a self, key: &'a str) -> Self {
        let value = match self.value {
            Value::Object(fields) => {
                fields.iter().find(|(name, _)| name == key).map_or(NOTHING, |(_, value)| value)
            }
            _ => NOTHING,
        };
        Self { value, step: Step::Key(self, key), log: self.log }
    }

    /// The value under a key, read by `read` if it is there.
    pub fn maybe<T>(
        &'a self,
        key: &'a str,
        read: impl FnOnce(&Node<'a>) -> Option<T>,
    ) -> Option<T> {
        let node = self.key(key);
        if node.is_missing() { None } else { read(&node) }
    }

    /// Holds an object to its keys: reports each unknown and each doubled one, and `None`
    /// when it is no object.
    pub fn object(&self, known: &[&str]) -> Option<()> {
        let Value::Object(fields) = self.value else {
            return self.refuse(format!("should be an object with {}", known.join(", ")));
        };
        for (place, (key, value)) in fields.iter().enumerate() {
            let node = Node { value, step: Step::Key(self, key), log: self.log };
            if !known.contains(&key.as_str()) {
                node.refuse::<()>(format!(
                    "stands under an unknown key; the keys here are {}",
                    known.join(", ")
                ));
            } else if fields[..place].iter().any(|(other, _)| other == key) {
                node.refuse::<()>("stands under a key that is there twice; keep one");
            }
        }
        Some(())
    }

    /// Reads every item of a list; those that are refused are left out.
    pub fn list<T>(&self, mut read: impl FnMut(&Node<'_>) -> Option<T>) -> Option<Vec<T>> {
        let Value::List(items) = self.value else {
            return self.refuse("should be a list [ … ]");
        };
        let node = |(index, value)| Node { value, step: Step::Item(self, index), log: self.log };
        Some(items.iter().enumerate().filter_map(|item| read(&node(item))).collect())
    }

    /// The texts under one key of a list's objects, as they stand, nothing reported.
    pub fn texts(&self, key: &str) -> Vec<String> {
        let Value::List(items) = self.value else { return Vec::new() };
        let text = |item: &Value| match item {
            Value::Object(fields) => fields.iter().find_map(|(name, value)| match value {
                Value::Text(text) if name == key => Some(text.clone()),
                _ => None,
            }),
            _ => None,
        };
        items.iter().map(|item| text(item).unwrap_or_default()).collect()
    }

    /// A text of at least one letter.
    pub fn text(&self) -> Option<&'a str> {
        match self.value {
            Value::Text(text) if !text.trim().is_empty() => Some(text),
            Value::Text(_) => self.refuse("is empty; write something or drop the key"),
            _ => self.refuse("should be a text in quotes"),
        }
    }

    /// A finite number.
    pub fn number(&self) -> Option<f64> {
        match self.value {
            Value::Number(number) if number.is_finite() => Some(*number),
            _ => self.refuse("should be a number"),
        }
    }

    /// Exactly two finite numbers; `what` names them to whoever wrote something else.
    pub fn pair(&self, what: &str) -> Option<(f64, f64)> {
        let items = if let Value::List(items) = self.value { &items[..] } else { &[] };
        match items {
            [Value::Number(first), Value::Number(second)]
                if first.is_finite() && second.is_finite() =>
            {
                Some((*first, *second))
            }
            _ => self.refuse(format!("should be two numbers: {what}")),
        }
    }

    /// A whole number from 0 to `most`.
    pub fn count(&self, most: u32) -> Option<u32> {
        let number = self.number()?;
        if number.fract() == 0.0 && (0.0..=f64::from(most)).contains(&number) {
            Some(number as u32)
        } else {
            self.refuse(format!("should be a whole number from 0 to {most}"))
        }
    }

    /// A text in every language.
    pub fn localized(&self) -> Option<Localized> {
        self.object(&["en", "fr"])?;
        let (en, fr) = (self.translation("en"), self.translation("fr"));
        Some(Localized { en: en?, fr: fr? })
    }

    fn translation(&self, lang: &str) -> Option<String> {
        let node = self.key(lang);
        if node.is_missing() {
            return node.refuse(format!("stands for a missing translation; add “{lang}”"));
        }
        node.text().map(str::to_owned)
    }

    /// An EDTF date.
    pub fn date(&self) -> Option<Date> {
        Date::parse(self.text()?).or_else(|reason| self.refuse(reason).ok_or(())).ok()
    }

    /// An EDTF date or interval.
    pub fn span(&self) -> Option<Span> {
        Span::parse(self.text()?).or_else(|reason| self.refuse(reason).ok_or(())).ok()
    }

    /// One of a few words.
    pub fn choice<T: Copy>(&self, choices: &[(&str, T)]) -> Option<T> {
        let text = self.text()?;
        let known = choices.iter().find(|(word, _)| *word == text).map(|(_, choice)| *choice);
        known.or_else(|| {
            let words: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
            self.refuse(format!("should be one of {}", words.join(", ")))
        })
    }

    /// An identifier: lower-case letters, digits and hyphens, so that it can stand in an address.
    pub fn id(&self) -> Option<String> {
        let text = self.text()?;
        let sound = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if sound {
            Some(text.to_owned())
        } else {
            self.refuse("should be of small letters a–z, digits and hyphens")
        }
    }

    /// The place of an id among the known ones.
    pub fn reference(&self, ids: &BTreeMap<String, usize>, what: &str) -> Option<usize> {
        let text = self.text()?;
        ids.get(text).copied().or_else(|| {
            self.refuse(format!("is the id of no {what}; add that {what} or correct the id"))
        })
    }
}
