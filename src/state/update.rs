//! The one place where a new state comes from an old one. Total: whatever is asked, the
//! result is a valid state.

use super::motion::{self, Playback};
use super::msg::Msg;
use super::{State, Target};
use crate::map::atlas::Atlas;
use crate::map::camera::Camera;
use crate::model::base::Base;
use crate::model::dataset::Strength;
use crate::model::events::Head;
use crate::words::day::Day;

/// The state after a message.
pub fn update(atlas: &Atlas, state: &State, msg: Msg) -> State {
    let meta = &atlas.data().meta;
    let day = state.day;
    match msg {
        Msg::Surround(env) => {
            let camera = state.camera.resized(env.map, env.inset());
            let turns = env.reduced_motion != state.env.reduced_motion;
            let state = State { camera, env, ..state.clone() };
            if turns { motion::anew(state) } else { state }
        }
        Msg::SetDay(day) => moved(atlas, state, day),
        Msg::StepDays(days) => moved(atlas, state, day + days),
        Msg::StepMonths(months) => moved(atlas, state, day.add_months(months.clamp(-1200, 1200))),
        Msg::First => moved(atlas, state, meta.first),
        Msg::Last => moved(atlas, state, meta.last),
        Msg::StepEvent(step) => match neighbor(atlas, state, step) {
            Some(event) => chosen(atlas, state, Some(Target::Event(event))),
            None => state.clone(),
        },
        Msg::Play => {
            let from = if day >= meta.last { meta.first } else { day };
            let playback = Some(Playback { from, since_ms: None });
            State { playback, ..at(atlas, state, from) }
        }
        Msg::Pause => State { playback: None, ..state.clone() },
        Msg::Speed(speed) => {
            // From here on at another pace: what has passed is not counted anew.
            let playback = state.playback.map(|_| Playback { from: day, since_ms: None });
            State { playback, speed, ..state.clone() }
        }
        Msg::Tick(now_ms) => tick(atlas, state, now_ms),
        Msg::PanBy(by) => State { camera: state.camera.pan_by(by.x, by.y), ..state.clone() },
        Msg::ZoomAt { at, factor } => {
            State { camera: state.camera.zoom_at(at, factor), ..state.clone() }
        }
        Msg::Reveal(base) => revealed(atlas, state, base),
        Msg::ResetView => {
            let camera = Camera::fit(atlas.frame, state.env.map, state.env.inset());
            State { camera, ..state.clone() }
        }
        Msg::Hover(over) => hovered(state, over.filter(|target| is_there(atlas, *target)), None),
        Msg::HoverOn(over, day) => {
            let over = Some(over).filter(|target| is_there(atlas, *target));
            hovered(state, over, Some(atlas.chronicle.clamp(day)))
        }
        Msg::Choose(target) => chosen(atlas, state, target),
    }
}

fn is_there(atlas: &Atlas, target: Target) -> bool {
    match target {
        Target::Base(base) => base < atlas.data().bases.len(),
        Target::Event(event) => event < atlas.data().events.len(),
        Target::Figure(figure) => figure < atlas.data().strength.len(),
        Target::Operation(operation) => operation < atlas.data().operations.len(),
        Target::Stretch(first, last) => {
            let meta = &atlas.data().meta;
            meta.first <= first && first <= last && last <= meta.last
        }
    }
}

/// The first view shows every base; a nearer one moves until the base has room for its name.
fn revealed(atlas: &Atlas, state: &State, base: usize) -> State {
    let is_near = state.camera.zoom() > 1.0;
    let base = atlas.data().bases.get(base).filter(|_| is_near);
    let reveal = |base: &Base| state.camera.reveal(atlas.plane(base.at), state.env.inset());
    State { camera: base.map_or(state.camera, reveal), ..state.clone() }
}

/// The pointer is elsewhere. A stretch opens under it, and stays while it is on what is in it;
/// the day is that of its coming, so that nothing runs along with it.
fn hovered(state: &State, hover: Option<Target>, day: Option<Day>) -> State {
    let stretch = match hover {
        Some(Target::Stretch(first, last)) => Some((first, last)),
        Some(Target::Event(_)) => state.stretch,
        _ => None,
    };
    let came = hover != state.hover;
    let hover_day = if came { hover.and(day) } else { state.hover_day };
    State { hover, hover_day, stretch, ..state.clone() }
}

/// A reader moves the day: playback stops.
fn moved(atlas: &Atlas, state: &State, day: Day) -> State {
    State { playback: None, ..at(atlas, state, day) }
}

/// Another day. What belongs to a day is let go; a base or an operation stays chosen.
fn at(atlas: &Atlas, state: &State, day: Day) -> State {
    let day = atlas.chronicle.clamp(day);
    let lasts = |target: &Target| day == state.day || own_day(atlas, *target).is_none();
    let chosen = state.chosen.filter(lasts);
    let pulses = motion::beat(atlas, state, day);
    let stretch = state.stretch.filter(|_| day == state.day);
    State { day, chosen, stretch, pulses, ..state.clone() }
}

/// The day that a choice belongs to: an event's, a figure's.
fn own_day(atlas: &Atlas, target: Target) -> Option<Day> {
    match target {
        Target::Event(event) => atlas.data().events.heads().get(event).map(Head::day),
        Target::Figure(figure) => atlas.data().strength.get(figure).map(Strength::day),
        Target::Base(_) | Target::Operation(_) | Target::Stretch(..) => None,
    }
}

fn chosen(atlas: &Atlas, state: &State, target: Option<Target>) -> State {
    match (target, target.and_then(|target| own_day(atlas, target))) {
        (Some(target), _) if !is_there(atlas, target) => state.clone(),
        (_, Some(day)) => {
            let stretch = state.stretch.filter(|(first, last)| (*first..=*last).contains(&day));
            State { chosen: target, stretch, ..moved(atlas, state, day) }
        }
        (Some(Target::Stretch(first, last)), _) => {
            State { stretch: Some((first, last)), ..state.clone() }
        }
        _ => State { chosen: target, stretch: None, ..state.clone() },
    }
}

/// The event before or after the chosen one, or before or after the day.
fn neighbor(atlas: &Atlas, state: &State, step: i32) -> Option<usize> {
    let chronicle = &atlas.chronicle;
    let events = chronicle.data.events.heads();
    let count = events.len();
    match (state.event(), step > 0) {
        (Some(event), true) => (event + 1 < count).then_some(event + 1),
        (Some(event), false) => event.checked_sub(1),
        (None, step_on) => {
            // The panel already tells of the event that leads the latest day.
            let told = chronicle.leading_event(state.day);
            match (told, step_on) {
                (Some(told), true) if events[told].day() < state.day => {
                    chronicle.next_event(state.day)
                }
                (Some(told), true) => (told + 1 < count).then_some(told + 1),
                (Some(told), false) if events[told].day() < state.day => Some(told),
                (Some(told), false) => told.checked_sub(1),
                (None, true) => (count > 0).then_some(0),
                (None, false) => None,
            }
        }
    }
}

fn tick(atlas: &Atlas, state: &State, now_ms: f64) -> State {
    let pulses = motion::fade(&state.pulses, now_ms);
    let state = State { pulses, ..state.clone() };
    let (day, playback) = motion::play(atlas, &state, now_ms);
    State { playback, ..at(atlas, &state, day) }
}
