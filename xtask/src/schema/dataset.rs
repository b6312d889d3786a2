//! A whole dataset: what its keys hold, one kind of entry after another.

use schemars::JsonSchema;

use super::claim::Citations;
use super::map::{Bases, Places};
use super::source::{Address, Source};
use super::words::{Axis, Date, Figure, Id, Localized, Span, Text};

/// What the graphic shows, and who says so: bases, events, figures and their sources.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, title = "A dataset of mali-bases")]
pub(super) struct Dataset {
    /// Where this schema lies, for editors.
    #[schemars(rename = "$schema")]
    schema: Option<Text>,
    meta: Meta,
    bases: Bases,
    places: Places,
    /// Named military operations.
    operations: Vec<Operation>,
    /// How many soldiers, over the years.
    strength: Vec<Strength>,
    /// What happened. Of one day's events the first here is told first.
    events: Vec<Event>,
    /// Who is cited, as CSL-JSON.
    sources: Vec<Source>,
}

/// The graphic's own words and frame.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Meta {
    /// The headline.
    title: Localized,
    /// What the reader can do here.
    standfirst: Localized,
    /// Whose map and places.
    credit: Localized,
    /// The date of the first picture, inside the span.
    opens: Date,
    span: Axis,
    /// What others may do with the data.
    license: Option<License>,
}

/// The license of the data.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct License {
    /// Its name, such as `CC BY 4.0`.
    name: Text,
    /// Where its text stands.
    #[schemars(rename = "URL")]
    url: Address,
}

/// A named military operation.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Operation {
    /// Unique in its list. It appears in addresses, so do not change one lightly.
    id: Id,
    /// Its name.
    name: Localized,
    /// When it began.
    start: Date,
    /// When it ended, after the start. Without it the operation goes on.
    end: Option<Date>,
    /// What it was.
    text: Localized,
    sources: Citations,
    /// Where sources differ: who says what, and why this is told.
    differs: Option<Localized>,
}

/// How many soldiers, at one time.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Strength {
    /// When it was so. The figure stands at the middle of it.
    date: Date,
    scope: Scope,
    figure: Figure,
    /// What the figure counts, and who says it.
    text: Localized,
    /// What stands beside the figure on the graphic; for the few that are named there.
    callout: Option<Localized>,
    sources: Citations,
    /// Where sources differ: who says what, and why this figure is shown.
    differs: Option<Localized>,
}

/// Whom a figure counts.
#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
enum Scope {
    /// French forces in Mali.
    Mali,
    /// The French force across the Sahel.
    Sahel,
}

/// Something that happened.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Event {
    /// Unique in its list. It appears in addresses, so do not change one lightly.
    id: Id,
    /// When it happened. It is told on the first day on which it has
    /// surely begun, which lies inside the span of `meta`.
    date: Span,
    category: Category,
    /// Where, in words.
    place: Option<Localized>,
    /// The ids of the bases it belongs to.
    bases: Option<Vec<Id>>,
    /// A headline.
    title: Localized,
    /// What happened, in a sentence or two.
    text: Localized,
    sources: Citations,
    /// Where sources differ: who says what, and why this is shown.
    differs: Option<Localized>,
}

/// What an event is about; each kind has its own mark.
#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
enum Category {
    /// An attack.
    Attack,
    /// Armed forces act or are announced.
    Military,
    /// Governments, votes, agreements.
    Politics,
    /// A base opens or closes.
    Bases,
}
