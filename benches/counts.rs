//! What the library costs in instructions: a wasm module without a browser, which `cargo xtask counts`
//! runs and counts. A function is a case and answers how many things it did; none is a failure. All is
//! compiled as the picture's module is, for few bytes, though the desk, which reads, ships for speed.

use std::cell::RefCell;
use std::hint::black_box;

use mali_bases::app::App;
use mali_bases::map::atlas::{Atlas, checked};
use mali_bases::map::topology::Topology;
use mali_bases::model::dataset::Dataset;
use mali_bases::model::events::Events;
use mali_bases::model::pack::{self, Content};
use mali_bases::model::reader::pieces::Pieces;
use mali_bases::state::Target;
use mali_bases::state::env::Env;
use mali_bases::state::msg::Msg;
use mali_bases::view::timeline::layout::Layout;
use mali_bases::words::geom::{Size, pt};
use wasm_bindgen::prelude::*;

const WIDTH: f64 = 1000.0;

/// Days of a scrub step: a finger that moves briskly.
const STRIDE: i32 = 13;

/// Between two places that are picked, px, and how near the pointer has to be.
const MESH: usize = 25;
const SLOP: f64 = 6.0;

/// Steps into the map, and as many out of it.
const TURNS: usize = 6;
const NEARER: f64 = 1.25;

/// Bytes of a text that are read at once.
const PIECE: usize = 1 << 15;

struct Bench {
    app: App,
    land: Topology,
}

thread_local! {
    static BENCH: RefCell<Option<Bench>> = const { RefCell::new(None) };
}

fn with(work: impl FnOnce(&mut Bench) -> usize) -> usize {
    BENCH.with_borrow_mut(|bench| bench.as_mut().map_or(0, work))
}

/// Opens on a dataset and a land, both packed, in a column of a page.
#[wasm_bindgen]
pub fn open(dataset: &[u8], land: &[u8]) -> usize {
    let bench = opened(dataset, land);
    let done = usize::from(bench.is_some());
    BENCH.set(bench);
    done
}

fn opened(dataset: &[u8], land: &[u8]) -> Option<Bench> {
    let land = pack::open(Content::Land, land).ok()?;
    let atlas = Atlas::new(pack::open(Content::Dataset, dataset).ok()?, &land);
    let map = Size { w: WIDTH * 0.645, h: WIDTH * 0.497 };
    let env = Env { map, dpr: 1.0, ..Env::default() };
    let h = Layout::new(&atlas, &env, WIDTH).height;
    let timeline = Size { w: WIDTH, h };
    Some(Bench { app: App::new(atlas, Env { timeline, ..env }), land })
}

/// The first picture of what was opened or read.
#[wasm_bindgen]
pub fn picture() -> usize {
    with(|Bench { app, .. }| usize::from(app.refresh().env))
}

/// Scrub steps over the whole axis.
#[wasm_bindgen]
pub fn scrub() -> usize {
    with(|Bench { app, .. }| {
        let (first, last) = (app.atlas().data().meta.first, app.atlas().data().meta.last);
        let steps = (last - first) / STRIDE;
        for step in 0..steps {
            app.set_day(first + step * STRIDE);
            black_box(app.refresh());
        }
        steps as usize
    })
}

/// What stands under the pointer, all over the timeline.
#[wasm_bindgen]
pub fn picks() -> usize {
    with(|Bench { app, .. }| {
        let Size { w, h } = app.state().env.timeline;
        let row = |y| (0..w as usize).step_by(MESH).map(move |x| pt(x as f64, y as f64));
        let places: Vec<_> = (0..h as usize).step_by(MESH).flat_map(row).collect();
        for at in &places {
            black_box(app.scene().timeline.pick(*at, SLOP));
        }
        places.len()
    })
}

/// The panel of every event.
#[wasm_bindgen]
pub fn panels() -> usize {
    with(|Bench { app, .. }| {
        let events = app.atlas().data().events.len();
        for event in 0..events {
            app.send(Msg::Choose(Some(Target::Event(event))));
            black_box(app.panel());
        }
        events
    })
}

/// Into the map and out of it.
#[wasm_bindgen]
pub fn zoom() -> usize {
    with(|Bench { app, .. }| {
        let Size { w, h } = app.state().env.map;
        let steps = [[NEARER; TURNS], [1.0 / NEARER; TURNS]].concat();
        for factor in &steps {
            app.send(Msg::ZoomAt { at: pt(w * 0.6, h * 0.4), factor: *factor });
            black_box(app.refresh());
        }
        steps.len()
    })
}

/// Reads the text of a dataset strictly, and puts it in the place of the other.
#[wasm_bindgen]
pub fn read(text: &[u8]) -> usize {
    with(|Bench { app, land }| {
        let Some(data) = strictly(text, land) else { return 0 };
        app.replace(Atlas::new(data, land));
        1
    })
}

fn strictly(text: &[u8], land: &Topology) -> Option<Dataset> {
    let (mut pieces, mut events) = (Pieces::default(), Events::default());
    text.chunks(PIECE).for_each(|piece| pieces.skim(piece));
    events.expect(pieces.open(|frame| checked(frame, land))?);
    for piece in text.chunks(PIECE) {
        events.add(pieces.pack(piece)).ok()?;
    }
    let data = pieces.close()?.ok()?;
    Some(Dataset { events, ..data })
}
