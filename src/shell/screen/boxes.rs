//! A layer of boxes as the elements of an `<svg>`: moving one is an attribute or two, where a
//! canvas would be cleared, drawn and copied.

use wasm_bindgen::JsValue;
use web_sys::Element;

use crate::view::mark::{Mark, Shape};
use crate::words::geom::Rect;
use crate::words::theme::Color;

/// Where elements of an SVG are from.
const SVG: &str = "http://www.w3.org/2000/svg";

/// A layer of boxes.
pub(super) struct Boxes {
    svg: Element,
    rects: Vec<Shown>,
}

/// An element, and what it shows.
struct Shown {
    rect: Element,
    numbers: [Option<f64>; 5],
    fill: Option<(u8, u8, u8)>,
}

impl Boxes {
    /// Takes an empty `<svg>` whose unit is the CSS px.
    pub(super) fn new(svg: Element) -> Self {
        Self { svg, rects: Vec::new() }
    }

    /// Shows marks, all of them boxes.
    ///
    /// # Errors
    /// The browser's, when it refuses an element.
    pub(super) fn show(&mut self, marks: &[Mark]) -> Result<(), JsValue> {
        let boxes = marks.iter().filter_map(|mark| match mark.shape {
            Shape::Box(rect) => Some((rect, mark.color)),
            _ => None,
        });
        let mut shown = 0;
        for (rect, color) in boxes {
            if shown == self.rects.len() {
                self.add()?;
            }
            self.rects[shown].set(rect, color)?;
            shown += 1;
        }
        self.rects.drain(shown..).for_each(|left| left.rect.remove());
        Ok(())
    }

    fn add(&mut self) -> Result<(), JsValue> {
        let document = self.svg.owner_document().ok_or("an element without a document")?;
        let rect = document.create_element_ns(Some(SVG), "rect")?;
        self.svg.append_child(&rect)?;
        self.rects.push(Shown { rect, numbers: [None; 5], fill: None });
        Ok(())
    }
}

impl Shown {
    /// Only what differs: every attribute costs.
    fn set(&mut self, rect: Rect, color: Color) -> Result<(), JsValue> {
        let names = ["x", "y", "width", "height", "fill-opacity"];
        let numbers = [rect.x0, rect.y0, rect.width().max(0.0), rect.height(), color.alpha()];
        for ((name, number), before) in names.iter().zip(numbers).zip(&mut self.numbers) {
            if *before != Some(number) {
                self.rect.set_attribute(name, &number.to_string())?;
                *before = Some(number);
            }
        }
        if self.fill != Some(color.rgb) {
            let (r, g, b) = color.rgb;
            self.rect.set_attribute("fill", &format!("rgb({r},{g},{b})"))?;
            self.fill = Some(color.rgb);
        }
        Ok(())
    }
}
