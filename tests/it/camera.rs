//! From the earth to the screen and back.

use mali_bases::map::camera::{Camera, Frame, MAX_ZOOM};
use mali_bases::map::projection::{KM_PER_DEGREE, Projection};
use mali_bases::words::geom::{Point, Rect, Size, pt};
use mali_bases::words::place::LonLat;
use proptest::prelude::*;

use crate::support::{WIDTHS, close, env, laws, near, real};

const FRAME: Frame =
    Frame { home: Rect::new(-8.0, -20.0, 2.0, -12.0), world: Rect::new(-17.0, -26.0, 12.0, -8.0) };

fn size() -> impl Strategy<Value = Size> {
    (100.0..1500.0, 100.0..1000.0).prop_map(|(w, h)| Size { w, h })
}

fn inset(size: Size) -> Rect {
    Rect::new(size.w * 0.1, size.h * 0.05, size.w * 0.95, size.h * 0.9)
}

fn on(size: Size) -> impl Strategy<Value = Point> {
    (0.0..size.w, 0.0..size.h).prop_map(|(x, y)| pt(x, y))
}

fn fit(size: Size) -> Camera {
    Camera::fit(FRAME, size, inset(size))
}

fn view(camera: &Camera, size: Size) -> Rect {
    let (a, b) = (camera.plane_from_screen(pt(0.0, 0.0)), pt(size.w, size.h));
    let b = camera.plane_from_screen(b);
    Rect::new(a.x, a.y, b.x, b.y)
}

/// A camera that has been used, its size and a point of its pane.
fn used() -> impl Strategy<Value = (Camera, Size, Point)> {
    size().prop_flat_map(|size| {
        let moves = proptest::collection::vec((on(size), 0.3..4.0, -300.0..300.0), 0..5);
        (moves, on(size)).prop_map(move |(moves, at)| {
            let camera = moves.into_iter().fold(fit(size), |camera, (at, factor, px)| {
                camera.zoom_at(at, factor).pan_by(px, -px / 2.0)
            });
            (camera, size, at)
        })
    })
}

proptest! {
    #![proptest_config(laws(500))]

    #[test]
    fn the_projection_has_an_inverse(
        parallel in -90.0..90.0, lon in -180.0..180.0, lat in -90.0..90.0,
    ) {
        let projection = Projection::at(parallel);
        let back = projection.lonlat_from_plane(projection.plane_from_lonlat(LonLat { lon, lat }));
        prop_assert!(close(back.lon, lon) && close(back.lat, lat), "{:?}", back);
    }

    #[test]
    fn the_screen_has_an_inverse((camera, _, at) in used()) {
        let back = camera.screen_from_plane(camera.plane_from_screen(at));
        prop_assert!(near(back, at, 1e-6), "{:?} {:?}", back, at);
    }

    #[test]
    fn zooming_keeps_the_point_under_the_pointer((camera, size, at) in used(), factor in 0.2..5.0) {
        let held = camera.plane_from_screen(at);
        let nearer = camera.zoom_at(at, factor);
        prop_assert!(close(nearer.zoom(), (camera.zoom() * factor).clamp(1.0, MAX_ZOOM)));
        // At the world's edge the edge comes first.
        prop_assume!(FRAME.world.grown(-1e-6).holds(&view(&nearer, size)));
        prop_assert!(near(nearer.screen_from_plane(held), at, 1e-6));
    }

    #[test]
    fn the_view_stays_on_the_map((camera, size, _) in used()) {
        let (view, world) = (view(&camera, size), FRAME.world);
        prop_assert!(view.width() > world.width() || (view.x0 >= world.x0 - 1e-6 && view.x1 <= world.x1 + 1e-6));
        prop_assert!(view.height() > world.height() || (view.y0 >= world.y0 - 1e-6 && view.y1 <= world.y1 + 1e-6));
    }

    #[test]
    fn panning_moves_the_ground_with_the_hand((camera, size, at) in used(), x in -50.0..50.0, y in -50.0..50.0) {
        let moved = camera.pan_by(x, y);
        prop_assume!(FRAME.world.grown(-1e-6).holds(&view(&moved, size)));
        let held = camera.plane_from_screen(at);
        prop_assert!(near(moved.screen_from_plane(held), at.by(x, y), 1e-6));
    }

    #[test]
    fn revealing_moves_no_more_than_it_must(
        (camera, size, _) in used(), x in -8.0..2.0, y in -20.0..-12.0,
    ) {
        let (part, p) = (inset(size), pt(x, y));
        let revealed = camera.reveal(p, part);
        let (from, to) = (camera.screen_from_plane(p), revealed.screen_from_plane(p));
        prop_assert!(close(revealed.zoom(), camera.zoom()));
        if part.contains(from) {
            prop_assert_eq!(revealed, camera);
        }
        // At the world's edge the edge comes first.
        prop_assume!(FRAME.world.grown(-1e-6).holds(&view(&revealed, size)));
        let nearest = pt(from.x.clamp(part.x0, part.x1), from.y.clamp(part.y0, part.y1));
        prop_assert!(near(to, nearest, 1e-6), "{:?} {:?}", from, to);
    }

    #[test]
    fn another_size_keeps_the_zoom((camera, _, _) in used(), to in size()) {
        let resized = camera.resized(to, inset(to));
        prop_assert!(close(resized.zoom(), camera.zoom()));
        if camera.zoom() <= 1.0 {
            prop_assert_eq!(resized, fit(to));
        }
    }

    #[test]
    fn another_size_keeps_the_middle((camera, size, _) in used(), to in size()) {
        prop_assume!(camera.zoom() > 1.0);
        let middle = camera.plane_from_screen(Rect::of(size).center());
        let resized = camera.resized(to, inset(to));
        prop_assume!(FRAME.world.grown(-1e-6).holds(&view(&resized, to)));
        prop_assert!(near(resized.screen_from_plane(middle), Rect::of(to).center(), 1e-6));
    }

    #[test]
    fn no_number_breaks_the_camera(
        numbers in proptest::array::uniform4(any::<f64>()), w in 0.0..5000.0, h in 0.0..5000.0,
    ) {
        let size = Size { w, h };
        let [x, y, factor, px] = numbers;
        let camera = fit(size).zoom_at(pt(x, y), factor).pan_by(px, x);
        let at = camera.screen_from_plane(FRAME.home.center());
        prop_assert!(at.x.is_finite() && at.y.is_finite() && camera.scale().is_finite(), "{:?}", camera);
        prop_assert!((1.0..=MAX_ZOOM).contains(&camera.zoom()));
    }
}

#[test]
fn the_first_view_fits_home_into_its_part_of_the_pane() {
    let size = Size { w: 600.0, h: 500.0 };
    let camera = fit(size);
    let home = FRAME.home;
    let corners = [pt(home.x0, home.y0), pt(home.x1, home.y1)];
    let [a, b] = corners.map(|corner| camera.screen_from_plane(corner));
    let seen = Rect::new(a.x, a.y, b.x, b.y);
    assert!(inset(size).grown(1e-6).holds(&seen), "{seen:?}");
    assert!(close(seen.width(), inset(size).width()) || close(seen.height(), inset(size).height()));
}

#[test]
fn every_base_and_bamako_stand_on_the_first_view_at_every_width() {
    let atlas = real();
    for width in WIDTHS {
        let env = env(atlas, width);
        let camera = Camera::fit(atlas.frame, env.map, env.inset());
        let capital = atlas.data().places.iter().find(|place| place.id == "bamako").unwrap();
        let places = atlas.data().bases.iter().map(|base| base.at).chain(capital.points.clone());
        for at in places {
            let at = camera.screen_from_plane(atlas.plane(at));
            let pane = Rect::of(env.map).grown(-12.0);
            assert!(pane.contains(at), "{width}: {at:?} in {:?}", env.map);
        }
    }
}

#[test]
fn a_degree_has_its_length_in_mali() {
    // Gao to Timbuktu, 324.5 km by the great circle (haversine, R = 6371 km).
    let projection = Projection::at(16.4);
    let gao = projection.plane_from_lonlat(LonLat { lon: -0.0055, lat: 16.2485 });
    let timbuktu = projection.plane_from_lonlat(LonLat { lon: -3.0076, lat: 16.7304 });
    let km = gao.distance(timbuktu) * KM_PER_DEGREE;
    assert!((km - 324.5).abs() < 2.0, "{km}");
}
