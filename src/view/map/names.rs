//! The names of the ground: capitals, rivers, countries. Each stands at the first of its
//! places that is free, or nowhere; the bases' names have theirs before.

use super::labels::{self, Place as Label};
use super::land::{Seen, View};
use super::scale::ScaleBar;
use crate::map::atlas::Atlas;
use crate::model::dataset::{Place, PlaceKind};
use crate::state::State;
use crate::view::mark::{Align, Face, Mark, block, encloses, text};
use crate::words::geom::{Point, Rect, pt};
use crate::words::metrics::Weight;
use crate::words::theme::size;

/// Room between the letters of a country's name, in em.
const SPACING_EM: f64 = 0.18;

/// Side of the square of a capital.
const CAPITAL_PX: f64 = 7.0;

/// Size of a river's name.
const RIVER_PX: f64 = size::LABEL + 1.0;

/// How far a river may bend beside its name.
const BEND_PX: f64 = 7.0;

/// How far a name keeps from the frame.
const FRAME_PX: f64 = 6.0;

/// How far a country's name is moved from its place at most, of its width.
const MOST_MOVED: f64 = 0.2;

/// How far a name keeps from others where the dataset gives no place for it.
const APART_PX: f64 = 10.0;

/// All names, those with the least choice first, and the scale.
pub fn marks(
    atlas: &Atlas,
    state: &State,
    bases: &[Option<Label>],
    countries: &[Seen],
) -> Vec<Mark> {
    let mut names = Names {
        atlas,
        state,
        countries,
        taken: labels::fixed(atlas, state),
        rivers: labels::rivers(atlas, state),
        marks: Vec::new(),
    };
    names.taken.extend(bases.iter().flatten().map(|place| place.room));
    names.marks.extend(ScaleBar::of(state).into_iter().flat_map(|bar| bar.marks(state)));
    names.each(PlaceKind::Capital, Names::capital);
    names.each(PlaceKind::River, Names::river);
    names.each(PlaceKind::Home, Names::country);
    names.each(PlaceKind::Country, Names::country);
    names.marks
}

/// The places of a kind in the dataset.
pub fn of_kind(atlas: &Atlas, kind: PlaceKind) -> impl Iterator<Item = &Place> {
    atlas.data().places.iter().filter(move |place| place.kind == kind)
}

/// The square of a capital, with what keeps it apart.
pub fn square(at: Point) -> Rect {
    Rect::around(at, CAPITAL_PX + 3.0, CAPITAL_PX + 3.0)
}

/// The places of a capital's name, the most liked first.
pub fn beside_capital(at: Point, width: f64) -> [(Rect, Align); 4] {
    let (w, h) = (width, size::LABEL * 1.25);
    let row = |x0: f64, y: f64, align| (Rect::new(x0, y - h / 2.0, x0 + w, y + h / 2.0), align);
    [
        row(at.x + 9.0, at.y, Align::Left),
        row(at.x - 9.0 - w, at.y, Align::Right),
        row(at.x - w / 2.0, at.y - 14.0, Align::Center),
        row(at.x - w / 2.0, at.y + 14.0, Align::Center),
    ]
}

/// What has its place already, and what will be drawn for it.
struct Names<'a> {
    atlas: &'a Atlas,
    state: &'a State,
    countries: &'a [Seen],
    taken: Vec<Rect>,
    rivers: Vec<Vec<Point>>,
    marks: Vec<Mark>,
}

impl Names<'_> {
    fn each(&mut self, kind: PlaceKind, name: fn(&mut Self, &Place)) {
        let atlas = self.atlas;
        for place in of_kind(atlas, kind) {
            name(self, place);
        }
    }

    fn on_screen(&self, place: &Place) -> Vec<Point> {
        let screen = |at: &_| self.state.camera.screen_from_plane(self.atlas.plane(*at));
        place.points.iter().map(screen).collect()
    }

    /// Whether nothing stands in the room, nor does it reach the frame.
    fn is_free(&self, room: &Rect) -> bool {
        let pane = Rect::of(self.state.env.map).grown(-FRAME_PX);
        pane.holds(room) && !self.taken.iter().any(|other| other.overlaps(room))
    }

    /// Whether no text of the same line is so near that both would be read as one.
    fn is_apart(&self, room: &Rect) -> bool {
        let line = Rect::new(room.x0 - APART_PX, room.y0, room.x1 + APART_PX, room.y1);
        !self.taken.iter().any(|other| other.overlaps(&line))
    }

    fn capital(&mut self, place: &Place) {
        let palette = &self.state.env.palette;
        let Some(&at) = self.on_screen(place).first() else { return };
        if !Rect::of(self.state.env.map).contains(at) {
            return;
        }
        self.marks.push(block(Rect::around(at, CAPITAL_PX, CAPITAL_PX), palette.muted));
        let name = place.name.get(self.state.env.lang);
        let width = self.state.env.metrics.width(name, size::LABEL, Weight::Regular);
        let rooms = beside_capital(at, width).into_iter();
        let Some((room, align)) = rooms.clone().find(|(room, _)| self.is_free(room)) else {
            return;
        };
        self.taken.push(room);
        let name = text(name, labels::side(&room, align), size::LABEL, palette.muted);
        self.marks.push(name.align(align).halo(palette.land));
    }

    /// Along the line that the dataset gives, or else along the course where it is straight.
    fn river(&mut self, place: &Place) {
        let (env, palette) = (&self.state.env, &self.state.env.palette);
        let name = place.name.get(env.lang);
        let width = env.metrics.width(name, RIVER_PX, Weight::Regular);
        let Some((from, to)) = self.free_line(place, width) else { return };
        self.taken.extend(chain(from, to));
        let angle = libm::atan2(to.y - from.y, to.x - from.x);
        let name = text(name, from.towards(to, 0.5), RIVER_PX, palette.water_text);
        let name = name.face(Face::Italic).align(Align::Center).turned(angle);
        self.marks.push(name.halo(palette.land));
    }

    fn free_line(&self, place: &Place, width: f64) -> Option<(Point, Point)> {
        let is_free =
            |(from, to): &(Point, Point)| chain(*from, *to).iter().all(|room| self.is_free(room));
        let given = self.on_screen(place);
        let given = given.first().zip(given.last()).map(|(from, to)| written(*from, *to, width));
        if let Some(line) = given.filter(is_free) {
            return Some(line);
        }
        for course in &self.rivers {
            let mut lines = (0..course.len()).filter_map(|start| straight(course, start, width));
            if let Some(line) = lines.find(is_free) {
                return Some(line);
            }
        }
        None
    }

    /// In spaced capitals, at the free place with least water under it; for a dry one also
    /// where the dataset names none.
    fn country(&mut self, place: &Place) {
        let env = &self.state.env;
        let palette = &env.palette;
        let (px, color, ground) = match place.kind {
            PlaceKind::Home if env.roomy_map() => (20.0, palette.muted, palette.land),
            PlaceKind::Home => (16.0, palette.muted, palette.land),
            _ => (size::SMALL, palette.faint, palette.neighbor),
        };
        let name = place.name.get(env.lang);
        let advance =
            |letter: &str| env.metrics.width(letter, px, Weight::Regular) + px * SPACING_EM;
        let width = advance(name) + (name.chars().count() as f64 - 2.0) * px * SPACING_EM;
        let around = |at| Rect::around(at, width, px * 1.3);
        let wet = |room: &Rect| {
            self.rivers.iter().flatten().filter(|point| room.contains(**point)).count()
        };
        let given = self.on_screen(place).into_iter().map(around).map(|room| self.moved_in(room));
        let given = given.filter(|room| self.is_free(room) && self.is_apart(room)).min_by_key(wet);
        let dry = given.filter(|room| wet(room) == 0);
        let elsewhere = || self.within(place, &around).filter(|room| wet(room) == 0);
        let Some(room) = dry.or_else(elsewhere).or(given) else { return };
        let letters = spaced(name, pt(room.x0, room.center().y), advance);
        self.marks.extend(letters.map(|(letter, at)| text(letter, at, px, color).halo(ground)));
        self.taken.push(room);
    }

    /// A room that the frame would cut a little is moved away from it: at the edge of a small
    /// map a name begins in its country and may end beyond the border.
    fn moved_in(&self, room: Rect) -> Rect {
        let pane = Rect::of(self.state.env.map).grown(-FRAME_PX);
        let by = (pane.x0 - room.x0).max(0.0) + (pane.x1 - room.x1).min(0.0);
        if by.abs() <= room.width() * MOST_MOVED { room.by(by, 0.0) } else { room }
    }

    /// A free room in what is seen of a country, where none of its own places is.
    fn within(&self, place: &Place, around: &dyn Fn(Point) -> Rect) -> Option<Rect> {
        let mut countries = self.atlas.basemap.countries.iter().zip(self.countries);
        let (_, rings) = countries.find(|(other, _)| other.id.eq_ignore_ascii_case(&place.id))?;
        if rings.is_empty() {
            return None;
        }
        let is_inside = |room: &Rect| {
            let Rect { x0, y0, x1, y1 } = room.grown(APART_PX / 2.0);
            let edge = [pt(x0, y0), pt(x1, y0), room.center(), pt(x0, y1), pt(x1, y1)];
            rings.iter().any(|ring| edge.iter().all(|at| encloses(ring, *at)))
        };
        let points = lattice(View::of(self.state).pane).into_iter();
        let rooms = points.map(|at| around(self.state.camera.screen_from_plane(at)));
        // Nothing says that this is its place: not so near that it seems a base's.
        rooms.filter(|room| self.is_free(&room.grown(APART_PX))).find(is_inside)
    }
}

/// Points that stay where they are on the land while it moves, ten to twenty to a side of the
/// pane.
fn lattice(pane: Rect) -> Vec<Point> {
    let mut step = 1.0;
    while step * 10.0 > pane.width() && step > 1e-3 {
        step /= 2.0;
    }
    let from = |low: f64| libm::ceil(low / step) as i32;
    let rows = from(pane.y0)..from(pane.y1);
    let columns = move || from(pane.x0)..from(pane.x1);
    let at = |n: i32| f64::from(n) * step;
    let mut points = Vec::new();
    for y in rows {
        points.extend(columns().map(|x| pt(at(x), at(y))));
    }
    points
}

/// A line as long as a name, in the middle of another, read from left to right.
fn written(from: Point, to: Point, width: f64) -> (Point, Point) {
    let (from, to) = if to.x < from.x { (to, from) } else { (from, to) };
    let (middle, share) = (from.towards(to, 0.5), width / 2.0 / from.distance(to).max(1.0));
    let (dx, dy) = ((to.x - from.x) * share, (to.y - from.y) * share);
    (middle.by(-dx, -dy), middle.by(dx, dy))
}

/// Boxes along a slanted line that cover a name written on it.
fn chain(from: Point, to: Point) -> Vec<Rect> {
    let steps = libm::ceil(from.distance(to) / 6.0).max(1.0) as u32;
    let at = |step: u32| from.towards(to, f64::from(step) / f64::from(steps));
    (0..=steps).map(|step| Rect::around(at(step), RIVER_PX, RIVER_PX)).collect()
}

/// A line as long as a name above a course, from one of its points on, if it runs straight enough there.
fn straight(course: &[Point], start: usize, width: f64) -> Option<(Point, Point)> {
    let from = course[start];
    let end = start + course[start..].iter().position(|p| p.distance(from) >= width + 8.0)?;
    let bends = course[start..end].iter().map(|p| p.distance_to_segment(from, course[end]));
    if bends.fold(0.0, f64::max) > BEND_PX {
        return None;
    }
    let (from, to) = written(from, course[end], width);
    let beside = (RIVER_PX * 0.7 + BEND_PX) / width.max(1.0);
    let (dx, dy) = ((to.y - from.y) * beside, (from.x - to.x) * beside);
    Some((from.by(dx, dy), to.by(dx, dy)))
}

/// The letters of a spaced name with their places: backends space no letters.
fn spaced<'a>(
    name: &'a str,
    from: Point,
    advance: impl Fn(&str) -> f64 + 'a,
) -> impl Iterator<Item = (&'a str, Point)> {
    let mut at = from;
    name.split_inclusive(|_| true).map(move |letter| {
        let here = at;
        at = at.by(advance(letter), 0.0);
        (letter, here)
    })
}
