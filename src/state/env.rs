//! What the surroundings decide: room, sharpness, language, light, motion, type.

use crate::words::geom::{Rect, Size};
use crate::words::lang::Lang;
use crate::words::metrics::Metrics;
use crate::words::theme::Palette;

/// From this width on the map has room for second lines and larger type.
const ROOMY_MAP_PX: f64 = 480.0;

/// The surroundings of the picture.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Env {
    /// The map pane in CSS px.
    pub map: Size,
    /// The timeline pane in CSS px.
    pub timeline: Size,
    /// Device pixels of one CSS px; hairlines are laid on their grid.
    pub dpr: f64,
    /// The language.
    pub lang: Lang,
    /// The colors.
    pub palette: Palette,
    /// The reader asks for less motion.
    pub reduced_motion: bool,
    /// Letter widths of the font in use.
    pub metrics: Metrics,
    /// Whether date and count are drawn; on a page they are HTML.
    pub lettered: bool,
}

impl Env {
    /// The nearest edge of a device pixel, in CSS px: what ends there is sharp.
    pub fn snap(&self, px: f64) -> f64 {
        libm::round(px / self.pixel()) * self.pixel()
    }

    /// A device pixel in CSS px.
    pub fn pixel(&self) -> f64 {
        if self.dpr > 0.0 { 1.0 / self.dpr } else { 1.0 }
    }

    /// Whether the map has room for more than names.
    pub fn roomy_map(&self) -> bool {
        self.map.w >= ROOMY_MAP_PX
    }

    /// The part of the map pane in which every base has to lie in the first view: names
    /// and the scale bar need the rest.
    pub fn inset(&self) -> Rect {
        let Size { w, h } = self.map;
        let side = (w * 0.09).clamp(28.0, 76.0);
        Rect::new(side * 0.9, h * 0.12, w - side * 1.15, h - h * 0.12)
    }
}
