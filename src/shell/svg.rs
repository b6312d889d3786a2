//! The static picture: the same scene through plotters' SVG backend, as text. Does no IO, and knows no
//! bitmap and no font but by its name.

use std::fmt;

use plotters::backend::SVGBackend;
use plotters::prelude::DrawingBackend as _;
use plotters::style::TextStyle;

use crate::app::App;
use crate::out::pen::Scale;
use crate::out::render::{Families, HALO_PX, Surface, render};
use crate::out::speech;
use crate::view::mark::{Face, Label, Mark};
use crate::view::sheet::Sheet;
use crate::words::geom::Size;
use crate::words::theme::Color;

/// Grid steps of one CSS px: plotters draws at whole steps only.
const STEPS: f64 = 8.0;

/// plotters could not draw, and why.
#[derive(Debug)]
pub struct Undrawn(String);

impl fmt::Display for Undrawn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "drawing failed: {}", self.0)
    }
}

impl std::error::Error for Undrawn {}

/// The SVG backend with what its text lacks. plotters-svg writes attributes of its own;
/// those of each label are added to the finished text.
struct Paper<'a> {
    backend: SVGBackend<'a>,
    families: &'a Families,
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
        self.families.of(face).to_owned()
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
pub fn svg(app: &mut App, size: Size, families: &Families) -> Result<String, Undrawn> {
    let (sheet, marks) = sheet(app, size);
    let lang = app.state().env.lang;
    let words = Words {
        lang: lang.code(),
        title: app.atlas().data().meta.title.get(lang),
        description: &speech::picture(app.atlas(), app.state(), app.text()),
    };
    Ok(document(&words, size, sheet.size, &drawn(&marks, sheet.size, families)?))
}

/// An app's state as one sheet, and all that is on it.
pub fn sheet(app: &mut App, size: Size) -> (Sheet, Vec<Mark>) {
    let sheet = Sheet::new(app.atlas(), app.state(), size);
    let (map, timeline) = sheet.panes();
    app.surround(|env| (env.map, env.timeline) = (map, timeline));
    app.refresh();
    let marks = sheet.marks(app.scene(), app.state());
    (sheet, marks)
}

/// Marks of any kind in a size, as SVG.
///
/// # Errors
/// plotters' own.
pub fn picture(
    words: &Words<'_>,
    marks: &[Mark],
    size: Size,
    families: &Families,
) -> Result<String, Undrawn> {
    Ok(document(words, size, size, &drawn(marks, size, families)?))
}

/// Marks as elements of SVG, in grid steps.
fn drawn(marks: &[Mark], size: Size, families: &Families) -> Result<String, Undrawn> {
    let units = |px: f64| libm::round(px * STEPS) as u32;
    let mut drawn = String::new();
    let backend = SVGBackend::with_string(&mut drawn, (units(size.w), units(size.h)));
    let mut paper = Paper { backend, families, dress: Vec::new() };
    let done = render(marks, Scale(STEPS), &mut paper).and_then(|()| paper.backend.present());
    let dress = std::mem::take(&mut paper.dress);
    drop(paper);
    done.map_err(|error| Undrawn(error.to_string()))?;
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

/// A text as SVG and HTML have it, in an attribute too.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
