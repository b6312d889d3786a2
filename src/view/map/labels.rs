//! Where the name of each base stands. Depends on the view alone, never on the day, so
//! that nothing jumps while scrubbing.

use super::date;
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
}

/// What no name may cover: the date, the bases with their names, the capitals.
pub fn obstacles(atlas: &Atlas, state: &State) -> Vec<Rect> {
    let mut taken = fixed(atlas, state);
    taken.extend(places(atlas, state).iter().map(|place| place.room));
    taken
}

fn fixed(atlas: &Atlas, state: &State) -> Vec<Rect> {
    let env = &state.env;
    let mut taken = date::room(atlas, state).to_vec();
    let on_screen = |at| state.camera.screen_from_plane(atlas.plane(at));
    taken.extend(atlas.data().bases.iter().map(|base| mark_box(on_screen(base.at))));
    for place in atlas.data().places.iter().filter(|place| place.kind == PlaceKind::Capital) {
        let name = place.name.get(env.lang);
        let width = env.metrics.width(name, size::LABEL, Weight::Regular);
        taken.extend(place.points.iter().map(|at| {
            let at = on_screen(*at);
            Rect::new(at.x - 6.0, at.y - 9.0, at.x + 12.0 + width, at.y + 9.0)
        }));
    }
    for place in atlas.data().places.iter().filter(|place| place.kind == PlaceKind::River) {
        let ends = place.points.iter().map(|at| on_screen(*at));
        taken.extend(Rect::enclosing(ends).map(|rect| rect.grown(2.0)));
    }
    taken
}

/// The place of every base's name, in the order of the bases.
///
/// Each takes the side it likes best among those that cover least, the most crowded base
/// first; then each may choose again, knowing the others, until that changes nothing.
pub fn places(atlas: &Atlas, state: &State) -> Vec<Place> {
    let bases = &atlas.data().bases;
    let marks: Vec<Point> =
        bases.iter().map(|base| state.camera.screen_from_plane(atlas.plane(base.at))).collect();
    let room = Room {
        pane: Rect::of(state.env.map).grown(-3.0),
        fixed: fixed(atlas, state),
        rivers: rivers(atlas, state),
    };
    let order = crowded_first(&marks);
    let mut places: Vec<Option<Place>> = vec![None; bases.len()];
    for _ in 0..ROUNDS {
        for &base in &order {
            let (width, height) = extent(atlas, state, base);
            places[base] = None;
            let sides = sides(marks[base], width, height);
            places[base] = room.best(&sides, &places);
        }
    }
    places.into_iter().flatten().collect()
}

/// The bases, those with the nearest neighbor first.
fn crowded_first(marks: &[Point]) -> Vec<usize> {
    let crowding = |base: usize| {
        let others = marks.iter().enumerate().filter(|(other, _)| *other != base);
        others.map(|(_, mark)| mark.distance(marks[base])).fold(f64::INFINITY, f64::min)
    };
    let mut order: Vec<usize> = (0..marks.len()).collect();
    order.sort_by(|a, b| crowding(*a).total_cmp(&crowding(*b)));
    order
}

/// The largest extent a base's label takes on any day.
fn extent(atlas: &Atlas, state: &State, base: usize) -> (f64, f64) {
    let (env, text) = (&state.env, Text::of(state.env.lang));
    let base = &atlas.data().bases[base];
    let name_px = name_size(state);
    let name = env.metrics.width(base.name.get(env.lang), name_px, Weight::Bold);
    if !env.roomy_map() {
        return (name, name_px * 1.2);
    }
    let closed = base.handed_over.as_ref().map(|claim| env.lang.date_short(&claim.date));
    let closed = closed.map(|when| text.closed_in(&when)).unwrap_or_default();
    let widths = [text.maybe_open, text.maybe_closed, &closed]
        .map(|line| env.metrics.width(line, size::SMALL, Weight::Regular));
    (widths.into_iter().fold(name, f64::max), name_px * 1.15 + size::SMALL * 1.3)
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
fn sides(mark: Point, w: f64, h: f64) -> [Place; 8] {
    let (gap, d) = (MARK_PX + 1.0, MARK_PX * 0.75);
    let place =
        |x0: f64, y0: f64, align| Place { mark, room: Rect::new(x0, y0, x0 + w, y0 + h), align };
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

fn rivers(atlas: &Atlas, state: &State) -> Vec<Point> {
    let main = atlas.basemap.rivers.iter().filter(|river| atlas.is_named_river(&river.id));
    let points = main.flat_map(|river| river.lines.iter().flatten());
    points.map(|p| state.camera.screen_from_plane(*p)).collect()
}

/// What names have to share the map with.
struct Room {
    pane: Rect,
    fixed: Vec<Rect>,
    rivers: Vec<Point>,
}

impl Room {
    /// The side that costs least, among the names that have their place already.
    fn best(&self, sides: &[Place], others: &[Option<Place>]) -> Option<Place> {
        let cost = |rank: usize| self.cost(&sides[rank], rank, others);
        (0..sides.len()).min_by(|a, b| cost(*a).total_cmp(&cost(*b))).map(|rank| sides[rank])
    }

    /// px² of what a name covers count most, then the water under it, then how little its
    /// side is liked.
    fn cost(&self, place: &Place, rank: usize, others: &[Option<Place>]) -> f64 {
        let room = place.room;
        let outside = if self.pane.holds(&room) { 0.0 } else { 1e6 };
        let own = mark_box(place.mark);
        let fixed = self.fixed.iter().filter(|rect| **rect != own);
        let names = others.iter().flatten().map(|other| &other.room);
        let covered: f64 = fixed.chain(names).map(|rect| shared_area(rect, &room)).sum();
        let wet = self.rivers.iter().filter(|p| room.contains(**p)).count() as f64;
        outside + covered * 100.0 + wet * 3.0 + rank as f64 * 2.0
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

impl Place {
    /// Where the text of the first line stands, and of the second.
    pub fn lines(&self, name_px: f64, roomy: bool) -> (Point, Point) {
        let x = match self.align {
            Align::Left => self.room.x0,
            Align::Center => self.room.center().x,
            Align::Right => self.room.x1,
        };
        let first = self.room.y0 + name_px * 0.58;
        if roomy {
            (pt(x, first), pt(x, self.room.y1 - size::SMALL * 0.62))
        } else {
            (pt(x, self.room.center().y), pt(x, first))
        }
    }
}
