//! France's bases in Mali, 2012–2022: a map and a timeline as one news graphic.
//!
//! The floors, bottom up. A module may use what stands below it, never above:
//! `words ← model ← map ← state ← view ← out ← app ← shell`.
//! Below the shell nothing does IO, reads a clock or names a platform.

pub mod words;

pub mod model;

pub mod map;

pub mod state;

pub mod view;

pub mod out;

pub mod app;

pub mod shell;
