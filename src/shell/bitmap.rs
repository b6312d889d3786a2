//! The static picture as PNG: an SVG of `svg.rs` drawn by resvg with the bundled fonts. Does no IO.

use std::fmt;
use std::sync::Arc;

use resvg::usvg::fontdb::{Database, Family, Query, Source, Weight};
use resvg::{tiny_skia, usvg};

use crate::out::render::Families;
use crate::words::metrics::{ALPHABET, Metrics};

const SANS: &str = "Libre Franklin";
const SERIF: &str = "Source Serif 4";

const FONTS: [&[u8]; 4] = [
    include_bytes!("../../data/fonts/LibreFranklin-Regular.ttf"),
    include_bytes!("../../data/fonts/LibreFranklin-Bold.ttf"),
    include_bytes!("../../data/fonts/LibreFranklin-Italic.ttf"),
    include_bytes!("../../data/fonts/SourceSerif4-Bold.ttf"),
];

/// Why there is no bitmap.
#[derive(Debug)]
pub enum BitmapError {
    /// The SVG could not be read back.
    Svg(usvg::Error),
    /// The bitmap has no such size.
    Size(u32, u32),
    /// The bitmap could not be written as PNG.
    Png(String),
}

impl fmt::Display for BitmapError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Svg(error) => write!(f, "the drawing is no valid SVG: {error}"),
            Self::Size(w, h) => write!(f, "a picture of {w}×{h} pixels cannot be made"),
            Self::Png(reason) => write!(f, "the PNG could not be encoded: {reason}"),
        }
    }
}

impl std::error::Error for BitmapError {}

/// The bundled fonts by their names.
pub fn families() -> Families {
    Families { text: format!("'{SANS}', sans-serif"), headline: format!("'{SERIF}', serif") }
}

/// The bundled fonts.
fn fonts() -> Database {
    let mut fonts = Database::new();
    for font in FONTS {
        fonts.load_font_source(Source::Binary(Arc::new(font)));
    }
    fonts.set_sans_serif_family(SANS);
    fonts
}

/// Letter widths of the bundled text face.
pub fn metrics() -> Metrics {
    let fonts = fonts();
    let widths = |weight| -> Vec<f64> {
        let query = Query { families: &[Family::Name(SANS)], weight, ..Query::default() };
        let measured = fonts.query(&query).and_then(|id| {
            fonts.with_face_data(id, |data, index| {
                let face = ttf_parser::Face::parse(data, index).ok()?;
                let em = f64::from(face.units_per_em());
                let advance = |letter| {
                    // As wide as it is drawn: see `png`.
                    let letter = if letter == '\u{202f}' { '\u{a0}' } else { letter };
                    let glyph = face.glyph_index(letter)?;
                    Some(f64::from(face.glyph_hor_advance(glyph)?) / em)
                };
                Some(ALPHABET.chars().map(|letter| advance(letter).unwrap_or(0.5)).collect())
            })
        });
        measured.flatten().unwrap_or_default()
    };
    let both = [widths(Weight::NORMAL), widths(Weight::BOLD)].concat();
    Metrics::new(&both).unwrap_or_default()
}

/// An SVG as PNG, `scale` device pixels to the CSS px.
///
/// # Errors
/// When the SVG or the size is unusable.
pub fn png(svg: &str, scale: f32) -> Result<Vec<u8>, BitmapError> {
    pixels(svg, scale)?.encode_png().map_err(|error| BitmapError::Png(error.to_string()))
}

/// The same as pixels.
///
/// # Errors
/// When the SVG or the size is unusable.
pub fn pixels(svg: &str, scale: f32) -> Result<tiny_skia::Pixmap, BitmapError> {
    let options = usvg::Options {
        fontdb: Arc::new(fonts()),
        font_family: SANS.to_owned(),
        ..usvg::Options::default()
    };
    // The bundled fonts lack the narrow no-break space of French numbers, and resvg drops
    // what has no shape.
    let svg = svg.replace('\u{202f}', "\u{a0}");
    let tree = usvg::Tree::from_str(&svg, &options).map_err(BitmapError::Svg)?;
    let size = tree.size().to_int_size().scale_by(scale).unwrap_or(tree.size().to_int_size());
    let (w, h) = (size.width(), size.height());
    let mut pixels = tiny_skia::Pixmap::new(w, h).ok_or(BitmapError::Size(w, h))?;
    let transform = tiny_skia::Transform::from_scale(scale, scale);
    resvg::render(&tree, transform, &mut pixels.as_mut());
    Ok(pixels)
}
