//! Kept texts: none is left over, and what differs is shown.

use std::collections::BTreeSet;
use std::fs;

use crate::support::golden::{first_difference, kept, triptych};

#[test]
fn no_kept_text_is_left_over() {
    let known: BTreeSet<String> = [
        crate::outline::goldens(),
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

#[test]
fn a_changed_picture_is_shown_beside_the_kept_one() {
    let picture = |color: &str| {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"10\">\
             <rect width=\"20\" height=\"10\" fill=\"{color}\"/></svg>"
        )
    };
    let png = triptych(&picture("#ff0000"), &picture("#00ff00")).expect("three pictures");
    let pixels = resvg::tiny_skia::Pixmap::decode_png(&png).expect("a PNG");
    assert_eq!((pixels.width(), pixels.height()), (60, 10));
    let at = |x: u32| pixels.pixel(x, 5).map(|p| (p.red(), p.green(), p.blue()));
    assert_eq!(at(10), Some((255, 0, 0)));
    assert_eq!(at(30), Some((0, 255, 0)));
    assert_eq!(at(50), Some((255, 255, 0)));
    assert_eq!(triptych("no picture", &picture("#ff0000")), None);
}
