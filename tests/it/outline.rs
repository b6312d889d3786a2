//! The text version: everything that the picture shows, in words that follow the day.

use std::fmt::Write as _;

use mali_bases::app::App;
use mali_bases::out::panel::Block;
use mali_bases::out::panel::outline::Item;
use mali_bases::state::msg::Msg;
use mali_bases::view::mark::Shape;
use mali_bases::view::scene::Pane;
use mali_bases::words::lang::Lang;

use crate::support::days::telling_days;
use crate::support::golden::check_golden;
use crate::support::{WIDTHS, column, day, faultless, real};

/// As a reader has it, a line a paragraph.
fn written(app: &App) -> String {
    let reading = app.reading();
    let (sections, ground) = app.outline();
    let mut text = format!("{}\n", reading.lead);
    for section in &sections {
        let _ = write!(text, "\n# {}\n", section.title);
        for (place, item) in section.items.iter().enumerate() {
            let here = [("figures", reading.figures), ("events", reading.events)];
            if here.contains(&(section.kind, place)) {
                let _ = writeln!(text, "--- {}", reading.marker);
            }
            let when = [item.panel.kicker.as_str(), &item.signs].join(" · ");
            let when = if section.kind == "bases" { reading.bases[place] } else { &when };
            text.push_str(&entry(item, when));
        }
    }
    format!("{text}\n{ground}\n")
}

fn entry(item: &Item, when: &str) -> String {
    let Item { panel, .. } = item;
    let mut text = format!("## {}\n{when}\n", panel.title);
    for block in &panel.blocks {
        let Block::Claim(claim) = block else { continue };
        let differs = claim.differs.as_ref().map(|note| format!("{} {}", note.title, note.text));
        let sources = claim.sources.as_ref().map(|voices| {
            let names: Vec<&str> = voices.items.iter().map(|voice| voice.name.as_str()).collect();
            format!("{} {}", voices.title, names.join(", "))
        });
        let head = format!("{} {}", claim.title, claim.value);
        let lines = [Some(head), Some(claim.text.clone()), differs, sources];
        for line in lines.into_iter().flatten().filter(|line| !line.trim().is_empty()) {
            let _ = writeln!(text, "{}", line.trim());
        }
    }
    text
}

fn opened(width: f64, lang: Lang, on: &str) -> App {
    let mut app = column(width, lang, false);
    app.send(Msg::SetDay(day(on)));
    app.refresh();
    app
}

fn name(lang: Lang) -> String {
    format!("outline/{}.txt", lang.code())
}

/// The names of the kept texts.
pub(crate) fn goldens() -> Vec<String> {
    Lang::ALL.map(name).to_vec()
}

#[test]
fn the_text_version_stays_as_it_is() {
    for lang in Lang::ALL {
        let app = opened(390.0, lang, "2021-12-14");
        check_golden(&name(lang), &written(&app));
    }
}

/// Every text that is drawn in a pane, but for letters that are set one by one.
fn drawn(pane: &Pane) -> impl Iterator<Item = &str> {
    let layers = [&pane.land, &pane.marks, &pane.overlay];
    layers.into_iter().flatten().filter_map(|mark| match &mark.shape {
        Shape::Text(label) if label.text.chars().count() > 1 => Some(label.text.as_str()),
        _ => None,
    })
}

/// What explains signs, and what stands for many: the text version has the things themselves.
fn explains(app: &App, label: &str) -> bool {
    let text = app.text();
    let signs = [text.not_yet, text.open, text.closed, text.no_end, text.unknown_day];
    let counts = label.starts_with(['+', '’']) || label.ends_with(" km");
    // The day of it stands among the base's claims, written out.
    let closed = text.closed_in.split('{').next().is_some_and(|closed| label.starts_with(closed));
    counts || closed || label.parse::<u32>().is_ok() || signs.contains(&label)
}

#[test]
fn every_text_of_the_picture_is_in_it() {
    let mut faults = Vec::new();
    for lang in Lang::ALL {
        for width in WIDTHS {
            for on in telling_days(real()) {
                let app = opened(width, lang, &on.to_string());
                let words = written(&app);
                let scene = app.scene();
                for label in drawn(&scene.map).chain(drawn(&scene.timeline)) {
                    // A figure and what it counts stand in two cells, a name in capitals may be broken.
                    let parts =
                        label.split_once(' ').filter(|_| label.starts_with(char::is_numeric));
                    let is_told = |part: &str| words.contains(part) || explains(&app, part);
                    let told = is_told(label)
                        || parts.is_some_and(|(figure, rest)| is_told(figure) && is_told(rest))
                        || (label.to_uppercase() == label && label.split(' ').all(is_told));
                    if !told {
                        faults.push(format!("{width} px, {}, {on}: {label}", lang.code()));
                    }
                }
            }
        }
    }
    faults.sort();
    faults.dedup();
    faultless(&faults);
}

#[test]
fn it_follows_the_day() {
    let before = opened(390.0, Lang::En, "2012-01-01").reading();
    assert_eq!((before.figures, before.events, before.bases[0]), (0, 0, "not yet open"));
    let after = opened(390.0, Lang::En, "2022-12-31").reading();
    let data = real().data();
    assert_eq!((after.figures, after.events), (data.strength.len(), data.events.len()));
    assert!(after.bases.iter().all(|state| *state == "closed"), "{:?}", after.bases);
    assert!(after.lead.starts_with("31 December 2022, 0 of 6 bases open. "), "{}", after.lead);
}
