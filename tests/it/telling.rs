//! What is said in words: the panel as JSON, the count, the slider's value.

use mali_bases::app::App;
use mali_bases::map::atlas::Atlas;
use mali_bases::out::panel::Block;
use mali_bases::out::speech;
use mali_bases::state::Target;
use mali_bases::state::msg::Msg;
use mali_bases::words::lang::Lang;

use crate::support::golden::check_golden;
use crate::support::{app, day, real, small};

const PANELS: [(&str, &str); 4] =
    [("base", "gossi"), ("event", "pau-summit"), ("small", "alpha"), ("small", "vote")];

/// Where the sources are known to differ, their own errors among it, and words that tell it: the
/// conflict's number, the base, event or day whose panel tells it, English, French.
const CONFLICTS: [(usize, &str, &str, &str); 31] = [
    (1, "withdrawal-announced", "dated 11 July 2017", "datée du 11 juillet 2017"),
    (2, "barkhane-begins", "The 5,100 soldiers", "Les 5 100 soldats"),
    (2, "2014-08-01", "reports of the time give 3,000", "à l’époque, les sources donnent 3 000"),
    (2, "2022-02-17", "a band from 4,300 to 4,800", "une bande de 4 300 à 4 800"),
    (2, "northern-closures-announced", "AP speaks of about 2,500", "l’AP parle d’environ 2 500"),
    (3, "elections-pushed-back", "“indefinitely” fits neither", "« indéfiniment » ne correspond"),
    (4, "first-coup", "two coups since May 2020", "deux coups d’État depuis mai 2020"),
    (5, "first-coup", "Al Mayadeen leaves out the year", "Al Mayadeen omet l’année"),
    (5, "first-coup", "calls Assimi Goïta “Asimi Gueta”", "« Asimi Gueta » pour Assimi Goïta"),
    (6, "macron-announces-drawdown", "eight years and five months", "huit ans et cinq mois"),
    (7, "macron-announces-drawdown", "may be merging the two", "confond peut-être les deux"),
    (8, "serval-begins", "the two share no border", "pas de frontière commune"),
    (9, "g5-joint-force", "founded on 16 February 2014", "date du 16 février 2014"),
    (10, "eu-sanctions-wagner", "the decision dates from December", "la décision date de décembre"),
    (11, "western-condemnation", "has 15 signatories", "a 15 signataires"),
    (12, "gao-handed-over", "Serval included", "Serval comprise"),
    (12, "gao-handed-over", "59 French military deaths", "59 militaires français morts"),
    (13, "gao-base-shelled", "speaks of a rocket attack", "parle d’une attaque à la roquette"),
    (14, "airspace-row", "reports the violation as a fact", "rapporte la violation comme un fait"),
    (15, "gossi-drone-video", "place the filming on 20 April", "situent le tournage le 20 avril"),
    (16, "takuba-launched", "DW counts 14 European states", "la DW compte 14 États européens"),
    (16, "withdrawal-announced", "Counts Canada within Barkhane", "Compte le Canada dans Barkhane"),
    (17, "lambrecht-doubts", "DW counts some 1,400", "La DW compte quelque 1 400"),
    (18, "kidal", "The day is not known", "Le jour n’est pas connu"),
    (18, "kidal", "the 13th was a Wednesday", "le 13 était un mercredi"),
    (18, "kidal-last-convoy", "print Tuesday 13 October", "impriment mardi 13"),
    (19, "2013-06-20", "Senenews up to 5,000, RFI 5,500", "jusqu’à 5 000, RFI 5 500"),
    (20, "takuba-ends", "nearly 900 at its peak for i24NEWS", "près de 900 au plus fort"),
    (20, "macron-shifts-to-niger", "2009 for RFI", "2009 pour RFI"),
    (20, "droukdel-killed", "give 4 June", "donnent le 4 juin"),
    (21, "gao", "10:15 UTC", "10 h 15 TU"),
];

pub(crate) fn goldens() -> Vec<String> {
    let names = PANELS.iter().flat_map(|(kind, id)| {
        Lang::ALL.map(|lang| format!("panel/{kind}-{id}-{}.json", lang.code()))
    });
    names.collect()
}

fn speaking(atlas: &Atlas, lang: Lang) -> App {
    let mut app = app(atlas, 390.0);
    app.surround(|env| env.lang = lang);
    app
}

#[test]
fn a_panel_of_the_same_key_is_the_same_panel() {
    for atlas in [small(), real()] {
        let mut app = app(atlas, 390.0);
        let (first, last) = (atlas.data().meta.first, atlas.data().meta.last);
        let mut seen = std::collections::HashMap::new();
        for days in (0..=last - first).step_by(3) {
            app.set_day(first + days);
            let panel = app.panel();
            assert_eq!(panel.key, app.panel_key());
            let before = seen.entry(panel.key.clone()).or_insert_with(|| panel.clone());
            assert_eq!(*before, panel, "{}", first + days);
        }
    }
}

#[test]
fn the_panel_tells_what_is_known_and_who_says_so() {
    for (kind, id) in PANELS {
        for lang in Lang::ALL {
            let mut app = speaking(if kind == "small" { small() } else { real() }, lang);
            assert!(app.choose_base(Some(id)) || app.choose_event(Some(id)), "{id}");
            let panel = serde_json::to_string_pretty(&app.panel()).unwrap();
            check_golden(&format!("panel/{kind}-{id}-{}.json", lang.code()), &panel);
        }
    }
}

#[test]
fn every_panel_has_a_title_sources_and_a_key_of_its_own() {
    for lang in Lang::ALL {
        let mut app = speaking(real(), lang);
        let data = real().data();
        let bases = (0..data.bases.len()).map(Target::Base);
        let targets = bases.chain((0..data.events.len()).map(Target::Event));
        let mut keys = Vec::new();
        for target in targets {
            app.send(Msg::Choose(Some(target)));
            let panel = app.panel();
            assert!(panel.closable && !panel.title.is_empty() && !panel.kicker.is_empty());
            for block in &panel.blocks {
                let Block::Claim(claim) = block else { continue };
                let voices = claim.sources.as_ref().map_or(&[][..], |voices| &voices.items);
                let told = voices.iter().map(|voice| voice.documents.len()).sum::<usize>();
                assert!(told > 0 || claim.value == "not yet", "{target:?}: {claim:?}");
            }
            keys.push(panel.key);
        }
        let count = keys.len();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), count);
    }
}

/// What the panel of a base or an event says, or that of a day on which nothing is chosen.
fn told(place: &str, lang: Lang) -> String {
    let mut app = speaking(real(), lang);
    if !app.choose_base(Some(place)) && !app.choose_event(Some(place)) {
        app.set_day(day(place));
    }
    let panel = serde_json::to_string(&app.panel()).expect("a panel is JSON");
    panel.replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn wherever_sources_differ_the_panel_says_so() {
    for (number, place, english, french) in CONFLICTS {
        for (lang, words) in [(Lang::En, english), (Lang::Fr, french)] {
            let told = told(place, lang);
            assert!(told.contains(words), "{number}, {place}: {words:?} is not in {told}");
        }
    }
    let numbers: Vec<usize> = CONFLICTS.iter().map(|conflict| conflict.0).collect();
    assert!(numbers.is_sorted() && (1..=21).all(|number| numbers.contains(&number)));
}

#[test]
fn a_voice_is_not_named_again_as_the_author() {
    let told = told("kidal", Lang::En);
    assert!(
        told.contains("\"name\":\"Fred Marie\"") && !told.contains("\"place\":\"Fred Marie"),
        "{told}"
    );
    let title = "“Les bases opérationnelles avancées temporaires françaises au Sahel”";
    assert!(told.contains(&format!("\"title\":\"{title}\",\"place\":\"Léa")), "{told}");
}

#[test]
fn when_the_last_have_left_the_panel_counts_none() {
    let french = "Soldats français au Mali";
    assert!(told("2022-08-14", Lang::Fr).contains("\"2 400 (mars 2022)\""));
    for after in ["2022-08-15", "2022-11-09"] {
        let told = told(after, Lang::Fr);
        assert!(told.contains(french) && told.contains("\"0 (15 août 2022)\""), "{told}");
    }
}

#[test]
fn with_nothing_chosen_the_panel_tells_the_latest_event() {
    let case = |on: &str, title: &str, closable: bool| {
        let mut app = speaking(small(), Lang::En);
        app.set_day(day(on));
        assert_eq!((app.panel().title.as_str(), app.panel().closable), (title, closable), "{on}");
    };
    case("2000-06-01", "1 June 2000", false);
    case("2001-02-04", "A raid", false);
    case("2004-01-19", "Beta opens", false);
    case("2004-01-20", "A vote", false);
    case("2009-12-31", "All quiet", false);
}

#[test]
fn figures_are_told_while_they_are_fresh() {
    let case = |on: &str, figures: &[&str]| {
        let mut app = speaking(small(), Lang::En);
        app.set_day(day(on));
        let claims = app.panel().blocks.into_iter().filter_map(|block| match block {
            Block::Claim(claim) if claim.title.starts_with("French troops") => {
                Some(format!("{}: {}. {}", claim.title, claim.value, claim.text))
            }
            _ => None,
        });
        assert_eq!(claims.collect::<Vec<String>>(), figures, "{on}");
    };
    let sahel = "French troops across the Sahel: 1,000–1,200 (2003). Estimated.";
    case("2001-06-29", &[]);
    case("2001-06-30", &["French troops in Mali: 100 (June 2001). Counted."]);
    case("2003-12-30", &[]);
    case("2003-12-31", &[sahel]);
    case("2004-12-31", &[sahel]);
    case("2005-01-02", &[]);
    case("2005-05-06", &["French troops across the Sahel: 800 (about 6 May 2005). Counted again."]);
}

#[test]
fn the_count_says_how_many_are_open_and_how_many_in_doubt() {
    let case = |on: &str, english: &str, french: &str| {
        for (lang, expected) in [(Lang::En, english), (Lang::Fr, french)] {
            let mut app = speaking(real(), lang);
            app.set_day(day(on));
            assert_eq!(app.count(), expected, "{on}");
        }
    };
    case("2012-06-01", "0 of 6 bases open", "0 base ouverte sur\u{a0}6");
    case("2013-01-26", "1 of 6 bases open", "1 base ouverte sur\u{a0}6");
    case("2013-02-10", "4 of 6 bases open", "4 bases ouvertes sur\u{a0}6");
    case(
        "2018-06-01",
        "4 of 6 bases open, 1\u{a0}uncertain",
        "4 bases ouvertes sur\u{a0}6, 1\u{a0}en\u{a0}doute",
    );
    case(
        "2021-10-15",
        "5 of 6 bases open, 1\u{a0}uncertain",
        "5 bases ouvertes sur\u{a0}6, 1\u{a0}en\u{a0}doute",
    );
    case("2022-02-17", "3 of 6 bases open", "3 bases ouvertes sur\u{a0}6");
    case("2022-08-15", "0 of 6 bases open", "0 base ouverte sur\u{a0}6");
}

#[test]
fn the_slider_speaks_day_and_count() {
    assert_eq!(speaking(real(), Lang::En).spoken(), "17 February 2022, 3 of 6 bases open");
}

#[test]
fn a_base_is_spoken_with_its_state() {
    let case = |on: &str, id: &str, english: &str, french: &str| {
        for (lang, expected) in [(Lang::En, english), (Lang::Fr, french)] {
            let mut app = speaking(real(), lang);
            app.set_day(day(on));
            let base = real().chronicle.base(id).unwrap();
            let spoken = speech::base(real(), app.state(), app.text(), base);
            assert_eq!(spoken, expected, "{on}");
        }
    };
    case("2012-06-01", "timbuktu", "Timbuktu, not yet open", "Tombouctou, pas encore ouverte");
    case("2018-06-01", "menaka", "Ménaka, may have opened", "Ménaka, peut-être ouverte");
    case("2020-01-01", "gao", "Gao, open", "Gao, ouverte");
    case("2021-10-15", "kidal", "Kidal, may have closed", "Kidal, peut-être fermée");
    case("2022-02-17", "kidal", "Kidal, closed", "Kidal, fermée");
}

#[test]
fn the_picture_is_described_whole() {
    let app = speaking(real(), Lang::En);
    assert_eq!(
        speech::picture(real(), app.state(), app.text()),
        "Map of Mali and timeline, 17 February 2022: 3 of 6 bases open. Kidal, closed; \
         Tessalit, closed; Timbuktu, closed; Gossi, open; Ménaka, open; Gao, open."
    );
}
