//! The entries of a dataset besides the bases: who says what, when, with which figure.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::base::Base;
use super::events::Events;
use crate::words::day::Day;
use crate::words::edtf::{Date, Span};
use crate::words::lang::Localized;
use crate::words::place::LonLat;

/// A source named behind a claim.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Citation {
    /// Index into [`Dataset::sources`].
    pub source: usize,
    /// Where in the source it stands (CSL: locator).
    pub locator: Option<Localized>,
    /// What the source says instead, where it differs from what is plotted.
    pub says: Option<Localized>,
}

/// What is claimed, and who says so.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// The claim, in a sentence or two.
    pub text: Localized,
    /// Who says so; empty only in what is packed for the first picture.
    pub citations: Vec<Citation>,
    /// Where sources differ and why this is told.
    pub differs: Option<Localized>,
}

/// An end of a presence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct End {
    /// When.
    pub date: Date,
    /// To whom, for a handover.
    pub to: Option<Localized>,
    /// What happened.
    pub claim: Claim,
}

/// What an event is about; each kind has its own mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Category {
    /// An attack.
    Attack,
    /// Armed forces act or are announced.
    Military,
    /// Governments, votes, agreements.
    Politics,
    /// A base opens or closes.
    Bases,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its id in addresses and attributes.
    pub id: String,
    /// When.
    pub span: Span,
    /// What kind.
    pub category: Category,
    /// Where, in words.
    pub place: Option<Localized>,
    /// The bases it belongs to: indexes into [`Dataset::bases`].
    pub bases: Vec<usize>,
    /// A headline.
    pub title: Localized,
    /// What happened.
    pub claim: Claim,
}

/// A named military operation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Operation {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Localized,
    /// When it began.
    pub start: Date,
    /// When it ended, if it did.
    pub end: Option<Date>,
    /// What it was.
    pub claim: Claim,
}

impl Operation {
    /// From its beginning to its end.
    pub fn span(&self) -> Span {
        Span { start: self.start, end: self.end, lasts: true }
    }
}

/// Whom a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scope {
    /// French forces in Mali.
    Mali,
    /// The French force across the Sahel.
    Sahel,
}

/// How many soldiers, at one time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Strength {
    /// When it was so.
    pub date: Date,
    /// Whom it counts.
    pub scope: Scope,
    /// The lowest figure given.
    pub low: u32,
    /// The highest, the same where sources agree.
    pub high: u32,
    /// What it counts.
    pub claim: Claim,
    /// What stands on the graphic beside the figure, for the few that are named there.
    pub callout: Option<Localized>,
}

impl Strength {
    /// The day at which it is drawn: the middle of what its date allows.
    pub fn day(&self) -> Day {
        self.date.earliest + (self.date.latest - self.date.earliest) / 2
    }
}

/// What a place on the map is drawn as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PlaceKind {
    /// The country of the story: named larger.
    Home,
    /// A neighbor: named in small capitals at the first of its points that is free.
    Country,
    /// A capital: a small square.
    Capital,
    /// A river: named along its points.
    River,
}

/// A name on the map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Its id; for countries the ISO 3166-1 alpha-2 code in small letters.
    pub id: String,
    /// Its name as it stands on the map: that of a country in capitals.
    pub name: Localized,
    /// How it is drawn.
    pub kind: PlaceKind,
    /// Where it may stand (countries), stands (a capital) or runs (a river).
    pub points: Vec<LonLat>,
}

/// What kind of source it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Genre {
    /// A news agency.
    Wire,
    /// A government, an army, an organization of states.
    Official,
    /// A newspaper, a magazine, a news site.
    Newspaper,
    /// Radio, television.
    Broadcaster,
    /// A dataset free to use.
    OpenData,
    /// An encyclopedia.
    Reference,
    /// Anything else.
    Other,
}

/// A document that was read (a subset of CSL-JSON 1.0.2).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// Its id.
    pub id: String,
    /// What kind it is.
    pub genre: Genre,
    /// Its title, where known.
    pub title: Option<String>,
    /// Who speaks.
    pub publisher: String,
    /// Who carried it.
    pub container: Option<String>,
    /// Its authors' names, in order.
    pub authors: Vec<String>,
    /// When it was published, as far as known.
    pub issued: Option<Date>,
    /// Its address, where known for certain.
    pub url: Option<String>,
    /// BCP 47 tag of its language, where known.
    pub language: Option<String>,
    /// Whose words it reprints: two reprints of one wire are one voice.
    pub voice: Option<String>,
}

impl Source {
    /// Whose words it carries.
    pub fn speaker(&self) -> &str {
        self.voice.as_ref().unwrap_or(&self.publisher)
    }
}

/// The graphic's own words and frame.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Meta {
    /// The headline.
    pub title: Localized,
    /// What the reader can do here.
    pub standfirst: Localized,
    /// Whose map and places.
    pub credit: Localized,
    /// The day first shown.
    pub opens: Day,
    /// First day of the axis.
    pub first: Day,
    /// Last day of the axis.
    pub last: Day,
}

/// Everything the graphic shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dataset {
    /// Words and frame.
    pub meta: Meta,
    /// The bases in the order of their lanes.
    pub bases: Vec<Base>,
    /// Names on the map.
    pub places: Vec<Place>,
    /// Operations by start.
    pub operations: Vec<Operation>,
    /// Figures by the days at which they are drawn.
    pub strength: Vec<Strength>,
    /// Events by day.
    pub events: Events,
    /// Sources.
    pub sources: Vec<Source>,
}

impl Dataset {
    /// Every claim of the graphic, each with its sources.
    pub fn claims(&self) -> impl Iterator<Item = Cow<'_, Claim>> {
        let bases = self.bases.iter().flat_map(Base::claims);
        let operations = self.operations.iter().map(|operation| &operation.claim);
        let strength = self.strength.iter().map(|figure| &figure.claim);
        let events = self.events.iter().map(|event| Cow::Owned(event.claim));
        bases.chain(operations).chain(strength).map(Cow::Borrowed).chain(events)
    }
}
