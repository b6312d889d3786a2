//! The plot of growth: ms of a step by number of events, both in powers of ten, drawn as the graphic
//! itself is, by marks through `render` and the SVG backend.

use anyhow::Result;
use mali_bases::shell::bitmap::families;
use mali_bases::shell::svg::{self, Words};
use mali_bases::view::mark::{Align, Face, Mark, block, disc, line, text};
use mali_bases::words::geom::{Point, Rect, Size, pt};
use mali_bases::words::theme::{Color, LIGHT, size};

use super::report::grouped;
use super::runs::{Outcome, Results};

const SIZE: Size = Size { w: 640.0, h: 380.0 };
const PLOT: Rect = Rect { x0: 60.0, y0: 56.0, x1: 540.0, y1: 330.0 };

/// The ends of the axes, as powers of ten: 10 to 1,000,000 events, 0.1 ms to 1 s.
const EVENTS: (f64, f64) = (1.0, 6.0);
const MS: (f64, f64) = (-1.0, 3.0);

/// A frame of 60 a second.
const FRAME_MS: f64 = 1000.0 / 60.0;

const SERIES: [(&str, &str, Color); 2] =
    [("ours", "mali-bases", LIGHT.open), ("d3", "D3 + SVG", LIGHT.ink)];

/// Draws the growth that was measured.
///
/// # Errors
/// The backend's own.
pub(crate) fn svg(results: &Results) -> Result<String> {
    let words = Words {
        lang: "en",
        title: "What a scrub step costs as the data grows",
        description: "Main-thread milliseconds of a step above the floor, by number of events, ours and D3; \
                      the numbers are in RESULTS.md.",
    };
    let mut marks = vec![block(Rect::of(SIZE), LIGHT.ground)];
    marks.push(text(words.title, pt(12.0, 18.0), size::NAME, LIGHT.ink).face(Face::Bold));
    marks.push(text(
        "ms of main-thread time a step, above floor",
        pt(12.0, 38.0),
        size::SMALL,
        LIGHT.muted,
    ));
    marks.extend(axes());
    for (page, name, color) in SERIES {
        marks.extend(series(&points(results, page), name, color));
    }
    Ok(svg::picture(&words, &marks, SIZE, &families())?)
}

fn points(results: &Results, page: &str) -> Vec<Point> {
    let all = results.growth.get(page).into_iter().flatten();
    let shown = all.filter_map(|point| match point.outcome {
        Outcome::Shown { step, .. } => Some(at(point.events as f64, step - results.floor())),
        Outcome::Failed { .. } => None,
    });
    shown.collect()
}

/// Where a number of events and of ms stands; what lies off an axis, at its end.
fn at(events: f64, ms: f64) -> Point {
    let share = |value: f64, (low, high): (f64, f64)| {
        (libm::log10(value.max(1e-9)).clamp(low, high) - low) / (high - low)
    };
    pt(PLOT.x0 + share(events, EVENTS) * PLOT.width(), PLOT.y1 - share(ms, MS) * PLOT.height())
}

fn axes() -> Vec<Mark> {
    let mut marks = Vec::new();
    for power in -1..=3 {
        let ms = libm::exp10(f64::from(power));
        let left = at(1.0, ms);
        marks.push(line(vec![left, pt(PLOT.x1, left.y)], 1.0, LIGHT.rule));
        marks.push(
            text(format!("{ms}"), left.by(-8.0, 0.0), size::SMALL, LIGHT.muted).align(Align::Right),
        );
    }
    for power in 1..=6 {
        let events = libm::exp10(f64::from(power));
        let foot = at(events, 0.0).by(0.0, 16.0);
        marks.push(
            text(grouped(events as u64), foot, size::SMALL, LIGHT.muted).align(Align::Center),
        );
    }
    let unit = pt(PLOT.center().x, PLOT.y1 + 36.0);
    marks.push(text("events", unit, size::SMALL, LIGHT.muted).align(Align::Center));
    let frame = at(1.0, FRAME_MS);
    marks.push(line(vec![frame, pt(PLOT.x1, frame.y)], 1.0, LIGHT.attack));
    marks.push(text("a frame of 60 a second", frame.by(4.0, -9.0), size::SMALL, LIGHT.attack));
    marks
}

/// A line named at its end.
fn series(points: &[Point], name: &str, color: Color) -> Vec<Mark> {
    let Some(last) = points.last() else { return Vec::new() };
    let dots = points.iter().map(|point| disc(*point, 3.5, color));
    let label =
        text(name, last.by(9.0, 0.0), size::LABEL, color).face(Face::Bold).halo(LIGHT.ground);
    [line(points.to_vec(), 2.0, color)].into_iter().chain(dots).chain([label]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_stands_between_its_powers_of_ten() {
        assert_eq!(at(10.0, 0.1), pt(PLOT.x0, PLOT.y1));
        assert_eq!(at(1e6, 1e3), pt(PLOT.x1, PLOT.y0));
        assert_eq!(at(1e3, 0.0), pt(PLOT.x0 + PLOT.width() * 0.4, PLOT.y1));
    }

    #[test]
    fn what_failed_is_not_drawn() {
        let results = serde_json::from_str(
            r#"{"browser":"1","runs":{},"alone":{"answers":{},"steady":[]},"growth":{"ours":[
                {"events":60,"load":1,"step":1,"heap":1},{"events":1000,"fault":"none"}]}}"#,
        );
        assert_eq!(points(&results.unwrap(), "ours").len(), 1);
    }
}
