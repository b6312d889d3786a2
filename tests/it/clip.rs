//! What is cut to a box lies in the box, and is what of the shape lies there.

use mali_bases::map::clip;
use mali_bases::view::mark::{Mark, line, ring};
use mali_bases::words::geom::{Point, Rect, pt};
use mali_bases::words::theme::hex;
use proptest::prelude::*;

use crate::support::{laws, near};

const TO: Rect = Rect::new(0.0, 0.0, 100.0, 60.0);
const TINY: f64 = 1e-6;

fn point() -> impl Strategy<Value = Point> {
    // Whole numbers too, so that points fall on the edges.
    prop_oneof![
        (-80.0..180.0, -80.0..140.0).prop_map(|(x, y)| pt(x, y)),
        (-4..9_i32, -4..8_i32).prop_map(|(x, y)| pt(f64::from(x) * 20.0, f64::from(y) * 20.0)),
    ]
}

fn points() -> impl Strategy<Value = Vec<Point>> {
    proptest::collection::vec(point(), 0..9)
}

fn as_ring(points: &[Point]) -> Mark {
    ring(points.to_vec(), hex(0))
}

fn distance_to_line(points: &[Point], p: Point) -> f64 {
    line(points.to_vec(), 0.0, hex(0)).distance(p)
}

/// How far a point is from the outline of a ring.
fn distance_to_outline(points: &[Point], p: Point) -> f64 {
    let closed: Vec<Point> = points.iter().chain(points.first()).copied().collect();
    distance_to_line(&closed, p)
}

proptest! {
    #![proptest_config(laws(1000))]

    #[test]
    fn a_cut_ring_lies_in_the_box(points in points()) {
        let cut = clip::ring(&points, &TO);
        prop_assert!(cut.iter().all(|p| TO.grown(TINY).contains(*p)), "{:?}", cut);
    }

    #[test]
    fn a_cut_ring_holds_what_the_ring_holds_in_the_box(
        points in points(), x in 0.0..100.0, y in 0.0..60.0,
    ) {
        let (p, cut) = (pt(x, y), clip::ring(&points, &TO));
        prop_assume!(distance_to_outline(&points, p) > TINY && TO.grown(-TINY).contains(p));
        let holds = |points: &[Point]| as_ring(points).distance(p) <= 0.0;
        prop_assert_eq!(holds(&points), holds(&cut));
    }

    #[test]
    fn cutting_a_ring_twice_is_cutting_it_once(points in points()) {
        let once = clip::ring(&points, &TO);
        let twice = clip::ring(&once, &TO.grown(TINY));
        prop_assert_eq!(once, twice);
    }

    #[test]
    fn the_pieces_of_a_line_lie_in_the_box_and_on_the_line(points in points()) {
        for piece in clip::line(&points, &TO) {
            prop_assert!(piece.len() > 1);
            for p in piece {
                prop_assert!(TO.grown(TINY).contains(p), "{:?}", p);
                prop_assert!(distance_to_line(&points, p) < TINY, "{:?}", p);
            }
        }
    }

    #[test]
    fn no_piece_of_a_line_in_the_box_is_lost(points in points(), t in 0.0..1.0) {
        let pieces = clip::line(&points, &TO);
        for pair in points.windows(2) {
            let p = pair[0].towards(pair[1], t);
            let nearest = pieces.iter().map(|piece| distance_to_line(piece, p));
            let nearest = nearest.fold(f64::INFINITY, f64::min);
            prop_assert!(!TO.grown(-TINY).contains(p) || nearest < TINY, "{:?}", p);
        }
    }

    #[test]
    fn cutting_a_line_twice_is_cutting_it_once(points in points()) {
        for piece in clip::line(&points, &TO) {
            let again = clip::line(&piece, &TO.grown(TINY));
            prop_assert_eq!(again, vec![piece]);
        }
    }
}

#[test]
fn what_lies_inside_stays_as_it_is() {
    let inside = vec![pt(1.0, 1.0), pt(50.0, 2.0), pt(30.0, 40.0)];
    assert_eq!(clip::ring(&inside, &TO), inside);
    assert_eq!(clip::line(&inside, &TO), vec![inside]);
}

#[test]
fn what_lies_outside_is_gone() {
    let outside = [pt(-10.0, 1.0), pt(-50.0, 2.0), pt(-30.0, 40.0)];
    assert_eq!(clip::ring(&outside, &TO), []);
    assert_eq!(clip::line(&outside, &TO), Vec::<Vec<Point>>::new());
}

#[test]
fn a_line_through_the_box_comes_back_in_pieces() {
    let line = [pt(-10.0, 30.0), pt(110.0, 30.0), pt(110.0, 10.0), pt(-10.0, 10.0)];
    let pieces = clip::line(&line, &TO);
    let expected = [[pt(0.0, 30.0), pt(100.0, 30.0)], [pt(100.0, 10.0), pt(0.0, 10.0)]];
    assert_eq!(pieces.len(), 2);
    for (piece, expected) in pieces.iter().zip(&expected) {
        assert!(piece.len() == 2 && (0..2).all(|at| near(piece[at], expected[at], TINY)));
    }
}

#[test]
fn a_ring_around_the_box_becomes_the_box() {
    let around = [pt(-50.0, -50.0), pt(150.0, -50.0), pt(150.0, 150.0), pt(-50.0, 150.0)];
    let cut = clip::ring(&around, &TO);
    assert_eq!(Rect::enclosing(cut.iter().copied()), Some(TO));
    assert_eq!(cut.len(), 4);
}
