//! Reads a whole dataset, strictly: unknown keys, dates that are no dates, ends before
//! starts, references to nothing, places off the earth and missing translations are
//! all reported, together.

mod claim;
mod geojson;
pub mod pieces;
mod source;

use self::claim::{claim, end, in_order, own};
use self::geojson::{features, points, position};
use self::source::{address, source};
use super::base::Base;
use super::dataset::{
    Category, Dataset, Event, Meta, Operation, Place, PlaceKind, Scope, Strength,
};
use super::events::Events;
use super::ids::Ids;
use super::node::{Log, Node};
use super::problem::Problem;
use super::value::Value;
use crate::words::day::Day;
use crate::words::place::LonLat;

/// The first and the last day of the axis.
type Axis = (Day, Day);

/// What entries may refer to.
struct Known {
    sources: Ids,
    bases: Ids,
    /// Where it could be read.
    axis: Option<Axis>,
}

/// The keys of a dataset.
const KEYS: [&str; 8] =
    ["meta", "bases", "places", "operations", "strength", "events", "sources", "$schema"];

// What to write, where something else stands.
const ENTRIES: &str = "a list of entries [ { … }, … ]";
const AXIS: &str = "its first and its last day in quotes: \"2012-01-01/2022-12-31\"";
const SPAN: &str = "a date or a stretch in quotes, such as \"2021-12-14\" or \"2021-06/2021-07\"";
const FIGURE: &str = "[lowest, highest], twice the same where sources agree";

/// Reads a dataset.
///
/// # Errors
/// Every problem in it, in the order of the document's parts.
pub fn read(value: &Value) -> Result<Dataset, Vec<Problem>> {
    let log = Log::default();
    let dataset = document(&Node::root(value, &log));
    let problems = log.into_problems();
    match dataset {
        Some(dataset) if problems.is_empty() => Ok(dataset),
        _ => Err(problems),
    }
}

/// The bases' numbers and places, as far as they can be read: what the map can be asked about
/// even where the rest of a dataset is faulty.
pub fn positions(value: &Value) -> Vec<(usize, LonLat)> {
    // What cannot be read here is reported by `read`.
    let log = Log::default();
    let mut positions = Vec::new();
    let mut number = 0;
    Node::root(value, &log).key("bases").key("features").list(ENTRIES, |base| {
        positions.extend(position(&base.key("geometry").key("coordinates")).map(|at| (number, at)));
        number += 1;
        Some(())
    });
    positions
}

fn document(root: &Node<'_>) -> Option<Dataset> {
    let root = root.object(&KEYS)?;
    root.maybe("$schema", Node::text);
    let (axis, meta) = meta(&root.key("meta")).unwrap_or_default();
    let known = Known { axis, ..ids(&root) };
    let bases_node = root.key("bases");
    let bases = features(&bases_node, |node| base(node, &known));
    let places = features(&root.key("places"), place);
    let operations = root.key("operations").entries(ENTRIES, |node| operation(node, &known));
    let strength = root.key("strength").list(ENTRIES, |node| strength(node, &known));
    let events = root.key("events").entries(ENTRIES, |node| event(node, &known));
    let sources = root.key("sources").entries(ENTRIES, source);
    if let (Some(bases), Some(places)) = (&bases, &places) {
        shows_a_place(&bases_node.key("features"), bases, places)?;
    }
    let (mut operations, mut strength, mut events) = (operations?, strength?, events?);
    strength.sort_by_key(Strength::day);
    operations.sort_by_key(|operation| operation.start.earliest);
    events.sort_by_key(|event| event.span.day());
    Some(Dataset {
        meta: meta?,
        bases: bases?,
        places: places?,
        operations,
        strength,
        events: Events::of(events).ok()?,
        sources: sources?,
    })
}

/// What entries may refer to, of a document that is read for nothing else; `None` for what is
/// no object.
fn known(root: &Node<'_>) -> Option<Known> {
    let root = root.object(&KEYS)?;
    let (axis, _) = meta(&root.key("meta")).unwrap_or_default();
    Some(Known { axis, ..ids(&root) })
}

/// The ids that can be referred to.
fn ids(root: &Node<'_>) -> Known {
    let (sources, bases) = (root.key("sources").ids(), root.key("bases").key("features").ids());
    Known { sources, bases, axis: None }
}

/// The first view is of the bases and the capitals.
fn shows_a_place(node: &Node<'_>, bases: &[Base], places: &[Place]) -> Option<()> {
    let capital = places.iter().any(|place| place.kind == PlaceKind::Capital);
    if bases.is_empty() && !capital {
        return node.refuse("shows nothing", "add a base, or a capital to the places");
    }
    Some(())
}

/// The axis is given apart: dates are held to it also where another part of this is faulty.
fn meta(node: &Node<'_>) -> Option<(Option<Axis>, Option<Meta>)> {
    let node = node.object(&["title", "standfirst", "credit", "license", "opens", "span"])?;
    let title = node.key("title").localized();
    let standfirst = node.key("standfirst").localized();
    let credit = node.key("credit").localized();
    node.maybe("license", license);
    let axis = axis(&node.key("span"));
    let opens_node = node.key("opens");
    let opens = opens_node.date().map(|date| date.latest);
    if let (Some((first, last)), Some(opens)) = (axis, opens)
        && !(first..=last).contains(&opens)
    {
        let reason = format!("lies outside the span {first}/{last}");
        opens_node.refuse::<()>(&reason, "write a day within it");
    }
    let meta = || {
        let (first, last) = axis?;
        let (title, standfirst, credit) = (title?, standfirst?, credit?);
        Some(Meta { title, standfirst, credit, opens: opens?, first, last })
    };
    Some((axis, meta()))
}

fn license(node: &Node<'_>) -> Option<()> {
    let node = node.object(&["name", "URL"])?;
    let (name, url) = (node.key("name").text(), address(&node.key("URL")));
    name.and(url).map(|_| ())
}

fn axis(node: &Node<'_>) -> Option<Axis> {
    let span = node.span(AXIS)?;
    match span.end {
        Some(end) => Some((span.start.earliest, end.latest)),
        None => node.refuse(
            if span.lasts { "has no end" } else { "is one date, where a stretch is wanted" },
            &format!("write {AXIS}"),
        ),
    }
}

fn base(node: &Node<'_>, known: &Known) -> Option<Base> {
    let node = node.object(&["type", "id", "geometry", "properties"])?;
    node.key("type").choice(&[("Feature", ())]);
    let id = node.key("id").id();
    let at = points(&node.key("geometry"), |node| node.choice(&[("Point", false)]));
    let about = node.key("properties");
    let about = about.object(&[
        "name",
        "formal",
        "role",
        "garrison",
        "position",
        "arrived",
        "handedOver",
    ])?;
    let name = about.key("name").localized();
    let formal = about.maybe("formal", |node| own(node, known));
    let role = own(&about.key("role"), known);
    let garrison = about.maybe("garrison", |node| own(node, known));
    let position = own(&about.key("position"), known);
    let arrived = about.key("arrived");
    let (start, arrived) = end(&arrived, known, &["date", "text", "sources", "differs"], None);
    let handed_over = about.maybe("handedOver", |node| {
        end(node, known, &["date", "to", "text", "sources", "differs"], start).1
    });
    Some(Base {
        id: id?,
        at: at?.first().copied()?,
        name: name?,
        formal,
        role: role?,
        garrison,
        position: position?,
        arrived: arrived?,
        handed_over,
    })
}

/// What is drawn at a day has to have that day on the axis.
fn on_axis(node: &Node<'_>, day: Option<Day>, known: &Known) {
    if let (Some(day), Some((first, last))) = (day, known.axis)
        && !(first..=last).contains(&day)
    {
        let reason = format!("lies outside the span {first}/{last}");
        node.refuse::<()>(&reason, "widen meta.span, or leave the entry out");
    }
}

fn place(node: &Node<'_>) -> Option<Place> {
    let node = node.object(&["type", "id", "geometry", "properties"])?;
    node.key("type").choice(&[("Feature", ())]);
    let id = node.key("id").id();
    let points = points(&node.key("geometry"), |node| {
        node.choice(&[("Point", false), ("MultiPoint", true), ("LineString", true)])
    });
    let about = node.key("properties");
    let about = about.object(&["name", "kind"])?;
    let name = about.key("name").localized();
    let kind = about.key("kind").choice(&[
        ("home", PlaceKind::Home),
        ("country", PlaceKind::Country),
        ("capital", PlaceKind::Capital),
        ("river", PlaceKind::River),
    ]);
    let (name, kind) = (name?, kind?);
    // Here and not where it is drawn, which would take Unicode's tables to every reader.
    let name = match kind {
        PlaceKind::Home | PlaceKind::Country => name.map(str::to_uppercase),
        PlaceKind::Capital | PlaceKind::River => name,
    };
    Some(Place { id: id?, name, kind, points: points? })
}

fn operation(node: &Node<'_>, known: &Known) -> Option<Operation> {
    let node = node.object(&["id", "name", "start", "end", "text", "sources", "differs"])?;
    let id = node.key("id").id();
    let name = node.key("name").localized();
    let start = node.key("start").date();
    let end = node.maybe("end", Node::date);
    in_order(&node.key("end"), start, end);
    let claim = claim(&node, known);
    Some(Operation { id: id?, name: name?, start: start?, end, claim: claim? })
}

fn strength(node: &Node<'_>, known: &Known) -> Option<Strength> {
    let node =
        node.object(&["date", "scope", "figure", "text", "callout", "sources", "differs"])?;
    let date = node.key("date").date();
    on_axis(&node.key("date"), date.map(|date| date.latest), known);
    let scope = node.key("scope").choice(&[("mali", Scope::Mali), ("sahel", Scope::Sahel)]);
    let figure = figure(&node.key("figure"));
    let claim = claim(&node, known);
    let callout = node.maybe("callout", Node::localized);
    let (low, high) = figure?;
    Some(Strength { date: date?, scope: scope?, low, high, claim: claim?, callout })
}

/// The lowest and the highest number that sources give.
fn figure(node: &Node<'_>) -> Option<(u32, u32)> {
    match node.list(FIGURE, |node| node.count(10_000_000))?[..] {
        [low, high] if low <= high => Some((low, high)),
        [high, low] => {
            node.refuse("has the higher number first", &format!("write [{low}, {high}]"))
        }
        _ => node.refuse("should be two numbers", &format!("write {FIGURE}")),
    }
}

fn event(node: &Node<'_>, known: &Known) -> Option<Event> {
    let node = node.object(&[
        "id", "date", "category", "place", "bases", "title", "text", "sources", "differs",
    ])?;
    let id = node.key("id").id();
    let span = node.key("date").span(SPAN);
    on_axis(&node.key("date"), span.map(|span| span.day()), known);
    let category = node.key("category").choice(&[
        ("attack", Category::Attack),
        ("military", Category::Military),
        ("politics", Category::Politics),
        ("bases", Category::Bases),
    ]);
    let place = node.maybe("place", Node::localized);
    let bases = node.maybe("bases", |node| {
        node.list("a list of ids [ \"…\" ]", |node| node.reference(&known.bases, "base"))
    });
    let title = node.key("title").localized();
    let claim = claim(&node, known);
    Some(Event {
        id: id?,
        span: span?,
        category: category?,
        place,
        bases: bases.unwrap_or_default(),
        title: title?,
        claim: claim?,
    })
}
