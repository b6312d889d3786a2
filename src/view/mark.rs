//! The one currency between what is shown and how it is drawn: a shape in CSS px, its
//! color, and what it stands for. A renderer decides nothing about it.

use crate::state::Target;
use crate::words::geom::{Point, Rect, pt};
use crate::words::metrics::{Metrics, Weight};
use crate::words::theme::Color;

/// How a text looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Running text.
    Regular,
    /// Bold.
    Bold,
    /// Italic: waters, by the custom of maps.
    Italic,
    /// The headline face, bold; the page's own where there is a page.
    Headline,
}

/// Which side of a text stands at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// The text runs to the right of the point.
    Left,
    /// It is centered on it.
    Center,
    /// It ends there.
    Right,
}

/// A line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The letters.
    pub text: String,
    /// Its side given by `align`, at half the height of the letters.
    pub at: Point,
    /// px.
    pub size: f64,
    /// How it looks.
    pub face: Face,
    /// Which side stands at `at`.
    pub align: Align,
    /// A border of this color around the letters keeps them legible on lines.
    pub halo: Option<Color>,
    /// Turned about `at`, in radians clockwise.
    pub angle: f64,
}

impl Label {
    /// What its letters cover, were they bold; for one that is not turned.
    pub fn room(&self, metrics: &Metrics) -> Rect {
        let width = metrics.width(&self.text, self.size, Weight::Bold);
        let x0 = match self.align {
            Align::Left => self.at.x,
            Align::Center => self.at.x - width / 2.0,
            Align::Right => self.at.x - width,
        };
        let half = self.size * 0.62;
        Rect::new(x0, self.at.y - half, x0 + width, self.at.y + half)
    }
}

/// Geometry in CSS px.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A filled box.
    Box(Rect),
    /// A filled ring.
    Ring(Vec<Point>),
    /// A line of a width.
    Line(Vec<Point>, f64),
    /// A filled disc of a radius.
    Disc(Point, f64),
    /// A circle of a radius and a line width.
    Circle(Point, f64, f64),
    /// A text.
    Text(Label),
}

/// One thing drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Where and what.
    pub shape: Shape,
    /// In which color.
    pub color: Color,
    /// What it stands for, if it can be pointed at.
    pub target: Option<Target>,
}

/// A filled box.
pub fn block(rect: Rect, color: Color) -> Mark {
    Mark { shape: Shape::Box(rect), color, target: None }
}

/// A filled ring.
pub fn ring(points: Vec<Point>, color: Color) -> Mark {
    Mark { shape: Shape::Ring(points), color, target: None }
}

/// A line.
pub fn line(points: Vec<Point>, width: f64, color: Color) -> Mark {
    Mark { shape: Shape::Line(points, width), color, target: None }
}

/// A filled disc.
pub fn disc(center: Point, radius: f64, color: Color) -> Mark {
    Mark { shape: Shape::Disc(center, radius), color, target: None }
}

/// A circle.
pub fn circle(center: Point, radius: f64, width: f64, color: Color) -> Mark {
    Mark { shape: Shape::Circle(center, radius, width), color, target: None }
}

/// A text.
pub fn text(text: impl Into<String>, at: Point, size: f64, color: Color) -> Mark {
    let label = Label {
        text: text.into(),
        at,
        size,
        face: Face::Regular,
        align: Align::Left,
        halo: None,
        angle: 0.0,
    };
    Mark { shape: Shape::Text(label), color, target: None }
}

impl Mark {
    /// The same, standing for something.
    pub fn of(self, target: Target) -> Self {
        Self { target: Some(target), ..self }
    }

    fn label(mut self, change: impl FnOnce(&mut Label)) -> Self {
        if let Shape::Text(label) = &mut self.shape {
            change(label);
        }
        self
    }

    /// A text in another face.
    pub fn face(self, face: Face) -> Self {
        self.label(|label| label.face = face)
    }

    /// A text on another side of its point.
    pub fn align(self, align: Align) -> Self {
        self.label(|label| label.align = align)
    }

    /// A text with a border of the ground's color.
    pub fn halo(self, color: Color) -> Self {
        self.label(|label| label.halo = Some(color))
    }

    /// A text turned about its point.
    pub fn turned(self, angle: f64) -> Self {
        self.label(|label| label.angle = angle)
    }

    /// The same, elsewhere.
    pub fn by(mut self, x: f64, y: f64) -> Self {
        match &mut self.shape {
            Shape::Box(rect) => *rect = rect.by(x, y),
            Shape::Ring(points) | Shape::Line(points, _) => {
                for p in points {
                    *p = p.by(x, y);
                }
            }
            Shape::Disc(center, _) | Shape::Circle(center, ..) => *center = center.by(x, y),
            Shape::Text(label) => label.at = label.at.by(x, y),
        }
        self
    }

    /// How far a point is from what is drawn; 0 on it. A text is no target of its own.
    pub fn distance(&self, p: Point) -> f64 {
        match &self.shape {
            Shape::Box(rect) => rect.distance(p),
            Shape::Ring(points) => {
                if encloses(points, p) {
                    0.0
                } else {
                    outline(points, p)
                }
            }
            Shape::Line(points, width) => (chain(points, p) - width / 2.0).max(0.0),
            Shape::Disc(center, radius) => (center.distance(p) - radius).max(0.0),
            Shape::Circle(center, radius, width) => {
                (center.distance(p) - radius - width / 2.0).max(0.0)
            }
            Shape::Text(_) => f64::INFINITY,
        }
    }

    /// A point that lies on the mark.
    pub fn anchor(&self) -> Point {
        match &self.shape {
            Shape::Box(rect) => rect.center(),
            Shape::Ring(points) => {
                let n = points.len().max(1) as f64;
                let sum = points.iter().fold(pt(0.0, 0.0), |sum, p| sum.by(p.x, p.y));
                pt(sum.x / n, sum.y / n)
            }
            Shape::Line(points, _) => points.first().copied().unwrap_or_default(),
            Shape::Disc(center, _) | Shape::Circle(center, ..) => *center,
            Shape::Text(label) => label.at,
        }
    }
}

fn chain(points: &[Point], p: Point) -> f64 {
    let far = f64::INFINITY;
    points.windows(2).map(|ab| p.distance_to_segment(ab[0], ab[1])).fold(far, f64::min)
}

fn outline(points: &[Point], p: Point) -> f64 {
    let closing = match points {
        [first, .., last] => p.distance_to_segment(*last, *first),
        _ => f64::INFINITY,
    };
    chain(points, p).min(closing)
}

/// Whether a point lies in a ring, by the even–odd rule.
pub fn encloses(ring: &[Point], p: Point) -> bool {
    let mut inside = false;
    let mut before = match ring.last() {
        Some(last) => *last,
        None => return false,
    };
    for &here in ring {
        if (here.y > p.y) != (before.y > p.y)
            && p.x < (before.x - here.x) * (p.y - here.y) / (before.y - here.y) + here.x
        {
            inside = !inside;
        }
        before = here;
    }
    inside
}
