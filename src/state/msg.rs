//! What can happen, in the words of the graphic: no pointer, no key, no pixel of a screen
//! but the map's own.

use std::rc::Rc;

use super::Target;
use super::env::Env;
use super::motion::Speed;
use crate::words::day::Day;
use crate::words::geom::Point;

/// One thing that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// The surroundings changed.
    Surround(Rc<Env>),
    /// Show a day.
    SetDay(Day),
    /// Days on, or back.
    StepDays(i32),
    /// Months on, or back.
    StepMonths(i32),
    /// The first day of the axis.
    First,
    /// The last day of the axis.
    Last,
    /// To the next event (1) or the one before (−1).
    StepEvent(i32),
    /// Start playing, from the beginning when at the end.
    Play,
    /// Stop.
    Pause,
    /// Play at another speed.
    Speed(Speed),
    /// Time goes by, in ms of any clock that does not run backwards.
    Tick(f64),
    /// The ground of the map moves by px.
    PanBy(Point),
    /// The map comes nearer about a point of its pane.
    ZoomAt {
        /// The point that stays, px.
        at: Point,
        /// How many times nearer.
        factor: f64,
    },
    /// A base of the dataset comes into view on a map that is zoomed.
    Reveal(usize),
    /// Back to the first view.
    ResetView,
    /// The pointer is over something, or nothing.
    Hover(Option<Target>),
    /// The same of something on the timeline, with the day that the pointer is over.
    HoverOn(Target, Day),
    /// Choose something, or nothing. An event or a figure brings its day with it.
    Choose(Option<Target>),
}
