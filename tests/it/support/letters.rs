//! The texts among marks, and the boxes in which their letters stand.

use mali_bases::view::mark::{Align, Face, Label, Mark, Shape};
use mali_bases::words::geom::Rect;
use mali_bases::words::metrics::Weight;

use crate::support::metrics;

/// The lines of text, each with its box.
pub(crate) fn labels(marks: &[Mark]) -> impl Iterator<Item = (&Label, Rect)> {
    marks.iter().filter_map(|mark| match &mark.shape {
        Shape::Text(label) => Some((label, extent(label))),
        _ => None,
    })
}

/// The box of a text's letters, without the room above and below them.
pub(crate) fn extent(label: &Label) -> Rect {
    let bold = matches!(label.face, Face::Bold | Face::Headline);
    let weight = if bold { Weight::Bold } else { Weight::Regular };
    let width = metrics().width(&label.text, label.size, weight);
    let share = match label.align {
        Align::Left => 0.0,
        Align::Center => 0.5,
        Align::Right => 1.0,
    };
    let (x0, half) = (label.at.x - share * width, label.size * 0.45);
    Rect::new(x0, label.at.y - half, x0 + width, label.at.y + half)
}

/// A text and the boxes that its letters take: several for one that is turned.
pub(crate) struct Letters {
    pub(crate) name: String,
    pub(crate) boxes: Vec<Rect>,
}

/// The texts of the map; spaced letters as one.
pub(crate) fn words(marks: &[Mark]) -> Vec<Letters> {
    let labels = marks.iter().filter_map(|mark| match &mark.shape {
        Shape::Text(label) => Some(label),
        _ => None,
    });
    let mut words: Vec<Letters> = Vec::new();
    for label in labels {
        let boxes = if label.angle == 0.0 { vec![extent(label)] } else { turned(label) };
        let spaced = label.text.chars().count() == 1;
        let goes_on = |word: &&mut Letters| {
            let last = word.boxes[0];
            let gap = boxes[0].x0 - last.x1;
            spaced && (last.y0 - boxes[0].y0).abs() < 1e-6 && (0.0..label.size / 2.0).contains(&gap)
        };
        match words.last_mut().filter(goes_on) {
            Some(word) => {
                word.name += &label.text;
                word.boxes[0] = word.boxes[0].union(&boxes[0]);
            }
            None => words.push(Letters { name: label.text.clone(), boxes }),
        }
    }
    words
}

/// Small boxes along a turned text, which is centered.
fn turned(label: &Label) -> Vec<Rect> {
    let half = metrics().width(&label.text, label.size, Weight::Regular) / 2.0;
    let (sin, cos) = libm::sincos(label.angle);
    let at = |share: f64| label.at.by(cos * half * share, sin * half * share);
    let side = label.size * 0.7;
    (-10..=10).map(|step| Rect::around(at(f64::from(step) / 10.0), side, side)).collect()
}
