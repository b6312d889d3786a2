//! What is seen: a state as shapes at fixed places, with what each stands for.
//! Knows no canvas, no SVG and no pointer.

pub mod hairline;
pub mod map;
pub mod mark;
pub mod pick;
pub mod scene;
pub mod sheet;
pub mod timeline;
