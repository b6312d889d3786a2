//! A value together with where it stands: the grip by which a dataset is read.
//! Every reading method reports what it cannot accept and goes on, so that one run
//! finds every problem. Knows no bases and no events.

use std::cell::RefCell;

use super::hint::{meant, near};
use super::ids::Ids;
use super::problem::{Part, Problem};
use super::value::Value;
use crate::words::edtf::{Date, Fault, Span};
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

/// The keys an object may have.
pub type Keys = &'static [&'static str];

#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Key(&'a Node<'a>, &'a str),
    Item(&'a Node<'a>, usize),
}

/// A value at its place in the document.
#[derive(Clone, Copy)]
pub struct Node<'a> {
    /// `None` where a key is missing.
    value: Option<&'a Value>,
    step: Step<'a>,
    /// What an object was held to; empty before.
    keys: Keys,
    log: &'a Log,
}

impl<'a> Node<'a> {
    /// The whole document.
    pub fn root(value: &'a Value, log: &'a Log) -> Self {
        Self { value: Some(value), step: Step::Root, keys: &[], log }
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

    fn report(&self, part: Part, value: String, reason: &str, cure: &str) {
        let (reason, cure) = (reason.to_owned(), cure.to_owned());
        let problem = Problem { path: self.path(), part, value, reason, cure };
        self.log.0.borrow_mut().push(problem);
    }

    /// Reports this value; `None`, so that a reader can return it.
    pub fn refuse<T>(&self, reason: &str, cure: &str) -> Option<T> {
        match (self.value, self.step) {
            (None, Step::Key(_, key)) => {
                self.report(Part::Missing, format!("“{key}”"), reason, cure);
            }
            (value, _) => {
                let value = value.unwrap_or(&Value::Null).to_string();
                self.report(Part::Value, value, reason, cure);
            }
        }
        None
    }

    /// Reports that this is no value of a kind; `form` is what to write.
    fn is_no<T>(&self, kind: &str, form: &str) -> Option<T> {
        match self.value {
            None => self.refuse("is missing", &format!("add {form}")),
            Some(_) => self.refuse(&format!("is no {kind}"), &format!("write {form}")),
        }
    }

    /// Whether nothing stands here.
    pub fn is_missing(&self) -> bool {
        matches!(self.value, None | Some(Value::Null))
    }

    fn fields(&self) -> &'a [(String, Value)] {
        if let Some(Value::Object(fields)) = self.value { fields } else { &[] }
    }

    /// The value under a key; a missing one is refused where it is used. Of an object that
    /// was held to its keys, a misspelled key, which was reported, is read as the one meant:
    /// what stands under it is checked too, and not told to be missing.
    pub fn key(&'a self, key: &'a str) -> Self {
        let fields = self.fields();
        let exact = fields.iter().find(|(name, _)| name == key);
        let field = exact.or_else(|| self.misspelled(key));
        let (name, value) = field.map_or((key, None), |(name, value)| (name, Some(value)));
        Self { value, step: Step::Key(self, name), keys: &[], log: self.log }
    }

    /// The field of an object held to its keys that is none of them, but near one.
    fn misspelled(&self, key: &str) -> Option<&'a (String, Value)> {
        let stray = |name: &str| !self.keys.is_empty() && !self.keys.contains(&name);
        self.fields().iter().find(|(name, _)| stray(name) && near(name, key))
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
    pub fn object(&self, keys: Keys) -> Option<Self> {
        self.object_like(keys, || format!("an object with {}", keys.join(", ")))
    }

    fn object_like(&self, keys: Keys, form: impl FnOnce() -> String) -> Option<Self> {
        if !matches!(self.value, Some(Value::Object(_))) {
            return self.is_no("object", &form());
        }
        let fields = self.fields();
        for (place, (key, _)) in fields.iter().enumerate() {
            let has = |name: &str| fields.iter().any(|(other, _)| other == name);
            let (reason, cure) = if !keys.contains(&key.as_str()) {
                let free = keys.iter().copied().filter(|name| !has(name));
                let known = || format!("known here: {}", keys.join(", "));
                ("is an unknown key", meant(key, free, known))
            } else if fields[..place].iter().any(|(other, _)| other == key) {
                ("is a key that is there twice", "keep one of them".to_owned())
            } else {
                continue;
            };
            let node = Node { step: Step::Key(self, key), ..*self };
            node.report(Part::Key(place), format!("“{key}”"), reason, &cure);
        }
        Some(Self { keys, ..*self })
    }

    /// Reads every item of a list; `None` when one is refused. `form` is what to write.
    pub fn list<T>(
        &self,
        form: &str,
        mut read: impl FnMut(&Node<'_>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let Some(Value::List(items)) = self.value else { return self.is_no("list", form) };
        let mut all = Some(Vec::new());
        for index in 0..items.len() {
            match (read(&self.item(index)), &mut all) {
                (Some(item), Some(all)) => all.push(item),
                _ => all = None,
            }
        }
        all
    }

    /// The value that stands at a place of a list though the list is not there.
    pub fn entry(&'a self, index: usize, value: &'a Value) -> Self {
        Self { value: Some(value), step: Step::Item(self, index), keys: &[], log: self.log }
    }

    fn item(&'a self, index: usize) -> Self {
        let value = match self.value {
            Some(Value::List(items)) => items.get(index),
            _ => None,
        };
        Self { value, step: Step::Item(self, index), keys: &[], log: self.log }
    }

    /// Reads a list of entries whose ids must differ.
    pub fn entries<T>(
        &self,
        form: &str,
        mut read: impl FnMut(&Node<'_>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let ids = self.ids();
        self.list(form, |entry| {
            let fresh = self.is_fresh(entry, &ids);
            let entry = read(entry);
            fresh.and(entry)
        })
    }

    fn is_fresh(&self, entry: &Node<'_>, ids: &Ids) -> Option<()> {
        let id = entry.key("id");
        match (id.value, entry.step) {
            (Some(Value::Text(text)), Step::Item(_, place)) => match ids.place(text) {
                Some(first) if first != place => id.refuse(
                    &format!("is the id of {} too", self.item(first).path()),
                    "choose another one",
                ),
                _ => Some(()),
            },
            _ => Some(()),
        }
    }

    /// The ids of a list's entries.
    pub fn ids(&self) -> Ids {
        Ids::of(self.value)
    }

    /// A text of at least one letter; `form` is what to write.
    fn written(&self, form: &str) -> Option<&'a str> {
        match self.value {
            Some(Value::Text(text)) if !text.trim().is_empty() => Some(text),
            Some(Value::Text(_)) => self.refuse("is empty", &format!("write {form}")),
            _ => self.is_no("text", form),
        }
    }

    /// A text of at least one letter.
    pub fn text(&self) -> Option<&'a str> {
        self.written("a text in quotes")
    }

    /// A finite number.
    pub fn number(&self) -> Option<f64> {
        match self.value {
            Some(Value::Number(number)) if number.is_finite() => Some(*number),
            _ => self.is_no("number", "a number, without quotes"),
        }
    }

    /// Exactly two finite numbers; `form` is what to write.
    pub fn pair(&self, form: &str) -> Option<(f64, f64)> {
        match self.value {
            Some(Value::List(items)) => match items[..] {
                [Value::Number(a), Value::Number(b)] if a.is_finite() && b.is_finite() => {
                    Some((a, b))
                }
                _ => self.refuse("is no pair of numbers", &format!("write {form}")),
            },
            _ => self.is_no("pair of numbers", form),
        }
    }

    /// A whole number from 0 to `most`.
    pub fn count(&self, most: u32) -> Option<u32> {
        let number = self.number()?;
        let reason = if number < 0.0 {
            "is below 0"
        } else if number > f64::from(most) {
            "is too large"
        } else if number.fract() != 0.0 {
            "is not whole"
        } else {
            return Some(number as u32);
        };
        self.refuse(reason, &format!("write a whole number from 0 to {most}"))
    }

    /// A text in every language.
    pub fn localized(&self) -> Option<Localized> {
        let node =
            self.object_like(&["en", "fr"], || "{ \"en\": \"…\", \"fr\": \"…\" }".to_owned())?;
        let (en, fr) = (node.key("en"), node.key("fr"));
        let (en, fr) = (en.written("the text in English"), fr.written("the text in French"));
        Some(Localized { en: en?.to_owned(), fr: fr?.to_owned() })
    }

    /// An EDTF date.
    pub fn date(&self) -> Option<Date> {
        self.edtf("a date in quotes, such as \"2021-12-14\"", Date::parse)
    }

    /// An EDTF date or interval; `form` is what to write.
    pub fn span(&self, form: &str) -> Option<Span> {
        self.edtf(form, Span::parse)
    }

    fn edtf<T>(&self, form: &str, parse: impl FnOnce(&str) -> Result<T, Fault>) -> Option<T> {
        match parse(self.written(form)?) {
            Ok(date) => Some(date),
            Err(Fault { reason, cure }) => self.refuse(reason, &cure),
        }
    }

    /// One of a few words.
    pub fn choice<T: Copy, const N: usize>(&self, choices: &[(&str, T); N]) -> Option<T> {
        let words = choices.map(|(word, _)| word);
        self.one_of(&words).map(|place| choices[place].1)
    }

    fn one_of(&self, words: &[&str]) -> Option<usize> {
        let known = |text| words.iter().position(|word| *word == text);
        if let Some(Value::Text(text)) = self.value
            && let Some(place) = known(text)
        {
            return Some(place);
        }
        let form = one_of(words);
        let text = self.written(&form)?;
        let cure = meant(text, words.iter().copied(), || format!("write {form}"));
        self.refuse("is not among the words for this", &cure)
    }

    /// An identifier: lower-case letters, digits and hyphens, so that it can stand in an address.
    pub fn id(&self) -> Option<String> {
        const FORM: &str = "an id of small letters a–z, digits and hyphens";
        let text = self.written(FORM)?;
        let sound = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if sound { Some(text.to_owned()) } else { self.is_no("id", FORM) }
    }

    /// The place of an id among the known ones; `what` is what they are ids of. Where not every
    /// id could be read, one that is not found is `None` unreported: it may be the missing one.
    pub fn reference(&self, ids: &Ids, what: &str) -> Option<usize> {
        let text = self.written("an id in quotes")?;
        let place = ids.place(text);
        if place.is_none() && ids.is_complete() {
            let cure = meant(text, ids.iter(), || format!("add that {what} or correct the id"));
            return self.refuse(&format!("is the id of no {what}"), &cure);
        }
        place
    }
}

fn one_of(words: &[&str]) -> String {
    match words {
        [word] => format!("\"{word}\""),
        _ => format!("one of {}", words.join(", ")),
    }
}
