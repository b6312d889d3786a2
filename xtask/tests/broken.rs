//! The corpus of broken datasets, `tests/broken`: what `cargo xtask check` prints for each, to
//! the letter. A case is `NAME.json`, which says what is broken in `sound.json`; the report is
//! kept beside it in `NAME.txt`, and `UPDATE_GOLDEN=1 cargo test -p xtask` writes it anew.

use std::collections::BTreeSet;
use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use json_patch::Patch;
use mali_bases::map::atlas::checked;
use mali_bases::model::dataset::Dataset;
use mali_bases::model::problem::Problem;
use mali_bases::model::reader::pieces::Pieces;
use mali_bases::model::value::parse;
use mali_bases::shell::bundled;
use serde_json::Value;

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/broken")
}

fn sound() -> String {
    fs::read_to_string(corpus().join("sound.json")).expect("the sound dataset")
}

/// The names of the files with an ending.
fn names(ending: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(corpus()).expect("the folder of the corpus");
    let paths = entries.map(|entry| entry.expect("a file of the corpus").path());
    paths
        .filter(|path| path.extension() == Some(OsStr::new(ending)))
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .filter(|name| name != "sound")
        .collect()
}

/// The text of a case: another one, or the sound one after an RFC 6902 patch or after edits.
fn text(case: &Value) -> String {
    if let Some(text) = case["text"].as_str() {
        text.to_owned()
    } else if case["patch"].is_array() {
        let patch: Patch = serde_json::from_value(case["patch"].clone()).expect("a patch");
        let mut value = serde_json::from_str(&sound()).expect("JSON");
        json_patch::patch(&mut value, &patch).expect("places that are there");
        format!("{value:#}")
    } else {
        let edits = case["edits"].as_array().expect("a text, a patch or edits");
        edits.iter().fold(sound(), |text, edit| {
            let [find, replace] = ["find", "replace"].map(|key| edit[key].as_str().expect(key));
            assert_eq!(text.matches(find).count(), 1, "{find:?} should stand there once");
            text.replacen(find, replace, 1)
        })
    }
}

/// The bytes of a case, in UTF-8 unless it says `latin1`.
fn bytes(case: &Value) -> Vec<u8> {
    let text = text(case);
    if case["encoding"] == "latin1" {
        text.chars().map(|letter| u8::try_from(letter).expect("a letter of Latin-1")).collect()
    } else {
        text.into_bytes()
    }
}

/// Runs `check` on a file: what it prints, and how it ends.
fn check(folder: &Path, file: &str) -> (String, Option<i32>) {
    let mut xtask = Command::new(env!("CARGO_BIN_EXE_xtask"));
    let output = xtask.current_dir(folder).args(["check", file]).output().expect("xtask runs");
    assert!(output.stderr.is_empty(), "{file}: {}", String::from_utf8_lossy(&output.stderr));
    (String::from_utf8(output.stdout).expect("UTF-8"), output.status.code())
}

/// The same of a file of these bytes.
fn check_bytes(name: &str, bytes: &[u8]) -> (String, Option<i32>) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let file = format!("{name}.json");
    fs::write(folder.join(&file), bytes).expect("a file to write to");
    check(folder, &file)
}

/// How the report of a case differs from the one that is kept.
fn difference(name: &str) -> Option<String> {
    let case = fs::read_to_string(corpus().join(format!("{name}.json"))).expect(name);
    let case: Value = serde_json::from_str(&case).expect(name);
    assert!(case["what"].is_string(), "{name} should say what is broken");
    let (report, code) = check_bytes(name, &bytes(&case));
    assert_eq!(code, Some(1), "{name} should be refused:\n{report}");
    let kept = corpus().join(format!("{name}.txt"));
    let asked = env::var_os("UPDATE_GOLDEN").is_some_and(|value| value == "1");
    if asked && env::var_os("CI").is_none() {
        fs::write(kept, report).expect("a file to write to");
        return None;
    }
    let expected = fs::read_to_string(kept).unwrap_or_default().replace("\r\n", "\n");
    (expected != report).then(|| format!("{name}: kept\n{expected}\nnow\n{report}"))
}

#[test]
fn each_broken_dataset_is_reported_as_kept() {
    let cases = names("json");
    assert!(cases.len() >= 180, "{} cases", cases.len());
    let differences: Vec<String> = cases.iter().filter_map(|name| difference(name)).collect();
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    let left_over: Vec<_> = names("txt").difference(&cases).cloned().collect();
    assert_eq!(left_over, Vec::<String>::new(), "reports without a case");
}

#[test]
fn the_sound_dataset_is_found_good() {
    let counted = "✓ sound.json: 2 bases, 2 events, 5 sources (4 without title and address), 13 claims, \
         15 citations (14 without locator), no problem\n";
    assert_eq!(check_bytes("sound", sound().as_bytes()), (counted.to_owned(), Some(0)));
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let (told, code) = check(&corpus(), "nowhere.json");
    assert!(told.starts_with("✗ cannot read nowhere.json: "), "{told}");
    assert_eq!(code, Some(1));
}

/// As a page with its own dataset does.
#[test]
fn each_is_told_alike_when_it_is_read_in_pieces() {
    let land = bundled::land().expect("the land is sound");
    let read = |document: &_| checked(document, &land);
    // What is off the map is told last of a whole.
    let told = |read: Result<Dataset, Vec<Problem>>| -> BTreeSet<String> {
        read.err().unwrap_or_default().iter().map(ToString::to_string).collect()
    };
    let (mut alike, mut left) = (0, BTreeSet::new());
    for name in names("json") {
        let case = fs::read_to_string(corpus().join(format!("{name}.json"))).expect("a case");
        let text = text(&serde_json::from_str(&case).expect("JSON"));
        let mut pieces = Pieces::default();
        text.as_bytes().chunks(100).for_each(|piece| pieces.skim(piece));
        let count = pieces.open(read);
        text.as_bytes().chunks(100).for_each(|piece| drop(pieces.pack(piece)));
        match count.and_then(|_| pieces.close()) {
            Some(found) => {
                let whole = read(&parse(&text).expect("JSON"));
                assert_eq!(told(found), told(whole), "{name}");
                alike += 1;
            }
            None => drop(left.insert(name)),
        }
    }
    // No JSON, ids of events that are there twice, `events` misspelled.
    assert!(alike > 120 && left.len() < 60, "{alike} alike, left {left:?}");
}
