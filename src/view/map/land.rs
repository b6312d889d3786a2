//! The ground of the map: countries, waters, their names, the scale.

use crate::map::atlas::Atlas;
use crate::map::clip;
use crate::map::projection::KM_PER_DEGREE;
use crate::model::dataset::{Place, PlaceKind};
use crate::state::State;
use crate::view::mark::{Align, Face, Mark, block, line, ring, text};
use crate::words::geom::{Point, Rect, pt};
use crate::words::metrics::Weight;
use crate::words::theme::size;

use super::labels;

/// Room between the letters of a country's name, in em.
const SPACING_EM: f64 = 0.18;

/// The land layer.
pub fn marks(atlas: &Atlas, state: &State) -> Vec<Mark> {
    let mut marks = ground(atlas, state);
    let mut taken = labels::obstacles(atlas, state);
    marks.extend(scale_bar(state, &mut taken));
    marks.extend(rivers_names(atlas, state));
    marks.extend(capitals(atlas, state));
    for kind in [PlaceKind::Home, PlaceKind::Country] {
        marks.extend(countries_names(atlas, state, kind, &mut taken));
    }
    marks
}

fn ground(atlas: &Atlas, state: &State) -> Vec<Mark> {
    let (palette, basemap) = (state.env.palette(), &atlas.basemap);
    let pane = Rect::of(state.env.map);
    // On a canvas strokes that end at the edge would show their ends; on a sheet they would
    // show what lies beyond it.
    let clip_to = if state.env.lettered { pane } else { pane.grown(4.0) };
    let on_screen = |points: &[Point]| -> Vec<Point> {
        points.iter().map(|p| state.camera.screen_from_plane(*p)).collect()
    };
    let home = home_country(atlas);
    let mut marks = vec![block(pane, palette.water.fade(0.35))];
    for country in &basemap.countries {
        let is_home = home.is_some_and(|home| home.eq_ignore_ascii_case(&country.id));
        let color = if is_home { palette.land } else { palette.neighbor };
        let rings = country.lines.iter().map(|points| clip::ring(&on_screen(points), &clip_to));
        marks.extend(rings.filter(|ring| ring.len() > 2).map(|points| ring(points, color)));
    }
    for river in &basemap.rivers {
        let width = if atlas.is_named_river(&river.id) { 1.6 } else { 0.9 };
        for points in river.lines.iter().flat_map(|points| clip::line(&on_screen(points), &clip_to))
        {
            marks.push(line(points, width, palette.water));
        }
    }
    let lakes = basemap.lakes.iter().flat_map(|lake| &lake.lines);
    let lakes = lakes.map(|points| clip::ring(&on_screen(points), &clip_to));
    marks.extend(lakes.filter(|ring| ring.len() > 2).map(|points| ring(points, palette.water)));
    for points in basemap.borders.iter().flat_map(|points| clip::line(&on_screen(points), &clip_to))
    {
        marks.push(line(points, 1.25, palette.border));
    }
    marks
}

/// The id of the country of the story.
fn home_country(atlas: &Atlas) -> Option<&str> {
    let places = &atlas.data().places;
    places.iter().find(|place| place.kind == PlaceKind::Home).map(|place| place.id.as_str())
}

fn rivers_names(atlas: &Atlas, state: &State) -> impl Iterator<Item = Mark> {
    let palette = state.env.palette();
    let places = atlas.data().places.iter().filter(|place| place.kind == PlaceKind::River);
    places.filter_map(move |place| {
        let (first, last) = (place.points.first()?, place.points.last()?);
        let from = state.camera.screen_from_plane(atlas.plane(*first));
        let to = state.camera.screen_from_plane(atlas.plane(*last));
        // Read from left to right, whichever way the line was written.
        let (from, to) = if to.x < from.x { (to, from) } else { (from, to) };
        let name = place.name.get(state.env.lang);
        let angle = libm::atan2(to.y - from.y, to.x - from.x);
        let label = text(name, from.towards(to, 0.5), size::LABEL + 1.0, palette.water_text);
        Some(label.face(Face::Italic).align(Align::Center).turned(angle).halo(palette.land))
    })
}

fn capitals(atlas: &Atlas, state: &State) -> Vec<Mark> {
    let palette = state.env.palette();
    let mut marks = Vec::new();
    for place in atlas.data().places.iter().filter(|place| place.kind == PlaceKind::Capital) {
        let Some(at) = place.points.first() else { continue };
        let at = state.camera.screen_from_plane(atlas.plane(*at));
        let name = place.name.get(state.env.lang);
        marks.push(block(Rect::around(at, 7.0, 7.0), palette.muted));
        marks.push(text(name, at.by(9.0, 0.0), size::LABEL, palette.muted).halo(palette.land));
    }
    marks
}

/// Names in spaced capitals, each at the first of its places that is free.
fn countries_names(
    atlas: &Atlas,
    state: &State,
    kind: PlaceKind,
    taken: &mut Vec<Rect>,
) -> Vec<Mark> {
    let env = &state.env;
    let palette = env.palette();
    let (px, color, ground) = match kind {
        PlaceKind::Home if env.roomy_map() => (20.0, palette.muted, palette.land),
        PlaceKind::Home => (16.0, palette.muted, palette.land),
        _ => (size::SMALL, palette.faint, palette.neighbor),
    };
    let mut marks = Vec::new();
    for place in atlas.data().places.iter().filter(|place| place.kind == kind) {
        let name = place.name.get(env.lang).to_uppercase();
        let letters = name.chars().count() as f64;
        let width =
            env.metrics.width(&name, px, Weight::Regular) + (letters - 1.0) * px * SPACING_EM;
        if let Some(room) = free_room(atlas, state, place, width, px * 1.3, taken) {
            taken.push(room);
            let advance =
                |letter: &str| env.metrics.width(letter, px, Weight::Regular) + px * SPACING_EM;
            let letters = spaced(&name, pt(room.x0, room.center().y), advance);
            marks.extend(letters.map(|(letter, at)| text(letter, at, px, color).halo(ground)));
        }
    }
    marks
}

fn free_room(
    atlas: &Atlas,
    state: &State,
    place: &Place,
    width: f64,
    height: f64,
    taken: &[Rect],
) -> Option<Rect> {
    let pane = Rect::of(state.env.map).grown(-6.0);
    let room =
        |at: &_| Rect::around(state.camera.screen_from_plane(atlas.plane(*at)), width, height);
    place
        .points
        .iter()
        .map(room)
        .find(|room| pane.holds(room) && !taken.iter().any(|other| other.overlaps(room)))
}

/// The letters of a spaced name with their places: backends space no letters.
fn spaced<'a>(
    name: &'a str,
    from: Point,
    advance: impl Fn(&str) -> f64 + 'a,
) -> impl Iterator<Item = (&'a str, Point)> {
    let mut at = from;
    name.char_indices().map(move |(start, letter)| {
        let letter = &name[start..start + letter.len_utf8()];
        let here = at;
        at = at.by(advance(letter), 0.0);
        (letter, here)
    })
}

/// A bar of a round number of kilometers in the lower right corner.
fn scale_bar(state: &State, taken: &mut Vec<Rect>) -> Vec<Mark> {
    let (env, palette) = (&state.env, state.env.palette());
    let px_per_km = state.camera.scale() / KM_PER_DEGREE;
    let most = (env.map.w * 0.2).min(110.0);
    let Some(km) =
        [500, 200, 100, 50, 20, 10, 5].into_iter().find(|km| f64::from(*km) * px_per_km <= most)
    else {
        return Vec::new();
    };
    let (right, bottom) = (env.map.w - 14.0, env.map.h - 12.0);
    let left = right - f64::from(km) * px_per_km;
    let name = format!("{km} km");
    taken.push(Rect::new(left - 6.0, bottom - 26.0, right + 6.0, bottom + 4.0));
    let bar =
        vec![pt(left, bottom - 5.0), pt(left, bottom), pt(right, bottom), pt(right, bottom - 5.0)];
    let middle = pt(f64::midpoint(left, right), bottom - 12.0);
    vec![
        line(bar, 1.25, palette.muted),
        text(name, middle, size::SMALL, palette.muted).align(Align::Center).halo(palette.neighbor),
    ]
}
