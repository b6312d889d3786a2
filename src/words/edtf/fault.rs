//! Why a text is no date, told to the person who wrote it. Asked only after the reading
//! has failed, so it never decides what is a date.

use super::{Date, Span};
use crate::words::day::{Day, days_in_month, digits};

/// Why a text is no date, and what to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong, as the rest of a sentence that begins with the text.
    pub reason: &'static str,
    /// What to write instead.
    pub cure: String,
}

const UNLIKE: &str = "write it like 2021-12-14, 2021-12 or 2021";

impl Fault {
    fn new(reason: &'static str, cure: impl Into<String>) -> Self {
        Self { reason, cure: cure.into() }
    }

    /// Of a text that is neither a date nor a set.
    pub(super) fn of_date(text: &str) -> Self {
        if Span::read(text).is_some() {
            return Self::new(
                "is a stretch, where one date is wanted",
                "write that date, or [2021-10-12..2021-10-31] for one day between the two",
            );
        }
        match text.strip_prefix('[') {
            Some(set) => Self::of_set(text, set),
            None => Self::of_plain(text.strip_suffix(['?', '~', '%']).unwrap_or(text)),
        }
    }

    /// Of a text that is no date, no set and no interval.
    pub(super) fn of_span(text: &str) -> Self {
        let Some((start, end)) = text.split_once('/') else { return Self::of_date(text) };
        if end.contains('/') {
            return Self::new("is no EDTF date", UNLIKE);
        }
        match (Date::read(start), Date::read(end)) {
            _ if start.is_empty() || start == ".." => {
                Self::new("has no start", "write when it begins; a year will do")
            }
            (None, _) => Self::of_date(start),
            _ if end.is_empty() => Self::new("has no end", "write .. where the end is not known"),
            (_, None) => Self::of_date(end),
            _ => Self::new("ends before it starts", format!("write {end}/{start}")),
        }
    }

    fn of_set(text: &str, set: &str) -> Self {
        const FORM: &str = "write [2021-10-12..2021-10-31]";
        if text.contains(['?', '~', '%']) {
            return Self::new("is a set with a mark", "leave ?, ~ and % out of it");
        }
        let Some(inner) = set.strip_suffix(']') else {
            return Self::new("is a set that does not end with ]", FORM);
        };
        let Some((first, last)) = inner.split_once("..") else {
            return Self::new("is a set without its ..", FORM);
        };
        match (Date::read_plain(first), Date::read_plain(last)) {
            _ if first.is_empty() || last.is_empty() => {
                Self::new("is a set with an open end", "write both ends; a year will do")
            }
            (None, _) => Self::of_plain(first),
            (_, None) => Self::of_plain(last),
            (Some(a), Some(b)) if a.precision == b.precision => {
                Self::new("ends before it starts", format!("write [{last}..{first}]"))
            }
            _ => {
                Self::new("is a set of unlike ends", "write a day, a month or a year at both ends")
            }
        }
    }

    fn of_plain(text: &str) -> Self {
        if text.contains(['?', '~', '%']) {
            return Self::new(
                "has a mark where none may stand",
                "put one mark at the very end; % says both ? and ~",
            );
        }
        if let Some(day) = text.get(..10).filter(|day| Day::parse(day).is_some()) {
            return Self::new("goes on after the day", format!("write {day}"));
        }
        let parts: Vec<&str> = text.split('-').collect();
        let dashed = parts.iter().all(|part| *part == "XX" || digits(part).is_some());
        match parts[..] {
            [year, ref rest @ ..] if dashed && rest.len() < 3 => Self::of_parts(year, rest),
            _ => Self::new("is no EDTF date", UNLIKE),
        }
    }

    /// Of year, month and day, each digits or `XX`.
    fn of_parts(year: &str, rest: &[&str]) -> Self {
        if year.len() != 4 {
            return Self::new("has no year of four digits", UNLIKE);
        }
        if rest.iter().any(|part| part.len() != 2) {
            return Self::new("has a month or day that is not of two digits", UNLIKE);
        }
        let number = |place: usize| rest.get(place).and_then(|part| digits(part));
        match (digits(year), number(0), number(1)) {
            (_, Some(21..=41), None) => {
                Self::new("is a season, which is not drawn", "write its months: [2013-03..2013-05]")
            }
            (Some(year), Some(month @ 1..=12), _) => Self::new(
                "is a day that the calendar does not have",
                format!("that month ends on {year:04}-{month:02}-{}", days_in_month(year, month)),
            ),
            (_, Some(_), _) => {
                Self::new("has a month that no year has", "write a month from 01 to 12")
            }
            (_, None, _) => Self::new("has a day of an unknown month", "write the year alone"),
        }
    }
}
