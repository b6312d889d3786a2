//! Reads a source: the part of CSL-JSON 1.0.2 that the graphic shows.

use crate::model::dataset::{Genre, Source};
use crate::model::node::Node;
use crate::words::edtf::Date;

pub(super) fn source(node: &Node<'_>) -> Option<Source> {
    node.object(&[
        "id",
        "type",
        "title",
        "publisher",
        "container-title",
        "author",
        "issued",
        "URL",
        "language",
        "genre",
        "custom",
    ])?;
    let id = node.key("id").id();
    node.key("type").choice(&[
        ("article", ()),
        ("article-newspaper", ()),
        ("broadcast", ()),
        ("dataset", ()),
        ("report", ()),
        ("webpage", ()),
    ])?;
    let title = node.maybe("title", owned);
    let publisher = node.key("publisher").text().map(str::to_owned);
    let container = node.maybe("container-title", owned);
    let authors = node.maybe("author", |node| node.list(author)).unwrap_or_default();
    let issued = node.maybe("issued", issued);
    let url = node.maybe("URL", address);
    let language = node.maybe("language", owned);
    let genre = genre(&node.key("genre"));
    let voice = node.maybe("custom", |node| {
        node.object(&["voice"])?;
        owned(&node.key("voice"))
    });
    let (id, genre, publisher) = (id?, genre?, publisher?);
    Some(Source { id, genre, title, publisher, container, authors, issued, url, language, voice })
}

fn owned(node: &Node<'_>) -> Option<String> {
    node.text().map(str::to_owned)
}

/// What kind of source it is.
fn genre(node: &Node<'_>) -> Option<Genre> {
    node.choice(&[
        ("wire", Genre::Wire),
        ("official", Genre::Official),
        ("newspaper", Genre::Newspaper),
        ("broadcaster", Genre::Broadcaster),
        ("open data", Genre::OpenData),
        ("reference", Genre::Reference),
        ("other", Genre::Other),
    ])
}

/// A name of CSL: family and given, or one literal.
fn author(node: &Node<'_>) -> Option<String> {
    node.object(&["family", "given", "literal"])?;
    if let Some(literal) = node.maybe("literal", owned) {
        return Some(literal);
    }
    let family = owned(&node.key("family"))?;
    let given = node.maybe("given", owned);
    Some(given.map_or(family.clone(), |given| format!("{given} {family}")))
}

/// A date of CSL: `{ "date-parts": [[2022, 2, 17]] }`, as far as known.
fn issued(node: &Node<'_>) -> Option<Date> {
    node.object(&["date-parts"])?;
    let parts = node.key("date-parts");
    let dates = parts.list(|node| node.list(|node| node.count(9999)))?;
    let written = match &dates[..] {
        [date] => match date[..] {
            [year] => format!("{year:04}"),
            [year, month] => format!("{year:04}-{month:02}"),
            [year, month, day] => format!("{year:04}-{month:02}-{day:02}"),
            _ => String::new(),
        },
        _ => String::new(),
    };
    Date::parse(&written).ok().or_else(|| {
        parts.refuse("should be one date of the calendar: [[year, month, day]], as far as known")
    })
}

/// An address that a reader may be sent to: of the web, so never a script.
pub(super) fn address(node: &Node<'_>) -> Option<String> {
    let text = node.text()?;
    let sound = text.starts_with("https://") || text.starts_with("http://");
    if sound && !text.contains(char::is_whitespace) {
        Some(text.to_owned())
    } else {
        node.refuse("should be an address that begins with https://")
    }
}
