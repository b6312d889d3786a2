//! The picture as one sheet, for where there is no page around it: headline, map,
//! timeline and credit in a given size.

use super::mark::{Face, Mark, block, text};
use super::scene::{Pane, Scene};
use super::timeline::layout::Layout;
use crate::map::atlas::Atlas;
use crate::state::State;
use crate::state::env::Env;
use crate::words::geom::{Rect, Size, pt};
use crate::words::metrics::Weight;
use crate::words::theme::size;

/// The size of the lines beside the map.
const STANDFIRST_PX: f64 = 18.0;

/// Where the pieces of a sheet stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    size: Size,
    headline_px: f64,
    headline: Vec<String>,
    standfirst: Vec<String>,
    credit: Vec<String>,
    /// The map.
    pub map: Rect,
    /// The timeline.
    pub timeline: Rect,
}

impl Sheet {
    /// Plans a sheet: map over timeline, or beside it when the sheet is broad.
    pub fn new(atlas: &Atlas, env: &Env, size: Size) -> Self {
        let margin = (size.w * 0.02).clamp(10.0, 24.0);
        let inner = size.w - 2.0 * margin;
        let meta = &atlas.data().meta;
        let headline_px = (size.w * 0.045).clamp(20.0, 38.0);
        let em = |text: &str, px: f64| env.metrics.width(text, px, Weight::Bold);
        let headline = wrapped(meta.title.get(env.lang), inner, |text| em(text, headline_px));
        let credit = wrapped(meta.credit.get(env.lang), inner, |text| em(text, size::SMALL));
        let top = margin + headline.len() as f64 * headline_px * 1.2 + 10.0;
        let bottom = size.h - margin - credit.len() as f64 * 16.0 - 8.0;
        let broad = size.w > size.h * 1.4;
        let timeline_w =
            if broad { (inner * 0.54).max(inner - (bottom - top) * 1.1) } else { inner };
        let timeline_h = Layout::new(atlas, env, timeline_w).height;
        let (x0, x1) = (margin, size.w - margin);
        let (map, timeline) = if broad {
            let split = x1 - timeline_w;
            (
                Rect::new(x0, top, split - margin, bottom),
                Rect::new(split, bottom - timeline_h, x1, bottom),
            )
        } else {
            let split = bottom - timeline_h;
            (
                Rect::new(x0, top, x1, (split - 12.0).max(top + 40.0)),
                Rect::new(x0, split, x1, bottom),
            )
        };
        // Beside the map there is room above the timeline, and words for it.
        let room = timeline.y0 - top;
        let measure = |text: &str| env.metrics.width(text, STANDFIRST_PX, Weight::Regular);
        let standfirst = wrapped(meta.standfirst.get(env.lang), timeline.width(), measure);
        let fits = standfirst.len() as f64 * STANDFIRST_PX * 1.4 < room;
        let standfirst = if broad && fits { standfirst } else { Vec::new() };
        Self { size, headline_px, headline, standfirst, credit, map, timeline }
    }

    /// The sizes of the panes.
    pub fn panes(&self) -> (Size, Size) {
        let size = |rect: &Rect| Size { w: rect.width(), h: rect.height() };
        (size(&self.map), size(&self.timeline))
    }

    /// Everything on the sheet in drawing order.
    pub fn marks(&self, scene: &Scene, state: &State) -> Vec<Mark> {
        let palette = state.env.palette();
        let mut marks = vec![block(Rect::of(self.size), palette.ground)];
        marks.extend(laid(&scene.map, &self.map));
        marks.extend(laid(&scene.timeline, &self.timeline));
        let x = self.map.x0;
        let first = self.map.y0 - 10.0 - self.headline.len() as f64 * self.headline_px * 1.2;
        for (row, line) in self.headline.iter().enumerate() {
            let y = first + (row as f64 + 0.5) * self.headline_px * 1.2;
            marks.push(text(line, pt(x, y), self.headline_px, palette.ink).face(Face::Headline));
        }
        for (row, line) in self.standfirst.iter().enumerate() {
            let y = self.map.y0 + (row as f64 + 0.5) * STANDFIRST_PX * 1.4;
            let at = pt(self.timeline.x0, y);
            marks.push(text(line, at, STANDFIRST_PX, palette.muted));
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

/// Words in lines no wider than `room`, by a measure in px.
fn wrapped(words: &str, room: f64, measure: impl Fn(&str) -> f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split(' ') {
        match lines.last_mut() {
            Some(line) if measure(&format!("{line} {word}")) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
