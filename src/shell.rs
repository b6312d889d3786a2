//! The doors to the outside: a page's canvases, the files of this repository, a picture's file.

#[cfg(all(target_arch = "wasm32", feature = "desk"))]
pub mod desk;
#[cfg(all(target_arch = "wasm32", any(feature = "view", feature = "press")))]
pub mod parcels;
#[cfg(all(target_arch = "wasm32", feature = "press"))]
pub mod press;
#[cfg(all(target_arch = "wasm32", any(feature = "view", feature = "press")))]
pub mod screen;
#[cfg(all(target_arch = "wasm32", feature = "view"))]
pub mod web;

#[cfg(not(target_arch = "wasm32"))]
pub mod bitmap;
#[cfg(not(target_arch = "wasm32"))]
pub mod bundled;
#[cfg(not(target_arch = "wasm32"))]
pub mod figure;
#[cfg(not(target_arch = "wasm32"))]
pub mod film;
#[cfg(any(not(target_arch = "wasm32"), feature = "press"))]
pub mod svg;
