//! What is known: bases, events, strengths, and who says so. Read once, never changed.
//! Knows no screen and no moment that is being shown.

pub mod base;
pub mod chronicle;
pub mod cut;
pub mod dataset;
pub mod events;
mod hint;
pub mod ids;
pub mod node;
pub mod pace;
pub mod pack;
pub mod problem;
pub mod reader;
pub mod value;
