//! The static picture: the same scene through plotters' SVG backend, and as PNG of that
//! very SVG by resvg with the bundled fonts. Does no IO of its own.

use std::fmt;
use std::sync::Arc;

use plotters::backend::SVGBackend;
use plotters::prelude::DrawingBackend as _;
use plotters::style::TextStyle;
use resvg::usvg::fontdb::{Database, Family, Query, Source, Weight};
use resvg::{tiny_skia, usvg};

use crate::app::App;
use crate::out::pen::Scale;
use crate::out::render::{HALO_PX, Surface, render};
use crate::out::speech;
use crate::view::mark::{Face, Label, Mark};
use crate::view::sheet::Sheet;
use crate::words::geom::Size;
use crate::words::metrics::{ALPHABET, Metrics};
use crate::words::theme::Color;

/// Grid steps of one CSS px: plotters draws at whole steps only.
const STEPS: f64 = 8.0;

const SANS: &str = "Libre Franklin";
const SERIF: &str = "Source Serif 4";

const FONTS: [&[u8]; 4] = [
    include_bytes!("../../data/fonts/LibreFranklin-Regular.ttf"),
    include_bytes!("../../data/fonts/LibreFranklin-Bold.ttf"),
    include_bytes!("../../data/fonts/LibreFranklin-Italic.ttf"),
    include_bytes!("../../data/fonts/SourceSerif4-Bold.ttf"),
];

/// Why there is no picture.
#[derive(Debug)]
pub enum StillError {
    /// plotters could not draw.
    Draw(String),
    /// The SVG could not be read back.
    Svg(usvg::Error),
    /// The bitmap has no such size.
    Size(u32, u32),
    /// The bitmap could not be written as PNG.
    Png(String),
}

impl fmt::Display for StillError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Draw(reason) => write!(f, "drawing failed: {reason}"),
            Self::Svg(error) => write!(f, "the drawing is no valid SVG: {error}"),
            Self::Size(w, h) => write!(f, "a picture of {w}×{h} pixels cannot be made"),
            Self::Png(reason) => write!(f, "the PNG could not be encoded: {reason}"),
        }
    }
}

impl std::error::Error for StillError {}

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

/// The SVG backend with what its text lacks. plotters-svg writes attributes of its own;
/// those of each label are added to the finished text.
struct Paper<'a> {
    backend: SVGBackend<'a>,
    dress: Vec<String>,
}

impl<'a> Surface for Paper<'a> {
    type Backend = SVGBackend<'a>;

    /// plotters-svg divides the size of type by 1.24.
    const TYPE_FACTOR: f64 = 1.24;

    fn backend(&mut self) -> &mut SVGBackend<'a> {
        &mut self.backend
    }

    fn family(&self, face: Face) -> String {
        let (named, kind) =
            if face == Face::Headline { (SERIF, "serif") } else { (SANS, "sans-serif") };
        format!("'{named}', {kind}")
    }

    fn begin_letters(&mut self, label: &Label, _: &TextStyle<'_>, at: (i32, i32), scale: Scale) {
        let turn = (label.angle != 0.0).then(|| {
            let degrees = label.angle.to_degrees();
            format!(" transform=\"rotate({degrees:.2} {} {})\"", at.0, at.1)
        });
        let border = label.halo.map(|Color { rgb: (r, g, b), .. }| {
            let width = scale.length(HALO_PX);
            format!(
                " paint-order=\"stroke\" stroke=\"#{r:02X}{g:02X}{b:02X}\" stroke-width=\"{width}\""
            )
        });
        let dress = format!("{}{}", turn.unwrap_or_default(), border.unwrap_or_default());
        self.dress.push(dress);
    }

    fn end_letters(&mut self) {}
}

/// What a picture is called by who cannot see it.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// A language tag.
    pub lang: &'a str,
    /// Its name.
    pub title: &'a str,
    /// What it shows.
    pub description: &'a str,
}

/// The picture of an app's state in a size, as SVG.
///
/// # Errors
/// plotters' own.
pub fn svg(app: &mut App, size: Size) -> Result<String, StillError> {
    let sheet = Sheet::new(app.atlas(), app.state(), size);
    let (map, timeline) = sheet.panes();
    app.surround(|env| (env.map, env.timeline) = (map, timeline));
    app.refresh();
    let marks = sheet.marks(app.scene(), app.state());
    let lang = app.state().env.lang;
    let words = Words {
        lang: lang.code(),
        title: app.atlas().data().meta.title.get(lang),
        description: &speech::picture(app.atlas(), app.state(), app.text()),
    };
    Ok(document(&words, size, sheet.size, &drawn(&marks, sheet.size)?))
}

/// Marks of any kind in a size, as SVG.
///
/// # Errors
/// plotters' own.
pub fn picture(words: &Words<'_>, marks: &[Mark], size: Size) -> Result<String, StillError> {
    Ok(document(words, size, size, &drawn(marks, size)?))
}

/// Marks as elements of SVG, in grid steps.
fn drawn(marks: &[Mark], size: Size) -> Result<String, StillError> {
    let units = |px: f64| libm::round(px * STEPS) as u32;
    let mut drawn = String::new();
    let backend = SVGBackend::with_string(&mut drawn, (units(size.w), units(size.h)));
    let mut paper = Paper { backend, dress: Vec::new() };
    let done = render(marks, Scale(STEPS), &mut paper).and_then(|()| paper.backend.present());
    let dress = std::mem::take(&mut paper.dress);
    drop(paper);
    done.map_err(|error| StillError::Draw(error.to_string()))?;
    Ok(dressed(&drawn, &dress))
}

/// The whole text: `size` in CSS px, `laid_out` in the units drawn.
fn document(words: &Words<'_>, size: Size, laid_out: Size, elements: &str) -> String {
    let (w, h) = (size.w, size.h);
    let (units_w, units_h) = (laid_out.w * STEPS, laid_out.h * STEPS);
    let (title, description) = (escaped(words.title), escaped(words.description));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" \
         viewBox=\"0 0 {units_w} {units_h}\" role=\"img\" lang=\"{}\" \
         stroke-linejoin=\"round\">\n<title>{title}</title>\n<desc>{description}</desc>\n\
         {elements}</svg>\n",
        words.lang
    )
}

/// What plotters drew, without its own root: the labels with their attributes, at the height
/// at which a canvas has them.
fn dressed(drawn: &str, dress: &[String]) -> String {
    let body = drawn.split_once('\n').map_or("", |(_, body)| body);
    let mut pieces = body.trim_end().trim_end_matches("</svg>").split("<text ");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for (piece, dress) in pieces.zip(dress) {
        let piece = piece.replacen("dy=\"0.5ex\"", "dy=\"0.33em\"", 1);
        out.push_str("<text");
        out.push_str(dress);
        out.push(' ');
        out.push_str(&piece);
    }
    out.replace("opacity=\"1\" ", "")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// An SVG of [`svg`] as PNG, `scale` device pixels to the CSS px.
///
/// # Errors
/// When the SVG or the size is unusable.
pub fn png(svg: &str, scale: f32) -> Result<Vec<u8>, StillError> {
    let options = usvg::Options {
        fontdb: Arc::new(fonts()),
        font_family: SANS.to_owned(),
        ..usvg::Options::default()
    };
    // The bundled fonts lack the narrow no-break space of French numbers, and resvg drops
    // what has no shape.
    let svg = svg.replace('\u{202f}', "\u{a0}");
    let tree = usvg::Tree::from_str(&svg, &options).map_err(StillError::Svg)?;
    let size = tree.size().to_int_size().scale_by(scale).unwrap_or(tree.size().to_int_size());
    let (w, h) = (size.width(), size.height());
    let mut pixels = tiny_skia::Pixmap::new(w, h).ok_or(StillError::Size(w, h))?;
    let transform = tiny_skia::Transform::from_scale(scale, scale);
    resvg::render(&tree, transform, &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| StillError::Png(error.to_string()))
}
