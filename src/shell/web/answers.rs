//! What the page is told when it asks, mostly after a frame: plain values, and the shapes of
//! `wire.rs` filled from the store. Nothing here changes anything.

use wasm_bindgen::prelude::*;

use super::View;
use super::wire::{BaseOut, FilesOut, LabelsOut, SliderOut, StatusOut, given};

#[wasm_bindgen]
impl View {
    /// The day shown, `YYYY-MM-DD`.
    #[wasm_bindgen(getter)]
    pub fn date(&self) -> String {
        self.app.state().day.to_string()
    }

    /// The id of the chosen base.
    #[wasm_bindgen(getter)]
    pub fn base(&self) -> Option<String> {
        let base = self.app.state().base()?;
        self.app.atlas().data().bases.get(base).map(|base| base.id.clone())
    }

    /// The id of the chosen event.
    #[wasm_bindgen(getter)]
    pub fn event(&self) -> Option<String> {
        let event = self.app.state().event()?;
        self.app.atlas().data().events.get(event).map(|event| event.id)
    }

    /// Whether it plays.
    #[wasm_bindgen(getter)]
    pub fn playing(&self) -> bool {
        self.app.state().playback.is_some()
    }

    /// The pointer's shape, in CSS's words.
    pub fn cursor(&self) -> String {
        self.app.cursor().to_owned()
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
            go_to_day: text.go_to_day,
            text_version: text.text_version,
            share: text.share,
            copy: text.copy,
            link: text.link,
            embed_code: text.embed_code,
            frame_code: text.frame_code,
            still: text.still,
            days_data: text.days_data,
            copied: text.copied,
            maybe_saved: text.maybe_saved,
            to_copy: text.to_copy,
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

    /// Everything there is to read.
    pub fn outline(&self) -> Result<JsValue, JsValue> {
        given(&self.app.outline())
    }

    /// What of it goes with the day.
    pub fn reading(&self) -> Result<JsValue, JsValue> {
        given(&self.app.reading())
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
