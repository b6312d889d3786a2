//! What is wrong with a dataset: where, what stands there, and how to mend it.

use std::fmt;

/// One fault of a dataset, told to the person who wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where: `events[12].date`. Empty for the dataset as a whole.
    pub path: String,
    /// What stands there, shortened.
    pub value: String,
    /// What is wrong with it and what to write instead.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = if self.path.is_empty() { "the dataset" } else { &self.path };
        write!(f, "{path}: {} {}", self.value, self.message)
    }
}
