//! Comparing with a kept text. `UPDATE_GOLDEN=1 cargo test` writes the texts anew; where
//! `CI` is set nothing is ever kept, so a missing text fails.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

fn kept(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name)
}

fn actual(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("golden").join(format!("{name}.actual"))
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder to write to");
    fs::write(path, text).expect("a file to write to");
}

/// Holds a text against the one that was kept under a name.
pub(crate) fn check_golden(name: &str, text: &str) {
    let text = format!("{}\n", text.trim_end());
    let asked = env::var_os("UPDATE_GOLDEN").is_some_and(|value| value == "1");
    if asked && env::var_os("CI").is_none() {
        return write(&kept(name), &text);
    }
    let expected = fs::read_to_string(kept(name)).unwrap_or_default().replace("\r\n", "\n");
    if expected != text {
        write(&actual(name), &text);
        panic!(
            "tests/golden/{name} differs{}\nthe new text is in {}\n\
             if it is right: UPDATE_GOLDEN=1 cargo test",
            first_difference(&expected, &text),
            actual(name).display()
        );
    }
}

fn first_difference(expected: &str, text: &str) -> String {
    let lines = expected.lines().count().max(text.lines().count());
    let line = |of: &str, at| of.lines().nth(at).unwrap_or("(nothing)").to_owned();
    (0..lines).find(|at| line(expected, *at) != line(text, *at)).map_or_else(String::new, |at| {
        format!(" in line {}\n  kept {}\n  now  {}", at + 1, line(expected, at), line(text, at))
    })
}

#[test]
fn no_kept_text_is_left_over() {
    let known: BTreeSet<String> = [
        crate::render::goldens(),
        crate::scenes::goldens(),
        crate::stills::goldens(),
        crate::telling::goldens(),
    ]
    .concat()
    .into_iter()
    .collect();
    let mut found = BTreeSet::new();
    let mut folders = vec![kept("")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(kept("")).unwrap();
                found.insert(name.to_str().unwrap().replace('\\', "/"));
            }
        }
    }
    assert_eq!(found.difference(&known).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn a_difference_is_named_by_its_first_line() {
    assert_eq!(first_difference("a\nb\n", "a\nc\n"), " in line 2\n  kept b\n  now  c");
    assert_eq!(first_difference("a\n", "a\nb\n"), " in line 2\n  kept (nothing)\n  now  b");
}
