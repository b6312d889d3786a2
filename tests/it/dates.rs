//! Laws of days and of EDTF dates; the dates are held against an independent library.

use edtf_core::{Bound, Edtf};
use mali_bases::words::day::{Day, days_in_month};
use mali_bases::words::edtf::{Date, Precision, Span};
use proptest::prelude::*;

use crate::support::{day, laws};

/// Every day of the years that are read: 0000-01-01 to 9999-12-31.
fn any_day() -> impl Strategy<Value = Day> {
    (day("0000-01-01").0..=day("9999-12-31").0).prop_map(Day)
}

/// A date without a mark: a day, a month or a year, also with `XX`.
fn plain() -> impl Strategy<Value = String> {
    (any_day(), 0..5).prop_map(|(day, form)| {
        let text = day.to_string();
        match form {
            0 => text,
            1 => text[..7].to_owned(),
            2 => text[..4].to_owned(),
            3 => format!("{}-XX", &text[..7]),
            _ => format!("{}-XX", &text[..4]),
        }
    })
}

/// Any expression of the part that is read, sets also the wrong way round.
fn written() -> impl Strategy<Value = String> {
    let marked = (plain(), prop_oneof![Just(""), Just("?"), Just("~"), Just("%")])
        .prop_map(|(date, mark)| format!("{date}{mark}"));
    let set = (any_day(), -9..400_i32, 0..3_usize).prop_map(|(from, days, form)| {
        let until = Day((from + days).0.clamp(day("0000-01-01").0, day("9999-12-31").0));
        let [from, until] = [from, until].map(|day| day.to_string()[..[10, 7, 4][form]].to_owned());
        format!("[{from}..{until}]")
    });
    prop_oneof![marked, set]
}

fn bounds(text: &str) -> (String, String) {
    let bounds = Edtf::parse(text).expect(text).bounds();
    let shown = |bound| match bound {
        Bound::Date(date) => date.to_string(),
        other => format!("{other:?}"),
    };
    (shown(bounds.earliest), shown(bounds.latest))
}

proptest! {
    #![proptest_config(laws(2000))]

    #[test]
    fn a_day_is_its_calendar_date(day in any_day()) {
        let date = day.civil();
        prop_assert_eq!(Day::from_civil(date.year, date.month, date.day), Some(day));
        prop_assert_eq!(Day::parse(&day.to_string()), Some(day));
    }

    #[test]
    fn the_calendar_goes_on_by_one(day in any_day()) {
        let (today, next) = (day.civil(), (day + 1).civil());
        let follows = if today.day < days_in_month(today.year, today.month) {
            (today.year, today.month, today.day + 1)
        } else if today.month < 12 {
            (today.year, today.month + 1, 1)
        } else {
            (today.year + 1, 1, 1)
        };
        prop_assert_eq!((next.year, next.month, next.day), follows);
    }

    #[test]
    fn months_on_keep_the_day_or_take_the_last(day in any_day(), months in -2400..2400) {
        let (from, to) = (day.civil(), day.add_months(months).civil());
        let count = from.year * 12 + from.month - 1 + months;
        prop_assume!((0..120_000).contains(&count));
        prop_assert_eq!(to.year * 12 + to.month - 1, count);
        prop_assert_eq!(to.day, from.day.min(days_in_month(to.year, to.month)));
    }

    #[test]
    fn months_on_keep_the_order(day in any_day(), gap in 0..400, months in -600..600) {
        let later = day + gap;
        prop_assume!(later.civil().year < 9900 && day.civil().year > 100);
        prop_assert!(day.add_months(months) <= later.add_months(months));
        prop_assert!(day.add_months(0) == day);
    }

    #[test]
    fn a_date_has_the_bounds_that_edtf_core_gives_it(text in written()) {
        let Ok(date) = Date::parse(&text) else {
            // Only a set can end before it starts.
            prop_assert!(text.starts_with('[') && Edtf::parse(&text).is_err(), "{}", text);
            return Ok(());
        };
        prop_assert!(date.earliest <= date.latest);
        prop_assert_eq!((date.earliest.to_string(), date.latest.to_string()), bounds(&text));
        let span = Span::parse(&text).unwrap();
        prop_assert_eq!(span.bounds(), (date.earliest, Some(date.latest)));
        let theirs = Edtf::parse(&text).unwrap();
        prop_assert_eq!(date.approximate, theirs.is_approximate());
        prop_assert_eq!(date.uncertain, theirs.is_uncertain());
        prop_assert_eq!(date.is_exact(), date.earliest == date.latest);
    }

    #[test]
    fn an_interval_has_the_bounds_of_its_ends(from in plain(), until in plain(), open: bool) {
        let text = format!("{from}/{}", if open { ".." } else { &until });
        let Ok(span) = Span::parse(&text) else {
            prop_assert!(Date::parse(&until).unwrap().latest < Date::parse(&from).unwrap().earliest);
            return Ok(());
        };
        let (earliest, latest) = bounds(&text);
        prop_assert_eq!(span.start.earliest.to_string(), earliest);
        let end = span.end.map_or("PositiveInfinity".to_owned(), |end| end.latest.to_string());
        prop_assert_eq!(end, latest);
        prop_assert_eq!(span.bounds(), (span.start.earliest, span.end.map(|end| end.latest)));
        prop_assert!(span.lasts && span.day() == span.start.latest);
    }

    #[test]
    fn garbage_is_an_error_or_a_date_of_our_years(text in "[0-9X?~%/.\\[\\]\\-é ]{0,26}|.{0,12}") {
        prop_assert!(Day::parse(&text).is_none_or(|day| day.to_string() == text));
        if let Ok(span) = Span::parse(&text) {
            let days = [Some(span.start), span.end].into_iter().flatten();
            for date in days {
                prop_assert!(date.earliest <= date.latest);
                prop_assert!(date.earliest >= day("0000-01-01"));
                prop_assert!(date.latest <= day("9999-12-31"));
            }
            prop_assert!(Edtf::parse(&text).is_ok(), "edtf-core refuses {}", text);
        }
    }
}

#[test]
fn expressions_are_read_as_written() {
    let case = |text: &str, earliest: &str, latest: &str, precision| {
        let date = Date::parse(text).unwrap();
        let read = (date.earliest.to_string(), date.latest.to_string(), date.precision);
        assert_eq!(read, (earliest.to_owned(), latest.to_owned(), precision), "{text}");
    };
    case("2022-02-17", "2022-02-17", "2022-02-17", Precision::Day);
    case("2022-02", "2022-02-01", "2022-02-28", Precision::Month);
    case("2020-02-XX", "2020-02-01", "2020-02-29", Precision::Month);
    case("2018", "2018-01-01", "2018-12-31", Precision::Year);
    case("2018-XX", "2018-01-01", "2018-12-31", Precision::Year);
    case("2018-XX-XX", "2018-01-01", "2018-12-31", Precision::Year);
    case("[2021-10-12..2021-10-31]", "2021-10-12", "2021-10-31", Precision::Between);
    case("[2021-10..2021-11]", "2021-10-01", "2021-11-30", Precision::Between);
    case("[2021..2022]", "2021-01-01", "2022-12-31", Precision::Between);
}

#[test]
fn what_is_no_date_is_refused_with_the_reason() {
    let case = |text: &str, reason: &str| {
        assert_eq!(Span::parse(text).expect_err(text).reason, reason, "{text}");
    };
    let syntax = "is no EDTF date";
    case("17 February 2022", syntax);
    case("20２2", syntax);
    case("..", syntax);
    case("2021/2022/2023", syntax);
    case("2022-02-17-01", "goes on after the day");
    case("2022-02-17T12:00", "goes on after the day");
    case("", syntax);
    case("22-02-17", "has no year of four digits");
    case("20222-02", "has no year of four digits");
    case("2022-2-17", "has a month or day that is not of two digits");
    case("2022-XX-17", "has a day of an unknown month");
    case("2022?~", "has a mark where none may stand");
    case("2022-02-30", "is a day that the calendar does not have");
    case("2022-00-01", "has a month that no year has");
    case("2022-13", "has a month that no year has");
    case("2022-21", "is a season, which is not drawn");
    case("[2021-10-12", "is a set that does not end with ]");
    case("[2021-10-12..2021-10-11]", "ends before it starts");
    case("[2021-10..2022]", "is a set of unlike ends");
    case("[2021-10..2022-13]", "has a month that no year has");
    case("2022/2021", "ends before it starts");
    case("../2022", "has no start");
    case("2022/", "has no end");
    let fault = Date::parse("2022/2023").expect_err("one date is wanted");
    assert_eq!(fault.reason, "is a stretch, where one date is wanted");
}

#[test]
fn the_cure_is_a_date_where_it_can_be() {
    let case = |text: &str, cure: &str| assert_eq!(Span::parse(text).expect_err(text).cure, cure);
    case("2022/2021~", "write 2021~/2022");
    case("[2021-10-12..2021-10-11]", "write [2021-10-11..2021-10-12]");
    case("2022-02-17T12:00", "write 2022-02-17");
    case("2020-02-30", "that month ends on 2020-02-29");
}
