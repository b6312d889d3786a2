//! Validates a dataset through the library and tells every problem at once, each at its place
//! in its file.

mod document;
mod report;
mod syntax;

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Result, anyhow, bail};
use mali_bases::map::atlas::Atlas;
use mali_bases::model::dataset::Dataset;
use mali_bases::model::problem::{Part, Problem};
use mali_bases::model::value::{Value, parse};
use mali_bases::shell::bundled;

use self::document::Document;
use self::report::Finding;
use crate::files;

/// Validates a dataset file, or `data/` without one.
///
/// # Errors
/// The number of problems, once they are printed; or that the file cannot be read.
pub(crate) fn check(file: Option<&Path>) -> Result<()> {
    let name = file.map_or_else(|| "data".to_owned(), files::shown);
    let documents = match file {
        Some(file) => vec![Document::new(&name, "", &files::read(file)?)],
        None => {
            bundled::PARTS.map(|(key, file, text)| Document::new(file, key, text.as_bytes())).into()
        }
    };
    match examine(&documents)? {
        Ok(atlas) => {
            for source in uncited(atlas.data()) {
                println!(
                    "warning: the source “{source}” is cited nowhere; cite it, or leave it out"
                );
            }
            println!("✓ {name}: {}, no problem", counts(atlas.data()));
        }
        Err(findings) => {
            for finding in &findings {
                anstream::println!("{}\n", finding.draw());
            }
            bail!("{name}: {}", many(findings.len(), "problem"));
        }
    }
    Ok(())
}

/// Reads the documents as the page would: one whole dataset, or one file for each of its keys.
fn examine(documents: &[Document]) -> Result<Result<Atlas, Vec<Finding<'_>>>> {
    let basemap =
        parse(bundled::BASEMAP).map_err(|problem| anyhow!("data/basemap.json: {problem}"))?;
    let flaw = |place| Finding::of_syntax(documents, place);
    let mut findings: Vec<_> = (0..documents.len()).filter_map(flaw).collect();
    let Some(dataset) = joined(documents) else { return Ok(Err(findings)) };
    let problems = match Atlas::read(&dataset, &basemap) {
        Ok(atlas) if findings.is_empty() => return Ok(Ok(atlas)),
        Ok(_) => Vec::new(),
        Err(problems) => problems,
    };
    let told = problems.iter().filter(|problem| !follows(problem, documents));
    findings.extend(told.map(|problem| Finding::of_problem(documents, problem)));
    findings.sort_by_key(Finding::place);
    Ok(Err(findings))
}

/// The dataset, of which the keys whose files are no JSON are missing; `None` where nothing is
/// left of it.
fn joined(documents: &[Document]) -> Option<Value> {
    let field =
        |document: &Document| Some((document.root.clone(), document.value.as_ref().ok()?.clone()));
    match documents {
        [whole] if whole.root.is_empty() => field(whole).map(|(_, value)| value),
        parts => Some(Value::Object(parts.iter().filter_map(field).collect())),
    }
}

/// Whether a key is missing only because its file is no JSON.
fn follows(problem: &Problem, documents: &[Document]) -> bool {
    let unread = |document: &Document| document.value.is_err() && document.root == problem.path;
    problem.part == Part::Missing && documents.iter().any(unread)
}

/// The ids of the sources that no claim names: sound, but most often a thing half done.
fn uncited(data: &Dataset) -> Vec<&str> {
    let cited: BTreeSet<usize> = data
        .claims()
        .flat_map(|claim| claim.into_owned().citations)
        .map(|citation| citation.source)
        .collect();
    let sources = data.sources.iter().enumerate();
    sources.filter(|(place, _)| !cited.contains(place)).map(|(_, source)| &source.id[..]).collect()
}

/// How much of everything there is, and of how much of it a reader cannot find the place.
fn counts(data: &Dataset) -> String {
    let citations: Vec<_> = data.claims().flat_map(|claim| claim.into_owned().citations).collect();
    let unnamed =
        data.sources.iter().filter(|source| source.title.is_none() && source.url.is_none());
    let placeless = citations.iter().filter(|citation| citation.locator.is_none());
    let counts = [
        many(data.bases.len(), "base"),
        many(data.events.len(), "event"),
        many(data.sources.len(), "source") + &lacking(unnamed.count(), "title and address"),
        many(data.claims().count(), "claim"),
        many(citations.len(), "citation") + &lacking(placeless.count(), "locator"),
    ];
    counts.join(", ")
}

fn lacking(count: usize, what: &str) -> String {
    if count == 0 { String::new() } else { format!(" ({count} without {what})") }
}

fn many(count: usize, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {what}{plural}")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::Index;
    use proptest::test_runner::RngSeed;

    use super::*;

    const SOUND: &str = include_str!("../../tests/broken/sound.json");

    /// The files of `data/`, of which some texts are replaced.
    fn data(changes: &[(&str, &str, &str)]) -> Vec<Document> {
        let changed = |(key, file, text): (&str, &str, &str)| {
            let mine = changes.iter().filter(|(changed, ..)| *changed == key);
            let text = mine.fold(text.to_owned(), |text, (_, from, to)| {
                assert!(text.contains(from), "{from:?} should stand in {file}");
                text.replacen(from, to, 1)
            });
            Document::new(file, key, text.as_bytes())
        };
        bundled::PARTS.map(changed).into()
    }

    /// The titles and the places of what is found.
    fn found(documents: &[Document]) -> Vec<String> {
        let findings = examine(documents).unwrap().expect_err("something is wrong");
        let plain =
            |finding: &Finding<'_>| anstream::adapter::strip_str(&finding.draw()).to_string();
        let heads = findings.iter().map(plain);
        heads
            .map(|report| {
                let mut lines = report.lines().map(|line| line.trim_start_matches([' ', '-', '>']));
                let (title, place) = (lines.next().unwrap(), lines.next().unwrap());
                format!("{title} in {}", place.split(':').next().unwrap())
            })
            .collect()
    }

    #[test]
    fn a_source_that_nobody_cites_is_told() {
        let spare = r#"[{ "id": "spare", "type": "report", "publisher": "P", "genre": "other" },"#;
        let documents = data(&[("sources", "[", spare)]);
        let atlas = examine(&documents).unwrap().ok().unwrap();
        assert_eq!(uncited(atlas.data()), ["spare"]);
        let sound = data(&[]);
        assert_eq!(uncited(examine(&sound).unwrap().ok().unwrap().data()), [""; 0]);
    }

    #[test]
    fn each_problem_is_shown_in_its_own_file() {
        let documents = data(&[
            ("meta", "\"opens\"", "\"open\""),
            ("bases", "\"FeatureCollection\"", "\"Collection\""),
            ("events", "\"id\"", "\"ident\""),
        ]);
        let expected = [
            "error: meta.open in data/meta.json",
            "error: bases.type in data/bases.geojson",
            "error: events[0].id in data/events.json",
            "error: events[0].ident in data/events.json",
        ];
        assert_eq!(found(&documents), expected);
    }

    #[test]
    fn files_that_are_no_json_hide_nothing_and_cause_nothing() {
        let documents = data(&[
            ("sources", "[", "[["),
            ("bases", "{", "{{"),
            ("strength", "\"scope\": \"", "\"scope\": \"x"),
        ]);
        let expected = [
            "error: data/bases.geojson is no JSON in data/bases.geojson",
            "error: strength[0].scope in data/strength.json",
            "error: data/sources.json is no JSON in data/sources.json",
        ];
        assert_eq!(found(&documents), expected);
    }

    #[test]
    fn the_data_is_found_good() {
        assert!(examine(&data(&[])).unwrap().is_ok());
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            cases: 500,
            failure_persistence: None,
            rng_seed: RngSeed::Fixed(2022),
            ..ProptestConfig::default()
        })]

        /// Someone types, deletes and pastes anywhere.
        #[test]
        fn whatever_is_typed_is_found_good_or_drawn(
            edits in prop::collection::vec(
                (any::<Index>(), 0..12_usize, "[\\[\\]{}\",:\\\\0-9é“’\u{feff}\u{a0}\r\n\tx]{0,4}"),
                1..4,
            ),
        ) {
            let mut letters: Vec<char> = SOUND.chars().collect();
            for (at, deleted, typed) in &edits {
                let from = at.index(letters.len());
                let to = (from + deleted).min(letters.len());
                letters.splice(from..to, typed.chars());
            }
            let text: String = letters.into_iter().collect();
            let strict = serde_json::from_str::<serde_json::Value>(&text).is_ok();
            let documents = [Document::new("typed.json", "", text.as_bytes())];
            prop_assert_eq!(documents[0].value.is_ok(), strict);
            if let Err(findings) = examine(&documents).unwrap() {
                prop_assert!(!findings.is_empty());
                for finding in findings {
                    prop_assert!(finding.draw().contains("typed.json"));
                }
            }
        }
    }
}
