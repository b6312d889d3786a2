//! What pages and readers want: days, choices, playback, fingers and keys. Each wish goes to the
//! store as it comes; what comes of it is seen in the next frame, and asked for in `answers.rs`.

use wasm_bindgen::prelude::*;

use super::View;
use crate::out::gesture::{Key, Kind, Place, Pointer};
use crate::state::msg::Msg;
use crate::words::day::Day;
use crate::words::geom::{Rect, pt};

#[wasm_bindgen]
impl View {
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

    /// Chooses a base, or nothing; `false` when there is none of that id.
    #[wasm_bindgen(js_name = setBase)]
    pub fn set_base(&mut self, id: Option<String>) -> bool {
        self.app.choose_base(id.as_deref())
    }

    /// Chooses an event and shows its day, or nothing; `false` when there is none of that id.
    #[wasm_bindgen(js_name = setEvent)]
    pub fn set_event(&mut self, id: Option<String>) -> bool {
        self.app.choose_event(id.as_deref())
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
}
