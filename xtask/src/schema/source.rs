//! A source: the part of CSL-JSON 1.0.2 that the graphic shows.

use schemars::JsonSchema;

use super::words::{Id, Text};

/// Who is cited, as CSL-JSON.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Source {
    /// Unique in its list; publisher and date make a good one: `afp-2021-11-16`.
    id: Id,
    r#type: SourceType,
    /// Its title as published.
    title: Option<Text>,
    /// Who speaks.
    publisher: Text,
    /// Who carried it, where that is somebody else.
    container_title: Option<Text>,
    /// Who wrote it, in order.
    author: Option<Vec<Author>>,
    issued: Option<Issued>,
    /// The complete address; rather none than a guessed one.
    #[schemars(rename = "URL")]
    url: Option<Address>,
    /// Its language as a tag such as `fr` (BCP 47).
    language: Option<Text>,
    genre: Genre,
    custom: Option<Custom>,
}

/// What CSL calls this kind of document.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum SourceType {
    /// A text of an agency or of an unknown kind.
    Article,
    /// A text in a newspaper.
    ArticleNewspaper,
    /// On radio or television.
    Broadcast,
    /// Open data.
    Dataset,
    /// A report of a body or an institute.
    Report,
    /// A page of a site.
    Webpage,
}

/// What kind of voice it is.
#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
enum Genre {
    /// A news agency.
    Wire,
    /// A government, an army, an international body.
    Official,
    /// A newspaper or a news site.
    Newspaper,
    /// A radio or television station.
    Broadcaster,
    /// A database that anyone may use.
    #[schemars(rename = "open data")]
    OpenData,
    /// A book of reference, an encyclopedia.
    Reference,
    /// Anything else.
    Other,
}

/// A person by family and given name, or one literal name.
#[derive(JsonSchema)]
#[schemars(untagged, deny_unknown_fields)]
enum Author {
    /// A person.
    Person {
        /// The family name.
        family: Text,
        /// The given name.
        given: Option<Text>,
        /// The name as one text; it goes before the others.
        literal: Option<Text>,
    },
    /// A name that has no parts: a team, an agency, a byline.
    Literal {
        /// The name as one text; it goes before the others.
        literal: Text,
        /// The family name.
        family: Option<Text>,
        /// The given name.
        given: Option<Text>,
    },
}

/// When it was published, as far as known.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, extend("examples" = [{ "date-parts": [[2022, 2, 17]] }]))]
struct Issued {
    /// One date: `[[2022, 2, 17]]`, as far as known; `[[2022]]` will do.
    #[schemars(rename = "date-parts")]
    date_parts: [DateParts; 1],
}

/// Year, month and day, or year and month, or the year alone.
#[derive(JsonSchema)]
#[schemars(extend("minItems" = 1))]
struct DateParts(Year, Month, Day);

/// The year.
#[derive(JsonSchema)]
#[schemars(inline)]
struct Year(#[schemars(range(max = 9999))] u32);

/// The month, 1 = January.
#[derive(JsonSchema)]
#[schemars(inline)]
struct Month(#[schemars(range(min = 1, max = 12))] u32);

/// The day of the month.
#[derive(JsonSchema)]
#[schemars(inline)]
struct Day(#[schemars(range(min = 1, max = 31))] u32);

/// An address of the web.
#[derive(JsonSchema)]
#[schemars(inline, extend("patternErrorMessage" = "Write an address that begins with https://."))]
pub(super) struct Address(
    #[schemars(regex(pattern = r"^https?://\S*$"))]
    String,
);

/// Whose words it reprints.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Custom {
    /// Whose words they are: two papers that print one agency's text are one voice.
    voice: Text,
}
