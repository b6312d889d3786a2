//! Where the name of each base stands. Depends on the view alone, never on the day, so
//! that nothing jumps while scrubbing.

use super::bases::RADIUS_PX;
use super::date;
use super::land::View;
use super::names;
use super::scale::ScaleBar;
use crate::map::atlas::Atlas;
use crate::model::dataset::PlaceKind;
use crate::state::State;
use crate::view::mark::Align;
use crate::words::geom::{Point, Rect, pt};
use crate::words::metrics::Weight;
use crate::words::text::Text;
use crate::words::theme::size;

/// Half the room that the mark of a base takes.
const MARK_PX: f64 = 12.5;

/// How often every name may choose its side.
const ROUNDS: usize = 4;

/// From this zoom on the second line is told on a small map, too.
const NEAR_ZOOM: f64 = 2.0;

/// From this width of the map on names have their full size.
const FULL_PX: f64 = 340.0;

/// The place of a base's name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Where the mark stands.
    pub mark: Point,
    /// The box of name and second line.
    pub room: Rect,
    /// The side at which both lines are aligned.
    pub align: Align,
    /// Whether there is room for a second line.
    pub roomy: bool,
}

/// What no name may cover: the corner of the date, the scale, bases, capitals.
pub fn fixed(atlas: &Atlas, state: &State) -> Vec<Rect> {
    let mut taken = date::room(atlas, state).to_vec();
    taken.extend(ScaleBar::of(state).map(|bar| bar.room));
    let on_screen = |at| state.camera.screen_from_plane(atlas.plane(at));
    taken.extend(atlas.data().bases.iter().map(|base| mark_box(on_screen(base.at))));
    for place in names::of_kind(atlas, PlaceKind::Capital) {
        taken.extend(place.points.iter().map(|at| names::square(on_screen(*at))));
    }
    taken
}

/// Where the names of capitals and rivers would like to stand.
fn wished(atlas: &Atlas, state: &State) -> Vec<Rect> {
    let env = &state.env;
    let on_screen = |at| state.camera.screen_from_plane(atlas.plane(at));
    let mut wished = Vec::new();
    for place in names::of_kind(atlas, PlaceKind::Capital) {
        let width = env.metrics.width(place.name.get(env.lang), size::LABEL, Weight::Regular);
        let points = place.points.iter();
        wished.extend(points.map(|at| names::beside_capital(on_screen(*at), width)[0].0));
    }
    for place in names::of_kind(atlas, PlaceKind::River) {
        wished.extend(Rect::enclosing(place.points.iter().map(|at| on_screen(*at))));
    }
    wished
}

/// The place of every base's name, in the order of the bases; `None` for a base out of the
/// pane, and where no side of it is free.
///
/// Each takes the side it likes best, the most crowded base first; then each may choose
/// again, knowing the others, until that changes nothing.
pub fn places(atlas: &Atlas, state: &State) -> Vec<Option<Place>> {
    let bases = &atlas.data().bases;
    let marks: Vec<Point> =
        bases.iter().map(|base| state.camera.screen_from_plane(atlas.plane(base.at))).collect();
    let pane = Rect::of(state.env.map);
    let room = Room {
        pane: pane.grown(-3.0),
        fixed: fixed(atlas, state),
        wished: wished(atlas, state),
        rivers: rivers(atlas, state).concat(),
    };
    let order = crowded_first(&marks);
    // What is cut by the frame has no name.
    let seen = pane.grown(-RADIUS_PX);
    let in_pane = || order.iter().copied().filter(|base| seen.contains(marks[*base]));
    let mut places: Vec<Option<Place>> = vec![None; bases.len()];
    for _ in 0..ROUNDS {
        let before = places.clone();
        for base in in_pane() {
            places[base] = None;
            places[base] = room.best(&sides_of(atlas, state, base, marks[base]), &places);
        }
        if places == before {
            break;
        }
    }
    places
}

/// The bases, those with the nearest neighbor first.
fn crowded_first(marks: &[Point]) -> Vec<usize> {
    let crowding = |base: usize| {
        let others = marks.iter().enumerate().filter(|(other, _)| *other != base);
        others.map(|(_, mark)| mark.distance(marks[base])).fold(f64::INFINITY, f64::min)
    };
    let gaps: Vec<f64> = (0..marks.len()).map(crowding).collect();
    let mut rest: Vec<usize> = (0..marks.len()).collect();
    let mut order = Vec::new();
    while let Some(next) = (0..rest.len()).min_by(|a, b| gaps[rest[*a]].total_cmp(&gaps[rest[*b]]))
    {
        order.push(rest.remove(next));
    }
    order
}

/// The places a base's name may take, with its second line where that is told, and without.
fn sides_of(atlas: &Atlas, state: &State, base: usize, mark: Point) -> Vec<Place> {
    let (env, text) = (&state.env, Text::of(state.env.lang));
    let base = &atlas.data().bases[base];
    let name_px = name_size(state);
    let name = env.metrics.width(base.name.get(env.lang), name_px, Weight::Bold);
    let one = sides(mark, name, name_px * 1.2, false);
    if !env.roomy_map() && state.camera.zoom() < NEAR_ZOOM {
        return one.to_vec();
    }
    // As wide as it gets on any day.
    let closed = base.handed_over.as_ref().map(|claim| env.lang.date_short(&claim.date));
    let closed = closed.map(|when| text.closed_in(&when)).unwrap_or_default();
    let widths = [text.maybe_open, text.maybe_closed, &closed]
        .map(|line| env.metrics.width(line, size::SMALL, Weight::Regular));
    let width = widths.into_iter().fold(name, f64::max);
    let two = sides(mark, width, name_px * 1.15 + size::SMALL * 1.3, true);
    [two, one].concat()
}

/// The size of a base's name.
pub fn name_size(state: &State) -> f64 {
    match state.env.map.w {
        _ if state.env.roomy_map() => size::NAME,
        w if w >= FULL_PX => size::NAME - 1.0,
        _ => size::LABEL,
    }
}

/// The eight sides of a mark, the most liked first.
fn sides(mark: Point, w: f64, h: f64, roomy: bool) -> [Place; 8] {
    let (gap, d) = (MARK_PX + 1.0, MARK_PX * 0.75);
    let place = |x0: f64, y0: f64, align| {
        let room = Rect::new(x0, y0, x0 + w, y0 + h);
        Place { mark, room, align, roomy }
    };
    let (left, right) = (mark.x - gap - w, mark.x + gap);
    let (above, below) = (mark.y - gap - h + 2.0, mark.y + gap - 2.0);
    [
        place(left, mark.y - h / 2.0, Align::Right),
        place(right, mark.y - h / 2.0, Align::Left),
        place(mark.x - w / 2.0, above, Align::Center),
        place(mark.x - w / 2.0, below, Align::Center),
        place(mark.x + d, mark.y - d - h, Align::Left),
        place(mark.x - d - w, mark.y - d - h, Align::Right),
        place(mark.x + d, mark.y + d, Align::Left),
        place(mark.x - d - w, mark.y + d, Align::Right),
    ]
}

/// The courses of the rivers that are named, as far as they are in the pane.
pub fn rivers(atlas: &Atlas, state: &State) -> Vec<Vec<Point>> {
    let view = View::of(state);
    let named = atlas.basemap.rivers.iter().filter(|river| atlas.is_named_river(&river.id));
    let mut courses = Vec::new();
    for river in named {
        courses.extend(view.lines(&river.lines));
    }
    courses
}

/// What names have to share the map with.
struct Room {
    pane: Rect,
    fixed: Vec<Rect>,
    wished: Vec<Rect>,
    rivers: Vec<Point>,
}

impl Room {
    /// The side that costs least, among the names that have their place already.
    fn best(&self, sides: &[Place], others: &[Option<Place>]) -> Option<Place> {
        let free = sides.iter().enumerate().filter(|(_, side)| self.is_free(side, others));
        let costs = free.map(|(rank, side)| (side, self.cost(side, rank)));
        costs.min_by(|(_, a), (_, b)| a.total_cmp(b)).map(|(side, _)| *side)
    }

    fn is_free(&self, place: &Place, others: &[Option<Place>]) -> bool {
        let own = mark_box(place.mark);
        let names = others.iter().flatten().map(|other| &other.room);
        let mut taken = self.fixed.iter().filter(|rect| **rect != own).chain(names);
        self.pane.holds(&place.room) && !taken.any(|rect| rect.overlaps(&place.room))
    }

    /// px² of other names' wishes count most, then the water under it, then how little its
    /// side is liked.
    fn cost(&self, place: &Place, rank: usize) -> f64 {
        let room = place.room;
        let covered: f64 = self.wished.iter().map(|rect| shared_area(rect, &room)).sum();
        let wet = self.rivers.iter().filter(|p| room.contains(**p)).count() as f64;
        covered * 100.0 + wet * 3.0 + rank as f64 * 2.0
    }
}

/// The room that the mark of a base takes.
fn mark_box(at: Point) -> Rect {
    Rect::around(at, 2.0 * MARK_PX, 2.0 * MARK_PX)
}

fn shared_area(a: &Rect, b: &Rect) -> f64 {
    let w = a.x1.min(b.x1) - a.x0.max(b.x0);
    let h = a.y1.min(b.y1) - a.y0.max(b.y0);
    if w > 0.0 && h > 0.0 { w * h } else { 0.0 }
}

/// Where a text in a box stands that is aligned at a side of it.
pub fn side(room: &Rect, align: Align) -> Point {
    let middle = room.center();
    match align {
        Align::Left => pt(room.x0, middle.y),
        Align::Center => middle,
        Align::Right => pt(room.x1, middle.y),
    }
}

impl Place {
    /// Where the two lines stand.
    pub fn lines(&self, name_px: f64) -> (Point, Point) {
        let x = side(&self.room, self.align).x;
        (pt(x, self.room.y0 + name_px * 0.58), pt(x, self.room.y1 - size::SMALL * 0.62))
    }

    /// Where a name stands that is alone: at the side of its mark that its room is on.
    pub fn line(&self, name_px: f64) -> Point {
        let (room, mark) = (self.room, self.mark);
        let middle = side(&room, self.align);
        if mark.y < room.y0 {
            pt(middle.x, room.y0 + name_px * 0.58)
        } else if mark.y > room.y1 {
            pt(middle.x, room.y1 - name_px * 0.58)
        } else {
            middle
        }
    }
}
