//! The page's side: one class, `View`, with flat arguments: how it opens, what it shows, what is
//! around it, and the frame. It translates; it decides nothing. With the files of `web/`, `screen.rs`,
//! `desk.rs`, `press.rs` and `parcels.rs` the only file that knows wasm-bindgen and the browser.

#![allow(clippy::missing_errors_doc, reason = "whatever goes wrong is thrown to the page")]
#![allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over by value")]

mod answers;
mod input;
mod wire;

use wasm_bindgen::prelude::*;
use web_sys::Element;

use self::wire::{ColorsOut, given};
use super::parcels::{Runs, open, paint, whole};
use super::screen::Screen;
use crate::app::{App, Change, Layers};
use crate::map::atlas::Atlas;
use crate::map::topology::Topology;
use crate::model::pack::Content;
use crate::state::env::Env;
use crate::state::msg::Msg;
use crate::words::geom::Size;
use crate::words::lang::Lang;
use crate::words::metrics::{ALPHABET, Metrics};
use crate::words::text::Text;

/// Bits of what [`View::frame`] answers.
const AGAIN: u32 = 1;
const DAY: u32 = 2;
const SELECTION: u32 = 4;
const GEOMETRY: u32 = 8;
const TEXT: u32 = 16;
const PLAYING: u32 = 32;
const BASES: u32 = 64;

/// A graphic on a page.
#[wasm_bindgen]
pub struct View {
    app: App,
    land: Topology,
    map: Option<Screen>,
    timeline: Option<Screen>,
    /// The next drawing starts from nothing: canvases are new, or were resized.
    blank: bool,
    /// Layers that are to be drawn in the frames to come.
    owed: Layers,
}

#[wasm_bindgen]
impl View {
    /// Opens on a dataset and a land, both packed; the events may have come apart.
    #[wasm_bindgen(constructor)]
    pub fn new(
        dataset: &[u8],
        runs: Option<Runs>,
        land: &[u8],
        lang: &str,
    ) -> Result<View, JsError> {
        let land = open(Content::Land, land)?;
        let env =
            Env { dpr: 1.0, lang: Lang::from_tag(lang).unwrap_or_default(), ..Env::default() };
        let app = App::new(Atlas::new(whole(dataset, runs)?, &land), env);
        Ok(Self { app, land, map: None, timeline: None, blank: true, owed: Layers::default() })
    }

    /// What is said while a dataset is read.
    pub fn loading(lang: &str) -> String {
        Text::of(Lang::from_tag(lang).unwrap_or_default()).loading.to_owned()
    }

    /// The letters whose widths the layout wants.
    pub fn alphabet() -> String {
        ALPHABET.to_owned()
    }

    /// Shows another dataset, packed; its events may have come apart. On an error what stood
    /// before stays.
    pub fn load(&mut self, dataset: &[u8], runs: Option<Runs>) -> Result<(), JsError> {
        self.app.replace(Atlas::new(whole(dataset, runs)?, &self.land));
        Ok(())
    }

    /// Tells the dataset that is shown in more words, or in another language.
    pub fn tell(&mut self, dataset: &[u8], lang: &str) -> Result<(), JsError> {
        let lang = Lang::from_tag(lang).unwrap_or_default();
        if self.app.tell(open(Content::Dataset, dataset)?, lang) {
            Ok(())
        } else {
            Err(JsError::new("the words are those of another dataset"))
        }
    }

    /// Shows the same on a finer land, packed. On an error what stood before stays.
    pub fn refine(&mut self, land: &[u8]) -> Result<(), JsError> {
        self.land = open(Content::Land, land)?;
        self.app.refine(&self.land);
        Ok(())
    }

    /// Takes the three layers of a pane, 0 the map, 1 the timeline: canvases, or an `<svg>` for
    /// a layer of boxes.
    pub fn attach(
        &mut self,
        pane: u32,
        land: Element,
        marks: Element,
        overlay: Element,
    ) -> Result<(), JsError> {
        let Some(screen) = Screen::new([land, marks, overlay]) else {
            return Err(JsError::new("the browser gives no context for a canvas"));
        };
        if pane == 0 {
            self.map = Some(screen);
        } else {
            self.timeline = Some(screen);
        }
        self.blank = true;
        Ok(())
    }

    /// The height in CSS px that the timeline takes at a width.
    #[wasm_bindgen(js_name = timelineHeight)]
    pub fn timeline_height(&self, width: f64) -> f64 {
        self.app.timeline_height(width)
    }

    /// Sizes of the panes in CSS px; the canvases have been resized before.
    pub fn resize(&mut self, map_w: f64, map_h: f64, timeline_w: f64, timeline_h: f64, dpr: f64) {
        self.app.surround(|env| {
            env.map = Size { w: map_w, h: map_h };
            env.timeline = Size { w: timeline_w, h: timeline_h };
            env.dpr = dpr;
        });
        self.blank = true;
    }

    /// The page's font, and the wish for less motion. A font that comes late is another by its
    /// widths.
    pub fn style(&mut self, font: &str, reduced_motion: bool) {
        for screen in [&mut self.map, &mut self.timeline].into_iter().flatten() {
            self.blank |= screen.set_family(font);
        }
        self.app.surround(|env| env.reduced_motion = reduced_motion);
    }

    /// Colors of `Paint::numbered`: what the graphic lies on, and what else the page or, where it
    /// forces its own, the system wants; or more contrast. Answers with those that the text around the picture takes.
    pub fn paint(&mut self, system: bool, more: bool, colors: &[i32]) -> Result<JsValue, JsValue> {
        let paint = paint(system, more, colors);
        self.app.surround(|env| env.palette = paint.palette());
        given(&ColorsOut::new(paint.is_dark(), &self.app.state().env.palette))
    }

    /// Widths in em of the letters of [`View::alphabet`], regular then bold.
    pub fn metrics(&mut self, widths: &[f64]) {
        if let Some(metrics) = Metrics::new(widths) {
            self.app.surround(|env| env.metrics = metrics);
        }
    }

    /// The language, by its BCP 47 tag; one we do not speak changes nothing.
    #[wasm_bindgen(js_name = setLang)]
    pub fn set_lang(&mut self, lang: &str) {
        if let Some(lang) = Lang::from_tag(lang) {
            self.app.surround(|env| env.lang = lang);
        }
    }

    /// Lets time go by and draws what changed; the bits say what the page has to tell anew.
    pub fn frame(&mut self, now_ms: f64) -> Result<u32, JsValue> {
        if self.app.state().moves() {
            self.app.send(Msg::Tick(now_ms));
        }
        let mut change = self.app.refresh();
        if std::mem::take(&mut self.blank) {
            change = Change { env: true, ..change };
        }
        self.draw(change)?;
        let bits = [
            (AGAIN, self.app.state().moves() || self.owed.any()),
            (DAY, change.day),
            (SELECTION, change.chosen),
            (GEOMETRY, change.camera || change.env),
            (TEXT, change.day || change.chosen || change.env),
            (PLAYING, change.playing || change.env),
            (BASES, change.bases || change.chosen || change.camera || change.env),
        ];
        Ok(bits.iter().filter(|(_, set)| *set).map(|(bit, _)| bit).sum())
    }
}

impl View {
    fn draw(&mut self, change: Change) -> Result<(), JsValue> {
        let dpr = self.app.state().env.dpr;
        let scene = self.app.scene();
        let owed = self.owed.with(change.layers());
        let stale = if change.is_whole() { owed } else { owed.first() };
        self.owed = owed.without(stale);
        let panes = [
            (&mut self.map, &scene.map, stale.map),
            (&mut self.timeline, &scene.timeline, stale.timeline),
        ];
        for (screen, pane, stale) in panes {
            if let Some(screen) = screen {
                screen.show(pane, stale, dpr)?;
            }
        }
        Ok(())
    }
}
