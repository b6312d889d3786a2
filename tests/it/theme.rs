//! Contrast by WCAG 2.2: text keeps 4.5:1 and marks keep 3:1 against what lies under them.

use mali_bases::words::theme::{DARK, LIGHT, Palette, hex, size};

use crate::support::faultless;
use crate::support::legible::{pale_marks, pale_texts};
use crate::support::sight::{SIGHTS, apart, contrast};

fn hold(rule: fn(&Palette) -> Vec<String>) {
    let faults = [("light", &LIGHT), ("dark", &DARK)].into_iter().flat_map(|(theme, palette)| {
        rule(palette).into_iter().map(move |fault| format!("{theme}: {fault}"))
    });
    faultless(&faults.collect::<Vec<_>>());
}

#[test]
fn text_is_legible_on_what_it_lies_on() {
    hold(pale_texts);
}

#[test]
fn marks_stand_out_from_what_they_lie_on() {
    hold(pale_marks);
}

#[test]
fn an_open_and_a_closed_base_differ_in_lightness_too() {
    for palette in [LIGHT, DARK] {
        let (open, closed) =
            (contrast(palette.open, palette.land), contrast(palette.closed, palette.land));
        assert!(open / closed > 1.2, "{open:.2} {closed:.2}");
    }
}

#[test]
fn contrast_is_computed_as_the_guideline_says() {
    assert!((contrast(hex(0), hex(0xff_ffff)) - 21.0).abs() < 1e-9);
    assert!((contrast(hex(0x76_7676), hex(0xff_ffff)) - 4.54).abs() < 0.005);
    assert!((contrast(hex(0x12_3456), hex(0x12_3456)) - 1.0).abs() < 1e-9);
}

#[test]
fn nothing_is_smaller_than_twelve() {
    assert!([size::SMALL, size::LABEL, size::NAME].into_iter().all(|px| px >= 12.0));
}

#[test]
fn a_faded_color_keeps_its_hue() {
    let faded = hex(0x10_20_30).fade(0.5).fade(0.5);
    assert_eq!((faded.rgb, faded.opacity), ((16, 32, 48), 25));
}

/// Colors that stand for different things are told apart by every eye; an attack and a base
/// beside each other have shapes of their own too.
#[test]
fn what_differs_is_told_apart_by_every_eye() {
    let mut faults = Vec::new();
    for (theme, p) in [("light", &LIGHT), ("dark", &DARK)] {
        let pairs = [
            ("open and closed", p.open, p.closed, 0.08),
            ("open and ink", p.open, p.ink, 0.12),
            ("closed and ink", p.closed, p.ink, 0.12),
            ("attack and ink", p.attack, p.ink, 0.08),
            ("attack and open", p.attack, p.open, 0.05),
            ("open and land", p.open, p.land, 0.2),
            ("closed and land", p.closed, p.land, 0.2),
            ("land and neighbor", p.land, p.neighbor, 0.03),
            ("water and land", p.water, p.land, 0.1),
            ("band and area", p.band, p.area, 0.1),
        ];
        for (sight, matrix) in &SIGHTS {
            for (pair, a, b, least) in pairs {
                let found = apart(a, b, matrix);
                if found < least {
                    faults.push(format!("{theme}, {sight}: {pair} are {found:.3} apart"));
                }
            }
        }
    }
    faultless(&faults);
}
