//! The patterns of dates against the code that reads them.

use mali_bases::words::edtf::{Date, Span};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use serde_json::json;

use super::part;

/// What may stand in a date, sound or not, often at the edge.
fn plain() -> impl Strategy<Value = String> {
    let like = "[0-9]{4}(-(0[0-9]|1[0-3]|XX)(-(0[0-9]|[12][0-9]|3[0-2]|XX))?)?";
    prop_oneof![9 => like, 1 => "[-0-9XT:]{1,12}"]
}

fn date() -> impl Strategy<Value = String> {
    let mark = prop_oneof![5 => "", 5 => "[?~%]", 1 => "[?~% ]{1,2}"];
    let set = (plain(), plain(), prop_oneof![8 => Just(".."), 1 => Just("."), 1 => Just(",")]);
    prop_oneof![
        3 => (plain(), mark).prop_map(|(date, mark)| date + &mark),
        1 => set.prop_map(|(first, last, dots)| format!("[{first}{dots}{last}]")),
        1 => plain().prop_map(|date| format!("[{date}..{date}]")),
    ]
}

fn span() -> impl Strategy<Value = String> {
    prop_oneof![
        date(),
        (date(), date()).prop_map(|(start, end)| format!("{start}/{end}")),
        date().prop_map(|start| format!("{start}/..")),
        date().prop_map(|end| format!("../{end}")),
    ]
}

/// What a pattern does not know: the order of two dates, and leap years.
fn needs_the_calendar(text: &str) -> bool {
    text.contains("..") || text.contains('/') || text.contains("-02-29")
}

/// The same cases on every run, so that a failure is one for everybody.
fn laws() -> Config {
    Config {
        cases: 2000,
        rng_seed: RngSeed::Fixed(2022),
        failure_persistence: None,
        ..Config::default()
    }
}

proptest! {
    #![proptest_config(laws())]

    #[test]
    fn a_date_is_a_date_for_both(text in date()) {
        thread_local!(static DATE: jsonschema::Validator = part("/$defs/Date"));
        let (read, valid) = (Date::parse(&text).is_ok(), DATE.with(|date| date.is_valid(&json!(text))));
        prop_assert!(valid || !read, "only the reader takes {text:?}");
        prop_assert!(read || !valid || needs_the_calendar(&text), "only the schema takes {text:?}");
    }

    #[test]
    fn a_span_is_a_span_for_both(text in span()) {
        thread_local!(static SPAN: jsonschema::Validator = part("/$defs/Span"));
        let (read, valid) = (Span::parse(&text).is_ok(), SPAN.with(|span| span.is_valid(&json!(text))));
        prop_assert!(valid || !read, "only the reader takes {text:?}");
        prop_assert!(read || !valid || needs_the_calendar(&text), "only the schema takes {text:?}");
    }
}

#[test]
fn every_day_of_a_leap_year_is_one_for_both() {
    let date = part("/$defs/Date");
    for (month, day) in (0..=13).flat_map(|month| (0..=32).map(move |day| (month, day))) {
        let text = format!("2020-{month:02}-{day:02}");
        assert_eq!(date.is_valid(&json!(text)), Date::parse(&text).is_ok(), "{text}");
    }
}

/// Dates of other formats, of no calendar, or not finished.
const NO_DATES: &[&str] = &[
    "",
    " ",
    "soon",
    "22",
    "222",
    "20222",
    "-0044",
    "+2022",
    "Y17000",
    "2022-",
    "2022-2",
    "2022-13",
    "2022-00",
    "2022-1X",
    "202X",
    "20XX-01",
    "20220217",
    "2022-21",
    "2022-W07",
    "2022-048",
    " 2022",
    "2022 ",
    "2022\n",
    "2022??",
    "?2022",
    "~2022",
    "2022-~02",
    "２０２２",
    "[2022",
    "2022]",
    "[2022]",
    "[2022..]",
    "[..2022]",
    "/2022",
    "2022/",
    "../2022",
    "../..",
    "2022-XX-01",
    "2022-02-00",
    "2022-02-30",
    "2022-04-31",
    "2022-06-32",
    "2022-02-1",
    "2022-02-17-01",
    "2022/02/17",
    "17-02-2022",
    "2022-02-17T10:00",
    "[2022,2023]",
    "[2022..2023]?",
    "[2022?..2023]",
    "[2022..2022-02]",
    "{2022..2023}",
    "[2022-02-30..2022-03-01]",
    "2022//2023",
    "2022/2023/2024",
    "2022/open",
    "2022-13/2023",
    "2022/2023-13",
];

#[test]
fn what_is_no_date_is_none_for_both() {
    let (date, span, axis) = (part("/$defs/Date"), part("/$defs/Span"), part("/$defs/Axis"));
    for text in NO_DATES {
        assert!(Date::parse(text).is_err() && !date.is_valid(&json!(text)), "{text:?}");
        assert!(Span::parse(text).is_err() && !span.is_valid(&json!(text)), "{text:?}");
        assert!(!axis.is_valid(&json!(text)), "{text:?}");
    }
}

#[test]
fn a_stretch_is_no_date_and_an_axis_has_both_ends() {
    let (date, span, axis) = (part("/$defs/Date"), part("/$defs/Span"), part("/$defs/Axis"));
    for (text, is_axis) in [("2022/2023", true), ("2022-01-01~/2023", true), ("2022/..", false)] {
        assert!(!date.is_valid(&json!(text)) && span.is_valid(&json!(text)), "{text}");
        assert_eq!(axis.is_valid(&json!(text)), is_axis, "{text}");
    }
    assert!(!axis.is_valid(&json!("2022")));
}
