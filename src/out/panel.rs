//! What the panel tells, as plain blocks for any page to set: whatever is chosen,
//! else the latest event up to the day shown. Knows no HTML.

pub mod outline;
mod teller;
mod voices;

use serde::Serialize;

use self::teller::Teller;
pub use self::voices::{Document, Voice, Voices};
use crate::map::atlas::Atlas;
use crate::model::dataset::Scope;
use crate::state::{State, Target};
use crate::words::text::Text;

/// How long a figure speaks for the days after it.
const FIGURE_DAYS: i32 = 366;

/// The panel.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Panel {
    /// Differs whenever the content does.
    pub key: String,
    /// Small line over the title.
    pub kicker: String,
    /// Title.
    pub title: String,
    /// Whether there is a choice that can be let go.
    pub closable: bool,
    /// The content.
    pub blocks: Vec<Block>,
}

/// A piece of the panel.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Block {
    /// A paragraph.
    Text {
        /// Its text.
        text: String,
    },
    /// What is claimed, and who says so.
    Claim(Claim),
    /// Events to go to.
    Events {
        /// Heading.
        title: &'static str,
        /// In order of days.
        items: Vec<EventLink>,
    },
    /// Bases to go to.
    Bases {
        /// Heading.
        title: &'static str,
        /// In order.
        items: Vec<BaseLink>,
    },
}

/// A claim with its voices; what is empty is not shown.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Claim {
    /// What it is about.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub title: &'static str,
    /// The claim in a few words: a date, a figure.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub value: String,
    /// The claim in a sentence or two.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Where sources differ.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub differs: Option<Note>,
    /// Who says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sources: Option<Voices>,
}

/// A sentence under a heading of its own.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Note {
    /// Heading.
    pub title: &'static str,
    /// The sentence.
    pub text: String,
}

/// An event to go to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EventLink {
    /// Its id.
    pub id: String,
    /// Its date in words.
    pub date: String,
    /// Its title.
    pub title: String,
}

/// A base to go to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BaseLink {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// What the panel tells of: the choice, else the event that leads the latest day with any.
fn told(atlas: &Atlas, state: &State) -> Option<Target> {
    let leading = || atlas.chronicle.leading_event(state.day).map(Target::Event);
    state.chosen.or_else(leading)
}

/// Differs whenever the panel does: cheap to ask for at every step.
pub fn key(atlas: &Atlas, state: &State) -> String {
    // With the sources comes what they stand behind.
    let lang = format!("{} {}", state.env.lang.code(), atlas.data().sources.len());
    match told(atlas, state) {
        // A stretch is opened, never chosen.
        None | Some(Target::Stretch(..)) => format!("nothing {} {lang}", state.day),
        Some(Target::Base(base)) => {
            let now = atlas.data().bases[base].state(state.day);
            format!("base {base} {} {lang}", now.word())
        }
        Some(Target::Figure(figure)) => format!("figure {figure} {lang}"),
        Some(Target::Operation(operation)) => format!("operation {operation} {lang}"),
        Some(Target::Event(event)) => {
            let key = format!("event {event} {} {lang}", state.event().is_some());
            figures(atlas, state).iter().fold(key, |key, figure| format!("{key} {figure}"))
        }
    }
}

/// The latest figure of each scope that is not too old for the day shown, by its place.
fn figures(atlas: &Atlas, state: &State) -> Vec<usize> {
    let figures = &atlas.data().strength;
    let known = |scope| {
        (0..figures.len())
            .filter(|place| figures[*place].scope == scope)
            .filter(|place| figures[*place].date.latest <= state.day)
            .max_by_key(|place| figures[*place].date.latest)
            .filter(|place| state.day - figures[*place].date.latest <= FIGURE_DAYS)
    };
    [known(Scope::Sahel), known(Scope::Mali)].into_iter().flatten().collect()
}

/// The panel of a state.
pub fn panel(atlas: &Atlas, state: &State, text: &Text) -> Panel {
    let teller = Teller { key: key(atlas, state), atlas, lang: state.env.lang, text };
    let data = atlas.data();
    match told(atlas, state) {
        None | Some(Target::Stretch(..)) => teller.nothing(state),
        Some(Target::Base(base)) => teller.base(&data.bases[base], base, state),
        Some(Target::Event(event)) => data.events.get(event).map_or_else(
            || teller.nothing(state),
            |event| teller.event(&event, &figures(atlas, state), state.event().is_some()),
        ),
        Some(Target::Figure(figure)) => teller.strength(&data.strength[figure]),
        Some(Target::Operation(operation)) => teller.operation(&data.operations[operation]),
    }
}
