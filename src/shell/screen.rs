//! A pane on the page: three layers, each of the kind that costs least as it changes.
//!
//! Where a browser has no GPU it copies every canvas with a 2d context, changed or not, whenever
//! it paints anything of the page. A canvas that only shows a bitmap is copied once.

mod boxes;
mod copier;
pub(super) mod sheet;

use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, HtmlCanvasElement, ImageBitmapRenderingContext};

use self::boxes::Boxes;
use self::copier::Copier;
use self::sheet::Sheet;
use crate::out::render::Families;
use crate::view::mark::Mark;
use crate::view::scene::Pane;

/// A pane on the page.
pub struct Screen {
    /// What every canvas of the pane is drawn on first.
    sheet: Sheet,
    copier: Copier,
    layers: [Layer; 3],
}

enum Layer {
    /// Changes seldom: a canvas that shows a bitmap.
    Shown(HtmlCanvasElement, ImageBitmapRenderingContext),
    /// Changes with the day.
    Moved(Boxes),
}

impl Screen {
    /// Takes the elements of the layers, the lowest of them a canvas; `None` where the browser
    /// gives no context for one.
    pub fn new(layers: [Element; 3]) -> Option<Self> {
        // Of the same direction as the one that is shown, else names would be mirrored.
        let sheet = layers[0].clone_node().ok()?.dyn_into().ok()?;
        let [land, marks, overlay] = layers.map(Layer::new);
        let sheet = Sheet::new(sheet, Families::one("sans-serif"))?;
        Some(Self { sheet, copier: Copier::new()?, layers: [land?, marks?, overlay?] })
    }

    /// The family list of the page; whether it is another.
    pub fn set_family(&mut self, family: &str) -> bool {
        self.sheet.set_families(Families::one(family))
    }

    /// Shows the layers of a pane that are out of date.
    ///
    /// # Errors
    /// The browser's, when it refuses to draw.
    pub fn show(&mut self, pane: &Pane, stale: [bool; 3], dpr: f64) -> Result<(), JsValue> {
        let marks = [&pane.land, &pane.marks, &pane.overlay];
        for ((layer, marks), stale) in self.layers.iter_mut().zip(marks).zip(stale) {
            if stale {
                layer.show(marks, &mut self.sheet, &self.copier, dpr)?;
            }
        }
        Ok(())
    }
}

impl Layer {
    fn new(element: Element) -> Option<Self> {
        match element.dyn_into::<HtmlCanvasElement>() {
            Ok(canvas) => {
                let context = canvas.get_context("bitmaprenderer").ok()??.dyn_into().ok()?;
                Some(Self::Shown(canvas, context))
            }
            Err(element) => Some(Self::Moved(Boxes::new(element))),
        }
    }

    fn show(
        &mut self,
        marks: &[Mark],
        sheet: &mut Sheet,
        copier: &Copier,
        dpr: f64,
    ) -> Result<(), JsValue> {
        match self {
            Self::Shown(canvas, context) => {
                sheet.draw(marks, (canvas.width(), canvas.height()), dpr)?;
                context.transfer_from_image_bitmap(&copier.copy(sheet)?);
                Ok(())
            }
            Self::Moved(boxes) => boxes.show(marks),
        }
    }
}
