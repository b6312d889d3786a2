//! Contrast by WCAG 2.2: text keeps 4.5:1 and marks keep 3:1 against what lies under them.

use mali_bases::words::theme::{Color, DARK, LIGHT, Palette, hex, size};

/// Relative luminance (WCAG 2.2).
fn luminance(color: Color) -> f64 {
    let linear = |channel: u8| {
        let c = f64::from(channel) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { libm::pow((c + 0.055) / 1.055, 2.4) }
    };
    let (r, g, b) = color.rgb;
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

fn contrast(a: Color, b: Color) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn hold(least: f64, pairs: impl Fn(&Palette) -> Vec<(&'static str, Color, Color)>) {
    let mut faults = Vec::new();
    for (theme, palette) in [("light", &LIGHT), ("dark", &DARK)] {
        for (pair, above, below) in pairs(palette) {
            let ratio = contrast(above, below);
            if ratio < least {
                faults.push(format!("{theme}: {pair} is {ratio:.2}:1, not {least}:1"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn text_is_legible_on_what_it_lies_on() {
    hold(4.5, |p| {
        vec![
            ("ink on ground", p.ink, p.ground),
            ("ink on land", p.ink, p.land),
            ("ink on neighbor", p.ink, p.neighbor),
            ("muted on ground", p.muted, p.ground),
            ("muted on land", p.muted, p.land),
            ("muted on neighbor", p.muted, p.neighbor),
            ("faint on neighbor", p.faint, p.neighbor),
            ("water text on land", p.water_text, p.land),
        ]
    });
}

#[test]
fn marks_stand_out_from_what_they_lie_on() {
    hold(3.0, |p| {
        vec![
            ("open on land", p.open, p.land),
            ("open on ground", p.open, p.ground),
            ("closed on land", p.closed, p.land),
            ("closed on ground", p.closed, p.ground),
            ("attack on ground", p.attack, p.ground),
            ("ink on area", p.ink, p.area),
            ("ink on band", p.ink, p.band),
        ]
    });
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
    assert_eq!((faded.rgb, faded.alpha.to_bits()), ((16, 32, 48), 0.25_f64.to_bits()));
}
