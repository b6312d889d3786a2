//! What lies on what, and whether its colors let it be seen there: WCAG 2.2 asks 4.5:1 of text
//! and 3:1 of marks.

use mali_bases::words::theme::{Color, Palette};

use crate::support::sight::contrast;

/// The texts of a palette that are hard to read.
pub(crate) fn pale_texts(p: &Palette) -> Vec<String> {
    texts_below(4.5, p)
}

/// The texts of a palette with less contrast than that.
pub(crate) fn texts_below(least: f64, p: &Palette) -> Vec<String> {
    let texts = [
        ("ink on ground", p.ink, p.ground),
        ("ink on land", p.ink, p.land),
        ("ink on neighbor", p.ink, p.neighbor),
        ("ink on area", p.ink, p.area),
        ("muted on ground", p.muted, p.ground),
        ("muted on land", p.muted, p.land),
        ("muted on neighbor", p.muted, p.neighbor),
        ("faint on neighbor", p.faint, p.neighbor),
        ("water text on land", p.water_text, p.land),
    ];
    below(least, &texts)
}

/// The marks of a palette that are hard to see.
pub(crate) fn pale_marks(p: &Palette) -> Vec<String> {
    let marks = [
        ("open on land", p.open, p.land),
        ("open on ground", p.open, p.ground),
        ("closed on land", p.closed, p.land),
        ("closed on ground", p.closed, p.ground),
        ("attack on ground", p.attack, p.ground),
        ("ink on band", p.ink, p.band),
    ];
    below(3.0, &marks)
}

fn below(least: f64, pairs: &[(&str, Color, Color)]) -> Vec<String> {
    let ratios = pairs.iter().map(|(pair, above, below)| (pair, contrast(*above, *below)));
    let pale = ratios.filter(|(_, ratio)| *ratio < least);
    pale.map(|(pair, ratio)| format!("{pair} is {ratio:.2}:1, not {least}:1")).collect()
}
