//! The press: the static picture, made in the page for who wants to keep or share it. A module of its own,
//! which only such a wish fetches. It shows a state that it is told, and changes nothing on the page.

#![allow(clippy::missing_errors_doc, reason = "whatever goes wrong is thrown to the page")]
#![allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over by value")]

use js_sys::Float32Array;
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

use super::parcels::{Runs, open, whole};
use super::screen::sheet::Sheet;
use super::svg;
use crate::app::App;
use crate::map::atlas::Atlas;
use crate::map::topology::Topology;
use crate::model::pack::Content;
use crate::out::render::Families;
use crate::state::env::Env;
use crate::view;
use crate::words::day::Day;
use crate::words::geom::Size;
use crate::words::lang::Lang;
use crate::words::metrics::{ALPHABET, Metrics};
use crate::words::paint::Paint;

/// A dataset, and how it is to be printed.
#[wasm_bindgen]
pub struct Press {
    app: App,
    families: Families,
}

#[wasm_bindgen]
impl Press {
    /// Opens on a dataset and a land, both packed; the events may have come apart.
    #[wasm_bindgen(constructor)]
    pub fn new(
        dataset: &[u8],
        runs: Option<Runs>,
        land: &[u8],
        lang: &str,
    ) -> Result<Press, JsError> {
        let land: Topology = open(Content::Land, land)?;
        let lang = Lang::from_tag(lang).unwrap_or_default();
        let env = Env { dpr: 1.0, lang, lettered: true, ..Env::default() };
        let app = App::new(Atlas::new(whole(dataset, runs)?, &land), env);
        Ok(Self { app, families: Families::one("sans-serif") })
    }

    /// The letters whose widths the layout wants.
    pub fn alphabet() -> String {
        ALPHABET.to_owned()
    }

    /// The fonts of text and headline, and the widths in em of the letters of [`Press::alphabet`],
    /// regular then bold.
    pub fn style(&mut self, text: &str, headline: &str, widths: &Float32Array) {
        self.families = Families { text: text.to_owned(), headline: headline.to_owned() };
        let widths: Vec<f64> = widths.to_vec().into_iter().map(f64::from).collect();
        if let Some(metrics) = Metrics::new(&widths) {
            self.app.surround(|env| env.metrics = metrics);
        }
    }

    /// Colors as those of `View`.
    pub fn paint(
        &mut self,
        system: bool,
        ground: u32,
        ink: Option<u32>,
        open: Option<u32>,
        land: Option<u32>,
        closed: Option<u32>,
    ) {
        let paint = Paint::numbered(system, ground, [ink, open, land, closed]);
        self.app.surround(|env| env.palette = paint.palette());
    }

    /// What is shown: a day, and a base or an event.
    pub fn show(&mut self, date: &str, base: Option<String>, event: Option<String>) {
        if event.is_some() {
            self.app.choose_event(event.as_deref());
        } else {
            self.app.choose_base(base.as_deref());
        }
        if let Some(day) = Day::parse(date) {
            self.app.set_day(day);
        }
    }

    /// The height in CSS px that a picture of a width takes.
    pub fn height(&self, width: f64) -> f64 {
        view::sheet::Sheet::height(self.app.atlas(), self.app.state(), width)
    }

    /// The picture as SVG, in CSS px.
    pub fn svg(&mut self, width: f64, height: f64) -> Result<String, JsError> {
        svg::svg(&mut self.app, Size { w: width, h: height }, &self.families)
            .map_err(|undrawn| JsError::new(&undrawn.to_string()))
    }

    /// The picture on a canvas that nobody sees, in whole device pixels.
    pub fn draw(
        &mut self,
        canvas: HtmlCanvasElement,
        width: u32,
        height: u32,
        scale: f64,
    ) -> Result<(), JsValue> {
        let size = Size { w: f64::from(width) / scale, h: f64::from(height) / scale };
        self.app.surround(|env| env.dpr = scale);
        let (sheet, marks) = svg::sheet(&mut self.app, size);
        let Some(mut paper) = Sheet::new(canvas, self.families.clone()) else {
            return Err(JsError::new("the browser gives no context for a canvas").into());
        };
        paper.draw(&marks, (width, height), f64::from(width) / sheet.size.w)
    }
}
