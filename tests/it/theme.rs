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

pub(crate) fn contrast(a: Color, b: Color) -> f64 {
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

/// Full protanopia, deuteranopia, tritanopia and no color at all: linear RGB in, linear RGB
/// out. (Machado, Oliveira, Fernandes, "A Physiologically-based Model for Simulation of Color
/// Vision Deficiency", 2009; gray by WCAG's relative luminance.)
const SIGHTS: [(&str, [[f64; 3]; 3]); 5] = [
    ("every color", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
    ("grayscale", [[0.2126, 0.7152, 0.0722], [0.2126, 0.7152, 0.0722], [0.2126, 0.7152, 0.0722]]),
];

/// A color as it is seen, in Oklab (Ottosson, 2020).
fn seen(color: Color, sight: &[[f64; 3]; 3]) -> [f64; 3] {
    let linear = |channel: u8| {
        let c = f64::from(channel) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { libm::pow((c + 0.055) / 1.055, 2.4) }
    };
    let (r, g, b) = color.rgb;
    let from = [linear(r), linear(g), linear(b)];
    let times = |rows: &[[f64; 3]; 3], v: [f64; 3]| {
        rows.map(|row| row[0] * v[0] + row[1] * v[1] + row[2] * v[2])
    };
    let cones = [
        [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
        [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
        [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
    ];
    let lab = [
        [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
        [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
        [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
    ];
    let clipped = times(sight, from).map(|c| c.clamp(0.0, 1.0));
    times(&lab, times(&cones, clipped).map(libm::cbrt))
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
                let (a, b) = (seen(a, matrix), seen(b, matrix));
                let apart = (0..3).map(|i| (a[i] - b[i]) * (a[i] - b[i])).sum::<f64>().sqrt();
                if apart < least {
                    faults.push(format!("{theme}, {sight}: {pair} are {apart:.3} apart"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
