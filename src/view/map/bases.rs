//! The bases on the map: five states, told apart by shape before color.

use crate::map::atlas::Atlas;
use crate::model::base::{Base, BaseState};
use crate::state::{State, Target};
use crate::view::mark::{Face, Mark, circle, disc, line, text};
use crate::words::geom::{Point, Rect};
use crate::words::text::Text;
use crate::words::theme::{Color, Palette, size};

use super::date;
use super::labels::{Place, name_size};

/// Radius of an open base.
pub const RADIUS_PX: f64 = 6.5;

/// How far a pulse widens.
const PULSE_PX: f64 = 20.0;

/// Of how many corners it is: enough to look round.
const CORNERS: u32 = 72;

/// Every base in the pane, with its name where that has a place.
pub fn marks(atlas: &Atlas, state: &State, places: &[Option<Place>], words: &Text) -> Vec<Mark> {
    let (states, palette) = (atlas.chronicle.states(state.day), &state.env.palette);
    let bases = &atlas.data().bases;
    let mut marks = Vec::new();
    if state.env.lettered {
        marks.extend(date::marks(atlas, state, words));
    }
    // Names below, so that no halo cuts into a mark.
    for ((base, now), place) in bases.iter().zip(&states).zip(places) {
        marks.extend(place.iter().flat_map(|place| name(base, *now, place, state, words)));
    }
    for (index, base) in bases.iter().enumerate() {
        let Some(at) = in_pane(atlas, state, base) else { continue };
        let mut whole = symbol(at, states[index], palette);
        whole.insert(0, rim(at, states[index], palette));
        marks.extend(whole.into_iter().map(|mark| mark.of(Target::Base(index))));
    }
    marks
}

/// Where a base stands, if anything of its mark is in the pane; on a sheet, which cuts
/// nothing off, if all of it is.
fn in_pane(atlas: &Atlas, state: &State, base: &Base) -> Option<Point> {
    let at = state.camera.screen_from_plane(atlas.plane(base.at));
    let reach = if state.env.lettered { -RADIUS_PX } else { RADIUS_PX + 2.0 };
    Rect::of(state.env.map).grown(reach).contains(at).then_some(at)
}

/// The mark of a base in a state.
pub fn symbol(at: Point, base: BaseState, palette: &Palette) -> Vec<Mark> {
    let r = RADIUS_PX;
    match base {
        BaseState::NotYet => vec![disc(at, 2.75, palette.closed)],
        BaseState::MaybeOpen | BaseState::MaybeClosed => {
            let is_open = base == BaseState::MaybeOpen;
            let color = if is_open { palette.open } else { palette.ink };
            let mut marks: Vec<Mark> = dashes(at, r).map(|arc| line(arc, 2.0, color)).collect();
            if !is_open {
                marks.push(disc(at, r * 0.5, palette.open));
            }
            marks
        }
        BaseState::Open => vec![disc(at, r, palette.open)],
        BaseState::Closed => {
            let d = (r - 0.5) * std::f64::consts::FRAC_1_SQRT_2;
            let stroke = vec![at.by(-d, d), at.by(d, -d)];
            vec![circle(at, r - 0.5, 1.75, palette.closed), line(stroke, 1.75, palette.closed)]
        }
    }
}

/// What keeps it apart from the land.
fn rim(at: Point, base: BaseState, palette: &Palette) -> Mark {
    let radius = match base {
        BaseState::NotYet => 4.0,
        BaseState::Closed => RADIUS_PX + 1.0,
        BaseState::MaybeOpen | BaseState::Open | BaseState::MaybeClosed => RADIUS_PX + 2.0,
    };
    disc(at, radius, palette.land)
}

/// Six arcs around a point: backends draw no dashes.
pub fn dashes(at: Point, radius: f64) -> impl Iterator<Item = Vec<Point>> {
    (0..6).map(move |dash| {
        (0..=4)
            .map(|step| {
                let turn = (f64::from(dash) + f64::from(step) / 4.0 * 0.56) / 6.0;
                around(at, radius, turn)
            })
            .collect()
    })
}

fn name(base: &Base, now: BaseState, place: &Place, state: &State, words: &Text) -> Vec<Mark> {
    let (env, palette) = (&state.env, &state.env.palette);
    let name_px = name_size(state);
    let second = second_line(base, now, state, words).filter(|_| place.roomy);
    let (first_at, second_at) = place.lines(name_px);
    let first_at = if second.is_none() { place.line(name_px) } else { first_at };
    let (face, color) = match now {
        BaseState::Open | BaseState::MaybeOpen | BaseState::MaybeClosed => {
            (Face::Bold, palette.ink)
        }
        BaseState::Closed | BaseState::NotYet => (Face::Regular, palette.muted),
    };
    let letters = base.name.get(env.lang);
    let mut marks = vec![
        text(letters, first_at, name_px, color).face(face).align(place.align).halo(palette.land),
    ];
    marks.extend(second.map(|second| {
        text(second, second_at, size::SMALL, palette.muted).align(place.align).halo(palette.land)
    }));
    marks
}

/// What a reader wants to know at once of a base that is not simply open.
fn second_line(base: &Base, now: BaseState, state: &State, words: &Text) -> Option<String> {
    let lang = state.env.lang;
    match now {
        BaseState::NotYet | BaseState::Open => None,
        BaseState::MaybeOpen => Some(words.maybe_open.to_owned()),
        BaseState::MaybeClosed => Some(words.maybe_closed.to_owned()),
        BaseState::Closed => {
            let claim = base.handed_over.as_ref()?;
            Some(words.closed_in(&lang.date_short(&claim.date)))
        }
    }
}

/// A ring that widens and fades, behind the names that it comes upon.
fn beat(at: Point, passed: f64, color: Color, names: &[Option<Place>]) -> Vec<Mark> {
    // Fast at first: what has changed is seen at once.
    let eased = 1.0 - (1.0 - passed) * (1.0 - passed);
    let radius = RADIUS_PX + PULSE_PX * eased;
    let color = color.fade(1.0 - passed);
    let mut marks = Vec::new();
    let mut arc = Vec::new();
    for step in 0..=CORNERS {
        let point = around(at, radius, f64::from(step) / f64::from(CORNERS));
        let is_free = !names.iter().flatten().any(|place| place.room.grown(1.0).contains(point));
        if is_free {
            arc.push(point);
        }
        if !is_free || step == CORNERS {
            let whole = std::mem::take(&mut arc);
            marks.extend((whole.len() > 1).then(|| line(whole, 2.5, color)));
        }
    }
    marks
}

/// The point of a circle at a part of its turn.
fn around(at: Point, radius: f64, turn: f64) -> Point {
    let (sin, cos) = libm::sincos(turn * std::f64::consts::TAU);
    at.by(cos * radius, sin * radius)
}

/// Rings around the base under the pointer and the chosen one, and around what has just changed.
pub fn rings(atlas: &Atlas, state: &State, names: &[Option<Place>]) -> Vec<Mark> {
    let palette = &state.env.palette;
    let at =
        |index: usize| -> Option<Point> { in_pane(atlas, state, atlas.data().bases.get(index)?) };
    let mut rings = Vec::new();
    // One that has not begun is of a picture that stands still.
    for pulse in state.pulses.iter().filter(|pulse| pulse.since_ms.is_some()) {
        if let Some(at) = at(pulse.base) {
            rings.extend(beat(at, pulse.passed, palette.ink, names));
        }
    }
    if let Some(at) = state.base().and_then(at) {
        rings.push(circle(at, RADIUS_PX + 4.5, 1.75, palette.ink));
    }
    if let Some(Target::Base(hovered)) = state.hover
        && state.base() != Some(hovered)
    {
        rings.extend(at(hovered).map(|at| circle(at, RADIUS_PX + 4.5, 1.25, palette.muted)));
    }
    rings
}
