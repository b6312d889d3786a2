//! A picture as it is painted, mark over mark: which color lies under a mark, and which is seen
//! of it. Exact geometry instead of pixels, so that no edge is half one color, half another.

use mali_bases::view::mark::{Label, Mark, Shape};
use mali_bases::words::geom::{Point, Rect, Size, pt};
use mali_bases::words::theme::Color;

use crate::support::boxes::bounds;
use crate::support::letters::extent;

/// Side of a cell of the index, px.
const CELL_PX: f64 = 16.0;

/// Layers of marks on a ground, with an index of what may lie where.
pub(crate) struct Painting<'a> {
    ground: Color,
    marks: Vec<&'a Mark>,
    columns: usize,
    cells: Vec<Vec<usize>>,
}

/// What is seen of a mark at a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Sample {
    /// The color there.
    pub(crate) on: Color,
    /// The color that would be there without the mark.
    pub(crate) under: Color,
    /// Whether something translucent lies over both.
    pub(crate) veiled: bool,
    /// Whether it lies on its own color, however faint: the two are one shape.
    pub(crate) merged: bool,
}

impl<'a> Painting<'a> {
    /// Of layers, the lowest first.
    pub(crate) fn of(layers: &[&'a [Mark]], size: Size, ground: Color) -> Self {
        let marks: Vec<&Mark> = layers.iter().copied().flatten().collect();
        let count = |px: f64| (px / CELL_PX) as usize + 1;
        let (columns, rows) = (count(size.w), count(size.h));
        let mut cells = vec![Vec::new(); columns * rows];
        for (index, mark) in marks.iter().enumerate() {
            let Some(room) = bounds(mark) else { continue };
            let cell = |px: f64, most: usize| ((px / CELL_PX).max(0.0) as usize).min(most - 1);
            for row in cell(room.y0, rows)..=cell(room.y1, rows) {
                for column in cell(room.x0, columns)..=cell(room.x1, columns) {
                    cells[row * columns + column].push(index);
                }
            }
        }
        Self { ground, marks, columns, cells }
    }

    /// The marks in the order in which they are painted.
    pub(crate) fn marks(&self) -> impl Iterator<Item = (usize, &'a Mark)> + '_ {
        self.marks.iter().copied().enumerate()
    }

    /// What is seen of a mark at places all over it; nothing where others hide it.
    pub(crate) fn samples(&self, index: usize) -> impl Iterator<Item = Sample> + '_ {
        places(self.marks[index]).into_iter().filter_map(move |at| self.sample(index, at))
    }

    /// From the top down, as far as anything shows through.
    fn sample(&self, index: usize, at: Point) -> Option<Sample> {
        let mark = self.marks[index];
        let here = self.at(at)?;
        let own = here.partition_point(|other| *other < index);
        let painted =
            |place: &usize| covers(self.marks[*place], at).then(|| self.marks[*place].color);
        let above = here[own..].iter().filter(|other| **other != index).filter_map(painted);
        let above: Vec<Color> = above.collect();
        if above.iter().any(|color| color.alpha() >= 1.0) {
            return None;
        }
        let below = match &mark.shape {
            // Its border is what the letters lie on.
            Shape::Text(Label { halo: Some(halo), .. }) => vec![*halo],
            _ => down_to_solid(here[..own].iter().rev().filter_map(painted)),
        };
        let merged = below.first().is_some_and(|color| color.rgb == mark.color.rgb);
        let under = below.into_iter().rev().fold(self.ground, |under, color| over(color, under));
        let through = |color| above.iter().fold(color, |under, color| over(*color, under));
        let veiled = above.iter().any(|color| color.alpha() > 0.0);
        let on = through(over(mark.color, under));
        Some(Sample { on, under: through(under), veiled, merged })
    }

    /// The marks that may reach a place; `None` out of the picture.
    fn at(&self, at: Point) -> Option<&[usize]> {
        let inside = at.x >= 0.0 && at.y >= 0.0 && at.x < self.columns as f64 * CELL_PX;
        let cell = (at.y / CELL_PX) as usize * self.columns + (at.x / CELL_PX) as usize;
        inside.then(|| self.cells.get(cell).map(Vec::as_slice)).flatten()
    }
}

/// The colors that show, the topmost first: none below a solid one.
fn down_to_solid(colors: impl Iterator<Item = Color>) -> Vec<Color> {
    let mut shown = Vec::new();
    for color in colors {
        shown.push(color);
        if color.alpha() >= 1.0 {
            break;
        }
    }
    shown
}

/// A color laid over a solid one.
fn over(color: Color, under: Color) -> Color {
    let mix = |a: u8, b: u8| {
        (f64::from(a) * color.alpha() + f64::from(b) * (1.0 - color.alpha())).round() as u8
    };
    let (above, below) = (color.rgb, under.rgb);
    let rgb = (mix(above.0, below.0), mix(above.1, below.1), mix(above.2, below.2));
    Color { rgb, opacity: 100 }
}

/// Whether a mark paints a place. Letters paint none: that no text lies on anything else that
/// matters is a law of its own.
fn covers(mark: &Mark, at: Point) -> bool {
    match mark.shape {
        Shape::Circle(center, radius, width) => (center.distance(at) - radius).abs() <= width / 2.0,
        _ => mark.distance(at) == 0.0,
    }
}

/// Places all over a mark: on a text without a border so close that no hairline passes between.
fn places(mark: &Mark) -> Vec<Point> {
    match &mark.shape {
        Shape::Text(label) => {
            let (sin, cos) = libm::sincos(label.angle);
            let turned = |p: Point| {
                let (x, y) = (p.x - label.at.x, p.y - label.at.y);
                label.at.by(x * cos - y * sin, x * sin + y * cos)
            };
            let step = if label.halo.is_some() { (6.0, 6.0) } else { (1.0, 3.0) };
            lattice(&extent(label), step, 400.0).map(turned).collect()
        }
        Shape::Line(points, _) => points.windows(2).flat_map(along).collect(),
        Shape::Circle(center, radius, _) => {
            let turn = |step: i32| f64::from(step) / 24.0 * std::f64::consts::TAU;
            let round = |(sin, cos): (f64, f64)| center.by(cos * radius, sin * radius);
            (0..24).map(|step| round(libm::sincos(turn(step)))).collect()
        }
        _ => {
            let room = bounds(mark).unwrap_or_default();
            lattice(&room, (1.5, 2.5), 10.0).filter(|at| covers(mark, *at)).collect()
        }
    }
}

/// The middles of cells of a box, so large or as many.
fn lattice(room: &Rect, step: (f64, f64), most: f64) -> impl Iterator<Item = Point> + use<> {
    let room = *room;
    let count = |length: f64, step: f64| (length / step).ceil().clamp(1.0, most) as u32;
    let (columns, rows) = (count(room.width(), step.0), count(room.height(), step.1));
    let share = |n: u32, of: u32| (f64::from(n) + 0.5) / f64::from(of);
    (0..rows).flat_map(move |row| {
        let y = room.y0 + room.height() * share(row, rows);
        (0..columns).map(move |column| pt(room.x0 + room.width() * share(column, columns), y))
    })
}

/// Points along a segment, without its ends.
fn along(ends: &[Point]) -> impl Iterator<Item = Point> + use<> {
    let (from, to) = (ends[0], ends[1]);
    let count = (from.distance(to) / 2.0).ceil().clamp(1.0, 12.0) as u32;
    (0..count).map(move |step| from.towards(to, (f64::from(step) + 0.5) / f64::from(count)))
}
