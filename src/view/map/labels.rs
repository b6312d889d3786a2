//! Where the name of each base stands. Depends on the view alone, never on the day, so
//! that nothing jumps while scrubbing.

use crate::map::atlas::Atlas;
use crate::model::dataset::PlaceKind;
use crate::state::State;
use crate::view::mark::Align;
use crate::words::geom::{Point, Rect, pt};
use crate::words::metrics::Weight;
use crate::words::theme::size;

/// Half the room that the mark of a base takes.
const MARK_PX: f64 = 12.5;

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
    let mut taken = vec![env.date_block()];
    let on_screen = |at| state.camera.screen_from_plane(atlas.plane(at));
    taken.extend(
        atlas
            .data()
            .bases
            .iter()
            .map(|base| Rect::around(on_screen(base.at), 2.0 * MARK_PX, 2.0 * MARK_PX)),
    );
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
/// Greedy, the most crowded base first: of the sides that are free it takes the one it
/// likes best, and when none is free the one that covers least.
pub fn places(atlas: &Atlas, state: &State) -> Vec<Place> {
    let bases = &atlas.data().bases;
    let marks: Vec<Point> =
        bases.iter().map(|base| state.camera.screen_from_plane(atlas.plane(base.at))).collect();
    let crowding = |base: usize| {
        let others = marks.iter().enumerate().filter(|(other, _)| *other != base);
        others.map(|(_, mark)| mark.distance(marks[base])).fold(f64::INFINITY, f64::min)
    };
    let mut order: Vec<usize> = (0..bases.len()).collect();
    order.sort_by(|a, b| crowding(*a).total_cmp(&crowding(*b)));
    let pane = Rect::of(state.env.map).grown(-5.0);
    let mut taken = fixed(atlas, state);
    let rivers = rivers(atlas, state);
    let mut places: Vec<Option<Place>> = vec![None; bases.len()];
    for base in order {
        let (width, height) = extent(atlas, state, base);
        let sides = sides(marks[base], width, height);
        let costs = sides.iter().enumerate().map(|(rank, place)| {
            let own = Rect::around(marks[base], 2.0 * MARK_PX, 2.0 * MARK_PX);
            cost(place, rank, &pane, taken.iter().filter(|rect| **rect != own), &rivers)
        });
        let best =
            costs.enumerate().min_by(|(_, a), (_, b)| a.total_cmp(b)).map_or(0, |(rank, _)| rank);
        taken.push(sides[best].room);
        places[base] = Some(sides[best]);
    }
    places.into_iter().flatten().collect()
}

/// The largest extent a base's label takes on any day.
fn extent(atlas: &Atlas, state: &State, base: usize) -> (f64, f64) {
    let env = &state.env;
    let name = atlas.data().bases[base].name.get(env.lang);
    let name_px = name_size(state);
    let name_width = env.metrics.width(name, name_px, Weight::Bold);
    if env.roomy_map() {
        let second = env.metrics.width(longest_second_line(state), size::SMALL, Weight::Regular);
        (name_width.max(second), name_px * 1.15 + size::SMALL * 1.3)
    } else {
        (name_width, name_px * 1.2)
    }
}

/// The size of a base's name.
pub fn name_size(state: &State) -> f64 {
    if state.env.roomy_map() { size::NAME } else { size::NAME - 1.0 }
}

/// As long as the second line gets in this language.
fn longest_second_line(state: &State) -> &'static str {
    match state.env.lang {
        crate::words::lang::Lang::En => "being handed over",
        crate::words::lang::Lang::Fr => "fermée en sept. 2021",
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
    let main = atlas.basemap.rivers.iter().filter(|river| river.id == "niger");
    let points = main.flat_map(|river| river.lines.iter().flatten());
    points.map(|p| state.camera.screen_from_plane(*p)).collect()
}

/// What a place costs: px² of what it covers count most, then the water under it, then
/// how little it is liked.
fn cost<'a>(
    place: &Place,
    rank: usize,
    pane: &Rect,
    taken: impl Iterator<Item = &'a Rect>,
    rivers: &[Point],
) -> f64 {
    let room = place.room;
    let outside = if pane.holds(&room) { 0.0 } else { 1e6 };
    let covered: f64 = taken.map(|rect| shared_area(rect, &room)).sum();
    let wet = rivers.iter().filter(|p| room.contains(**p)).count() as f64;
    outside + covered * 100.0 + wet * 3.0 + rank as f64 * 2.0
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
