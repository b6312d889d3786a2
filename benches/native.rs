//! What the library costs without a browser, by number of events: reading a dataset, indexing it, the
//! whole picture, a scrub step, and what stands under the pointer. `cargo bench`; its numbers compare
//! runs on one machine, the side-by-side ones are `cargo xtask bench`'s.

mod made_up;

use std::hint::black_box;
use std::rc::Rc;

use criterion::{BatchSize, BenchmarkId, Criterion};
use mali_bases::app::App;
use mali_bases::map::atlas::Atlas;
use mali_bases::model::chronicle::Chronicle;
use mali_bases::model::problem::Problem;
use mali_bases::model::reader;
use mali_bases::model::value::{Value, parse};
use mali_bases::shell::bundled;
use mali_bases::state::State;
use mali_bases::state::env::Env;
use mali_bases::view::scene::scene;
use mali_bases::view::timeline::layout::Layout;
use mali_bases::words::geom::{Size, pt};
use mali_bases::words::lang::Lang;
use mali_bases::words::text::Text;

use made_up::dataset;

/// Events of the datasets.
const COUNTS: [i32; 3] = [60, 10_000, 100_000];

const WIDTH: f64 = 1000.0;

/// Days of a scrub step: a finger that moves briskly.
const STRIDE: i32 = 13;

/// How near the pointer has to be, px.
const SLOP: f64 = 6.0;

fn value(text: &str) -> Value {
    sound(parse(text).map_err(|problem| vec![problem]))
}

fn sound<T>(read: Result<T, Vec<Problem>>) -> T {
    read.unwrap_or_else(|problems| panic!("{}", problems[0]))
}

/// The surroundings in a column of a page.
fn env(atlas: &Atlas) -> Env {
    let map = Size { w: WIDTH * 0.645, h: WIDTH * 0.497 };
    let env = Env { map, dpr: 1.0, ..Env::default() };
    let h = Layout::new(atlas, &env, WIDTH).height;
    Env { timeline: Size { w: WIDTH, h }, ..env }
}

fn read(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("read");
    for events in COUNTS {
        let text = dataset(events);
        let value = value(&text);
        let id = |name: &str| BenchmarkId::new(name, events);
        group.bench_function(id("parse"), |b| b.iter(|| parse(black_box(&text))));
        group.bench_function(id("check"), |b| b.iter(|| reader::read(black_box(&value))));
        let data = sound(reader::read(&value));
        group.bench_function(id("index"), |b| {
            b.iter_batched(|| data.clone(), Chronicle::new, BatchSize::LargeInput);
        });
    }
}

fn picture(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("picture");
    let land = value(bundled::BASEMAP);
    for events in COUNTS {
        let atlas = sound(Atlas::read(&value(&dataset(events)), &land));
        let env = env(&atlas);
        let state = State::new(&atlas, Rc::new(env.clone()));
        let id = |name: &str| BenchmarkId::new(name, events);
        group.bench_function(id("scene"), |b| {
            b.iter(|| scene(&atlas, black_box(&state), Text::of(Lang::En)));
        });
        let mut app = App::new(atlas, env);
        app.refresh();
        group.bench_function(id("pick"), |b| {
            let mut x = 0.0;
            b.iter(|| {
                x = (x + 7.3) % WIDTH;
                app.scene().timeline.pick(black_box(pt(x, 330.0)), SLOP)
            });
        });
        let (first, last) = (app.atlas().data().meta.first, app.atlas().data().meta.last);
        let mut day = first;
        group.bench_function(id("step"), |b| {
            b.iter(|| {
                day = if day > last { first } else { day + STRIDE };
                app.set_day(day);
                app.refresh()
            });
        });
    }
}

// By hand: the macros of criterion make public functions without a word of documentation.
fn main() {
    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    read(&mut criterion);
    picture(&mut criterion);
    criterion.final_summary();
}
