//! Draws marks on any of plotters' backends. Decides nothing: no color, no text, no place
//! is chosen here.

use plotters::prelude::DrawingBackend;
use plotters::style::TextStyle;
use plotters_backend::DrawingErrorKind;

use super::pen::{Scale, fill, letters, stroke};
use crate::view::mark::{Face, Label, Mark, Shape};
use crate::words::geom::{Point, pt};
use crate::words::theme::Color;

/// How wide the border around letters is, px.
pub const HALO_PX: f64 = 3.0;

/// The fonts of a picture, each a list of families in CSS's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Families {
    /// Of all text.
    pub text: String,
    /// Of the headline.
    pub headline: String,
}

impl Families {
    /// One for all faces.
    pub fn one(text: &str) -> Self {
        Self { text: text.to_owned(), headline: text.to_owned() }
    }

    /// The families of a face.
    pub fn of(&self, face: Face) -> &str {
        if face == Face::Headline { &self.headline } else { &self.text }
    }
}

/// A plotters backend, and what text needs that plotters' text has not: any angle, a
/// border around the letters, a family for each face.
pub trait Surface {
    /// The backend that draws.
    type Backend: DrawingBackend;

    /// The backend that draws.
    fn backend(&mut self) -> &mut Self::Backend;

    /// The family list of a face.
    fn family(&self, face: Face) -> String;

    /// Size of a px of type, against a px of anything else: 1 but for a backend's quirk.
    const TYPE_FACTOR: f64;

    /// Makes ready for the letters that are drawn next at `at`: turns the plane about it,
    /// lays their border.
    fn begin_letters(&mut self, label: &Label, style: &TextStyle<'_>, at: (i32, i32), scale: Scale);

    /// Undoes it.
    fn end_letters(&mut self);
}

/// What drawing on a surface can end in.
pub type Drawn<S> =
    Result<(), DrawingErrorKind<<<S as Surface>::Backend as DrawingBackend>::ErrorType>>;

/// Draws marks in their order.
///
/// # Errors
/// The backend's own.
pub fn render<S: Surface>(marks: &[Mark], scale: Scale, to: &mut S) -> Drawn<S> {
    for mark in marks {
        draw(mark, scale, to)?;
    }
    Ok(())
}

fn draw<S: Surface>(mark: &Mark, scale: Scale, to: &mut S) -> Drawn<S> {
    let color = mark.color;
    match &mark.shape {
        Shape::Box(rect) => {
            let (from, until) =
                (scale.coord(pt(rect.x0, rect.y0)), scale.coord(pt(rect.x1, rect.y1)));
            to.backend().draw_rect(from, until, &fill(color), true)
        }
        Shape::Ring(points) => to.backend().fill_polygon(scale.coords(points), &fill(color)),
        Shape::Line(points, width) => {
            let style = stroke(color, scale.length(*width));
            to.backend().draw_path(scale.coords(points), &style)
        }
        Shape::Disc(center, radius) => round(*center, *radius, scale, to, color, None),
        Shape::Circle(center, radius, width) => {
            round(*center, *radius, scale, to, color, Some(*width))
        }
        Shape::Text(label) => write(label, color, scale, to),
    }
}

fn round<S: Surface>(
    center: Point,
    radius: f64,
    scale: Scale,
    to: &mut S,
    color: Color,
    width: Option<f64>,
) -> Drawn<S> {
    let (center, radius) = (scale.coord(center), scale.length(radius));
    match width {
        Some(width) => {
            let style = stroke(color, scale.length(width));
            to.backend().draw_circle(center, radius, &style, false)
        }
        None => to.backend().draw_circle(center, radius, &fill(color), true),
    }
}

fn write<S: Surface>(label: &Label, color: Color, scale: Scale, to: &mut S) -> Drawn<S> {
    let family = to.family(label.face);
    let style = letters(label, color, &family, scale.0 * S::TYPE_FACTOR);
    let at = scale.coord(label.at);
    to.begin_letters(label, &style, at, scale);
    let drawn = to.backend().draw_text(&label.text, &style, at);
    to.end_letters();
    drawn
}
