//! What changes while a reader uses the graphic, and the one function that changes it.
//! Knows no pixels of any mark, no words, no platform.

pub mod env;
pub mod motion;
pub mod msg;
pub mod update;

use std::rc::Rc;

use crate::map::atlas::Atlas;
use crate::map::camera::Camera;
use crate::words::day::Day;

use self::env::Env;
use self::motion::{Playback, Pulse, Speed};

/// Something a reader can point at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A base, by its place in the dataset.
    Base(usize),
    /// An event, by its place in the chronicle.
    Event(usize),
    /// A figure of how many soldiers, by its place in the chronicle.
    Figure(usize),
    /// An operation, by its place in the dataset.
    Operation(usize),
    /// The events of a stretch of days, which has too many of them.
    Stretch(Day, Day),
}

/// Everything that can differ between two pictures of the same atlas.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The day shown, always on the axis.
    pub day: Day,
    /// What the panel tells about, if the reader chose something.
    pub chosen: Option<Target>,
    /// What the pointer is over.
    pub hover: Option<Target>,
    /// The day at which the pointer came onto that, if it is on the timeline.
    pub hover_day: Option<Day>,
    /// The crowded stretch that is opened up.
    pub stretch: Option<(Day, Day)>,
    /// Whether and since when it plays.
    pub playback: Option<Playback>,
    /// How fast it plays.
    pub speed: Speed,
    /// The bases that have just opened or closed.
    pub pulses: Vec<Pulse>,
    /// The view of the map.
    pub camera: Camera,
    /// Sizes, language, theme.
    pub env: Rc<Env>,
}

impl State {
    /// The first picture of an atlas.
    pub fn new(atlas: &Atlas, env: Rc<Env>) -> Self {
        let camera = Camera::fit(atlas.frame, env.map, env.inset());
        let day = atlas.data().meta.opens;
        Self {
            day,
            chosen: None,
            hover: None,
            hover_day: None,
            stretch: None,
            playback: None,
            speed: Speed::default(),
            pulses: Vec::new(),
            camera,
            env,
        }
    }

    /// Whether the next frame differs though nothing is done.
    pub fn moves(&self) -> bool {
        self.playback.is_some() || !self.pulses.is_empty()
    }

    /// The chosen base.
    pub fn base(&self) -> Option<usize> {
        match self.chosen {
            Some(Target::Base(base)) => Some(base),
            _ => None,
        }
    }

    /// The chosen event.
    pub fn event(&self) -> Option<usize> {
        match self.chosen {
            Some(Target::Event(event)) => Some(event),
            _ => None,
        }
    }
}
