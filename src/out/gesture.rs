//! From a pointer and keys to messages. A drag over the timeline scrubs, a tap on a mark
//! chooses it, a tap beside one goes to that day; on the map a tap chooses, a drag of a
//! mouse moves the ground once it is enlarged.

use crate::state::msg::Msg;
use crate::state::{State, Target};
use crate::view::scene::{Pane, Scene};
use crate::view::timeline::layout::Layout;
use crate::words::geom::{Point, Rect, pt};

/// How far a pointer may move and still have tapped.
const TAP_PX: f64 = 4.0;

/// How far beyond its ends a point is still on the axis, px.
const BESIDE_PX: f64 = 12.0;

/// How far beside a mark counts as on it: a mouse, a finger.
const SLOP_PX: [f64; 2] = [4.0, 20.0];

/// How far an arrow key moves the map.
const PAN_PX: f64 = 80.0;

/// Which pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The map.
    Map,
    /// The timeline.
    Timeline,
}

/// What a pointer does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It moves.
    Move,
    /// It goes down.
    Down,
    /// It goes up.
    Up,
    /// It leaves, or the browser takes it for scrolling.
    Cancel,
}

/// Something a pointer does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pointer {
    /// What it does.
    pub kind: Kind,
    /// Over which pane.
    pub place: Place,
    /// Where in that pane, CSS px.
    pub at: Point,
    /// A finger.
    pub touch: bool,
}

/// The pointer's past, as far as it matters.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub enum Gesture {
    /// Nothing is down.
    #[default]
    Idle,
    /// Down, and not moved yet.
    Pressed(Place, Point),
    /// Moving the cursor.
    Scrubbing,
    /// Moving the ground; the last place.
    Panning(Point),
}

/// What a gesture is read against.
pub struct Ground<'a> {
    /// The picture that is pointed at.
    pub scene: &'a Scene,
    /// What it was drawn from.
    pub state: &'a State,
    /// How the timeline was laid out.
    pub layout: &'a Layout,
}

impl Ground<'_> {
    fn pane(&self, place: Place) -> &Pane {
        match place {
            Place::Map => &self.scene.map,
            Place::Timeline => &self.scene.timeline,
        }
    }

    /// The base whose lane is named at a point beside the axis.
    fn lane(&self, place: Place, at: Point) -> Option<Target> {
        let beside = place == Place::Timeline && at.x < self.layout.axis.0 - BESIDE_PX;
        let named = |lane: &Rect| (lane.center().y - at.y).abs() <= lane.height();
        let index = beside.then(|| self.layout.lanes.iter().position(named)).flatten();
        index.map(Target::Base)
    }

    /// Whether a point is over days: not beside the axis, not on the years and the key.
    fn has_days(&self, at: Point) -> bool {
        let (left, right) = self.layout.axis;
        (left - BESIDE_PX..=right + BESIDE_PX).contains(&at.x) && at.y <= self.layout.years
    }

    fn hover(&self, place: Place, at: Point, hit: Option<Target>) -> Msg {
        match (hit, place) {
            (Some(target), Place::Timeline) => Msg::HoverOn(target, self.layout.day(at.x)),
            _ => Msg::Hover(hit),
        }
    }

    fn scrub(&self, x: f64) -> Msg {
        Msg::SetDay(self.layout.day(x))
    }
}

impl Gesture {
    /// The gesture after a pointer event, and what the event means.
    pub fn pointer(self, on: &Ground<'_>, event: Pointer) -> (Self, Vec<Msg>) {
        let Pointer { kind, place, at, touch } = event;
        let slop = SLOP_PX[usize::from(touch)];
        let hit = || on.pane(place).pick(at, slop).or_else(|| on.lane(place, at));
        match (self, kind) {
            (Self::Idle, Kind::Move) if touch => (self, Vec::new()),
            (Self::Idle, Kind::Move) => (self, vec![on.hover(place, at, hit())]),
            (_, Kind::Down) if place == Place::Timeline && !touch && hit().is_none() => {
                let days = on.has_days(at);
                let gesture = if days { Self::Scrubbing } else { Self::Idle };
                (gesture, days.then(|| on.scrub(at.x)).into_iter().collect())
            }
            (_, Kind::Down) => (Self::Pressed(place, at), Vec::new()),
            (Self::Pressed(place, from), Kind::Move) if from.distance(at) > TAP_PX => match place {
                // A finger that goes up or down scrolls the page.
                Place::Timeline if touch && is_upright(from, at) => (Self::Idle, Vec::new()),
                Place::Timeline => (Self::Scrubbing, vec![Msg::Hover(None), on.scrub(at.x)]),
                Place::Map if touch => (Self::Idle, Vec::new()),
                Place::Map => {
                    (Self::Panning(at), vec![Msg::PanBy(pt(at.x - from.x, at.y - from.y))])
                }
            },
            (Self::Scrubbing, Kind::Move) => (self, vec![on.scrub(at.x)]),
            (Self::Panning(from), Kind::Move) => {
                (Self::Panning(at), vec![Msg::PanBy(pt(at.x - from.x, at.y - from.y))])
            }
            (Self::Pressed(pressed, _), Kind::Up) if pressed == place => {
                (Self::Idle, tap(on, event, hit()).into_iter().collect())
            }
            (_, Kind::Up) => (Self::Idle, Vec::new()),
            // A finger that is lifted leaves the pane: what it opened stays.
            (_, Kind::Cancel) if touch => (Self::Idle, Vec::new()),
            (_, Kind::Cancel) => (Self::Idle, vec![Msg::Hover(None)]),
            (_, Kind::Move) => (self, Vec::new()),
        }
    }

    /// The pointer's shape over what it is on, in CSS's words.
    pub fn cursor(self, state: &State) -> &'static str {
        match self {
            Self::Panning(_) => "grabbing",
            Self::Scrubbing => "ew-resize",
            _ if state.hover.is_some() => "pointer",
            _ => "default",
        }
    }
}

fn is_upright(from: Point, to: Point) -> bool {
    (to.y - from.y).abs() >= (to.x - from.x).abs()
}

/// A tap chooses what it is on; beside everything it goes to the day, or lets go.
fn tap(on: &Ground<'_>, event: Pointer, hit: Option<Target>) -> Option<Msg> {
    match (hit, event.place) {
        (Some(target), _) => Some(Msg::Choose(Some(target))),
        (None, Place::Timeline) => on.has_days(event.at).then(|| on.scrub(event.at.x)),
        (None, Place::Map) => Some(Msg::Choose(None)),
    }
}

/// A key that is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key<'a> {
    /// Its name in the DOM.
    pub name: &'a str,
    /// With Shift.
    pub shift: bool,
    /// The map has the focus: a button that zooms it.
    pub on_map: bool,
}

/// What a key means; `None` for one that is not ours. On a map that is zoomed the arrows move
/// it, as those of any map do.
pub fn key(state: &State, key: Key<'_>) -> Option<Msg> {
    let Key { name, shift, on_map } = key;
    let step = |forward: i32| if shift { Msg::StepMonths(forward) } else { Msg::StepDays(forward) };
    let moves = on_map && !shift && state.camera.zoom() > 1.0;
    let pan = |x: f64, y: f64| Msg::PanBy(pt(x * PAN_PX, y * PAN_PX));
    Some(match name {
        "ArrowRight" if moves => pan(-1.0, 0.0),
        "ArrowLeft" if moves => pan(1.0, 0.0),
        "ArrowUp" if moves => pan(0.0, 1.0),
        "ArrowDown" if moves => pan(0.0, -1.0),
        "ArrowRight" | "ArrowUp" => step(1),
        "ArrowLeft" | "ArrowDown" => step(-1),
        "PageUp" => Msg::StepMonths(12),
        "PageDown" => Msg::StepMonths(-12),
        "Home" => Msg::First,
        "End" => Msg::Last,
        " " if state.playback.is_some() => Msg::Pause,
        " " => Msg::Play,
        "Escape" if state.chosen.is_some() => Msg::Choose(None),
        "Escape" if state.hover.is_some() => Msg::Hover(None),
        _ => return None,
    })
}
