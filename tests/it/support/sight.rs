//! Colors as they are seen: contrast by WCAG 2.2, and how far apart two colors are to eyes that
//! see fewer of them.

use std::sync::LazyLock;

use mali_bases::words::theme::Color;

/// Linear RGB in, linear RGB out.
pub(crate) type Sight = [[f64; 3]; 3];

/// The linear value of every channel value: pictures ask for millions.
static LINEAR: LazyLock<[f64; 256]> = LazyLock::new(|| {
    std::array::from_fn(|channel| {
        let c = channel as f64 / 255.0;
        if c <= 0.04045 { c / 12.92 } else { libm::pow((c + 0.055) / 1.055, 2.4) }
    })
});

fn linear(color: Color) -> [f64; 3] {
    let (r, g, b) = color.rgb;
    [r, g, b].map(|channel| LINEAR[usize::from(channel)])
}

/// Relative luminance (WCAG 2.2).
fn luminance(color: Color) -> f64 {
    let [r, g, b] = linear(color);
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

/// From 1, no contrast, to 21 (WCAG 2.2).
pub(crate) fn contrast(a: Color, b: Color) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Full protanopia, deuteranopia, tritanopia and no color at all: linear RGB in, linear RGB
/// out. (Machado, Oliveira, Fernandes, "A Physiologically-based Model for Simulation of Color
/// Vision Deficiency", 2009; gray by WCAG's relative luminance.)
pub(crate) const SIGHTS: [(&str, Sight); 5] = [
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
fn seen(color: Color, sight: &Sight) -> [f64; 3] {
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
    let clipped = times(sight, linear(color)).map(|c| c.clamp(0.0, 1.0));
    times(&lab, times(&cones, clipped).map(libm::cbrt))
}

/// How far apart two colors are to an eye: 1 from black to white, a hundredth is hardly seen.
pub(crate) fn apart(a: Color, b: Color, sight: &Sight) -> f64 {
    let (a, b) = (seen(a, sight), seen(b, sight));
    (0..3).map(|i| (a[i] - b[i]) * (a[i] - b[i])).sum::<f64>().sqrt()
}
