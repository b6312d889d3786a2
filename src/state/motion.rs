//! What moves by itself: the day while it plays, and the pulse of a base that has just
//! changed. Time is what the caller says it is, in ms of any clock that does not run back.

use super::State;
use crate::map::atlas::Atlas;
use crate::words::day::Day;

/// How long the whole axis plays at the usual speed.
pub const WHOLE_MS: f64 = 45_000.0;

/// How long a month stands when playback goes in steps (reduced motion).
const STEP_MS: f64 = 500.0;

/// Who goes further than this at once does not watch bases open and close.
const JUMP_DAYS: i32 = 366;

/// How long a pulse lasts.
const PULSE_MS: f64 = 900.0;

/// How fast it plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Speed {
    /// Half as fast.
    Half,
    /// The usual.
    #[default]
    Usual,
    /// Twice as fast.
    Double,
}

impl Speed {
    /// The next faster one; after the fastest the slowest.
    pub fn next(self) -> Self {
        match self {
            Self::Half => Self::Usual,
            Self::Usual => Self::Double,
            Self::Double => Self::Half,
        }
    }

    /// Against the usual one.
    pub const fn factor(self) -> f64 {
        match self {
            Self::Half => 0.5,
            Self::Usual => 1.0,
            Self::Double => 2.0,
        }
    }

    /// As readers write it.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Half => "½×",
            Self::Usual => "1×",
            Self::Double => "2×",
        }
    }
}

/// Playback: the day it started on and when.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Playback {
    /// Where it started, or where its speed was last changed.
    pub from: Day,
    /// The time of its first tick in ms; `None` until then.
    pub since_ms: Option<f64>,
}

/// A base that has just opened or closed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pulse {
    /// Its place in the dataset.
    pub base: usize,
    /// The time of its first tick in ms; `None` until then.
    pub since_ms: Option<f64>,
    /// How much of it has passed, 0 to 1.
    pub passed: f64,
}

/// The day that playback has come to, and whether it goes on.
pub(super) fn play(atlas: &Atlas, state: &State, now_ms: f64) -> (Day, Option<Playback>) {
    let Some(Playback { from, since_ms }) = state.playback else { return (state.day, None) };
    let since = since_ms.unwrap_or(now_ms);
    let passed_ms = (now_ms - since).max(0.0) * state.speed.factor();
    let last = atlas.data().meta.last;
    let day = if state.env.reduced_motion {
        from.add_months((passed_ms / STEP_MS).min(1200.0) as i32)
    } else {
        let pace = &atlas.chronicle.pace;
        pace.day(pace.share(from) + passed_ms / WHOLE_MS).max(from)
    };
    let playback = (day < last).then_some(Playback { from, since_ms: Some(since) });
    (day, playback)
}

/// Less motion is asked for, or no longer: what pulses stops, and what plays goes on from the
/// day shown, in its other way.
pub(super) fn anew(state: State) -> State {
    let playback = state.playback.map(|_| Playback { from: state.day, since_ms: None });
    State { playback, pulses: Vec::new(), ..state }
}

/// The pulses that still go on.
pub(super) fn fade(pulses: &[Pulse], now_ms: f64) -> Vec<Pulse> {
    let at = |pulse: &Pulse| {
        let since = pulse.since_ms.unwrap_or(now_ms);
        let passed = ((now_ms - since) / PULSE_MS).max(0.0);
        (passed < 1.0).then_some(Pulse { since_ms: Some(since), passed, ..*pulse })
    };
    pulses.iter().filter_map(at).collect()
}

/// The pulses after a step to another day: every base whose state it changes beats once, unless
/// the step is so long that most would.
pub(super) fn beat(atlas: &Atlas, state: &State, to: Day) -> Vec<Pulse> {
    let chronicle = &atlas.chronicle;
    if state.env.reduced_motion || chronicle.chapter(state.day) == chronicle.chapter(to) {
        return state.pulses.clone();
    }
    if (to - state.day).abs() > JUMP_DAYS {
        return Vec::new();
    }
    let states = chronicle.states(state.day).into_iter().zip(chronicle.states(to));
    let turned: Vec<usize> =
        states.enumerate().filter(|(_, (old, new))| old != new).map(|(base, _)| base).collect();
    let mut pulses = state.pulses.clone();
    pulses.retain(|pulse| !turned.contains(&pulse.base));
    pulses.extend(turned.iter().map(|base| Pulse { base: *base, since_ms: None, passed: 0.0 }));
    pulses
}
