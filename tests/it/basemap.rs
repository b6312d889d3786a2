//! The land: arcs joined to rings, borders drawn once, and everything where it belongs.

use mali_bases::map::basemap::Feature;
use mali_bases::view::mark::{Shape, ring};
use mali_bases::words::geom::{Point, Rect, pt};
use mali_bases::words::place::LonLat;
use mali_bases::words::theme::hex;

use crate::support::views::approach;
use crate::support::{app, near, real, small};

fn ids(features: &[Feature]) -> Vec<&str> {
    features.iter().map(|feature| feature.id.as_str()).collect()
}

fn feature<'a>(features: &'a [Feature], id: &str) -> &'a Feature {
    features.iter().find(|feature| feature.id == id).expect(id)
}

/// The points of the fixture in its own steps of a quarter of a degree.
fn steps(line: &[Point]) -> Vec<(i32, i32)> {
    let at = |p: &Point| small().projection.lonlat_from_plane(*p);
    let step = |degrees: f64, from: f64| libm::round((degrees - from) / 0.25) as i32;
    line.iter().map(|p| (step(at(p).lon, -2.0), step(at(p).lat, 6.0))).collect()
}

#[test]
fn arcs_are_joined_to_rings_forwards_and_backwards() {
    let countries = &small().basemap.countries;
    assert_eq!(ids(countries), ["AA", "BB"]);
    let aa = [(24, 0), (22, 14), (24, 28), (0, 28), (0, 0), (24, 0)];
    let bb = [(24, 28), (22, 14), (24, 0), (32, 0), (32, 28), (24, 28)];
    assert_eq!(steps(&countries[0].lines[0]), aa);
    assert_eq!(steps(&countries[1].lines[0]), bb);
    assert_eq!(steps(&small().basemap.rivers[0].lines[0]), [(6, 2), (12, 8), (14, 20), (24, 18)]);
}

#[test]
fn only_a_line_between_two_countries_is_a_border() {
    let borders: Vec<_> = small().basemap.borders.iter().map(|line| steps(line)).collect();
    assert_eq!(borders, [[(24, 0), (22, 14), (24, 28)]]);
}

#[test]
fn the_world_is_all_there_is() {
    let (projection, world) = (small().projection, small().basemap.world);
    let corner = |lon, lat| projection.plane_from_lonlat(LonLat { lon, lat });
    let (a, b) = (corner(-2.0, 13.0), corner(6.0, 6.0));
    assert!(near(pt(world.x0, world.y0), a, 1e-9) && near(pt(world.x1, world.y1), b, 1e-9));
}

#[test]
fn the_real_land_has_its_countries_and_rivers() {
    let basemap = &real().basemap;
    for id in ["ML", "MR", "DZ", "NE", "BF", "CI", "GN", "SN"] {
        feature(&basemap.countries, id);
    }
    for rings in basemap.countries.iter().chain(&basemap.lakes).flat_map(|feature| &feature.lines) {
        assert!(rings.len() > 3 && near(rings[0], rings[rings.len() - 1], 1e-9));
    }
    feature(&basemap.rivers, "niger");
    assert!(!basemap.borders.is_empty() && !basemap.lakes.is_empty());
}

#[test]
fn the_bases_and_bamako_lie_in_mali_and_their_neighbors_do_not() {
    let mali = ring(feature(&real().basemap.countries, "ML").lines[0].clone(), hex(0));
    let lies_in = |lon, lat| mali.distance(real().plane(LonLat { lon, lat })) <= 0.0;
    for base in &real().data().bases {
        assert!(lies_in(base.at.lon, base.at.lat), "{}", base.id);
    }
    assert!(lies_in(-7.9499, 12.6392), "Bamako");
    let elsewhere = [(2.11, 13.51), (-1.52, 12.37), (-15.98, 18.08), (0.71, 22.8)];
    assert!(elsewhere.into_iter().all(|(lon, lat)| !lies_in(lon, lat)));
}

#[test]
fn the_niger_passes_its_towns() {
    let niger = &feature(&real().basemap.rivers, "niger").lines;
    let case = |town: &str, lon: f64, lat: f64| {
        let at = real().plane(LonLat { lon, lat });
        let legs = niger.iter().flat_map(|line| line.windows(2));
        let off = legs.map(|leg| at.distance_to_segment(leg[0], leg[1]));
        let off = off.fold(f64::INFINITY, f64::min);
        assert!(off < 0.2, "{town} is {off:.2}° off the river");
    };
    case("Bamako", -8.0, 12.64);
    case("Ségou", -6.26, 13.44);
    case("Timbuktu", -3.01, 16.77);
    case("Gao", -0.04, 16.27);
    case("Niamey", 2.11, 13.51);
}

#[test]
fn the_first_view_lies_within_the_map() {
    for atlas in [small(), real()] {
        let Rect { x0, y0, x1, y1 } = atlas.frame.home;
        assert!(x0 < x1 && y0 < y1 && atlas.frame.world.holds(&atlas.frame.home));
    }
}

#[test]
fn the_land_is_drawn_with_no_more_points_than_pixels_tell_apart() {
    for width in [390.0, 1440.0] {
        let mut app = app(real(), width);
        for factor in [1.0, 2.25, 4.0, 8.0] {
            approach(&mut app, 3, factor);
            app.refresh();
            let pane = Rect::of(app.state().env.map).grown(5.0);
            for mark in &app.scene().map.land {
                let (Shape::Ring(points) | Shape::Line(points, _)) = &mark.shape else { continue };
                assert!(points.iter().all(|point| pane.contains(*point)), "{width} ×{factor}");
                let inner = &points[..points.len() - 1];
                let near = inner.windows(2).find(|pair| pair[0].distance(pair[1]) < 0.5);
                assert_eq!(near, None, "{width} ×{factor}");
            }
        }
    }
}
