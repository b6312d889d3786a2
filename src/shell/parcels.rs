//! What a page hands over: datasets and lands, packed, and colors. Knows no picture.

#![allow(clippy::missing_errors_doc, reason = "whatever goes wrong is thrown to the page")]

use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

use crate::model::dataset::Dataset;
use crate::model::events::Events;
use crate::model::pack::{self, Content};
use crate::words::paint::Paint;

/// The events of a dataset, as they come from the desk.
#[wasm_bindgen]
pub struct Runs(Events);

#[wasm_bindgen]
impl Runs {
    /// Makes room for as many events.
    #[wasm_bindgen(constructor)]
    pub fn new(count: usize) -> Self {
        let mut events = Events::default();
        events.expect(count);
        Self(events)
    }

    /// Takes the next ones.
    pub fn add(&mut self, run: Vec<u8>) -> Result<(), JsError> {
        self.0.add(run).map_err(|unreadable| JsError::new(&unreadable.to_string()))
    }
}

pub(super) fn whole(dataset: &[u8], runs: Option<Runs>) -> Result<Dataset, JsError> {
    let data: Dataset = open(Content::Dataset, dataset)?;
    Ok(match runs {
        Some(Runs(events)) => Dataset { events, ..data },
        None => data,
    })
}

pub(super) fn open<T: DeserializeOwned>(content: Content, bytes: &[u8]) -> Result<T, JsError> {
    pack::open(content, bytes).map_err(|unreadable| JsError::new(&unreadable.to_string()))
}

/// Colors as numbers; what is missing is no wish.
pub(super) fn paint(system: bool, more: bool, colors: &[i32]) -> Paint {
    let color = |place| colors.get(place).copied().unwrap_or(-1);
    Paint::numbered(system, more, std::array::from_fn(color))
}
