//! The desk: where a newsroom's own dataset is read, strictly, and packed for the picture. A module
//! of its own, which only a page that brings data fetches. Knows no picture.

#![allow(clippy::missing_errors_doc, reason = "whatever goes wrong is thrown to the page")]

use js_sys::{Array, Error, Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::map::atlas::checked;
use crate::map::topology::Topology;
use crate::model::pack::{self, Content, Unreadable};
use crate::model::problem::Problem;
use crate::model::reader::pieces::Pieces;
use crate::model::value;
use crate::words::edtf::Span;

/// Reads the JSON text of a dataset that is to stand on a packed land, and packs it in all its
/// languages. Throws an `Error` whose `problems` is `[{path, message}]`.
#[wasm_bindgen]
pub fn read(dataset: &str, land: &[u8]) -> Result<Vec<u8>, JsValue> {
    let land = pack::open(Content::Land, land).map_err(unreadable)?;
    let document = value::parse(dataset).map_err(|problem| refused(&[problem]))?;
    let data = checked(&document, &land).map_err(|problems| refused(&problems))?;
    pack::seal(Content::Dataset, &data).map_err(unreadable)
}

/// A reading of a long document, which comes in pieces, UTF-8, twice from its beginning.
#[wasm_bindgen]
pub struct Reading {
    land: Topology,
    pieces: Pieces,
}

#[wasm_bindgen]
impl Reading {
    /// Begins, for a packed land.
    #[wasm_bindgen(constructor)]
    pub fn new(land: &[u8]) -> Result<Reading, JsValue> {
        let land = pack::open(Content::Land, land).map_err(unreadable)?;
        Ok(Self { land, pieces: Pieces::default() })
    }

    /// Takes the next piece, the first time.
    pub fn skim(&mut self, piece: &[u8]) {
        self.pieces.skim(piece);
    }

    /// How many events there are; nothing for a document that [`read`] has to read.
    pub fn open(&mut self) -> Option<usize> {
        self.pieces.open(|frame| checked(frame, &self.land))
    }

    /// Takes the next piece, the second time; answers with the events that end in it, packed.
    pub fn pack(&mut self, piece: &[u8]) -> Vec<u8> {
        self.pieces.pack(piece)
    }

    /// The document without its events, packed; nothing for one that [`read`] has to read.
    /// Throws as that does.
    pub fn close(self) -> Result<Option<Vec<u8>>, JsValue> {
        let Some(read) = self.pieces.close() else { return Ok(None) };
        let data = read.map_err(|problems| refused(&problems))?;
        pack::seal(Content::Dataset, &data).map(Some).map_err(unreadable)
    }
}

/// The first and the last day that an EDTF date or interval covers, as an ISO 8601 interval
/// whose end is empty where it is not known; nothing for what is no such date.
#[wasm_bindgen]
#[must_use]
pub fn bounds(edtf: &str) -> Option<String> {
    let (first, last) = Span::parse(edtf).ok()?.bounds();
    let last = last.map_or_else(String::new, |last| last.to_string());
    Some(format!("{first}/{last}"))
}

fn unreadable(error: Unreadable) -> JsValue {
    JsError::new(&error.to_string()).into()
}

fn refused(problems: &[Problem]) -> JsValue {
    let first = problems.first().map_or_else(String::new, ToString::to_string);
    let more = problems.len().saturating_sub(1);
    let message = if more > 0 { format!("{first} (and {more} more)") } else { first };
    let error = Error::new(&message);
    let told: Array = problems
        .iter()
        .map(|problem| object(&[("path", &problem.path), ("message", &problem.message())]))
        .collect();
    set(&error, "problems", &told);
    error.into()
}

fn object(fields: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (key, text) in fields {
        set(&object, key, &(*text).into());
    }
    object
}

fn set(object: &Object, key: &str, value: &JsValue) {
    // Setting a property of an object just made cannot be refused.
    let _ = Reflect::set(object, &key.into(), value);
}
