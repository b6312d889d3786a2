//! Reads a whole dataset, strictly: unknown keys, dates that are no dates, ends before
//! starts, references to nothing, places off the earth and missing translations are
//! all reported, together.

mod source;

use std::collections::{BTreeMap, BTreeSet};

use self::source::{address, source};
use super::base::Base;
use super::dataset::{
    Category, Citation, Claim, Dataset, End, Event, Meta, Operation, Place, PlaceKind, Scope,
    Strength,
};
use super::node::{Log, Node};
use super::problem::Problem;
use super::value::Value;
use crate::words::day::Day;
use crate::words::edtf::Date;
use crate::words::place::LonLat;

/// What entries may refer to.
struct Known {
    sources: BTreeMap<String, usize>,
    bases: BTreeMap<String, usize>,
    /// The first and the last day of the axis, where they could be read.
    axis: Option<(Day, Day)>,
}

/// The place of each id.
fn places(ids: Vec<String>) -> BTreeMap<String, usize> {
    // Of a doubled id, which is refused elsewhere, the first counts.
    ids.into_iter().enumerate().rev().map(|(place, id)| (id, place)).collect()
}

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

fn document(root: &Node<'_>) -> Option<Dataset> {
    root.object(&[
        "$schema",
        "meta",
        "bases",
        "places",
        "operations",
        "strength",
        "events",
        "sources",
    ])?;
    // Editors find the schema by it; it says nothing of the bases.
    root.maybe("$schema", Node::text);
    let meta = meta(&root.key("meta"));
    // The ids as they stand, so that a faulty entry can still be referred to.
    let known = Known {
        sources: places(root.key("sources").texts("id")),
        bases: places(root.key("bases").key("features").texts("id")),
        axis: meta.as_ref().map(|meta| (meta.first, meta.last)),
    };
    let bases = features(&root.key("bases"), |node| base(node, &known), |base| &base.id);
    let places = features(&root.key("places"), place, |place| &place.id);
    let operations = unique(&root.key("operations"), |node| operation(node, &known), |o| &o.id);
    let strength = root.key("strength").list(|node| strength(node, &known));
    let events = unique(&root.key("events"), |node| event(node, &known), |event| &event.id);
    let sources = unique(&root.key("sources"), source, |source| &source.id);
    let (mut operations, mut strength, mut events) = (operations?, strength?, events?);
    strength.sort_by_key(|figure| figure.date.earliest);
    events.sort_by_key(|event| event.span.day());
    operations.sort_by_key(|operation| operation.start.earliest);
    Some(Dataset {
        meta: meta?,
        bases: bases?,
        places: places?,
        operations,
        strength,
        events,
        sources: sources?,
    })
}

/// A list whose ids must differ.
fn unique<T>(
    node: &Node<'_>,
    mut read: impl FnMut(&Node<'_>) -> Option<T>,
    id: impl Fn(&T) -> &String,
) -> Option<Vec<T>> {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    node.list(|node| {
        let entry = read(node)?;
        if !seen.insert(id(&entry).clone()) {
            return node.key("id").refuse("is the id of another entry too; choose a new one");
        }
        Some(entry)
    })
}

/// The features of a GeoJSON collection.
fn features<T>(
    node: &Node<'_>,
    read: impl FnMut(&Node<'_>) -> Option<T>,
    id: impl Fn(&T) -> &String,
) -> Option<Vec<T>> {
    node.object(&["type", "features"])?;
    node.key("type").choice(&[("FeatureCollection", ())])?;
    unique(&node.key("features"), read, id)
}

fn meta(node: &Node<'_>) -> Option<Meta> {
    node.object(&["title", "standfirst", "credit", "license", "opens", "span"])?;
    let title = node.key("title").localized();
    let standfirst = node.key("standfirst").localized();
    let credit = node.key("credit").localized();
    node.maybe("license", license);
    let span_node = node.key("span");
    let bounds = span_node.span().and_then(|span| match span.end {
        Some(end) => Some((span.start.earliest, end.latest)),
        None => span_node.refuse("should be an interval such as 2012-01-01/2022-12-31"),
    });
    let opens_node = node.key("opens");
    let opens = opens_node.date().map(|date| date.latest);
    let ((first, last), opens) = (bounds?, opens?);
    if opens < first || opens > last {
        return opens_node.refuse("lies outside the span; the first picture is a day in it");
    }
    Some(Meta { title: title?, standfirst: standfirst?, credit: credit?, opens, first, last })
}

/// Under which the data may be used again, by name and address. The page shows it, not the picture.
fn license(node: &Node<'_>) -> Option<()> {
    node.object(&["name", "URL"])?;
    let (name, url) = (node.key("name").text(), address(&node.key("URL")));
    name.and(url).map(|_| ())
}

fn base(node: &Node<'_>, known: &Known) -> Option<Base> {
    node.object(&["type", "id", "geometry", "properties"])?;
    node.key("type").choice(&[("Feature", ())])?;
    let id = node.key("id").id();
    let geometry = node.key("geometry");
    let at = points(&geometry).and_then(|points| match points[..] {
        [point] => Some(point),
        _ => geometry.key("type").refuse("should be Point: a base has one place"),
    });
    let about = node.key("properties");
    about.object(&["name", "formal", "role", "garrison", "position", "arrived", "handedOver"])?;
    let name = about.key("name").localized();
    let own = |node: &Node<'_>| {
        node.object(&["text", "sources", "differs"])?;
        claim(node, known)
    };
    let formal = about.maybe("formal", own);
    let role = own(&about.key("role"));
    let garrison = about.maybe("garrison", own);
    let position = own(&about.key("position"));
    let arrived = end(&about.key("arrived"), known, &["date", "text", "sources", "differs"]);
    let left = about.key("handedOver");
    let handed_over = if left.is_missing() {
        None
    } else {
        Some(end(&left, known, &["date", "to", "text", "sources", "differs"])?)
    };
    let arrived = arrived?;
    if let Some(end) = &handed_over {
        starts_before(&left.key("date"), &arrived.date, &end.date)?;
    }
    Some(Base {
        id: id?,
        at: at?,
        name: name?,
        formal,
        role: role?,
        garrison,
        position: position?,
        arrived,
        handed_over,
    })
}

/// What is drawn at a day has to have that day on the axis.
fn on_axis(node: &Node<'_>, day: Day, known: &Known) -> Option<()> {
    match known.axis {
        Some((first, last)) if day < first || day > last => node.refuse(format!(
            "lies outside the span {first}/{last}; widen meta.span or leave it out"
        )),
        _ => Some(()),
    }
}

/// An end must be able to come after its start.
fn starts_before(node: &Node<'_>, start: &Date, end: &Date) -> Option<()> {
    if end.latest < start.earliest || end.earliest < start.latest {
        return node.refuse("is not after the start; check both dates");
    }
    Some(())
}

fn end(node: &Node<'_>, known: &Known, keys: &[&str]) -> Option<End> {
    node.object(keys)?;
    let date = node.key("date").date();
    let to = node.maybe("to", Node::localized);
    let claim = claim(node, known);
    Some(End { date: date?, to, claim: claim? })
}

/// The keys of a claim, in whatever object makes it.
fn claim(node: &Node<'_>, known: &Known) -> Option<Claim> {
    let text = node.key("text").localized();
    let citations = citations(&node.key("sources"), known);
    let differs = node.maybe("differs", Node::localized);
    Some(Claim { text: text?, citations: citations?, differs })
}

fn citations(node: &Node<'_>, known: &Known) -> Option<Vec<Citation>> {
    let citations = node.list(|node| {
        node.object(&["source", "locator", "says"])?;
        let source = node.key("source").reference(&known.sources, "source");
        let locator = node.maybe("locator", Node::localized);
        let says = node.maybe("says", Node::localized);
        Some(Citation { source: source?, locator, says })
    })?;
    if citations.is_empty() {
        return node.refuse("names no readable source; every claim has at least one");
    }
    Some(citations)
}

/// The positions of a GeoJSON geometry: one for a Point, several for a MultiPoint or LineString.
fn points(node: &Node<'_>) -> Option<Vec<LonLat>> {
    node.object(&["type", "coordinates"])?;
    let several =
        node.key("type").choice(&[("Point", false), ("MultiPoint", true), ("LineString", true)])?;
    let coordinates = node.key("coordinates");
    if several {
        let points = coordinates.list(position)?;
        if points.is_empty() {
            coordinates.refuse("has no positions; add one")
        } else {
            Some(points)
        }
    } else {
        Some(vec![position(&coordinates)?])
    }
}

fn position(node: &Node<'_>) -> Option<LonLat> {
    let (lon, lat) = node.pair("[longitude, latitude]")?;
    if lon.abs() <= 180.0 && lat.abs() <= 90.0 {
        Some(LonLat { lon, lat })
    } else {
        node.refuse(format!(
            "[{lon}, {lat}] is not on the earth; write [longitude −180…180, latitude −90…90]"
        ))
    }
}

fn place(node: &Node<'_>) -> Option<Place> {
    node.object(&["type", "id", "geometry", "properties"])?;
    node.key("type").choice(&[("Feature", ())])?;
    let id = node.key("id").id();
    let points = points(&node.key("geometry"));
    let about = node.key("properties");
    about.object(&["name", "kind"])?;
    let name = about.key("name").localized();
    let kind = about.key("kind").choice(&[
        ("home", PlaceKind::Home),
        ("country", PlaceKind::Country),
        ("capital", PlaceKind::Capital),
        ("river", PlaceKind::River),
    ]);
    Some(Place { id: id?, name: name?, kind: kind?, points: points? })
}

fn operation(node: &Node<'_>, known: &Known) -> Option<Operation> {
    node.object(&["id", "name", "start", "end", "text", "sources", "differs"])?;
    let id = node.key("id").id();
    let name = node.key("name").localized();
    let start = node.key("start").date();
    let end = node.maybe("end", Node::date);
    let claim = claim(node, known);
    let start = start?;
    if let Some(end) = &end {
        starts_before(&node.key("end"), &start, end)?;
    }
    Some(Operation { id: id?, name: name?, start, end, claim: claim? })
}

fn strength(node: &Node<'_>, known: &Known) -> Option<Strength> {
    node.object(&["date", "scope", "figure", "text", "callout", "sources", "differs"])?;
    let date = node.key("date").date();
    let scope = node.key("scope").choice(&[("mali", Scope::Mali), ("sahel", Scope::Sahel)]);
    let figure_node = node.key("figure");
    let figure =
        figure_node.list(|node| node.count(10_000_000)).and_then(|figure| match figure[..] {
            [low, high] if low <= high => Some((low, high)),
            _ => figure_node
                .refuse("should be [lowest, highest], twice the same where sources agree"),
        });
    let claim = claim(node, known);
    let callout = node.maybe("callout", Node::localized);
    let (low, high) = figure?;
    on_axis(&node.key("date"), date?.latest, known)?;
    Some(Strength { date: date?, scope: scope?, low, high, claim: claim?, callout })
}

fn event(node: &Node<'_>, known: &Known) -> Option<Event> {
    node.object(&[
        "id", "date", "category", "place", "bases", "title", "text", "sources", "differs",
    ])?;
    let id = node.key("id").id();
    let span = node.key("date").span();
    let category = node.key("category").choice(&[
        ("attack", Category::Attack),
        ("military", Category::Military),
        ("politics", Category::Politics),
        ("bases", Category::Bases),
    ]);
    let place = node.maybe("place", Node::localized);
    let bases = node.maybe("bases", |node| node.list(|node| node.reference(&known.bases, "base")));
    let title = node.key("title").localized();
    let claim = claim(node, known);
    let (id, span, category) = (id?, span?, category?);
    on_axis(&node.key("date"), span.day(), known)?;
    let bases = bases.unwrap_or_default();
    Some(Event { id, span, category, place, bases, title: title?, claim: claim? })
}
