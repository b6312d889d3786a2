//! Reads claims: what is said, who says so, and the two dated ends of a presence.

use super::Known;
use crate::model::dataset::{Citation, Claim, End};
use crate::model::node::{Keys, Node};
use crate::words::edtf::Date;

const CITATIONS: &str = "a list of citations [ { \"source\": \"…\" } ]";

/// A claim that stands on its own.
pub(super) fn own(node: &Node<'_>, known: &Known) -> Option<Claim> {
    claim(&node.object(&["text", "sources", "differs"])?, known)
}

/// An end of a presence, and apart from it its date, which the other end is held against also
/// where another part is faulty.
pub(super) fn end(
    node: &Node<'_>,
    known: &Known,
    keys: Keys,
    start: Option<Date>,
) -> (Option<Date>, Option<End>) {
    let Some(node) = node.object(keys) else { return (None, None) };
    let date = node.key("date").date();
    in_order(&node.key("date"), start, date);
    let to = node.maybe("to", Node::localized);
    let claim = claim(&node, known);
    let end = || Some(End { date: date?, to, claim: claim? });
    (date, end())
}

/// The keys of a claim, in whatever object makes it.
pub(super) fn claim(node: &Node<'_>, known: &Known) -> Option<Claim> {
    let text = node.key("text").localized();
    let citations = citations(&node.key("sources"), known);
    let differs = node.maybe("differs", Node::localized);
    Some(Claim { text: text?, citations: citations?, differs })
}

/// An end has to be after its start for sure.
pub(super) fn in_order(node: &Node<'_>, start: Option<Date>, end: Option<Date>) {
    let (Some(start), Some(end)) = (start, end) else { return };
    let reason = if end.latest < start.earliest {
        format!("is before the start, {}", start.earliest)
    } else if end.earliest < start.latest {
        format!("may be before the start, which may be as late as {}", start.latest)
    } else {
        return;
    };
    node.refuse::<()>(&reason, "write a later end, or correct the start");
}

fn citations(node: &Node<'_>, known: &Known) -> Option<Vec<Citation>> {
    let citations = node.list(CITATIONS, |node| {
        let node = node.object(&["source", "locator", "says"])?;
        let source = node.key("source").reference(&known.sources, "source");
        let locator = node.maybe("locator", Node::localized);
        let says = node.maybe("says", Node::localized);
        Some(Citation { source: source?, locator, says })
    })?;
    if citations.is_empty() {
        return node.refuse("names no source", &format!("write {CITATIONS}"));
    }
    let named =
        |place: usize| citations[..place].iter().any(|c| c.source == citations[place].source);
    if (0..citations.len()).any(named) {
        return node.refuse("names a source twice", "keep one, with both places in its locator");
    }
    Some(citations)
}
