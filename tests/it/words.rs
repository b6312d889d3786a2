//! How days, dates and numbers are written in either language.

use mali_bases::words::edtf::{Date, Span};
use mali_bases::words::lang::Lang;
use mali_bases::words::metrics::{ALPHABET, Metrics, Weight};
use mali_bases::words::text::Text;

use crate::support::{close, day, metrics};

#[test]
fn a_date_says_how_closely_it_is_known() {
    let case = |edtf: &str, english: &str, french: &str| {
        let date = Date::parse(edtf).unwrap();
        assert_eq!(Lang::ALL.map(|lang| lang.date(&date)), [english, french]);
    };
    case("2022-02-17", "17 February 2022", "17 février 2022");
    case("2022-08-01", "1 August 2022", "1er août 2022");
    case("2022-02", "February 2022", "février 2022");
    case("2018", "2018", "2018");
    case("2018~", "about 2018", "vers 2018");
    case("2013-01-11?", "11 January 2013?", "11 janvier 2013\u{a0}?");
    case("2013-01%", "about January 2013?", "vers janvier 2013\u{a0}?");
    case(
        "[2021-10-12..2021-10-31]",
        "between 12 and 31 October 2021",
        "entre le 12 et le 31 octobre 2021",
    );
    case(
        "[2012-04-01..2012-12-31]",
        "between 1 April and 31 December 2012",
        "entre le 1er avril et le 31 décembre 2012",
    );
    case(
        "[2021-12-30..2022-01-08]",
        "between 30 December 2021 and 8 January 2022",
        "entre le 30 décembre 2021 et le 8 janvier 2022",
    );
}

#[test]
fn a_span_names_both_ends() {
    let case = |edtf: &str, english: &str, french: &str| {
        let span = Span::parse(edtf).unwrap();
        assert_eq!(Lang::ALL.map(|lang| lang.span(&span)), [english, french]);
    };
    case("2021-09/2021-12", "September – December 2021", "septembre – décembre 2021");
    case("2020-12/2021-02", "December 2020 – February 2021", "décembre 2020 – février 2021");
    case(
        "2021-09~/2021-12",
        "about September 2021 – December 2021",
        "vers septembre 2021 – décembre 2021",
    );
    case("2022-02-17", "17 February 2022", "17 février 2022");
    case("2022-02-01/2022-02-17", "1 – 17 February 2022", "1er – 17 février 2022");
    case("2012-03-30/2012-04-01", "30 March – 1 April 2012", "30 mars – 1er avril 2012");
    case("2018/..", "since 2018", "depuis 2018");
}

#[test]
fn a_short_date_fits_a_label() {
    let case = |edtf: &str, english: &str, french: &str| {
        let date = Date::parse(edtf).unwrap();
        assert_eq!(Lang::ALL.map(|lang| lang.date_short(&date)), [english, french]);
    };
    case("2021-12-14", "Dec 2021", "déc. 2021");
    case("[2021-10-12..2021-10-31]", "Oct 2021", "oct. 2021");
    case("2018", "2018", "2018");
}

#[test]
fn quotation_marks_within_quotation_marks_are_the_others() {
    assert_eq!(Lang::En.quoted("A plan"), "“A plan”");
    let french = "L’opération «\u{a0}Barkhane\u{a0}» et « Takuba »";
    let quoted = "«\u{a0}L’opération “Barkhane” et “Takuba”\u{a0}»";
    assert_eq!(Lang::Fr.quoted(french), quoted);
}

#[test]
fn numbers_are_grouped_in_threes() {
    let case = |n: u32, english: &str, french: &str| {
        assert_eq!(Lang::ALL.map(|lang| lang.number(n)), [english, french]);
    };
    case(0, "0", "0");
    case(999, "999", "999");
    case(4300, "4,300", "4\u{202f}300");
    case(1_234_567, "1,234,567", "1\u{202f}234\u{202f}567");
    assert_eq!(Lang::En.range(2400, 2400), "2,400");
    assert_eq!(Lang::En.range(4300, 4800), "4,300–4,800");
}

#[test]
fn a_language_is_known_by_its_tag() {
    let case = |tag: &str, lang| assert_eq!(Lang::from_tag(tag), lang, "{tag}");
    case("en", Some(Lang::En));
    case("EN-gb", Some(Lang::En));
    case("fr-CA", Some(Lang::Fr));
    case("fr_ML", Some(Lang::Fr));
    case("de", None);
    case("fro", None);
    case("", None);
}

#[test]
fn the_first_day_of_a_month_is_an_ordinal_in_french() {
    assert_eq!(Lang::Fr.day(day("2014-08-01")), "1er août 2014");
    assert_eq!(Lang::Fr.day(day("2014-08-11")), "11 août 2014");
}

#[test]
fn every_value_finds_its_place() {
    for lang in Lang::ALL {
        let text = Text::of(lang);
        assert_eq!(text.lang, lang);
        let filled = [
            text.count_of(3, 1, 6),
            text.closed_in("2021"),
            text.voices_of(1, 3),
            text.voices_of(2, 3),
            text.via("a"),
            text.picture_of("c", "d"),
        ];
        for sentence in filled {
            assert!(!sentence.contains('{'), "{sentence}");
        }
        assert!(text.count_of(3, 0, 6) != text.count_of(3, 1, 6));
    }
}

#[test]
fn widths_come_from_the_table() {
    let n = ALPHABET.chars().count();
    let mut widths = vec![0.5; 2 * n];
    let a = ALPHABET.chars().position(|letter| letter == 'a').unwrap();
    (widths[a], widths[n + a]) = (0.25, 0.75);
    let table = Metrics::new(&widths).unwrap();
    assert!(close(table.width("ab", 10.0, Weight::Regular), 7.5));
    assert!(close(table.width("aa", 10.0, Weight::Bold), 15.0));
    assert!(close(table.width("語", 10.0, Weight::Regular), 5.0));
    assert_eq!(Metrics::new(&widths[1..]), None);
    widths[3] = f64::NAN;
    assert_eq!(Metrics::new(&widths), None);
}

#[test]
fn the_bundled_font_was_measured() {
    let width = |text: &str, weight| metrics().width(text, 1.0, weight);
    assert!(width("iiii", Weight::Regular) < width("mmmm", Weight::Regular) / 2.0);
    assert!(width("Tombouctou", Weight::Regular) < width("Tombouctou", Weight::Bold));
    assert!(*metrics() != Metrics::default());
}
