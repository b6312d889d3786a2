//! The languages, and how each writes a day, a date and a number.
//! The choice is always the caller's: never the reader's locale by accident.

use serde::{Deserialize, Serialize};

use super::day::{Civil, Day};
use super::edtf::{Date, Precision, Span};

/// A language the graphic speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Lang {
    /// English, British conventions.
    #[default]
    En,
    /// French.
    Fr,
}

/// A text in every language.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Localized {
    /// English.
    pub en: String,
    /// French.
    pub fr: String,
}

impl Localized {
    /// The text in one language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Fr => &self.fr,
        }
    }

    /// The same without the other languages.
    #[must_use]
    pub fn only(&self, lang: Lang) -> Self {
        let kept = |other| if lang == other { self.get(other).to_owned() } else { String::new() };
        Self { en: kept(Lang::En), fr: kept(Lang::Fr) }
    }

    /// Each text changed in the same way.
    #[must_use]
    pub fn map(&self, change: impl Fn(&str) -> String) -> Self {
        Self { en: change(&self.en), fr: change(&self.fr) }
    }
}

const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const MONTHS_FR: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const SHORT_EN: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const SHORT_FR: [&str; 12] = [
    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
    "déc.",
];

impl Lang {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::En, Self::Fr];

    /// The primary subtag of BCP 47: `en`, `fr`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
        }
    }

    /// The language of a BCP 47 tag (`fr-CA` is French), or `None` for one we do not speak.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or(tag);
        Self::ALL.into_iter().find(|lang| primary.eq_ignore_ascii_case(lang.code()))
    }

    /// `17 February 2022`, `1er février 2022`.
    pub fn day(self, day: Day) -> String {
        let Civil { year, .. } = day.civil();
        format!("{} {year}", self.day_and_month(day))
    }

    fn day_and_month(self, day: Day) -> String {
        let Civil { month, day, .. } = day.civil();
        let ordinal = if self == Self::Fr && day == 1 { "er" } else { "" };
        format!("{day}{ordinal} {}", self.month_name(month))
    }

    fn month_name(self, month: i32) -> &'static str {
        let names = if self == Self::En { &MONTHS_EN } else { &MONTHS_FR };
        name(names, month)
    }

    /// `Nov 2021`, `nov. 2021`: for a label with little room.
    pub fn month_short(self, day: Day) -> String {
        let Civil { year, month, .. } = day.civil();
        let names = if self == Self::En { &SHORT_EN } else { &SHORT_FR };
        format!("{} {year}", name(names, month))
    }

    /// A date in a few letters, no closer than it is known: `Oct 2021`, `2018`, `2021–2022`.
    pub fn date_short(self, date: &Date) -> String {
        let (first, last) = (date.earliest.civil(), date.latest.civil());
        if first.year != last.year {
            format!("{}–{}", first.year, last.year)
        } else if first.month != last.month {
            first.year.to_string()
        } else {
            self.month_short(date.latest)
        }
    }

    /// A date as closely as it is known: `17 February 2022`, `February 2022`, `2018`,
    /// `between 12 and 31 October 2021`, with `about` before an approximate one and a
    /// question mark behind a doubtful one.
    pub fn date(self, date: &Date) -> String {
        let Civil { year, month, .. } = date.earliest.civil();
        let plain = match date.precision {
            Precision::Day => self.day(date.earliest),
            Precision::Month => format!("{} {year}", self.month_name(month)),
            Precision::Year => year.to_string(),
            Precision::Between => {
                let (between, and) =
                    if self == Self::En { ("between", "and") } else { ("entre le", "et le") };
                let from = self.first_of_range(date.earliest, date.latest);
                format!("{between} {from} {and} {}", self.day(date.latest))
            }
        };
        let about = match self {
            Self::En if date.approximate => "about ",
            Self::Fr if date.approximate && date.precision == Precision::Day => "vers le ",
            Self::Fr if date.approximate => "vers ",
            _ => "",
        };
        let doubt =
            if date.uncertain { if self == Self::Fr { "\u{a0}?" } else { "?" } } else { "" };
        format!("{about}{plain}{doubt}")
    }

    /// A span: `30 March – 1 April 2012`, `September – December 2021`, `since 2018`, or a
    /// single date.
    pub fn span(self, span: &Span) -> String {
        match span.end {
            Some(end) if span.start.is_exact() && end.is_exact() => format!(
                "{} – {}",
                self.first_of_range(span.start.earliest, end.earliest),
                self.day(end.earliest)
            ),
            Some(end) => format!("{} – {}", self.before(&span.start, &end), self.date(&end)),
            None if span.lasts => {
                let since = match self {
                    Self::En => "since",
                    Self::Fr if span.start.precision == Precision::Day => "depuis le",
                    Self::Fr => "depuis",
                };
                format!("{since} {}", self.date(&span.start))
            }
            None => self.date(&span.start),
        }
    }

    /// The first date of a stretch: a month of the same year without the year.
    fn before(self, first: &Date, last: &Date) -> String {
        let Civil { year, month, .. } = first.earliest.civil();
        let months = [first, last].iter().all(|date| date.precision == Precision::Month);
        let plain = !first.is_qualified() && year == last.earliest.civil().year;
        if months && plain { self.month_name(month).to_owned() } else { self.date(first) }
    }

    /// The first day of a range, without what it shares with the last.
    fn first_of_range(self, first: Day, last: Day) -> String {
        let (from, to) = (first.civil(), last.civil());
        if from.year != to.year {
            self.day(first)
        } else if from.month != to.month {
            self.day_and_month(first)
        } else {
            let ordinal = if self == Self::Fr && from.day == 1 { "er" } else { "" };
            format!("{}{ordinal}", from.day)
        }
    }

    /// A whole number in groups of three: `4,300`; `4 300` with a narrow no-break space.
    pub fn number(self, n: u32) -> String {
        let digits = n.to_string();
        let separator = if self == Self::En { ',' } else { '\u{202f}' };
        let mut out = String::with_capacity(digits.len() + 2);
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                out.push(separator);
            }
            out.push(digit);
        }
        out
    }

    /// A title in the marks of the language: `“…”`, `« … »`.
    pub fn quoted(self, title: &str) -> String {
        match self {
            Self::En => format!("“{title}”"),
            Self::Fr => {
                // Quotation marks within quotation marks are the others.
                let space = [' ', '\u{a0}'];
                let parts = title.split('«').map(|part| part.trim_start_matches(space));
                let inner = parts.collect::<Vec<_>>().join("“");
                let parts = inner.split('»').map(|part| part.trim_end_matches(space));
                let inner = parts.collect::<Vec<_>>().join("”");
                format!("«\u{a0}{inner}\u{a0}»")
            }
        }
    }

    /// `4,300`, or `4,300–4,800` where sources differ.
    pub fn range(self, low: u32, high: u32) -> String {
        if low == high {
            self.number(low)
        } else {
            format!("{}–{}", self.number(low), self.number(high))
        }
    }
}

fn name(names: &[&'static str; 12], month: i32) -> &'static str {
    usize::try_from(month - 1).ok().and_then(|index| names.get(index)).copied().unwrap_or("")
}
