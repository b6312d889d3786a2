//! What differs between two states, and which layers are out of date by it. Knows no picture.

use std::rc::Rc;

use crate::map::atlas::Atlas;
use crate::state::State;

/// What differs since the picture was last taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
#[allow(clippy::struct_excessive_bools, reason = "independent facts, each asked for by name")]
pub struct Change {
    /// The day.
    pub day: bool,
    /// What is chosen.
    pub chosen: bool,
    /// What the pointer is over.
    pub hover: bool,
    /// Some base's state.
    pub bases: bool,
    /// The same, or which figures lie behind.
    pub chapter: bool,
    /// The view of the map.
    pub camera: bool,
    /// Sizes, language, theme, the land.
    pub env: bool,
    /// Whether it plays, and how fast.
    pub playing: bool,
    /// What pulses.
    pub pulses: bool,
}

impl Change {
    /// By comparing: nobody can forget a flag.
    pub fn between(atlas: &Atlas, old: &State, new: &State) -> Self {
        let chronicle = &atlas.chronicle;
        let chapter = chronicle.chapter(old.day) != chronicle.chapter(new.day);
        Self {
            day: old.day != new.day,
            chosen: old.chosen != new.chosen,
            hover: old.hover != new.hover || old.stretch != new.stretch,
            bases: chapter && chronicle.states(old.day) != chronicle.states(new.day),
            chapter,
            camera: old.camera != new.camera,
            env: !Rc::ptr_eq(&old.env, &new.env),
            playing: old.playback.is_some() != new.playback.is_some() || old.speed != new.speed,
            pulses: old.pulses != new.pulses,
        }
    }

    /// Everything.
    pub const ALL: Self = Self {
        day: true,
        chosen: true,
        hover: true,
        bases: true,
        chapter: true,
        camera: true,
        env: true,
        playing: true,
        pulses: true,
    };

    /// The layers that differ, land, marks and overlay of each pane: the table of
    /// `view/scene.rs` as code.
    pub fn layers(self) -> Layers {
        let Self { day, chosen, hover, bases, chapter, camera, env, pulses, .. } = self;
        let pointed = chosen || hover;
        let named = env || chapter || pointed;
        Layers {
            map: [env || camera, env || camera || bases, env || camera || pointed || pulses],
            timeline: [env || bases, env || day || named, named],
        }
    }

    /// Whether the picture is another as a whole, of which no part may stand beside the one before.
    /// What comes with the day, a choice or a pointer may come a frame or two later.
    pub fn is_whole(self) -> bool {
        self.env || self.camera
    }

    /// Whether anything differs.
    pub fn any(self) -> bool {
        self != Self::default()
    }
}

/// Which layers are out of date, from the lowest to the topmost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Layers {
    /// Of the map.
    pub map: [bool; 3],
    /// Of the timeline.
    pub timeline: [bool; 3],
}

/// What a turn or a choice is seen by first: a mark, its name, its bar; last the layer of pulses, which
/// while they go on is out of date in every frame.
const TURN: [(usize, usize); 5] = [(0, 1), (1, 2), (1, 0), (0, 0), (0, 2)];

impl Layers {
    /// Whether any is.
    pub fn any(self) -> bool {
        self != Self::default()
    }

    /// These and others.
    #[must_use]
    pub fn with(self, others: Self) -> Self {
        self.each(others, |own, other| own || other)
    }

    /// These but for others.
    #[must_use]
    pub fn without(self, others: Self) -> Self {
        self.each(others, |own, other| own && !other)
    }

    /// The part of them that one frame of a scrub has time for on a slow phone: what moves with
    /// the day, and of the others the one that is seen first.
    #[must_use]
    pub fn first(self) -> Self {
        let mut panes = [[false; 3]; 2];
        panes[1][1] = self.timeline[1];
        let stale = [self.map, self.timeline];
        if let Some((pane, layer)) = TURN.into_iter().find(|(pane, layer)| stale[*pane][*layer]) {
            panes[pane][layer] = true;
        }
        let [map, timeline] = panes;
        Self { map, timeline }
    }

    fn each(self, others: Self, join: fn(bool, bool) -> bool) -> Self {
        let pane = |own: [bool; 3], other: [bool; 3]| {
            [join(own[0], other[0]), join(own[1], other[1]), join(own[2], other[2])]
        };
        Self { map: pane(self.map, others.map), timeline: pane(self.timeline, others.timeline) }
    }
}
