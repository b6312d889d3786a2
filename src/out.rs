//! What leaves: marks to a drawing backend, the state to words, raw input to messages.
//! The modules do not know each other.

pub mod gesture;
pub mod panel;
pub mod pen;
pub mod render;
pub mod speech;
