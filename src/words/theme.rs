//! Colors, strokes and type sizes, for light and for dark ground. Constant data;
//! knows no shape and no language.
//!
//! The pairs that readers must tell apart keep 3:1 (marks) and 4.5:1 (text) against
//! what lies under them: `tests/it/theme.rs` computes it of the palettes, `tests/it/contrast.rs`
//! of the pictures.

/// An sRGB color with opacity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color {
    /// Red, green, blue.
    pub rgb: (u8, u8, u8),
    /// Percent: 0 clear, 100 solid.
    pub opacity: u8,
}

/// A solid color from its hexadecimal form.
pub const fn hex(rgb: u32) -> Color {
    Color { rgb: ((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8), opacity: 100 }
}

impl Color {
    /// The same color, `share` as solid.
    pub const fn fade(self, share: f64) -> Self {
        Self { opacity: (self.opacity as f64 * share + 0.5) as u8, ..self }
    }

    /// 0 clear, 1 solid.
    pub fn alpha(self) -> f64 {
        f64::from(self.opacity) / 100.0
    }
}

/// Every color of the picture, by what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Palette {
    /// What the figure lies on; the timeline's ground.
    pub ground: Color,
    /// The country of the story.
    pub land: Color,
    /// The countries around it.
    pub neighbor: Color,
    /// Borders between countries.
    pub border: Color,
    /// Rivers and lakes, and their names.
    pub water: Color,
    /// River names.
    pub water_text: Color,
    /// First text.
    pub ink: Color,
    /// Second text.
    pub muted: Color,
    /// Country names: third text.
    pub faint: Color,
    /// A base that is open.
    pub open: Color,
    /// A base that is closed or not yet there.
    pub closed: Color,
    /// An attack.
    pub attack: Color,
    /// Thin rules and grid lines.
    pub rule: Color,
    /// The area of troop strength.
    pub area: Color,
    /// Where figures differ.
    pub band: Color,
}

impl Palette {
    /// The one that is designed for a dark ground, or for a light one.
    pub fn designed(dark: bool) -> Self {
        if dark { DARK } else { LIGHT }
    }
}

impl Default for Palette {
    fn default() -> Self {
        LIGHT
    }
}

/// Ink on paper.
pub const LIGHT: Palette = Palette {
    ground: hex(0xff_ffff),
    land: hex(0xfb_f8f0),
    neighbor: hex(0xec_e8df),
    border: hex(0xb3_ac9b),
    water: hex(0x78_a6c4),
    water_text: hex(0x33_6b8f),
    ink: hex(0x1a_1a1a),
    muted: hex(0x5a_564e),
    faint: hex(0x6b_665b),
    open: hex(0xb5_410f),
    closed: hex(0x87_8175),
    attack: hex(0x9c_1a33),
    rule: hex(0xdd_d8cc),
    area: hex(0xe6_e5e2),
    band: hex(0x98_948d),
};

/// Light on a dark page: its own design, not the light one turned over.
pub const DARK: Palette = Palette {
    ground: hex(0x15_181b),
    land: hex(0x2b_2e31),
    neighbor: hex(0x1d_2023),
    border: hex(0x58_5b5e),
    water: hex(0x45_7c9e),
    water_text: hex(0x7f_b4d6),
    ink: hex(0xf4_f1ea),
    muted: hex(0xb4_b0a8),
    faint: hex(0x97_948d),
    open: hex(0xff_b14a),
    closed: hex(0x8d_8a83),
    attack: hex(0xff_6b6b),
    rule: hex(0x3b_3e41),
    area: hex(0x2a_2c30),
    band: hex(0x6d_6b67),
};

/// Type sizes in CSS px. Nothing is smaller than the smallest of these.
pub mod size {
    /// Axis years, scale, second lines of labels.
    pub const SMALL: f64 = 12.0;
    /// Lane names, callouts.
    pub const LABEL: f64 = 13.0;
    /// Base names on the map.
    pub const NAME: f64 = 15.0;
}
