//! The picture as one sheet, for where there is no page around it: headline, map,
//! timeline and credit in a given size.

use super::mark::{Face, Mark, block, text};
use super::scene::{Pane, Scene};
use super::timeline::layout::Layout;
use crate::map::atlas::Atlas;
use crate::state::State;
use crate::words::geom::{Rect, Size, pt};
use crate::words::metrics::Weight;
use crate::words::theme::size;

/// How many times broader than high a map may be: the land that there is has an end.
const BROADEST: f64 = 2.4;

/// How many times higher than broad it may be, likewise.
const HIGHEST: f64 = 1.3;

/// The same, where nothing else is asked for.
const USUAL: f64 = 0.75;

/// The gap between map and timeline.
const GAP_PX: f64 = 12.0;

/// The serif headline is a little wider than the bold sans that there are widths for.
const HEADLINE_FACTOR: f64 = 1.05;

/// The size of the lines beside the map.
const ASIDE_PX: f64 = 17.0;

/// Where the pieces of a sheet stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// The size it is laid out in, CSS px.
    pub size: Size,
    headline_px: f64,
    headline: Vec<String>,
    /// What the day is known for, in lines beside the map; the first ones are its title.
    aside: (Vec<String>, Vec<String>),
    credit: Vec<String>,
    /// The map.
    pub map: Rect,
    /// The timeline.
    pub timeline: Rect,
}

impl Sheet {
    /// Plans a sheet of the shape of `size`: as large, or, where that has no room for the
    /// timeline under legible letters, larger and to be drawn smaller.
    pub fn new(atlas: &Atlas, state: &State, size: Size) -> Self {
        let larger = |step: u32| {
            let factor = 1.0 + f64::from(step) * 0.1;
            Self::plan(atlas, state, Size { w: size.w * factor, h: size.h * factor })
        };
        (0..40).map(larger).find(Self::fits).unwrap_or_else(|| larger(40))
    }

    /// The height in CSS px of a sheet of a width whose map has the usual shape.
    pub fn height(atlas: &Atlas, state: &State, width: f64) -> f64 {
        // So high that its map is as high as one may be.
        let high = Self::plan(atlas, state, Size { w: width, h: width + 8000.0 });
        let spare = high.map.height() - high.map.width() * USUAL;
        libm::round(high.timeline.y1 - spare + high.foot())
    }

    /// What stands under the timeline: the credit, and the margin.
    fn foot(&self) -> f64 {
        self.credit.len() as f64 * 16.0 + 8.0 + self.map.x0
    }

    /// Map over timeline, or beside it when the sheet is broad.
    fn plan(atlas: &Atlas, state: &State, size: Size) -> Self {
        let (env, meta) = (&state.env, &atlas.data().meta);
        // Whole px, so that what is snapped in a pane stays so on the sheet.
        let whole = libm::round;
        let margin = whole((size.w * 0.02).clamp(10.0, 24.0));
        let inner = size.w - 2.0 * margin;
        let em = |text: &str, px: f64| env.metrics.width(text, px, Weight::Bold);
        let title = meta.title.get(env.lang);
        let headline_px = headline_size(size.w, inner / (em(title, 1.0) * HEADLINE_FACTOR));
        let room = (inner + 0.5) / HEADLINE_FACTOR;
        let headline = env.metrics.wrapped(title, headline_px, Weight::Bold, room);
        let credit = meta.credit.get(env.lang);
        let credit = env.metrics.wrapped(credit, size::SMALL, Weight::Bold, inner);
        let top = whole(margin + headline.len() as f64 * headline_px * 1.2 + 10.0);
        let bottom = whole(size.h) - margin - credit.len() as f64 * 16.0 - 8.0;
        let broad = size.w > size.h * 1.4;
        let timeline_w =
            if broad { (inner * 0.54).max(inner - (bottom - top) * 1.1) } else { inner };
        let high = libm::ceil(Layout::new(atlas, env, timeline_w).height);
        let (x0, x1) = (margin, size.w - margin);
        let left = whole(x1 - timeline_w);
        let (map, split) = if broad {
            (Rect::new(x0, top, left - margin, bottom), bottom - high)
        } else {
            let end = (bottom - high - GAP_PX).min(top + whole(inner * HIGHEST));
            (Rect::new(x0, top, x1, end), end + GAP_PX)
        };
        let timeline = Rect::new(left, split, x1, split + high);
        // Beside the map there is room above the timeline, and words for it.
        let room = if broad { timeline.y0 - top } else { 0.0 };
        let aside = aside(atlas, state, timeline_w, room);
        Self { size, headline_px, headline, aside, credit, map, timeline }
    }

    fn fits(&self) -> bool {
        let Rect { y0: top, .. } = self.map;
        let least = (self.map.width() * 0.5).clamp(150.0, 240.0);
        let is_high = self.map.height() >= least.max(self.map.width() / BROADEST);
        is_high && self.map.width() >= 240.0 && self.timeline.y0 >= top
    }

    /// The sizes of the panes.
    pub fn panes(&self) -> (Size, Size) {
        let size = |rect: &Rect| Size { w: rect.width(), h: rect.height() };
        (size(&self.map), size(&self.timeline))
    }

    /// Everything on the sheet in drawing order.
    pub fn marks(&self, scene: &Scene, state: &State) -> Vec<Mark> {
        let palette = &state.env.palette;
        let mut marks = vec![block(Rect::of(self.size), palette.ground)];
        marks.extend(laid(&scene.map, &self.map));
        marks.extend(laid(&scene.timeline, &self.timeline));
        let x = self.map.x0;
        let first = self.map.y0 - 10.0 - self.headline.len() as f64 * self.headline_px * 1.2;
        for (row, line) in self.headline.iter().enumerate() {
            let y = first + (row as f64 + 0.5) * self.headline_px * 1.2;
            marks.push(text(line, pt(x, y), self.headline_px, palette.ink).face(Face::Headline));
        }
        let (title, lines) = &self.aside;
        for (row, line) in title.iter().chain(lines).enumerate() {
            let y = self.map.y0 + (row as f64 + 0.5) * ASIDE_PX * 1.35;
            let mark = text(line, pt(self.timeline.x0, y), ASIDE_PX, palette.ink);
            let face = if row < title.len() { Face::Bold } else { Face::Regular };
            marks.push(mark.face(face));
        }
        let first = self.size.h - self.map.x0 - self.credit.len() as f64 * 16.0;
        for (row, line) in self.credit.iter().enumerate() {
            let y = first + (row as f64 + 0.5) * 16.0;
            marks.push(text(line, pt(x, y), size::SMALL, palette.muted));
        }
        marks
    }
}

fn laid<'a>(pane: &'a Pane, at: &Rect) -> impl Iterator<Item = Mark> + 'a {
    let (x, y) = (at.x0, at.y0);
    let layers = [&pane.land, &pane.marks, &pane.overlay];
    layers.into_iter().flatten().map(move |mark| mark.clone().by(x, y))
}

/// The size of the headline for a width: a little smaller than it might be where it then
/// stands on one line, of which `one_line` is the largest size.
fn headline_size(width: f64, one_line: f64) -> f64 {
    let px = (width * 0.045).clamp(20.0, 38.0);
    if (px * 0.8..px).contains(&one_line) { one_line } else { px }
}

/// The event of the day, or the chosen base, in as many whole lines as have room: title and
/// text, else the title alone, else nothing.
fn aside(atlas: &Atlas, state: &State, width: f64, room: f64) -> (Vec<String>, Vec<String>) {
    let (data, lang) = (atlas.data(), state.env.lang);
    let told = state.event().or_else(|| atlas.chronicle.leading_event(state.day));
    let told = told.and_then(|event| data.events.get(event));
    let (title, text) = match (state.base(), &told) {
        (Some(base), _) => (&data.bases[base].name, &data.bases[base].role.text),
        (None, Some(event)) => (&event.title, &event.claim.text),
        (None, None) => return (Vec::new(), Vec::new()),
    };
    let lines = |words: &str, weight| state.env.metrics.wrapped(words, ASIDE_PX, weight, width);
    let most = (room / (ASIDE_PX * 1.35)) as usize;
    let title = lines(title.get(lang), Weight::Bold);
    let text = lines(text.get(lang), Weight::Regular);
    match most {
        most if most > title.len() + text.len() => (title, text),
        most if most > title.len() => (title, Vec::new()),
        _ => (Vec::new(), Vec::new()),
    }
}
