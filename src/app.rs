//! The one store: holds the state and the picture drawn from it, takes what happens, and
//! says what has to be drawn and told anew. Knows no platform.

mod change;

use std::rc::Rc;

pub use self::change::{Change, Layers};
use crate::map::atlas::Atlas;
use crate::map::basemap::Basemap;
use crate::map::topology::Topology;
use crate::model::base::BaseState;
use crate::model::chronicle::Chronicle;
use crate::model::dataset::Dataset;
use crate::out::gesture::{self, Gesture, Ground, Key, Pointer};
use crate::out::panel::outline::{self, Reading, Section};
use crate::out::panel::{self, Panel};
use crate::out::speech;
use crate::state::env::Env;
use crate::state::msg::Msg;
use crate::state::update::update;
use crate::state::{State, Target};
use crate::view::map::labels::Place;
use crate::view::scene::Scene;
use crate::view::timeline::axis;
use crate::view::timeline::layout::Layout;
use crate::view::{map, timeline};
use crate::words::day::Day;
use crate::words::geom::{Point, Rect};
use crate::words::lang::Lang;
use crate::words::text::Text;

/// The graphic without a platform.
#[derive(Debug)]
pub struct App {
    atlas: Atlas,
    state: State,
    gesture: Gesture,
    scene: Scene,
    /// The plan of the timeline, as long as the surroundings stay.
    layout: Layout,
    /// Where the bases' names stand, as long as the view of the map stays, too.
    names: Vec<Option<Place>>,
    /// The rooms around which the timeline's cursor goes, as long as its names stay.
    unstruck: Vec<Rect>,
    /// The state that `scene` shows; `None` before it shows anything of this atlas.
    shown: Option<State>,
    /// The state that `refresh` last told of: a pointer may bring the scene on in between.
    told: Option<State>,
}

impl App {
    /// Opens on an atlas.
    pub fn new(atlas: Atlas, env: Env) -> Self {
        let state = State::new(&atlas, Rc::new(env));
        let scene = Scene::default();
        let layout = Layout::new(&atlas, &state.env, state.env.timeline.w);
        Self {
            atlas,
            state,
            gesture: Gesture::Idle,
            scene,
            layout,
            names: Vec::new(),
            unstruck: Vec::new(),
            shown: None,
            told: None,
        }
    }

    /// What is shown.
    pub fn atlas(&self) -> &Atlas {
        &self.atlas
    }

    /// How it is shown.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// The words in use.
    pub fn text(&self) -> &'static Text {
        Text::of(self.state.env.lang)
    }

    /// Takes a message.
    pub fn send(&mut self, msg: Msg) {
        self.state = update(&self.atlas, &self.state, msg);
    }

    /// Takes a change of the surroundings.
    pub fn surround(&mut self, change: impl FnOnce(&mut Env)) {
        let mut env = (*self.state.env).clone();
        change(&mut env);
        if env != *self.state.env {
            self.send(Msg::Surround(Rc::new(env)));
        }
    }

    /// Takes a pointer event.
    pub fn pointer(&mut self, event: Pointer) {
        self.bring_up();
        let Self { scene, state, layout, .. } = self;
        let ground = Ground { scene, state, layout };
        let (gesture, msgs) = self.gesture.pointer(&ground, event);
        self.gesture = gesture;
        for msg in msgs {
            self.send(msg);
        }
    }

    /// Takes a key; whether it was ours.
    pub fn key(&mut self, key: Key<'_>) -> bool {
        match gesture::key(&self.state, key) {
            Some(msg) => {
                self.send(msg);
                true
            }
            None => false,
        }
    }

    /// A base, by its id, has the keyboard's focus, or none has: it is pointed at, and in view.
    pub fn focus_base(&mut self, id: Option<&str>) {
        let base = id.and_then(|id| self.atlas.chronicle.base(id));
        match (base, self.state.hover) {
            (Some(base), _) => {
                self.send(Msg::Reveal(base));
                self.send(Msg::Hover(Some(Target::Base(base))));
            }
            (None, Some(Target::Base(_))) => self.send(Msg::Hover(None)),
            // The pointer is on something else by now.
            (None, _) => {}
        }
    }

    /// Shows another atlas in the same surroundings.
    pub fn replace(&mut self, atlas: Atlas) {
        let state = State::new(&atlas, Rc::clone(&self.state.env));
        self.atlas = atlas;
        self.state = state;
        self.gesture = Gesture::Idle;
        (self.shown, self.told) = (None, None);
    }

    /// Shows the same on a finer land.
    pub fn refine(&mut self, land: &Topology) {
        self.atlas.basemap = Basemap::new(land, self.atlas.projection);
        // It is another picture, though no part of the state differs.
        let env = Rc::new((*self.state.env).clone());
        self.send(Msg::Surround(env));
    }

    /// Tells the same data in more words, or in another language; whether it is the same. More
    /// words in the language that is spoken are the panel's: the picture stays.
    pub fn tell(&mut self, data: Dataset, lang: Lang) -> bool {
        let shape = |data: &Dataset| {
            let sizes = [data.bases.len(), data.events.len(), data.operations.len()];
            (sizes, data.strength.len(), data.meta.first, data.meta.last)
        };
        let same = shape(&data) == shape(self.atlas.data());
        if same {
            self.atlas.chronicle = Chronicle::new(data);
            self.surround(|env| env.lang = lang);
        }
        same
    }

    /// Brings the picture up to the state; what has to be drawn and told anew since this was
    /// last asked.
    pub fn refresh(&mut self) -> Change {
        self.bring_up();
        let change = self.since(self.told.as_ref());
        if change.any() {
            self.told = Some(self.state.clone());
        }
        change
    }

    fn bring_up(&mut self) {
        let change = self.since(self.shown.as_ref());
        if change.any() {
            self.redraw(change);
            self.shown = Some(self.state.clone());
        }
    }

    fn since(&self, old: Option<&State>) -> Change {
        old.map_or(Change::ALL, |old| Change::between(&self.atlas, old, &self.state))
    }

    fn redraw(&mut self, change: Change) {
        let (atlas, state, text) = (&self.atlas, &self.state, Text::of(self.state.env.lang));
        if change.env || change.camera {
            self.names = map::labels::places(atlas, state);
        }
        if change.env {
            self.layout = Layout::new(atlas, &state.env, state.env.timeline.w);
            let map = map::pane(atlas, state, &self.names, text);
            let (timeline, unstruck) = timeline::pane(atlas, state, &self.layout, text);
            (self.scene, self.unstruck) = (Scene { map, timeline }, unstruck);
            return;
        }
        let Layers { map: [land, marks, overlay], timeline: below } = change.layers();
        let on_map = &mut self.scene.map;
        if land {
            on_map.land = map::land::marks(atlas, state, &self.names);
        }
        // A picture on its own has the day on the map.
        if marks || (change.day && state.env.lettered) {
            on_map.marks = map::bases::marks(atlas, state, &self.names, text);
        }
        if overlay {
            on_map.overlay = map::bases::rings(atlas, state, &self.names);
        }
        let (layout, pane) = (&self.layout, &mut self.scene.timeline);
        let [land, marks, overlay] = below;
        if land {
            pane.land = timeline::land(atlas, state, layout, text);
        }
        if overlay {
            pane.overlay = timeline::overlay(atlas, state, layout, text);
            self.unstruck = axis::unstruck(state, layout, &pane.overlay);
        }
        if marks {
            pane.marks = axis::cursor(state, layout, &self.unstruck);
        }
    }

    /// The picture as last refreshed.
    pub fn scene(&self) -> &Scene {
        &self.scene
    }

    /// The pointer's shape, in CSS's words.
    pub fn cursor(&self) -> &'static str {
        self.gesture.cursor(&self.state)
    }

    /// The plan of the timeline as last refreshed.
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// The height in px that the timeline takes at a width.
    pub fn timeline_height(&self, width: f64) -> f64 {
        Layout::new(&self.atlas, &self.state.env, width).height
    }

    /// Differs whenever what the panel tells does.
    pub fn panel_key(&self) -> String {
        panel::key(&self.atlas, &self.state)
    }

    /// Everything there is to read, and the names on the ground.
    pub fn outline(&self) -> (Vec<Section>, String) {
        let (atlas, state, text) = (&self.atlas, &self.state, self.text());
        (outline::outline(atlas, state, text), outline::ground(atlas, state, text))
    }

    /// What of it goes with the day.
    pub fn reading(&self) -> Reading {
        outline::reading(&self.atlas, &self.state, self.text())
    }

    /// What the panel tells.
    pub fn panel(&self) -> Panel {
        panel::panel(&self.atlas, &self.state, self.text())
    }

    /// `3 of 6 bases open`.
    pub fn count(&self) -> String {
        speech::count(&self.atlas, &self.state, self.text())
    }

    /// Day and count in one sentence.
    pub fn spoken(&self) -> String {
        speech::spoken(&self.atlas, &self.state, self.text())
    }

    /// Every base: index, state, where it stands on the map, its name for a button.
    pub fn bases(&self) -> impl Iterator<Item = (usize, BaseState, Point, String)> {
        self.atlas.data().bases.iter().enumerate().map(|(index, base)| {
            let at = self.state.camera.screen_from_plane(self.atlas.plane(base.at));
            let name = speech::base(&self.atlas, &self.state, self.text(), index);
            (index, base.state(self.state.day), at, name)
        })
    }

    /// Chooses a base by id, or lets a chosen one go; whether there is such a base.
    pub fn choose_base(&mut self, id: Option<&str>) -> bool {
        match id {
            Some(id) => self.choose(self.atlas.chronicle.base(id).map(Target::Base)),
            None => self.let_go(self.state.base().is_some()),
        }
    }

    /// Chooses an event by id, or lets a chosen one go; whether there is such an event.
    pub fn choose_event(&mut self, id: Option<&str>) -> bool {
        match id {
            Some(id) => self.choose(self.atlas.chronicle.event(id).map(Target::Event)),
            None => self.let_go(self.state.event().is_some()),
        }
    }

    fn choose(&mut self, target: Option<Target>) -> bool {
        if target.is_some() {
            self.send(Msg::Choose(target));
        }
        target.is_some()
    }

    fn let_go(&mut self, is_chosen: bool) -> bool {
        if is_chosen {
            self.send(Msg::Choose(None));
        }
        true
    }

    /// Shows a day; days off the axis show its end.
    pub fn set_day(&mut self, day: Day) {
        self.send(Msg::SetDay(day));
    }
}
