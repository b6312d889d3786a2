//! The doors to the outside: a page's canvases, the files of this repository, a picture's file.

#[cfg(all(target_arch = "wasm32", feature = "desk"))]
pub mod desk;
#[cfg(all(target_arch = "wasm32", feature = "view"))]
pub mod screen;
#[cfg(all(target_arch = "wasm32", feature = "view"))]
pub mod web;

#[cfg(not(target_arch = "wasm32"))]
pub mod bundled;
#[cfg(not(target_arch = "wasm32"))]
pub mod still;
