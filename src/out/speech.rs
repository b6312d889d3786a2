//! The state in plain sentences, for the count, the slider and whoever does not see the map.

use crate::map::atlas::Atlas;
use crate::model::base::{Base, BaseState};
use crate::state::State;
use crate::words::edtf::Span;
use crate::words::text::Text;

/// `3 of 6 bases open`.
pub fn count(atlas: &Atlas, state: &State, text: &Text) -> String {
    let (open, doubt) = atlas.chronicle.open_on(state.day);
    text.count_of(open, doubt, atlas.data().bases.len())
}

/// `17 February 2022, 3 of 6 bases open`.
pub fn spoken(atlas: &Atlas, state: &State, text: &Text) -> String {
    format!("{}, {}", state.env.lang.day(state.day), count(atlas, state, text))
}

/// The name of a base with its state: `Gao, open`.
pub fn base(atlas: &Atlas, state: &State, text: &Text, base: usize) -> String {
    let entry = &atlas.data().bases[base];
    format!("{}, {}", entry.name.get(state.env.lang), stands(entry, state, text))
}

/// How a base stands on the day shown: `may have closed`.
pub fn stands(base: &Base, state: &State, text: &Text) -> &'static str {
    match base.state(state.day) {
        BaseState::NotYet => text.not_yet,
        BaseState::MaybeOpen => text.maybe_open,
        BaseState::Open => text.open,
        BaseState::MaybeClosed => text.maybe_closed,
        BaseState::Closed => text.closed,
    }
}

/// The whole picture in two sentences: for a static picture's description.
pub fn picture(atlas: &Atlas, state: &State, text: &Text) -> String {
    let day = state.env.lang.day(state.day);
    let picture = text.picture_of(&day, &count(atlas, state, text));
    format!("{picture} {}", each_base(atlas, state, text))
}

/// `17 February 2022, 3 of 6 bases open. Kidal, closed; Gossi, open.`
pub fn lead(atlas: &Atlas, state: &State, text: &Text) -> String {
    format!("{}. {}", spoken(atlas, state, text), each_base(atlas, state, text))
}

fn each_base(atlas: &Atlas, state: &State, text: &Text) -> String {
    let bases: Vec<String> =
        (0..atlas.data().bases.len()).map(|index| base(atlas, state, text, index)).collect();
    format!("{}.", bases.join(text.also))
}

/// How sure the days of a span are, where they are not: what the picture has signs for.
pub fn doubt(span: &Span, text: &Text) -> [Option<&'static str>; 3] {
    let end = span.end.unwrap_or(span.start);
    let (exact, qualified) =
        (span.start.is_exact() && end.is_exact(), span.start.is_qualified() || end.is_qualified());
    [
        (!exact).then_some(text.unknown_day),
        qualified.then_some(text.about_then),
        (span.lasts && span.end.is_none()).then_some(text.no_end),
    ]
}
