//! From shapes in CSS px to plotters' styles and whole numbers. Every rounding of the
//! picture is here.
//!
//! plotters' coordinates are whole pixels, so a backend is given a finer grid: `Scale`
//! units to the CSS px, undone by the backend's own transform.

use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{
    Color as _, FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle,
};

use crate::view::mark::{Align, Face, Label};
use crate::words::geom::Point;
use crate::words::theme::Color;

/// Backend units of one CSS px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale(pub f64);

impl Scale {
    /// A length as units, at least one.
    pub fn length(self, px: f64) -> u32 {
        libm::round(px * self.0).max(1.0) as u32
    }

    /// A coordinate as units.
    pub fn coord(self, p: Point) -> (i32, i32) {
        (libm::round(p.x * self.0) as i32, libm::round(p.y * self.0) as i32)
    }

    /// Coordinates as units.
    pub fn coords(self, points: &[Point]) -> impl Iterator<Item = (i32, i32)> {
        points.iter().map(move |p| self.coord(*p))
    }
}

fn rgb(color: Color) -> RGBColor {
    let (r, g, b) = color.rgb;
    RGBColor(r, g, b)
}

/// A fill.
pub fn fill(color: Color) -> ShapeStyle {
    rgb(color).mix(color.alpha()).filled()
}

/// A stroke of a width in units.
pub fn stroke(color: Color, width: u32) -> ShapeStyle {
    rgb(color).mix(color.alpha()).stroke_width(width)
}

/// A text style; `units_per_px` is the size of one CSS px of type in the backend.
pub fn letters<'a>(
    label: &Label,
    color: Color,
    family: &'a str,
    units_per_px: f64,
) -> TextStyle<'a> {
    let style = match label.face {
        Face::Regular => FontStyle::Normal,
        Face::Bold | Face::Headline => FontStyle::Bold,
        Face::Italic => FontStyle::Italic,
    };
    let h_pos = match label.align {
        Align::Left => HPos::Left,
        Align::Center => HPos::Center,
        Align::Right => HPos::Right,
    };
    // The one vertical position that canvas and SVG agree on nearly enough.
    let pos = Pos::new(h_pos, VPos::Center);
    let font = FontDesc::new(FontFamily::Name(family), label.size * units_per_px, style);
    TextStyle { font, color: rgb(color).mix(color.alpha()).to_backend_color(), pos }
}
