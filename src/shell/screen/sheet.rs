//! A canvas out of sight as a surface to draw on, through plotters-canvas.

use plotters::prelude::DrawingBackend as _;
use plotters::style::TextStyle;
use plotters_backend::text_anchor::HPos;
use plotters_backend::{BackendTextStyle as _, FontStyle};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::out::pen::Scale;
use crate::out::render::{Families, HALO_PX, Surface, render};
use crate::view::mark::{Face, Label, Mark};

/// Grid steps of one device pixel. plotters draws at whole steps only, so one step is a
/// sixteenth of a pixel and the canvas scales it back.
const STEPS: f64 = 16.0;

/// A canvas to draw on.
pub(in crate::shell) struct Sheet {
    canvas: HtmlCanvasElement,
    backend: CanvasBackend,
    context: CanvasRenderingContext2d,
    families: Families,
}

impl Sheet {
    /// Takes a canvas that is not shown; `None` where the browser gives no 2d context.
    pub(in crate::shell) fn new(canvas: HtmlCanvasElement, families: Families) -> Option<Self> {
        let context = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        let backend = CanvasBackend::with_canvas_object(canvas.clone())?;
        Some(Self { canvas, backend, context, families })
    }

    /// Sets the fonts; whether they are others.
    pub(super) fn set_families(&mut self, families: Families) -> bool {
        let differs = self.families != families;
        self.families = families;
        differs
    }

    /// The canvas, as last drawn on.
    pub(super) fn canvas(&self) -> &HtmlCanvasElement {
        &self.canvas
    }

    /// Draws marks, and nothing else, in a size in device pixels.
    ///
    /// # Errors
    /// The browser's, when it refuses to draw.
    pub(in crate::shell) fn draw(
        &mut self,
        marks: &[Mark],
        size: (u32, u32),
        dpr: f64,
    ) -> Result<(), JsValue> {
        let scale = self.begin(size, dpr)?;
        render(marks, scale, self).map_err(|error| JsValue::from(error.to_string()))
    }

    /// Clears the canvas and lays plotters' grid over it. A canvas forgets its transform
    /// when it is resized, so this stands before every drawing.
    fn begin(&mut self, (w, h): (u32, u32), dpr: f64) -> Result<Scale, JsValue> {
        if self.backend.get_size() == (w, h) {
            self.context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0)?;
            self.context.clear_rect(0.0, 0.0, f64::from(w), f64::from(h));
        } else {
            self.canvas.set_width(w);
            self.canvas.set_height(h);
        }
        self.context.set_transform(1.0 / STEPS, 0.0, 0.0, 1.0 / STEPS, 0.0, 0.0)?;
        self.context.set_line_join("round");
        Ok(Scale(dpr * STEPS))
    }
}

impl Surface for Sheet {
    type Backend = CanvasBackend;

    const TYPE_FACTOR: f64 = 1.0;

    fn backend(&mut self) -> &mut CanvasBackend {
        &mut self.backend
    }

    fn family(&self, face: Face) -> String {
        self.families.of(face).to_owned()
    }

    fn begin_letters(
        &mut self,
        label: &Label,
        style: &TextStyle<'_>,
        at: (i32, i32),
        scale: Scale,
    ) {
        let (x, y) = (f64::from(at.0), f64::from(at.1));
        self.context.save();
        if label.angle != 0.0 {
            // A context that refuses to turn draws the name level: legible still.
            let turned =
                self.context.translate(x, y).and_then(|()| self.context.rotate(label.angle));
            let _ = turned.and_then(|()| self.context.translate(-x, -y));
        }
        let Some(halo) = label.halo else { return };
        let (r, g, b) = halo.rgb;
        let weight = match style.style() {
            FontStyle::Bold => "bold",
            FontStyle::Italic => "italic",
            _ => "normal",
        };
        self.context.set_font(&format!(
            "{weight} {}px {}",
            style.size(),
            self.families.of(label.face)
        ));
        self.context.set_text_baseline("middle");
        self.context.set_text_align(match style.anchor().h_pos {
            HPos::Left => "start",
            HPos::Right => "end",
            HPos::Center => "center",
        });
        self.context.set_stroke_style_str(&format!("rgb({r},{g},{b})"));
        self.context.set_line_width(HALO_PX * scale.0);
        // Nothing to do about a refused halo: the letters themselves are drawn next.
        let _ = self.context.stroke_text(&label.text, x, y);
    }

    fn end_letters(&mut self) {
        self.context.restore();
    }
}
