//! A pointer, played as a reader would move it.

use mali_bases::app::App;
use mali_bases::out::gesture::{Kind, Place, Pointer};
use mali_bases::words::geom::{Point, pt};

use crate::support::day;

/// Of the column.
pub(crate) const WIDTH: f64 = 768.0;

/// One line of a script.
pub(crate) struct Step(pub(crate) Kind, pub(crate) Place, pub(crate) Point);

/// Plays a script with a finger or a mouse.
pub(crate) fn play(app: &mut App, touch: bool, script: &[Step]) {
    for Step(kind, place, at) in script {
        app.pointer(Pointer { kind: *kind, place: *place, at: *at, touch });
    }
}

/// Down and up at one place.
pub(crate) fn tap(app: &mut App, touch: bool, place: Place, at: Point) {
    play(app, touch, &[Step(Kind::Down, place, at), Step(Kind::Up, place, at)]);
}

/// Where a day is on the track.
pub(crate) fn track(app: &App, to: &str) -> Point {
    let layout = app.layout();
    pt(layout.x(day(to)), layout.track)
}

/// An event and the place of its mark.
pub(crate) fn event_at(app: &App, id: &str) -> (usize, Point) {
    let event = app.atlas().chronicle.event(id).expect(id);
    (event, app.layout().place(event).expect("room for its mark"))
}

/// A base and its place on the map.
pub(crate) fn base_at(app: &App, id: &str) -> (usize, Point) {
    let base = app.atlas().chronicle.base(id).expect(id);
    app.bases().find(|(index, ..)| *index == base).map(|(index, _, at, _)| (index, at)).expect(id)
}
