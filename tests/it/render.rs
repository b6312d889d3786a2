//! What reaches a drawing backend, mark by mark.

use std::f64::consts::FRAC_PI_6;

use mali_bases::out::pen::Scale;
use mali_bases::out::render::render;
use mali_bases::view::mark::{Align, Face, Mark, block, circle, disc, line, ring, text};
use mali_bases::words::geom::{Rect, pt};
use mali_bases::words::theme::hex;

use crate::support::golden::check_golden;
use crate::support::recorder::Recorder;

pub(crate) fn goldens() -> Vec<String> {
    vec!["render.txt".to_owned()]
}

fn calls(marks: &[Mark], scale: f64) -> Vec<String> {
    let mut recorder = Recorder::default();
    render(marks, Scale(scale), &mut recorder).expect("a recorder cannot fail");
    recorder.calls
}

#[test]
fn every_shape_becomes_one_call() {
    let ink = hex(0x1a_2b_3c);
    let name = || text("Gao", pt(10.5, 20.25), 15.0, ink);
    let marks = [
        block(Rect::new(1.0, 2.0, 3.06, 4.5), ink),
        block(Rect::new(1.0, 2.0, 3.06, 4.5), ink.fade(0.25)),
        ring(vec![pt(0.0, 0.0), pt(10.0, 0.0), pt(5.0, 7.77)], ink),
        line(vec![pt(0.0, 0.0), pt(1.26, 1.25), pt(-2.0, 3.0)], 1.5, ink),
        disc(pt(50.0, 60.0), 6.5, ink),
        circle(pt(50.0, 60.0), 6.5, 1.75, ink),
        name(),
        name().face(Face::Bold).align(Align::Center).halo(hex(0xfb_f8_f0)),
        name().face(Face::Italic).align(Align::Right).turned(FRAC_PI_6),
        name().face(Face::Headline),
    ];
    let shown = |mark: &Mark| format!("{}\n", calls(std::slice::from_ref(mark), 8.0).join("\n"));
    check_golden("render.txt", &marks.iter().map(shown).collect::<String>());
}

#[test]
fn marks_are_drawn_in_their_order() {
    let marks = [disc(pt(1.0, 1.0), 1.0, hex(0)), disc(pt(2.0, 2.0), 1.0, hex(0))];
    let both = calls(&marks, 1.0);
    assert_eq!(both, [calls(&marks[..1], 1.0), calls(&marks[1..], 1.0)].concat());
}

#[test]
fn coordinates_are_rounded_to_the_nearest_step_of_the_grid() {
    let case = |px: f64, scale: f64, expected: i32| {
        assert_eq!(Scale(scale).coord(pt(px, -px)), (expected, -expected), "{px} × {scale}");
    };
    case(1.26, 8.0, 10);
    case(1.32, 8.0, 11);
    case(0.06, 8.0, 0);
    case(0.0625, 8.0, 1);
    case(100.0, 16.0 * 1.5, 2400);
    case(33.333, 1.0, 33);
}

#[test]
fn nothing_is_too_thin_to_see() {
    assert_eq!(Scale(8.0).length(1.5), 12);
    assert_eq!(Scale(1.0).length(0.2), 1);
    assert_eq!(Scale(8.0).length(0.0), 1);
    assert_eq!(Scale(8.0).length(f64::NAN), 1);
}
