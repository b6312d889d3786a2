//! The doors to the outside: a page's canvas, the files of this repository, a picture's file.

#[cfg(target_arch = "wasm32")]
pub mod screen;
#[cfg(target_arch = "wasm32")]
pub mod web;

#[cfg(not(target_arch = "wasm32"))]
pub mod bundled;
#[cfg(not(target_arch = "wasm32"))]
pub mod still;
