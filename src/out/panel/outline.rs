//! Everything at once, for who reads rather than looks: bases, figures, operations and events, each as the panel
//! tells it, with what the picture says by shape alone in words. And what of it goes with the day. Knows no HTML.

use serde::Serialize;

use super::Panel;
use super::teller::Teller;
use crate::map::atlas::Atlas;
use crate::model::dataset::{Category, PlaceKind};
use crate::model::events::Head;
use crate::out::speech;
use crate::state::State;
use crate::words::edtf::Span;
use crate::words::text::Text;

/// How many events of an archive are listed on either side of the day shown.
const MOST_LISTED: usize = 100;

/// Entries of one kind.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Section {
    /// Which one: `bases`, `figures`, `operations`, `events`.
    pub kind: &'static str,
    /// Heading.
    pub title: &'static str,
    /// Heads of a table's columns: who and when, how many, what of it. None of a list.
    pub columns: Vec<&'static str>,
    /// In the order of the dataset.
    pub items: Vec<Item>,
}

/// One entry.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Item {
    /// Its id, if it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Its kind and how sure its days are, where the picture has only a sign for it.
    pub signs: String,
    /// What is told of it.
    pub panel: Panel,
}

/// What goes with the day.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reading {
    /// The day, how many bases are open, and which.
    pub lead: String,
    /// The day, where it stands among the others.
    pub marker: String,
    /// How each base stands, in the order of the dataset.
    pub bases: Vec<&'static str>,
    /// How many figures and how many of the events that are listed are of this day or an earlier one.
    pub figures: usize,
    /// The same of events.
    pub events: usize,
    /// The first event that is listed: with another one the list is another.
    pub first: usize,
}

/// What goes with the day.
pub fn reading(atlas: &Atlas, state: &State, text: &Text) -> Reading {
    let data = atlas.data();
    let events = data.events.heads().partition_point(|event| event.day() <= state.day);
    let first = first_listed(atlas, state);
    Reading {
        lead: speech::lead(atlas, state, text),
        marker: text.day_shown_of(&state.env.lang.day(state.day)),
        bases: data.bases.iter().map(|base| speech::stands(base, state, text)).collect(),
        figures: data.strength.iter().filter(|figure| figure.day() <= state.day).count(),
        events: events - first,
        first,
    }
}

/// Where the list of events begins: at the first one, or so that the day shown is in its middle.
fn first_listed(atlas: &Atlas, state: &State) -> usize {
    let heads = atlas.data().events.heads();
    if heads.len() <= 2 * MOST_LISTED {
        return 0;
    }
    let here = heads.partition_point(|event| event.day() <= state.day);
    here.saturating_sub(MOST_LISTED).min(heads.len() - 2 * MOST_LISTED)
}

/// Everything there is to read; of an archive as many events as somebody may read around the day shown.
pub fn outline(atlas: &Atlas, state: &State, text: &Text) -> Vec<Section> {
    let teller = Teller { key: String::new(), atlas, lang: state.env.lang, text };
    let figures = section("figures", text.troops, figures(&teller));
    vec![
        section("bases", text.bases_title, bases(&teller, state)),
        Section { columns: text.figure_columns.to_vec(), ..figures },
        section("operations", text.operations_file, operations(&teller)),
        section("events", text.events, events(&teller, first_listed(atlas, state))),
    ]
}

fn bases(teller: &Teller<'_>, state: &State) -> Vec<Item> {
    let mut items = Vec::new();
    for base in &teller.atlas.data().bases {
        let panel = teller.base_alone(base, state);
        items.push(Item { id: Some(base.id.clone()), signs: String::new(), panel });
    }
    items
}

fn figures(teller: &Teller<'_>) -> Vec<Item> {
    let mut items = Vec::new();
    for figure in &teller.atlas.data().strength {
        let span = Span { start: figure.date, end: None, lasts: false };
        let differs = (figure.low < figure.high).then_some(teller.text.figures_differ);
        let called = figure.callout.as_ref().map(|callout| callout.get(teller.lang));
        let signs = signs(&[called, differs], &span, teller.text);
        items.push(Item { id: None, signs, panel: teller.strength(figure) });
    }
    items
}

fn operations(teller: &Teller<'_>) -> Vec<Item> {
    let mut items = Vec::new();
    for operation in &teller.atlas.data().operations {
        let signs = signs(&[], &operation.span(), teller.text);
        items.push(Item { id: None, signs, panel: teller.operation(operation) });
    }
    items
}

fn events(teller: &Teller<'_>, first: usize) -> Vec<Item> {
    let events = &teller.atlas.data().events;
    let mut items = Vec::new();
    for index in first..events.len().min(first + 2 * MOST_LISTED) {
        let (head, Some(event)) = (&events.heads()[index], events.get(index)) else { continue };
        let signs = signs(&[Some(category(head, teller.text))], &event.span, teller.text);
        let panel = teller.event(&event, &[], false);
        items.push(Item { id: Some(event.id), signs, panel });
    }
    items
}

fn section(kind: &'static str, title: &'static str, items: Vec<Item>) -> Section {
    Section { kind, title, columns: Vec::new(), items }
}

/// What else is named on the map: `Also on the map: Bamako, Niger, MALI, ALGERIA.`
pub fn ground(atlas: &Atlas, state: &State, text: &Text) -> String {
    let lang = state.env.lang;
    let mut names = Vec::new();
    for kind in [PlaceKind::Capital, PlaceKind::River, PlaceKind::Home, PlaceKind::Country] {
        for place in atlas.data().places.iter().filter(|place| place.kind == kind) {
            names.push(place.name.get(lang));
        }
    }
    text.also_named_of(&names.join(", "))
}

/// What a mark says by its shape, and how sure its days are.
fn signs(shape: &[Option<&str>], span: &Span, text: &Text) -> String {
    let mut words = Vec::new();
    words.extend(shape.iter().flatten().copied());
    words.extend(speech::doubt(span, text).iter().flatten().copied());
    words.join(", ")
}

/// What the shape of its mark says.
fn category(head: &Head, text: &Text) -> &'static str {
    match head.category {
        Category::Attack => text.attack,
        Category::Military => text.military,
        Category::Politics => text.politics,
        Category::Bases => text.bases,
    }
}
