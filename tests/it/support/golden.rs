//! Comparing with a kept text. `UPDATE_GOLDEN=1 cargo test` writes the texts anew; where
//! `CI` is set nothing is ever kept, so a missing text fails.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use mali_bases::shell::bitmap;

/// Where a text of a name is kept; of no name, the folder.
pub(crate) fn kept(name: &str) -> PathBuf {
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
            "tests/golden/{name} differs{}\nthe new text is in {}{}\n\
             if it is right: UPDATE_GOLDEN=1 cargo test",
            first_difference(&expected, &text),
            actual(name).display(),
            seen(name, &expected, &text),
        );
    }
}

/// For a picture: writes the kept one, the new one and their difference side by side, and says
/// where.
fn seen(name: &str, expected: &str, text: &str) -> String {
    let Some(png) = triptych(expected, text) else { return String::new() };
    let path = actual(name).with_extension("png");
    fs::write(&path, png).expect("a file to write to");
    format!("\nkept, now and their difference are in {}", path.display())
}

/// Three pictures of the width of the wider one; what is the same is black in the third.
pub(crate) fn triptych(kept: &str, now: &str) -> Option<Vec<u8>> {
    let size = |svg: &str, name: &str| -> Option<f64> {
        let (_, rest) = svg.split_once(&format!(" {name}=\""))?;
        rest.split_once('"')?.0.parse().ok()
    };
    let of = |name: &str| Some(size(kept, name)?.max(size(now, name)?));
    let (width, height) = (of("width")?, of("height")?);
    let placed = |svg: &str, x: f64| svg.replacen("<svg ", &format!("<svg x=\"{x}\" "), 1);
    let over = placed(now, width * 2.0);
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{height}\">{}{}\
         <g style=\"isolation:isolate\">{}<g style=\"mix-blend-mode:difference\">{over}</g></g></svg>",
        width * 3.0,
        placed(kept, 0.0),
        placed(now, width),
        placed(kept, width * 2.0),
    );
    bitmap::png(&svg, 1.0).ok()
}

/// The first line in which two texts differ, as it is and as it was kept.
pub(crate) fn first_difference(expected: &str, text: &str) -> String {
    let lines = expected.lines().count().max(text.lines().count());
    let line = |of: &str, at| of.lines().nth(at).unwrap_or("(nothing)").to_owned();
    (0..lines).find(|at| line(expected, *at) != line(text, *at)).map_or_else(String::new, |at| {
        format!(" in line {}\n  kept {}\n  now  {}", at + 1, line(expected, at), line(text, at))
    })
}
