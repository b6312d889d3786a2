//! The press: the static picture, made in the page for who wants to keep or share it. A module of its own,
//! which only such a wish fetches. It shows a state that it is told, and changes nothing on the page.

#![allow(clippy::missing_errors_doc, reason = "whatever goes wrong is thrown to the page")]
#![allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over by value")]

use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

use super::parcels::{Runs, open, paint, whole};
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
use crate::words::theme::Palette;

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
    pub fn style(&mut self, text: &str, headline: &str, widths: &[f64]) {
        self.families = Families { text: text.to_owned(), headline: headline.to_owned() };
        if let Some(metrics) = Metrics::new(widths) {
            self.app.surround(|env| env.metrics = metrics);
        }
    }

    /// Colors as those of `View`.
    pub fn paint(&mut self, system: bool, more: bool, colors: &[i32]) {
        let palette = paint(system, more, colors).palette();
        self.app.surround(|env| env.palette = palette);
    }

    /// The colors of a page that has none.
    pub fn design(&mut self, dark: bool) {
        self.app.surround(|env| env.palette = Palette::designed(dark));
    }

    /// What is shown: a day, and a base or an event.
    pub fn show(
        &mut self,
        date: Option<String>,
        base: Option<String>,
        event: Option<String>,
    ) -> Result<(), JsError> {
        let unknown = |what: &str, value: Option<String>| {
            JsError::new(&format!("{what} “{}” is not in the dataset", value.unwrap_or_default()))
        };
        if !self.app.choose_base(base.as_deref()) {
            return Err(unknown("base", base));
        }
        if event.is_some() && !self.app.choose_event(event.as_deref()) {
            return Err(unknown("event", event));
        }
        let Some(date) = date else { return Ok(()) };
        let Some(day) = Day::parse(&date) else {
            return Err(JsError::new(&format!("date “{date}” should be a day, YYYY-MM-DD")));
        };
        self.app.set_day(day);
        Ok(())
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
