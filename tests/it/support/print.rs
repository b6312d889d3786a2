//! A scene as text: a mark a line, to two decimals. Long outlines are told by their count
//! and extent, and a fade or a spaced name by its ends, so that a kept text stays readable.

use mali_bases::view::mark::{Align, Face, Label, Mark, Shape};
use mali_bases::view::scene::{Pane, Scene};
use mali_bases::words::geom::{Point, Rect};
use mali_bases::words::theme::Color;

/// The most points that are written out.
const MOST_POINTS: usize = 6;

/// The whole picture.
pub(crate) fn scene(scene: &Scene) -> String {
    format!("{}{}", pane("map", &scene.map), pane("timeline", &scene.timeline))
}

fn pane(name: &str, pane: &Pane) -> String {
    let layer = |layer: &str, marks: &[Mark]| format!("{name} {layer}\n{}", marks_of(marks));
    let size = format!("{name} {}×{}\n", number(pane.size.w), number(pane.size.h));
    [size, layer("land", &pane.land), layer("marks", &pane.marks), layer("overlay", &pane.overlay)]
        .concat()
}

/// Marks, one a line.
pub(crate) fn marks_of(marks: &[Mark]) -> String {
    let mut out = String::new();
    let mut rest = marks;
    while let [first, tail @ ..] = rest {
        let run = 1 + tail.iter().take_while(|mark| continues(first, mark)).count();
        let line = if run > 2 { stretch(&rest[..run]) } else { mark_of(first) };
        out = out + "  " + &line + "\n";
        rest = &rest[if run > 2 { run } else { 1 }..];
    }
    out
}

/// Whether a mark is a further slice of a taper, or a further letter of a spaced name.
fn continues(first: &Mark, next: &Mark) -> bool {
    let alike = first.color.rgb == next.color.rgb && first.target == next.target;
    alike
        && match (&first.shape, &next.shape) {
            (Shape::Ring(a), Shape::Ring(b)) => {
                let fades = first.color.alpha() < 1.0 && next.color.alpha() < 1.0;
                fades && a.len() == 4 && b.len() == 4
            }
            (Shape::Text(a), Shape::Text(b)) => {
                let single = a.text.chars().count() == 1 && b.text.chars().count() == 1;
                single && same(a.at.y, b.at.y)
            }
            _ => false,
        }
}

fn same(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

fn stretch(run: &[Mark]) -> String {
    let (first, last) = (&run[0], &run[run.len() - 1]);
    let letters = |mark: &Mark| match &mark.shape {
        Shape::Text(label) => label.text.clone(),
        _ => String::new(),
    };
    let letters: String = run.iter().map(letters).collect();
    if letters.is_empty() {
        format!("{} slices: {} … {}", run.len(), mark_of(first), mark_of(last))
    } else {
        format!("spaced {letters:?}: {} … {}", mark_of(first), mark_of(last))
    }
}

fn mark_of(mark: &Mark) -> String {
    let shape = match &mark.shape {
        Shape::Box(rect) => format!("box {}", rect_of(rect)),
        Shape::Ring(points) => format!("ring {}", points_of(points)),
        Shape::Line(points, width) => format!("line {} wide {}", points_of(points), number(*width)),
        Shape::Disc(center, radius) => format!("disc {} r {}", point(*center), number(*radius)),
        Shape::Circle(center, radius, width) => {
            format!("circle {} r {} wide {}", point(*center), number(*radius), number(*width))
        }
        Shape::Text(label) => label_of(label),
    };
    let target = mark.target.map_or_else(String::new, |target| format!(" = {target:?}"));
    format!("{shape} {}{target}", color(mark.color))
}

fn label_of(label: &Label) -> String {
    let side = match label.align {
        Align::Left => "",
        Align::Center => " centered",
        Align::Right => " to its end",
    };
    let face = match label.face {
        Face::Regular => String::new(),
        face => format!(" {face:?}").to_lowercase(),
    };
    let turn = if label.angle.abs() > 0.0 {
        format!(" turned {}°", number(label.angle.to_degrees()))
    } else {
        String::new()
    };
    let halo = label.halo.map_or_else(String::new, |halo| format!(" on {}", color(halo)));
    let (at, px) = (point(label.at), number(label.size));
    format!("text {:?} {at} {px} px{side}{face}{turn}{halo}", label.text)
}

fn points_of(points: &[Point]) -> String {
    if points.len() <= MOST_POINTS {
        return points.iter().map(|p| point(*p)).collect::<Vec<_>>().join(" ");
    }
    let extent = Rect::enclosing(points.iter().copied()).unwrap_or_default();
    format!("of {} points in {}", points.len(), rect_of(&extent))
}

fn rect_of(rect: &Rect) -> String {
    format!("{},{} {},{}", number(rect.x0), number(rect.y0), number(rect.x1), number(rect.y1))
}

fn point(p: Point) -> String {
    format!("{},{}", number(p.x), number(p.y))
}

/// Two decimals at most, and no negative zero.
fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

fn color(color: Color) -> String {
    let (r, g, b) = color.rgb;
    let alpha =
        if color.alpha() < 1.0 { format!("/{}", number(color.alpha())) } else { String::new() };
    format!("#{r:02x}{g:02x}{b:02x}{alpha}")
}
