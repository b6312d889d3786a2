//! The small words of a dataset: texts, ids, dates, places on the earth.

use schemars::JsonSchema;

/// A text of at least one letter.
#[derive(JsonSchema)]
#[schemars(inline, extend("patternErrorMessage" = "Write at least one letter."))]
pub(super) struct Text(#[schemars(regex(pattern = r"\S"))] String);

/// A text in every language.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Localized {
    /// In English.
    en: Text,
    /// In French.
    fr: Text,
}

/// Small letters a–z, digits and hyphens.
#[derive(JsonSchema)]
#[schemars(extend(
    "patternErrorMessage" = "Write an id of small letters a–z, digits and hyphens."
))]
pub(super) struct Id(#[schemars(regex(pattern = "^[a-z0-9-]+$"))] String);

/// A date in EDTF (ISO 8601-2), no closer than it is known: a day, a month, a year, or one
/// day between two; `~` behind it says about, `?` that the source doubts, `%` both.
#[derive(JsonSchema)]
#[schemars(extend(
    "examples" = [
        "2021-12-14", "2022-02", "2022-02-XX", "2018", "2018-XX-XX",
        "[2021-10-12..2021-10-31]", "2013-01-11~", "2013-01-11?", "2013-01-11%"
    ],
    "patternErrorMessage" = "Write an EDTF date: 2022, 2022-02, 2022-02-17 or [2022-02-01..2022-02-17]."
))]
pub(super) struct Date(#[schemars(regex(pattern = whole(&date())))] String);

/// A date, or a stretch from one date to another in EDTF (ISO 8601-2); `..` as its end says
/// that the end is not known.
#[derive(JsonSchema)]
#[schemars(extend(
    "examples" = ["2021-12-14", "2018", "2021-06-03/2021-07-02", "2021-06-03/.."],
    "patternErrorMessage" = "Write an EDTF date or interval: 2022-02-17, 2021-06-03/2021-07-02 or 2021-06-03/.. ."
))]
pub(super) struct Span(#[schemars(regex(pattern = span()))] String);

/// From the first day of the timeline to its last, as an EDTF interval with both ends.
#[derive(JsonSchema)]
#[schemars(extend(
    "examples" = ["2012-01-01/2022-12-31"],
    "patternErrorMessage" = "Write an interval such as 2012-01-01/2022-12-31."
))]
pub(super) struct Axis(#[schemars(regex(pattern = axis()))] String);

/// A place on the earth: `[longitude, latitude]` in degrees, WGS 84.
#[derive(JsonSchema)]
#[schemars(extend("examples" = [[0.9773, 20.243]]))]
pub(super) struct Position(Longitude, Latitude);

/// East of Greenwich positive.
#[derive(JsonSchema)]
#[schemars(inline)]
struct Longitude(#[schemars(range(min = -180, max = 180))] f64);

/// North of the equator positive.
#[derive(JsonSchema)]
#[schemars(inline)]
struct Latitude(#[schemars(range(min = -90, max = 90))] f64);

/// How many soldiers: `[lowest, highest]`, whole numbers, twice the same where sources agree.
#[derive(JsonSchema)]
#[schemars(extend("examples" = [[4300, 4800]]))]
pub(super) struct Figure(Soldiers, Soldiers);

/// A number of soldiers.
#[derive(JsonSchema)]
#[schemars(inline)]
struct Soldiers(#[schemars(range(max = 10_000_000))] u32);

const YEAR: &str = "[0-9]{4}(?:-XX(?:-XX)?)?";
const MONTH: &str = "[0-9]{4}-(?:0[1-9]|1[0-2])(?:-XX)?";
/// 29 February is there in every year: leap years are for the reader to know.
const DAY: &str = "[0-9]{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9])\
                   |(?:0[13-9]|1[0-2])-30|(?:0[13578]|1[02])-31)";

fn date() -> String {
    let sets = [YEAR, MONTH, DAY].map(|end| format!(r"{end}\.\.{end}")).join("|");
    format!(r"(?:{YEAR}|{MONTH}|{DAY})[?~%]?|\[(?:{sets})\]")
}

fn span() -> String {
    let date = date();
    whole(&format!(r"(?:{date})(?:/(?:{date}|\.\.))?"))
}

fn axis() -> String {
    let date = date();
    whole(&format!("(?:{date})/(?:{date})"))
}

/// A pattern for a whole text rather than for a piece of it.
fn whole(pattern: &str) -> String {
    format!("^(?:{pattern})$")
}
