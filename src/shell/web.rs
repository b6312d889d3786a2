//! The page's side: one class, `View`, with flat arguments. It translates; it decides
//! nothing. With `wire.rs`, the layers of `screen.rs` and `desk.rs` the only file that knows
//! wasm-bindgen and the browser.

#![allow(clippy::missing_errors_doc, reason = "whatever goes wrong is thrown to the page")]
#![allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over by value")]

mod wire;

use js_sys::Float32Array;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;
use web_sys::Element;

use self::wire::{BaseOut, ColorsOut, FilesOut, LabelsOut, SliderOut, StatusOut, given};
use super::screen::Screen;
use crate::app::{App, Change};
use crate::map::atlas::Atlas;
use crate::map::topology::Topology;
use crate::model::pack::{self, Content};
use crate::out::gesture::{Key, Kind, Place, Pointer};
use crate::state::env::Env;
use crate::state::msg::Msg;
use crate::words::day::Day;
use crate::words::geom::{Rect, Size, pt};
use crate::words::lang::Lang;
use crate::words::metrics::{ALPHABET, Metrics};
use crate::words::paint::Paint;
use crate::words::theme::hex;

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
}

#[wasm_bindgen]
impl View {
    /// Opens on a dataset and a land, both packed.
    #[wasm_bindgen(constructor)]
    pub fn new(dataset: &[u8], land: &[u8], lang: &str) -> Result<View, JsError> {
        let land = open(Content::Land, land)?;
        let env =
            Env { dpr: 1.0, lang: Lang::from_tag(lang).unwrap_or_default(), ..Env::default() };
        let app = App::new(Atlas::new(open(Content::Dataset, dataset)?, &land), env);
        Ok(Self { app, land, map: None, timeline: None, blank: true })
    }

    /// The letters whose widths the layout wants.
    pub fn alphabet() -> String {
        ALPHABET.to_owned()
    }

    /// Shows another dataset, packed. On an error what stood before stays.
    pub fn load(&mut self, dataset: &[u8]) -> Result<(), JsError> {
        self.app.replace(Atlas::new(open(Content::Dataset, dataset)?, &self.land));
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

    /// The page's font, and the wish for less motion.
    pub fn style(&mut self, font: &str, reduced_motion: bool) {
        self.map.iter_mut().chain(&mut self.timeline).for_each(|screen| screen.set_family(font));
        self.app.surround(|env| env.reduced_motion = reduced_motion);
        self.blank = true;
    }

    /// Colors as `0xRRGGBB`: what the graphic lies on, and what else the page or, where it
    /// forces its own, the system wants. Answers with those that the text around the picture takes.
    pub fn paint(
        &mut self,
        system: bool,
        ground: u32,
        ink: Option<u32>,
        open: Option<u32>,
        land: Option<u32>,
        closed: Option<u32>,
    ) -> Result<JsValue, JsValue> {
        let [ink, open, land, closed] = [ink, open, land, closed].map(|color| color.map(hex));
        let paint = Paint { ground: Some(hex(ground)), ink, open, land, closed, system };
        self.app.surround(|env| env.paint = paint);
        let env = &self.app.state().env;
        given(&ColorsOut::new(env.paint.is_dark(env.dark), &env.palette()))
    }

    /// Widths in em of the letters of [`View::alphabet`], regular then bold.
    pub fn metrics(&mut self, widths: &Float32Array) {
        let widths: Vec<f64> = widths.to_vec().into_iter().map(f64::from).collect();
        if let Some(metrics) = Metrics::new(&widths) {
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

    /// The day shown, `YYYY-MM-DD`.
    #[wasm_bindgen(getter)]
    pub fn date(&self) -> String {
        self.app.state().day.to_string()
    }

    /// Shows a day; `false` for what is no day.
    #[wasm_bindgen(js_name = setDate)]
    pub fn set_date(&mut self, date: &str) -> bool {
        let day = Day::parse(date);
        if let Some(day) = day {
            self.app.set_day(day);
        }
        day.is_some()
    }

    /// Shows a day by its number, as of the slider.
    #[wasm_bindgen(js_name = setDay)]
    pub fn set_day(&mut self, day: i32) {
        self.app.set_day(Day(day));
    }

    /// The id of the chosen base.
    #[wasm_bindgen(getter)]
    pub fn base(&self) -> Option<String> {
        let base = self.app.state().base()?;
        self.app.atlas().data().bases.get(base).map(|base| base.id.clone())
    }

    /// Chooses a base, or nothing; `false` when there is none of that id.
    #[wasm_bindgen(js_name = setBase)]
    pub fn set_base(&mut self, id: Option<String>) -> bool {
        self.app.choose_base(id.as_deref())
    }

    /// The id of the chosen event.
    #[wasm_bindgen(getter)]
    pub fn event(&self) -> Option<String> {
        let event = self.app.state().event()?;
        self.app.atlas().data().events.get(event).map(|event| event.id.clone())
    }

    /// Chooses an event and shows its day, or nothing; `false` when there is none of that id.
    #[wasm_bindgen(js_name = setEvent)]
    pub fn set_event(&mut self, id: Option<String>) -> bool {
        self.app.choose_event(id.as_deref())
    }

    /// Whether it plays.
    #[wasm_bindgen(getter)]
    pub fn playing(&self) -> bool {
        self.app.state().playback.is_some()
    }

    /// Plays on.
    pub fn play(&mut self) {
        self.app.send(Msg::Play);
    }

    /// Stops.
    pub fn pause(&mut self) {
        self.app.send(Msg::Pause);
    }

    /// Plays at the next of the three speeds.
    #[wasm_bindgen(js_name = nextSpeed)]
    pub fn next_speed(&mut self) {
        let speed = self.app.state().speed.next();
        self.app.send(Msg::Speed(speed));
    }

    /// To the next event (1) or the one before (−1).
    pub fn step(&mut self, step: i32) {
        self.app.send(Msg::StepEvent(step));
    }

    /// A pointer: 0 moves, 1 goes down, 2 goes up, 3 leaves.
    pub fn pointer(&mut self, kind: u32, pane: u32, x: f64, y: f64, touch: bool) {
        let kind = match kind {
            0 => Kind::Move,
            1 => Kind::Down,
            2 => Kind::Up,
            _ => Kind::Cancel,
        };
        let place = if pane == 0 { Place::Map } else { Place::Timeline };
        self.app.pointer(Pointer { kind, place, at: pt(x, y), touch });
    }

    /// A key by its DOM name, with Shift or on the map; whether it was ours.
    pub fn key(&mut self, name: &str, shift: bool, on_map: bool) -> bool {
        self.app.key(Key { name, shift, on_map })
    }

    /// The base of that id has the keyboard's focus; without one, none has it any more.
    #[wasm_bindgen(js_name = focusBase)]
    pub fn focus_base(&mut self, id: Option<String>) {
        self.app.focus_base(id.as_deref());
    }

    /// Nearer by a factor about a point of the map pane, CSS px.
    #[wasm_bindgen(js_name = zoomAt)]
    pub fn zoom_at(&mut self, x: f64, y: f64, factor: f64) {
        self.app.send(Msg::ZoomAt { at: pt(x, y), factor });
    }

    /// The ground of the map moved, CSS px.
    pub fn pan(&mut self, x: f64, y: f64) {
        self.app.send(Msg::PanBy(pt(x, y)));
    }

    /// Nearer by a factor about the middle of the map; 0 for the first view.
    pub fn zoom(&mut self, factor: f64) {
        let at = Rect::of(self.app.state().env.map).center();
        let msg = if factor > 0.0 { Msg::ZoomAt { at, factor } } else { Msg::ResetView };
        self.app.send(msg);
    }

    /// The pointer's shape, in CSS's words.
    pub fn cursor(&self) -> String {
        self.app.cursor().to_owned()
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
            (AGAIN, self.app.state().moves()),
            (DAY, change.day),
            (SELECTION, change.chosen),
            (GEOMETRY, change.camera || change.env),
            (TEXT, change.day || change.chosen || change.env),
            (PLAYING, change.playing || change.env),
            (BASES, change.bases || change.chosen || change.camera || change.env),
        ];
        Ok(bits.iter().filter(|(_, set)| *set).map(|(bit, _)| bit).sum())
    }

    /// The slider: day numbers, and where the axis stands in the timeline pane, CSS px.
    pub fn slider(&self) -> Result<JsValue, JsValue> {
        let layout = self.app.layout();
        given(&SliderOut {
            min: layout.days.0.0,
            max: layout.days.1.0,
            left: layout.axis.0,
            right: layout.axis.1,
            top: layout.track,
        })
    }

    /// Day, count, and how the picture is shown.
    pub fn status(&self) -> Result<JsValue, JsValue> {
        let state = self.app.state();
        given(&StatusOut {
            day: state.day.0,
            date: state.env.lang.day(state.day),
            count: self.app.count(),
            spoken: self.app.spoken(),
            speed: state.speed.sign(),
            zoomed: state.camera.zoom() > 1.0,
        })
    }

    /// Every base with its state and the place and name of its button.
    pub fn bases(&self) -> Result<JsValue, JsValue> {
        let data = self.app.atlas().data();
        let lang = self.app.state().env.lang;
        let chosen = self.app.state().base();
        let bases: Vec<BaseOut<'_>> = self
            .app
            .bases()
            .map(|(index, state, at, label)| BaseOut {
                id: &data.bases[index].id,
                name: data.bases[index].name.get(lang),
                state: state.word(),
                x: at.x,
                y: at.y,
                label,
                selected: chosen == Some(index),
            })
            .collect();
        given(&bases)
    }

    /// The words that stay as long as language and dataset do.
    pub fn labels(&self) -> Result<JsValue, JsValue> {
        let (text, lang) = (self.app.text(), self.app.state().env.lang);
        let meta = &self.app.atlas().data().meta;
        given(&LabelsOut {
            headline: meta.title.get(lang),
            standfirst: meta.standfirst.get(lang),
            credit: meta.credit.get(lang),
            play: text.play,
            pause: text.pause,
            previous: text.previous,
            next: text.next,
            zoom_in: text.zoom_in,
            zoom_out: text.zoom_out,
            zoom_reset: text.zoom_reset,
            slider: text.slider,
            map: text.map,
            timeline: text.timeline,
            panel: text.panel,
            close: text.close,
            speed: text.speed,
            details: text.details,
            hint_wheel: text.hint_wheel,
            hint_touch: text.hint_touch,
            data: text.data,
            license: text.license,
            open_data: text.open_data_term,
            download: text.download,
            unavailable: text.unavailable,
            files: FilesOut {
                bases: text.bases_title,
                events: text.events,
                strength: text.troops,
                operations: text.operations_file,
                sources: text.sources_file,
                citations: text.citations_file,
            },
        })
    }

    /// Differs whenever what the panel tells does.
    #[wasm_bindgen(js_name = panelKey)]
    pub fn panel_key(&self) -> String {
        self.app.panel_key()
    }

    /// What the panel tells.
    pub fn panel(&self) -> Result<JsValue, JsValue> {
        given(&self.app.panel())
    }
}

impl View {
    fn draw(&mut self, change: Change) -> Result<(), JsValue> {
        let dpr = self.app.state().env.dpr;
        let scene = self.app.scene();
        let stale = change.layers();
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

fn open<T: DeserializeOwned>(content: Content, bytes: &[u8]) -> Result<T, JsError> {
    pack::open(content, bytes).map_err(|unreadable| JsError::new(&unreadable.to_string()))
}
