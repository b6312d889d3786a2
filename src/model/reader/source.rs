//! Reads a source: the part of CSL-JSON 1.0.2 that the graphic shows.

use crate::model::dataset::{Genre, Source};
use crate::model::node::Node;
use crate::words::edtf::Date;

pub(super) fn source(node: &Node<'_>) -> Option<Source> {
    let node = node.object(&[
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
    ]);
    let title = node.maybe("title", owned);
    let publisher = node.key("publisher").text().map(str::to_owned);
    let container = node.maybe("container-title", owned);
    let authors = node.maybe("author", |node| node.list(AUTHORS, author)).unwrap_or_default();
    let issued = node.maybe("issued", issued);
    let url = node.maybe("URL", address);
    let language = node.maybe("language", owned);
    let genre = genre(&node.key("genre"));
    let voice = node.maybe("custom", |node| {
        let node = node.object(&["voice"])?;
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

const AUTHORS: &str = "a list of names [ { \"family\": \"…\", \"given\": \"…\" } ]";

/// A name of CSL: family and given, or one literal.
fn author(node: &Node<'_>) -> Option<String> {
    let node = node.object(&["family", "given", "literal"])?;
    if node.key("family").is_missing() && node.key("literal").is_missing() {
        return node.refuse("names nobody", "add family, or literal for a name in one piece");
    }
    let [literal, family, given] = ["literal", "family", "given"].map(|key| node.maybe(key, owned));
    literal.or_else(|| {
        let family = family?;
        Some(given.map_or_else(|| family.clone(), |given| format!("{given} {family}")))
    })
}

/// A date of CSL: `{ "date-parts": [[2022, 2, 17]] }`, as far as known.
fn issued(node: &Node<'_>) -> Option<Date> {
    const FORM: &str = "[[year, month, day]], as far as known";
    let node = node.object(&["date-parts"])?;
    let parts = node.key("date-parts");
    let dates = parts.list(FORM, |node| node.list(FORM, |node| node.count(9999)))?;
    let [date] = &dates[..] else {
        return parts.refuse("is not one date", &format!("write {FORM}"));
    };
    let written = match date[..] {
        [year] => format!("{year:04}"),
        [year, month] => format!("{year:04}-{month:02}"),
        [year, month, day] => format!("{year:04}-{month:02}-{day:02}"),
        _ => String::new(),
    };
    let off = |_| parts.refuse("is no date of the calendar", &format!("write {FORM}"));
    Date::parse(&written).map_or_else(off, Some)
}

/// An address that a reader may be sent to: of the web, so never a script.
pub(super) fn address(node: &Node<'_>) -> Option<String> {
    let text = node.text()?;
    if !text.starts_with("https://") && !text.starts_with("http://") {
        return node.refuse("is no address of the web", "write it whole, from https:// on");
    }
    if text.contains(char::is_whitespace) {
        return node.refuse("has a space in it", "write the address without, or with %20");
    }
    Some(text.to_owned())
}
