//! The ground of the map: countries and waters, with the names on it.

use super::labels::Place;
use super::names;
use crate::map::atlas::Atlas;
use crate::map::clip;
use crate::model::dataset::PlaceKind;
use crate::state::State;
use crate::view::mark::{Mark, block, line, ring};
use crate::words::geom::{Point, Rect, pt};

/// Points of the land nearer to each other than this are drawn as one. A border covers
/// what its two countries then differ by.
const THIN_PX: f64 = 0.5;

/// What is seen of a country, in px.
pub type Seen = Vec<Vec<Point>>;

/// The land layer; the names of the bases have their room already.
pub fn marks(atlas: &Atlas, state: &State, bases: &[Option<Place>]) -> Vec<Mark> {
    let view = View::of(state);
    let countries = atlas.basemap.countries.iter();
    let seen: Vec<Seen> = countries.map(|country| view.rings(&country.lines).collect()).collect();
    let mut marks = ground(atlas, state, &view, &seen);
    marks.extend(names::marks(atlas, state, bases, &seen));
    marks
}

fn ground(atlas: &Atlas, state: &State, view: &View<'_>, seen: &[Seen]) -> Vec<Mark> {
    let (palette, basemap) = (&state.env.palette, &atlas.basemap);
    let home = names::of_kind(atlas, PlaceKind::Home).next();
    let mut marks = vec![block(Rect::of(state.env.map), palette.water.fade(0.35))];
    for (country, rings) in basemap.countries.iter().zip(seen) {
        let is_home = home.is_some_and(|home| home.id.eq_ignore_ascii_case(&country.id));
        let color = if is_home { palette.land } else { palette.neighbor };
        marks.extend(rings.iter().map(|points| ring(points.clone(), color)));
    }
    for river in &basemap.rivers {
        let width = if atlas.is_named_river(&river.id) { 1.6 } else { 0.9 };
        marks.extend(view.lines(&river.lines).map(|points| line(points, width, palette.water)));
    }
    for lake in &basemap.lakes {
        marks.extend(view.rings(&lake.lines).map(|points| ring(points, palette.water)));
    }
    marks.extend(view.lines(&basemap.borders).map(|points| line(points, 1.25, palette.border)));
    marks
}

/// What a camera sees of the land.
pub struct View<'a> {
    state: &'a State,
    /// The pane on the plane.
    pub pane: Rect,
}

impl<'a> View<'a> {
    /// The view of a state.
    pub fn of(state: &'a State) -> Self {
        // On a canvas strokes that end at the edge would show their ends; on a sheet they would
        // show what lies beyond it.
        let pane = Rect::of(state.env.map).grown(if state.env.lettered { 0.0 } else { 4.0 });
        let corners = [pt(pane.x0, pane.y0), pt(pane.x1, pane.y1)];
        let corners = corners.map(|corner| state.camera.plane_from_screen(corner));
        Self { state, pane: Rect::new(corners[0].x, corners[0].y, corners[1].x, corners[1].y) }
    }

    /// The parts of lines that are in the pane, in px.
    pub fn lines<'b>(&'b self, lines: &'b [Vec<Point>]) -> impl Iterator<Item = Vec<Point>> + 'b {
        let pieces = lines.iter().flat_map(|points| clip::line(points, &self.pane));
        pieces.map(|points| self.thinned(&points))
    }

    fn rings<'b>(&'b self, rings: &'b [Vec<Point>]) -> impl Iterator<Item = Vec<Point>> + 'b {
        let rings = rings.iter().map(|points| self.thinned(&clip::ring(points, &self.pane)));
        rings.filter(|ring| ring.len() > 2)
    }

    /// The points in px, without those that no pixel would tell apart from the one before.
    fn thinned(&self, points: &[Point]) -> Vec<Point> {
        let mut thinned: Vec<Point> = Vec::with_capacity(points.len());
        for (place, point) in points.iter().enumerate() {
            let point = self.state.camera.screen_from_plane(*point);
            let is_last = place + 1 == points.len();
            let is_near = |before: &Point| before.distance(point) < THIN_PX;
            if is_last || !thinned.last().is_some_and(is_near) {
                thinned.push(point);
            }
        }
        thinned
    }
}
