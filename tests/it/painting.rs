//! What a painting says is seen of its marks.

use mali_bases::view::mark::{Mark, block, circle, disc, text};
use mali_bases::words::geom::{Rect, Size, pt};
use mali_bases::words::theme::{Color, hex};

use crate::support::painting::{Painting, Sample};

const PAPER: Color = hex(0xff_ffff);
const INK: Color = hex(0x00_0000);
const SIZE: Size = Size { w: 100.0, h: 100.0 };

fn seen(marks: &[Mark], index: usize) -> Vec<Sample> {
    Painting::of(&[marks], SIZE, PAPER).samples(index).collect()
}

#[test]
fn what_lies_under_a_mark_is_all_that_was_painted_before() {
    let half = block(Rect::new(0.0, 0.0, 100.0, 100.0), INK.fade(0.5));
    let gray = hex(0x80_8080);
    let marks = [half, disc(pt(50.0, 50.0), 9.0, hex(0xff_0000))];
    let samples = seen(&marks, 1);
    let expected = Sample { on: hex(0xff_0000), under: gray, veiled: false, merged: false };
    assert!(!samples.is_empty() && samples.iter().all(|sample| *sample == expected));
}

#[test]
fn what_is_covered_is_not_seen_and_a_veil_mutes_both() {
    let square = |from: f64, to: f64, color| block(Rect::new(from, from, to, to), color);
    let hidden = [square(20.0, 30.0, INK), square(10.0, 40.0, PAPER)];
    assert_eq!(seen(&hidden, 0), []);
    let veiled = [square(20.0, 30.0, INK), square(10.0, 40.0, PAPER.fade(0.5))];
    let expected = Sample { on: hex(0x80_8080), under: PAPER, veiled: true, merged: false };
    assert!(seen(&veiled, 0).iter().all(|sample| *sample == expected));
}

#[test]
fn a_circle_is_hollow() {
    let marks = [circle(pt(50.0, 50.0), 20.0, 2.0, INK), disc(pt(50.0, 50.0), 3.0, INK)];
    assert!(seen(&marks, 1).iter().all(|sample| sample.under == PAPER));
    let marks = [circle(pt(50.0, 50.0), 20.0, 8.0, INK), disc(pt(70.0, 50.0), 3.0, INK)];
    assert!(seen(&marks, 1).iter().all(|sample| sample.under == INK));
}

#[test]
fn no_hairline_passes_unseen_behind_a_text_and_a_halo_keeps_it_off() {
    let name = || text("Gao", pt(20.3, 50.0), 13.0, INK);
    for x in 0..40 {
        let x = 21.0 + f64::from(x) * 0.37;
        let hairline = block(Rect::new(x, 0.0, x + 1.0, 100.0), INK);
        let met = |name: Mark| seen(&[hairline.clone(), name], 1).iter().any(|s| s.under == INK);
        assert_eq!((met(name()), met(name().halo(PAPER))), (true, false), "{x}");
    }
}
