//! A canvas as a surface to draw on, through plotters-canvas.

use plotters::prelude::DrawingBackend as _;
use plotters::style::TextStyle;
use plotters_backend::text_anchor::HPos;
use plotters_backend::{BackendTextStyle as _, FontStyle};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::out::pen::Scale;
use crate::out::render::{HALO_PX, Surface};
use crate::view::mark::{Face, Label};

/// Grid steps of one device pixel. plotters draws at whole steps only, so one step is a
/// sixteenth of a pixel and the canvas scales it back.
const STEPS: f64 = 16.0;

/// Beyond this density, which only paper has, whole pixels are fine enough. A browser prints the
/// scale of a canvas in steps of 1/1024: sixteen times smaller it would be visibly another.
const FINE: f64 = 3.2;

/// A layer of a pane.
pub struct Screen {
    backend: CanvasBackend,
    context: CanvasRenderingContext2d,
    family: String,
    /// Nothing is on it yet.
    empty: bool,
}

impl Screen {
    /// Takes a canvas; `None` where the browser gives no 2d context for it.
    pub fn new(canvas: HtmlCanvasElement) -> Option<Self> {
        let context = canvas.get_context("2d").ok()??;
        let context = context.dyn_into::<CanvasRenderingContext2d>().ok()?;
        let backend = CanvasBackend::with_canvas_object(canvas)?;
        let family = String::from("sans-serif");
        Some(Self { backend, context, family, empty: true })
    }

    /// The family list of the page.
    pub fn set_family(&mut self, family: &str) {
        family.clone_into(&mut self.family);
    }

    /// The canvas was resized, which empties it. A browser prints a canvas by drawing it again
    /// on paper, where clearing means white over all that lies below: so it is cleared only
    /// where there is something to clear.
    pub fn resized(&mut self) {
        self.empty = true;
    }

    /// Clears the canvas and lays plotters' grid over it. A canvas forgets its transform
    /// when it is resized, so this stands before every drawing.
    ///
    /// # Errors
    /// The browser's, when it refuses the transform.
    pub fn begin(&mut self, dpr: f64) -> Result<Scale, JsValue> {
        let (w, h) = self.backend.get_size();
        self.context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0)?;
        if !std::mem::take(&mut self.empty) {
            self.context.clear_rect(0.0, 0.0, f64::from(w), f64::from(h));
        }
        let steps = if dpr > FINE { 1.0 } else { STEPS };
        self.context.set_transform(1.0 / steps, 0.0, 0.0, 1.0 / steps, 0.0, 0.0)?;
        self.context.set_line_join("round");
        Ok(Scale(dpr * steps))
    }
}

impl Surface for Screen {
    type Backend = CanvasBackend;

    const TYPE_FACTOR: f64 = 1.0;

    fn backend(&mut self) -> &mut CanvasBackend {
        &mut self.backend
    }

    fn family(&self, _: Face) -> String {
        self.family.clone()
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
        self.context.set_font(&format!("{weight} {}px {}", style.size(), self.family));
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
