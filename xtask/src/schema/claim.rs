//! A claim: what, when it is dated, and who says so.

use schemars::JsonSchema;

use super::words::{Date, Id, Localized};

/// What is claimed, and who says so.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Claim {
    /// The claim, in a sentence or two.
    text: Localized,
    sources: Citations,
    /// Where sources differ: who says what, and why this is told.
    differs: Option<Localized>,
}

/// French forces arrive.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Arrival {
    /// When they arrived, as closely as it is known.
    date: Date,
    /// What happened, in a sentence or two.
    text: Localized,
    sources: Citations,
    /// Where sources differ: who says what, and why this date is shown.
    differs: Option<Localized>,
}

/// The base passes to somebody else, after the arrival.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Handover {
    /// When the base changed hands, as closely as it is known.
    date: Date,
    /// To whom, with its preposition: “to the Malian army”.
    to: Option<Localized>,
    /// What happened, in a sentence or two.
    text: Localized,
    sources: Citations,
    /// Where sources differ: who says what, and why this date is shown.
    differs: Option<Localized>,
}

/// Who says so: at least one source.
#[derive(JsonSchema)]
pub(super) struct Citations(#[schemars(length(min = 1))] Vec<Citation>);

/// A source behind a claim, and what it says.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Citation {
    /// The id of an entry of `sources`.
    source: Id,
    /// Where in the source: a paragraph, a page, a caption.
    locator: Option<Localized>,
    /// What this source says, where it is not what is shown.
    says: Option<Localized>,
}
