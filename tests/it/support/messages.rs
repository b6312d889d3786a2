//! Anything that can happen, in any order, with any number.

use std::rc::Rc;

use mali_bases::map::atlas::Atlas;
use mali_bases::state::Target;
use mali_bases::state::env::Env;
use mali_bases::state::motion::Speed;
use mali_bases::state::msg::Msg;
use mali_bases::words::day::Day;
use mali_bases::words::geom::{Size, pt};
use mali_bases::words::lang::Lang;
use mali_bases::words::metrics::Metrics;
use mali_bases::words::theme::Palette;
use proptest::prelude::*;

/// Numbers of pixels, now and then an absurd one.
fn px() -> impl Strategy<Value = f64> {
    prop_oneof![12 => -600.0..1600.0, 1 => any::<f64>(), 1 => Just(f64::NAN)]
}

fn factor() -> impl Strategy<Value = f64> {
    prop_oneof![12 => 0.2..5.0, 1 => any::<f64>(), 1 => Just(f64::NAN)]
}

/// Something to point at, now and then something that is not there.
fn target(atlas: &Atlas) -> impl Strategy<Value = Option<Target>> + use<> {
    let (bases, events) = (atlas.data().bases.len(), atlas.data().events.len());
    prop_oneof![
        Just(None),
        (0..bases).prop_map(|base| Some(Target::Base(base))),
        (0..events).prop_map(|event| Some(Target::Event(event))),
        (0..500_usize).prop_map(|base| Some(Target::Base(base))),
        (0..500_usize).prop_map(|event| Some(Target::Event(event))),
        (0..9_usize).prop_map(|figure| Some(Target::Figure(figure))),
        (0..5_usize).prop_map(|operation| Some(Target::Operation(operation))),
        (day(atlas), day(atlas)).prop_map(|(a, b)| Some(Target::Stretch(a, b))),
    ]
}

fn day(atlas: &Atlas) -> impl Strategy<Value = Day> + use<> {
    let meta = &atlas.data().meta;
    prop_oneof![
        12 => (meta.first.0 - 30..meta.last.0 + 30).prop_map(Day),
        1 => any::<i32>().prop_map(Day),
    ]
}

fn steps() -> impl Strategy<Value = i32> {
    prop_oneof![12 => -40..40, 1 => any::<i32>()]
}

fn size() -> impl Strategy<Value = Size> {
    let side = || prop_oneof![12 => 200.0..1500.0, 1 => 0.0..200.0];
    (side(), side()).prop_map(|(w, h)| Size { w, h })
}

/// Any surroundings; the letters are those of no font in particular.
pub(crate) fn env() -> impl Strategy<Value = Env> {
    (size(), size(), 0.0..3.0, any::<[bool; 4]>()).prop_map(|(map, timeline, dpr, flags)| {
        let [french, dark, reduced_motion, lettered] = flags;
        let lang = if french { Lang::Fr } else { Lang::En };
        let metrics = Metrics::default();
        Env {
            map,
            timeline,
            dpr,
            lang,
            reduced_motion,
            metrics,
            lettered,
            palette: Palette::designed(dark),
        }
    })
}

/// Any message.
pub(crate) fn msg(atlas: &Atlas) -> impl Strategy<Value = Msg> + use<> {
    prop_oneof![
        1 => env().prop_map(|env| Msg::Surround(Rc::new(env))),
        3 => day(atlas).prop_map(Msg::SetDay),
        2 => steps().prop_map(Msg::StepDays),
        2 => steps().prop_map(Msg::StepMonths),
        1 => prop_oneof![Just(Msg::First), Just(Msg::Last), Just(Msg::ResetView)],
        2 => prop_oneof![1 => Just(1), 1 => Just(-1), 1 => any::<i32>()].prop_map(Msg::StepEvent),
        2 => prop_oneof![3 => Just(Msg::Play), 1 => Just(Msg::Pause)],
        1 => prop_oneof![Just(Speed::Half), Just(Speed::Usual), Just(Speed::Double)]
            .prop_map(Msg::Speed),
        3 => prop_oneof![12 => 0.0..90_000.0, 1 => any::<f64>()].prop_map(Msg::Tick),
        2 => (px(), px()).prop_map(|(x, y)| Msg::PanBy(pt(x, y))),
        2 => (px(), px(), factor()).prop_map(|(x, y, factor)| Msg::ZoomAt { at: pt(x, y), factor }),
        1 => (0..500_usize).prop_map(Msg::Reveal),
        2 => target(atlas).prop_map(Msg::Hover),
        3 => target(atlas).prop_map(Msg::Choose),
    ]
}

/// A handful of messages.
pub(crate) fn msgs(atlas: &Atlas, most: usize) -> impl Strategy<Value = Vec<Msg>> + use<> {
    proptest::collection::vec(msg(atlas), 0..most)
}
