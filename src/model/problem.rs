//! What is wrong with a dataset: where, what stands there, why it cannot stay, and how to
//! mend it.

use std::fmt;

/// One fault of a dataset, told to the person who wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where: `events[12].date`. Empty for the dataset as a whole.
    pub path: String,
    /// What is meant at that place.
    pub part: Part,
    /// What stands there, shortened; a key where the key is meant.
    pub value: String,
    /// What is wrong, as the rest of a sentence that begins with the value.
    pub reason: String,
    /// What to write instead.
    pub cure: String,
}

/// What of a place a problem is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The value that stands there.
    Value,
    /// The key, by its number in the object: of two that are the same, the one that is meant.
    Key(usize),
    /// Nothing stands there, and something should.
    Missing,
}

impl Problem {
    /// Value, reason and cure in one line.
    pub fn message(&self) -> String {
        let Self { value, reason, cure, .. } = self;
        format!("{value} {reason}; {cure}")
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = if self.path.is_empty() { "the dataset" } else { &self.path };
        write!(f, "{path}: {}", self.message())
    }
}
