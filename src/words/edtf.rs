//! Dates that say how sure they are: the part of EDTF (ISO 8601-2:2019) that a
//! news chronology needs. A date is a pair of day bounds; a span has two dates.
//!
//! Read: `2022`, `2022-02`, `2022-02-17`, `2022-XX`, `2022-02-XX`, a qualifier
//! `?` `~` `%` behind it, one of a set `[2021-10-12..2021-10-31]`, an interval
//! `a/b`, open `a/..`. Anything else is an error, never "always".

mod fault;

use serde::{Deserialize, Serialize};

pub use self::fault::Fault;
use super::day::{Day, days_in_month, digits};

/// How closely a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Precision {
    /// To the day.
    Day,
    /// To the month.
    Month,
    /// To the year.
    Year,
    /// Some day between two days.
    Between,
}

/// One moment, known as closely as its source knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Date {
    /// The first day it can have been.
    pub earliest: Day,
    /// The last day it can have been, never before `earliest`.
    pub latest: Day,
    /// What the writer wrote: a day, a month, a year, a set.
    pub precision: Precision,
    /// `~` or `%`: about then.
    pub approximate: bool,
    /// `?` or `%`: the source itself is in doubt.
    pub uncertain: bool,
}

/// A moment, or a stretch from one moment to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// When it is, or begins.
    pub start: Date,
    /// When it ends, for a stretch with a known end.
    pub end: Option<Date>,
    /// Whether it is a stretch (`a/b`, `a/..`) rather than a moment.
    pub lasts: bool,
}

impl Date {
    /// A date known to the day.
    pub fn on(day: Day) -> Self {
        Self {
            earliest: day,
            latest: day,
            precision: Precision::Day,
            approximate: false,
            uncertain: false,
        }
    }

    /// Reads one date or one set; an interval is refused.
    ///
    /// # Errors
    /// Why the text is not such a date, and what to write.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        Self::read(text).ok_or_else(|| Fault::of_date(text))
    }

    fn read(text: &str) -> Option<Self> {
        if let Some(set) = text.strip_prefix('[') {
            let (first, last) = set.strip_suffix(']')?.split_once("..")?;
            let (first, last) = (Self::read_plain(first)?, Self::read_plain(last)?);
            let sound = first.earliest <= last.latest && first.precision == last.precision;
            let precision = Precision::Between;
            let set = Self { earliest: first.earliest, latest: last.latest, precision, ..first };
            return sound.then_some(set);
        }
        let (plain, mark) = match text.as_bytes().last() {
            Some(mark @ (b'?' | b'~' | b'%')) => (&text[..text.len() - 1], *mark),
            _ => (text, b' '),
        };
        let date = Self::read_plain(plain)?;
        Some(Self {
            approximate: mark == b'~' || mark == b'%',
            uncertain: mark == b'?' || mark == b'%',
            ..date
        })
    }

    /// A day, a month or a year, without a mark.
    fn read_plain(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = parts.next().filter(|year| year.len() == 4).and_then(digits)?;
        let (month, day) = (part(parts.next())?, part(parts.next())?);
        if parts.next().is_some() {
            return None;
        }
        let (from, to, precision) = match (month, day) {
            (Part::Known(m), Part::Known(d)) => ((m, d), (m, d), Precision::Day),
            (Part::Known(m), _) => ((m, 1), (m, days_in_month(year, m)), Precision::Month),
            (_, Part::Unknown | Part::Missing) => ((1, 1), (12, 31), Precision::Year),
            _ => return None,
        };
        let day = |(month, day)| Day::from_civil(year, month, day);
        Some(Self { precision, earliest: day(from)?, latest: day(to)?, ..Self::on(Day(0)) })
    }

    /// Whether the day itself is known.
    pub fn is_exact(&self) -> bool {
        self.earliest == self.latest
    }

    /// Whether the writer holds it for about right, or doubts it.
    pub fn is_qualified(&self) -> bool {
        self.approximate || self.uncertain
    }

    /// Whether it is one day, and nobody doubts it.
    pub fn is_sure(&self) -> bool {
        self.is_exact() && !self.is_qualified()
    }
}

#[derive(Clone, Copy)]
enum Part {
    Known(i32),
    Unknown,
    Missing,
}

fn part(text: Option<&str>) -> Option<Part> {
    match text {
        None => Some(Part::Missing),
        Some("XX") => Some(Part::Unknown),
        Some(text) if text.len() == 2 => digits(text).map(Part::Known),
        Some(_) => None,
    }
}

impl Span {
    /// Reads a date, a set or an interval.
    ///
    /// # Errors
    /// Why the text is none of these, and what to write.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        Self::read(text).ok_or_else(|| Fault::of_span(text))
    }

    fn read(text: &str) -> Option<Self> {
        let Some((start, end)) = text.split_once('/') else {
            return Some(Self { start: Date::read(text)?, end: None, lasts: false });
        };
        let start = Date::read(start)?;
        let end = if end == ".." { None } else { Some(Date::read(end)?) };
        let sound = end.is_none_or(|end| start.earliest <= end.latest);
        sound.then_some(Self { start, end, lasts: true })
    }

    /// The first day that it may cover, and the last where that is known.
    pub fn bounds(&self) -> (Day, Option<Day>) {
        let end = if self.lasts { self.end } else { Some(self.start) };
        (self.start.earliest, end.map(|end| end.latest))
    }

    /// The first day on which it has surely begun: its place in a chronology.
    pub fn day(&self) -> Day {
        self.start.latest
    }
}
