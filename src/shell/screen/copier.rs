//! Bitmaps of a sheet: what a canvas of the other kind can show.

use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{ImageBitmap, OffscreenCanvas, OffscreenCanvasRenderingContext2d};

use super::sheet::Sheet;

/// Takes bitmaps of a sheet. Only a canvas of this kind gives its picture away at once, and plotters draws
/// on none.
pub(super) struct Copier {
    canvas: OffscreenCanvas,
    context: OffscreenCanvasRenderingContext2d,
}

impl Copier {
    /// `None` where the browser has none.
    pub(super) fn new() -> Option<Self> {
        let canvas = OffscreenCanvas::new(1, 1).ok()?;
        let context = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        Some(Self { canvas, context })
    }

    /// The sheet as it is.
    ///
    /// # Errors
    /// The browser's, when it refuses to copy.
    pub(super) fn copy(&self, sheet: &Sheet) -> Result<ImageBitmap, JsValue> {
        let from = sheet.canvas();
        let (w, h) = (from.width(), from.height());
        if (self.canvas.width(), self.canvas.height()) != (w, h) {
            self.canvas.set_width(w);
            self.canvas.set_height(h);
        }
        self.context.draw_image_with_html_canvas_element(from, 0.0, 0.0)?;
        self.canvas.transfer_to_image_bitmap()
    }
}
