//! What crosses to the page, as plain JSON shapes. Knows no state.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

use crate::words::theme::{Color, Palette};

pub(super) fn given<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsValue> {
    value.serialize(&Serializer::json_compatible()).map_err(JsValue::from)
}

/// The colors of the text around the picture, in CSS's words.
#[derive(Serialize)]
pub(super) struct ColorsOut {
    scheme: &'static str,
    ground: String,
    land: String,
    ink: String,
    muted: String,
    accent: String,
    edge: String,
    rule: String,
}

impl ColorsOut {
    pub(super) fn new(dark: bool, palette: &Palette) -> Self {
        Self {
            scheme: if dark { "dark" } else { "light" },
            ground: css(palette.ground),
            land: css(palette.land),
            ink: css(palette.ink),
            muted: css(palette.muted),
            accent: css(palette.open),
            edge: css(palette.closed),
            rule: css(palette.rule),
        }
    }
}

fn css(color: Color) -> String {
    let (r, g, b) = color.rgb;
    format!("#{r:02x}{g:02x}{b:02x}")
}

#[derive(Serialize)]
pub(super) struct SliderOut {
    pub(super) min: i32,
    pub(super) max: i32,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
}

#[derive(Serialize)]
pub(super) struct StatusOut {
    pub(super) day: i32,
    pub(super) date: String,
    pub(super) count: String,
    pub(super) spoken: String,
    pub(super) speed: &'static str,
    pub(super) zoomed: bool,
}

#[derive(Serialize)]
pub(super) struct BaseOut<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    pub(super) state: &'static str,
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) label: String,
    pub(super) selected: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct LabelsOut<'a> {
    pub(super) headline: &'a str,
    pub(super) standfirst: &'a str,
    pub(super) credit: &'a str,
    pub(super) play: &'static str,
    pub(super) pause: &'static str,
    pub(super) previous: &'static str,
    pub(super) next: &'static str,
    pub(super) zoom_in: &'static str,
    pub(super) zoom_out: &'static str,
    pub(super) zoom_reset: &'static str,
    pub(super) slider: &'static str,
    pub(super) map: &'static str,
    pub(super) timeline: &'static str,
    pub(super) panel: &'static str,
    pub(super) close: &'static str,
    pub(super) speed: &'static str,
    pub(super) details: &'static str,
    pub(super) hint_wheel: &'static str,
    pub(super) hint_touch: &'static str,
    pub(super) data: &'static str,
    pub(super) license: &'static str,
    pub(super) open_data: &'static str,
    pub(super) download: &'static str,
    pub(super) unavailable: &'static str,
    pub(super) go_to_day: &'static str,
    pub(super) text_version: &'static str,
    pub(super) share: &'static str,
    pub(super) copy: &'static str,
    pub(super) link: &'static str,
    pub(super) embed_code: &'static str,
    pub(super) frame_code: &'static str,
    pub(super) still: &'static str,
    pub(super) days_data: &'static str,
    pub(super) copied: &'static str,
    pub(super) maybe_saved: &'static str,
    pub(super) to_copy: &'static str,
    pub(super) files: FilesOut,
}

/// What each table of the files to download is called.
#[derive(Serialize)]
pub(super) struct FilesOut {
    pub(super) bases: &'static str,
    pub(super) events: &'static str,
    pub(super) strength: &'static str,
    pub(super) operations: &'static str,
    pub(super) sources: &'static str,
    pub(super) citations: &'static str,
}
