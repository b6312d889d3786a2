//! Our own words: no text of `data/` shares eight words in a row with a source, nor with
//! another of our texts.
//!
//! The sources' texts are not kept here. What is kept of them is a list of fingerprints, five
//! bytes of a hash for each eight words, from which no sentence can be read. An editor adds to it
//! with a folder of texts: `WORDING_TEXTS=folder cargo test wording`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{env, fs};

use mali_bases::shell::bundled;
use serde_json::Value;

/// So many words in a row are a copy.
const WINDOW: usize = 8;

/// Parts of an entry that may repeat: what one source says, wherever it is cited; where it says
/// so; what a point marks; official names.
const REPEATED: [&str; 4] = ["says", "locator", "position", "formal"];

/// A base's claims, each compared with the others.
const CLAIMS: [&str; 4] = ["role", "garrison", "arrived", "handedOver"];

/// One language of one text of `data/`.
struct Said {
    /// The file and the ids down to the entry: a base's claim, an event, a figure.
    entry: String,
    /// Which part of it, with the language.
    part: String,
    text: String,
}

impl Said {
    fn may_repeat(&self) -> bool {
        self.part.split(' ').any(|step| REPEATED.contains(&step))
    }
}

/// The words of a text, for comparing: small letters without accents; apostrophes join,
/// everything else that is neither letter nor digit separates.
fn words(text: &str) -> Vec<String> {
    let joined = text.to_lowercase().replace(['\'', '’', 'ʼ'], "").replace('œ', "oe");
    let plain: String = joined.chars().map(plain_letter).collect();
    plain
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn plain_letter(letter: char) -> char {
    match letter {
        'à' | 'â' | 'ä' | 'á' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'î' | 'ï' | 'í' => 'i',
        'ô' | 'ö' | 'ó' => 'o',
        'ù' | 'û' | 'ü' | 'ú' => 'u',
        other => other,
    }
}

/// Every eight words in a row.
fn windows(text: &str) -> BTreeSet<String> {
    words(text).windows(WINDOW).map(|window| window.join(" ")).collect()
}

/// Five bytes of the FNV-1a hash, as hexadecimal digits.
fn fingerprint(window: &str) -> String {
    let hash = window.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{:010x}", hash >> 24)
}

fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/wording.txt")
}

/// What is known of the sources' texts, with those of `WORDING_TEXTS` added to it for good.
fn known() -> BTreeSet<String> {
    let kept = fs::read_to_string(fixture()).expect("the kept fingerprints");
    let mut prints: BTreeSet<String> = kept.split_whitespace().map(str::to_owned).collect();
    if let Some(folder) = env::var_os("WORDING_TEXTS") {
        for file in fs::read_dir(folder).expect("a folder of texts") {
            let path = file.expect("a file").path();
            let text = fs::read_to_string(path).expect("a text");
            prints.extend(windows(&text).iter().map(|window| fingerprint(window)));
        }
        let lines: Vec<&str> = prints.iter().map(String::as_str).collect();
        fs::write(fixture(), lines.join("\n") + "\n").expect("a file to write to");
    }
    prints
}

/// The text of the file that holds a key of the dataset.
fn part(key: &str) -> &'static str {
    bundled::PARTS.iter().find(|(name, ..)| *name == key).expect(key).2
}

/// Every text of `data/`, found by its two languages.
fn said() -> Vec<Said> {
    let mut all = Vec::new();
    for (_, file, text) in bundled::PARTS {
        collect(&serde_json::from_str(text).expect(file), file, "", &mut all);
    }
    all
}

fn collect(value: &Value, entry: &str, part: &str, all: &mut Vec<Said>) {
    match value {
        Value::Object(map)
            if map.len() == 2 && map.contains_key("en") && map.contains_key("fr") =>
        {
            for (lang, text) in map {
                let text = text.as_str().expect("a text").to_owned();
                all.push(Said { entry: entry.to_owned(), part: format!("{part} {lang}"), text });
            }
        }
        Value::Object(map) => {
            for (key, value) in map {
                let (entry, part) = if CLAIMS.contains(&key.as_str()) {
                    (format!("{entry} {key}"), String::new())
                } else {
                    (entry.to_owned(), format!("{part} {key}"))
                };
                collect(value, &entry, &part, all);
            }
        }
        Value::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                let id = item.get("id").and_then(Value::as_str);
                let entry = match (id, item.get("figure")) {
                    (Some(id), _) => format!("{entry} {id}"),
                    (None, Some(_)) => format!("{entry} {place}"),
                    (None, None) => entry.to_owned(),
                };
                collect(item, &entry, part, all);
            }
        }
        _ => {}
    }
}

#[test]
fn the_same_words_are_found_however_they_are_written() {
    let case = |text: &str, expected: &[&str]| assert_eq!(words(text), expected);
    case("L’État-major, « À Gao » !", &["letat", "major", "a", "gao"]);
    case("L'etat major a\u{a0}GAO", &["letat", "major", "a", "gao"]);
    case("4\u{202f}300 œuvres", &["4", "300", "oeuvres"]);
    assert_eq!(windows("one two three four five six seven").len(), 0);
    assert_eq!(windows("one two three four five six seven eight nine").len(), 2);
    assert_eq!(fingerprint("a b c d e f g h"), "246e8b9723");
}

#[test]
fn no_text_shares_eight_words_in_a_row_with_a_source() {
    let known = known();
    // A title of a source that also stands in its text: the list and the hash belong together.
    let title = windows("EXPLAINER: France in sticky situation amid crisis with Mali");
    assert!(title.iter().all(|window| known.contains(&fingerprint(window))), "the list is stale");
    let copied: Vec<String> = said()
        .iter()
        .flat_map(|said| {
            let hits = windows(&said.text)
                .into_iter()
                .filter(|window| known.contains(&fingerprint(window)));
            hits.map(|window| format!("{}{}: {window}", said.entry, said.part)).collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(copied, [""; 0]);
}

#[test]
fn no_text_shares_eight_words_in_a_row_with_a_title() {
    let sources: Value = serde_json::from_str(part("sources")).unwrap();
    let titles: BTreeSet<String> = sources
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|source| source.get("title")?.as_str())
        .flat_map(windows)
        .collect();
    assert!(!titles.is_empty());
    for said in said() {
        let shared: Vec<String> = windows(&said.text).intersection(&titles).cloned().collect();
        assert_eq!(shared, [""; 0], "{}{}", said.entry, said.part);
    }
}

#[test]
fn no_two_entries_say_a_thing_in_the_same_words() {
    let mut first: BTreeMap<String, String> = BTreeMap::new();
    let mut twice = Vec::new();
    for said in said().iter().filter(|said| !said.may_repeat()) {
        for window in windows(&said.text) {
            let before = first.entry(window.clone()).or_insert_with(|| said.entry.clone());
            if *before != said.entry {
                twice.push(format!("{before} and {}{}: {window}", said.entry, said.part));
            }
        }
    }
    assert_eq!(twice, [""; 0]);
}

/// As `data/STYLE.md` promises: sentences that a reader of thirteen follows.
#[test]
fn sentences_are_short() {
    for lang in ["en", "fr"] {
        let told = |said: &Said| {
            let parts: Vec<&str> = said.part.split_whitespace().collect();
            parts.last() == Some(&lang)
                && parts.iter().any(|part| ["text", "differs"].contains(part))
        };
        let all = said();
        let texts = all.iter().filter(|said| told(said));
        let sentences = texts.flat_map(|said| said.text.split_inclusive(['.', '!', '?']));
        let lengths: Vec<usize> =
            sentences.map(|sentence| words(sentence).len()).filter(|length| *length > 2).collect();
        let mean = lengths.iter().sum::<usize>() as f64 / lengths.len() as f64;
        assert!(lengths.len() > 200, "{} sentences", lengths.len());
        assert!(mean < 18.0, "{lang}: {mean} words a sentence");
        assert!(lengths.iter().all(|length| *length < 46), "{lang}: {:?}", lengths.iter().max());
    }
}
