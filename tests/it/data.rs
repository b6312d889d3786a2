//! The bundled data against a table written by hand from the sources.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::OnceLock;

use mali_bases::model::base::BaseState::{self, Closed, MaybeClosed, MaybeOpen, NotYet, Open};
use mali_bases::model::dataset::{Category, Citation, Claim, Dataset, Event};
use mali_bases::shell::bundled;
use mali_bases::words::day::Day;
use mali_bases::words::edtf::Date;
use mali_bases::words::lang::Lang;

use crate::support::{close, day, events, real};

/// Id, latitude, longitude, arrival, handover; in the order of closing.
const BASES: [(&str, f64, f64, &str, &str); 6] = [
    ("kidal", 18.4351, 1.4223, "2013-01-30", "[2021-10-12..2021-10-31]"),
    ("tessalit", 20.2430, 0.9773, "2013-02-08", "2021-11-13"),
    ("timbuktu", 16.7304, -3.0076, "2013-01-28", "2021-12-14"),
    ("gossi", 15.8267, -1.3114, "2019-01-13", "2022-04-19"),
    ("menaka", 15.9182, 2.4022, "2018", "2022-06-13"),
    ("gao", 16.2485, -0.0055, "2013-01-26", "2022-08-15"),
];

fn data() -> &'static Dataset {
    real().data()
}

#[test]
fn the_data_reads_without_a_problem() {
    assert_eq!(bundled::dataset().map(|_| ()), Ok(()));
}

#[test]
fn the_bases_are_those_of_the_table_in_the_order_of_their_closing() {
    assert_eq!(data().bases.len(), BASES.len());
    for (base, (id, lat, lon, arrived, handed_over)) in data().bases.iter().zip(BASES) {
        assert_eq!(base.id, id);
        assert!(close(base.at.lat, lat) && close(base.at.lon, lon), "{id}: {:?}", base.at);
        let end = base.handed_over.as_ref().unwrap();
        assert!(end.to.is_some(), "{id}");
        for (date, table) in [(base.arrived.date, arrived), (end.date, handed_over)] {
            assert!(Date::parse(table) == Ok(date), "{id}: {}, here {table}", told(date));
        }
    }
}

/// A date as its days: `2021-11-13`, `2018-01-01..2018-12-31`.
fn told(date: Date) -> String {
    let Date { earliest, latest, .. } = date;
    if date.is_exact() { earliest.to_string() } else { format!("{earliest}..{latest}") }
}

#[test]
fn the_bases_have_their_states_on_telling_days() {
    // Kidal, Tessalit, Timbuktu, Gossi, Ménaka, Gao.
    let case = |on: &str, expected: [BaseState; 6]| {
        assert_eq!(real().chronicle.states(day(on)), expected, "{on}");
    };
    case("2012-06-01", [NotYet; 6]);
    case("2013-01-25", [NotYet; 6]);
    case("2013-01-26", [NotYet, NotYet, NotYet, NotYet, NotYet, Open]);
    case("2013-02-10", [Open, Open, Open, NotYet, NotYet, Open]);
    case("2017-12-31", [Open, Open, Open, NotYet, NotYet, Open]);
    case("2018-06-01", [Open, Open, Open, NotYet, MaybeOpen, Open]);
    case("2018-12-31", [Open, Open, Open, NotYet, Open, Open]);
    case("2019-01-13", [Open; 6]);
    case("2021-10-11", [Open; 6]);
    case("2021-10-15", [MaybeClosed, Open, Open, Open, Open, Open]);
    case("2021-10-31", [Closed, Open, Open, Open, Open, Open]);
    case("2021-12-13", [Closed, Closed, Open, Open, Open, Open]);
    case("2022-02-17", [Closed, Closed, Closed, Open, Open, Open]);
    case("2022-06-13", [Closed, Closed, Closed, Closed, Closed, Open]);
    case("2022-08-14", [Closed, Closed, Closed, Closed, Closed, Open]);
    case("2022-08-15", [Closed; 6]);
}

#[test]
fn the_axis_is_the_eleven_years_and_opens_on_the_announcement() {
    let meta = &data().meta;
    let days = [meta.first, meta.last, meta.opens].map(|day| day.to_string());
    assert_eq!(days, ["2012-01-01", "2022-12-31", "2022-02-17"]);
    let told = real().chronicle.latest_event(meta.opens).map(|event| &events()[event]);
    assert_eq!(told.unwrap().span.day().to_string(), days[2]);
}

#[test]
fn events_say_the_same_as_the_bases_they_open_and_close() {
    let case = |event: &str, base: &str, opens: bool| {
        let event = &events()[real().chronicle.event(event).expect(event)];
        let index = real().chronicle.base(base).unwrap();
        let base = &data().bases[index];
        let claim = if opens { Some(&base.arrived) } else { base.handed_over.as_ref() };
        assert!(event.bases.contains(&index), "{}", event.id);
        let (start, date) = (event.span.start, claim.unwrap().date);
        assert!(start == date, "{}: {}, its base {}", event.id, told(start), told(date));
    };
    case("gao-retaken", "gao", true);
    case("timbuktu-retaken", "timbuktu", true);
    case("kidal-airport-taken", "kidal", true);
    case("tessalit-taken", "tessalit", true);
    case("menaka-base-opens", "menaka", true);
    case("gossi-settled", "gossi", true);
    case("tessalit-handed-over", "tessalit", false);
    case("timbuktu-handed-over", "timbuktu", false);
    case("gossi-handed-over", "gossi", false);
    case("menaka-handed-over", "menaka", false);
    case("gao-handed-over", "gao", false);
}

#[test]
fn kidals_last_convoy_is_the_first_day_it_can_have_closed() {
    let convoy = &events()[real().chronicle.event("kidal-last-convoy").unwrap()];
    let kidal = &data().bases[real().chronicle.base("kidal").unwrap()];
    let earliest = kidal.handed_over.as_ref().unwrap().date.earliest;
    assert_eq!(convoy.span.day().to_string(), earliest.to_string());
}

#[test]
fn each_end_of_a_base_has_an_event_of_that_base_on_one_of_its_days() {
    for (index, base) in data().bases.iter().enumerate() {
        let handed_over = base.handed_over.as_ref().map(|end| ("handedOver", end.date));
        let ends = [Some(("arrived", base.arrived.date)), handed_over];
        for (end, date) in ends.into_iter().flatten() {
            let days_off = |event: &Event| {
                let day = event.span.day();
                (date.earliest - day).max(day - date.latest)
            };
            let its_own = events().iter().filter(|event| event.bases.contains(&index));
            let nearest = its_own.min_by_key(|event| days_off(event)).unwrap();
            let (id, date, event) = (&base.id, told(date), &nearest.id);
            let day = nearest.span.day();
            assert!(days_off(nearest) <= 0, "{id}.{end} is {date}, {event} {day}: change both");
        }
    }
}

#[test]
fn there_are_sixty_events_of_every_kind_and_each_base_has_its_own() {
    let events = events();
    assert!(events.len() >= 60, "{}", events.len());
    for category in [Category::Attack, Category::Military, Category::Politics, Category::Bases] {
        assert!(events.iter().filter(|event| event.category == category).count() >= 5);
    }
    for (index, base) in data().bases.iter().enumerate() {
        assert!(events.iter().any(|event| event.bases.contains(&index)), "{}", base.id);
    }
}

#[test]
fn events_lie_on_the_axis_in_order() {
    let meta = &data().meta;
    let days: Vec<Day> = events().iter().map(|event| event.span.day()).collect();
    assert!(days.is_sorted());
    for event in events() {
        let end = event.span.end.map_or(event.span.start.latest, |end| end.latest);
        assert!(event.span.start.earliest >= meta.first && end <= meta.last, "{}", event.id);
    }
}

#[test]
fn titles_are_short_enough_for_a_tip() {
    for event in events() {
        for lang in Lang::ALL {
            let letters = event.title.get(lang).chars().count();
            assert!(letters <= 45, "{} {}: {letters}", event.id, lang.code());
        }
    }
}

#[test]
fn every_source_is_used() {
    let data = data();
    let used: BTreeSet<usize> = citations().iter().map(|(_, citation)| citation.source).collect();
    let unused: Vec<&str> = (0..data.sources.len())
        .filter(|source| !used.contains(source))
        .map(|source| data.sources[source].id.as_str())
        .collect();
    assert_eq!(unused, [""; 0]);
    assert!(used.last() < Some(&data.sources.len()), "every citation has its source");
}

/// Every citation, with the claim it stands behind.
fn citations() -> Vec<(&'static str, &'static Citation)> {
    static CLAIMS: OnceLock<Vec<Claim>> = OnceLock::new();
    let of = |claim: &'static Claim| {
        claim.citations.iter().map(|citation| (claim.text.en.as_str(), citation))
    };
    let claims = CLAIMS.get_or_init(|| data().claims().map(Cow::into_owned).collect());
    claims.iter().flat_map(of).collect()
}

#[test]
fn the_texts_that_were_read_whole_are_cited_with_the_place() {
    let read = [
        "afp-2022-02-17",
        "almayadeen-2022-02",
        "afp-2022-05-05",
        "dw-2022-02-17",
        "ap-2022-02-03",
    ];
    for (place, citation) in citations() {
        let source = &data().sources[citation.source].id;
        let known = !read.contains(&source.as_str()) || citation.locator.is_some();
        assert!(known, "“{place}” cites {source} without a paragraph");
    }
}

#[test]
fn no_source_is_younger_than_the_web_or_older_than_what_it_reports() {
    for source in &data().sources {
        let year = source.issued.map_or(2022, |date| date.earliest.civil().year);
        assert!((2012..=2026).contains(&year), "{}: {year}", source.id);
    }
}

#[test]
fn operations_follow_each_other() {
    let case = |id: &str, start: &str, end: &str| {
        let operation = data().operations.iter().find(|operation| operation.id == id).expect(id);
        assert_eq!(told(operation.start), start, "{id}");
        assert_eq!(operation.end.map(told).as_deref(), Some(end), "{id}");
    };
    case("serval", "2013-01-11", "2014-08-01");
    case("barkhane", "2014-08-01", "2022-11-09");
}

#[test]
fn sources_differ_where_they_are_known_to() {
    let kidal = &data().bases[0];
    assert!(kidal.handed_over.as_ref().unwrap().claim.differs.is_some());
    let differing = events().iter().filter(|event| event.claim.differs.is_some()).count();
    assert!(differing >= 5, "{differing}");
}
