//! What the surroundings decide: room, sharpness, language, light, motion, type.

use crate::words::day::Day;
use crate::words::geom::{Rect, Size};
use crate::words::lang::Lang;
use crate::words::metrics::{Metrics, Weight};
use crate::words::text::Text;
use crate::words::theme::{DARK, LIGHT, Palette};

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
    /// Dark ground.
    pub dark: bool,
    /// The reader asks for less motion.
    pub reduced_motion: bool,
    /// Letter widths of the font in use.
    pub metrics: Metrics,
    /// Whether date and count are drawn; on a page they are HTML.
    pub lettered: bool,
}

impl Env {
    /// The colors.
    pub fn palette(&self) -> &'static Palette {
        if self.dark { &DARK } else { &LIGHT }
    }

    /// The nearest edge of a device pixel, in CSS px: what ends there is sharp.
    pub fn snap(&self, px: f64) -> f64 {
        let dpr = if self.dpr > 0.0 { self.dpr } else { 1.0 };
        libm::round(px * dpr) / dpr
    }

    /// Whether the map has room for more than names.
    pub fn roomy_map(&self) -> bool {
        self.map.w >= ROOMY_MAP_PX
    }

    /// The corner that date and count take on the map, as wide as they ever get. On a small
    /// map the count may need a second, shorter line.
    pub fn date_block(&self) -> [Rect; 2] {
        let (px, count_px) = if self.roomy_map() { (28.0, 15.0) } else { (20.0, 15.0) };
        let longest_day = Day::from_civil(2022, 9, 30).map(|day| self.lang.day(day));
        let day = self.metrics.width(&longest_day.unwrap_or_default(), px, Weight::Bold);
        let text = Text::of(self.lang);
        let count = self.metrics.width(&text.count_of(6, 0, 6), count_px, Weight::Regular);
        let left = 16.0;
        let first = Rect::new(0.0, 0.0, left + day.max(count) + 6.0, 20.0 + px + count_px * 1.5);
        let whole = self.metrics.width(&text.count_of(5, 1, 6), count_px, Weight::Regular);
        let second = if self.roomy_map() {
            Rect::new(0.0, first.y1 - 24.0, left + whole + 6.0, first.y1)
        } else {
            Rect::new(0.0, first.y1, left + count * 0.7, first.y1 + count_px * 1.25)
        };
        [first, second]
    }

    /// The part of the map pane in which every base has to lie in the first view: names
    /// and the scale bar need the rest.
    pub fn inset(&self) -> Rect {
        let Size { w, h } = self.map;
        let side = (w * 0.09).clamp(28.0, 76.0);
        Rect::new(side * 0.9, h * 0.12, w - side * 1.15, h - h * 0.12)
    }
}
