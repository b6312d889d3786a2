//! The picture as it plays, as a GIF that begins again: for feeds that move pictures and run no script. Each
//! frame holds only what differs from the one before. Does no IO.

use std::collections::HashMap;
use std::fmt;

use gif::{DisposalMethod, Encoder, EncodingError, Frame, Repeat};
use resvg::tiny_skia::Pixmap;

use super::bitmap::{self, BitmapError, families};
use super::svg::{self, Undrawn};
use crate::app::App;
use crate::state::motion::WHOLE_MS;
use crate::state::msg::Msg;
use crate::words::geom::Size;

/// How long a picture stands, in GIF's hundredths of a second: a day's step is seen, and a feed's bytes are few.
const DELAY: u16 = 12;

/// The same of the last one, before it begins again.
const REST: u16 = 300;

/// The color that leaves what is under it; the others are those that are seen most.
const CLEAR: u8 = 255;

/// How many pictures tell which colors those are.
const SAMPLES: usize = 16;

type Rgb = [u8; 3];

/// Why there is no film.
#[derive(Debug)]
pub enum FilmError {
    /// A picture could not be drawn.
    Draw(Undrawn),
    /// A picture could not be made a bitmap.
    Bitmap(BitmapError),
    /// The frames could not be written as GIF.
    Gif(EncodingError),
}

impl fmt::Display for FilmError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Draw(error) => error.fmt(f),
            Self::Bitmap(error) => error.fmt(f),
            Self::Gif(error) => write!(f, "the GIF could not be encoded: {error}"),
        }
    }
}

impl std::error::Error for FilmError {}

/// The whole axis in as many seconds, each picture of a size in CSS px and so many pixels to each.
///
/// # Errors
/// When a picture cannot be made.
pub fn gif(app: &mut App, size: Size, scale: f32, seconds: f64) -> Result<Vec<u8>, FilmError> {
    let count = (seconds * 100.0 / f64::from(DELAY)).max(1.0) as usize;
    let mut reel = Reel { app, size, scale, count };
    let sampled = reel.play((0..=SAMPLES).map(|sample| sample * count / SAMPLES));
    let sampled = sampled.collect::<Result<Vec<_>, _>>()?;
    let mut palette = Palette::of(&sampled);
    let (w, h) = (sampled[0].width() as u16, sampled[0].height() as u16);
    drop(sampled);
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, w, h, &palette.bytes()).map_err(FilmError::Gif)?;
    encoder.set_repeat(Repeat::Infinite).map_err(FilmError::Gif)?;
    let mut strip = Strip { width: usize::from(w), shown: Vec::new(), held: None };
    for picture in reel.play(0..=count) {
        if let Some(done) = strip.next(palette.indexed(&picture?)) {
            encoder.write_frame(&done).map_err(FilmError::Gif)?;
        }
    }
    if let Some(last) = strip.held {
        encoder.write_frame(&Frame { delay: REST, ..last }).map_err(FilmError::Gif)?;
    }
    drop(encoder);
    Ok(out)
}

/// The whole axis in `count` steps of the same time.
struct Reel<'a> {
    app: &'a mut App,
    size: Size,
    scale: f32,
    count: usize,
}

impl Reel<'_> {
    /// The pictures at some steps, in their order, from the first day on.
    fn play(
        &mut self,
        steps: impl Iterator<Item = usize>,
    ) -> impl Iterator<Item = Result<Pixmap, FilmError>> {
        for msg in [Msg::Pause, Msg::First, Msg::Play] {
            self.app.send(msg);
        }
        steps.map(|step| self.picture(step))
    }

    fn picture(&mut self, step: usize) -> Result<Pixmap, FilmError> {
        self.app.send(Msg::Tick(step as f64 * WHOLE_MS / self.count as f64));
        let svg = svg::svg(self.app, self.size, &families()).map_err(FilmError::Draw)?;
        bitmap::pixels(&svg, self.scale).map_err(FilmError::Bitmap)
    }
}

/// The colors of a film.
struct Palette {
    colors: Vec<Rgb>,
    /// The nearest of them to each color that was asked for.
    nearest: HashMap<Rgb, u8>,
}

impl Palette {
    /// Those that are seen most in some pictures.
    fn of(pictures: &[Pixmap]) -> Self {
        let mut seen: HashMap<Rgb, usize> = HashMap::new();
        for color in pictures.iter().flat_map(colors) {
            *seen.entry(color).or_default() += 1;
        }
        let mut colors: Vec<_> = seen.into_iter().collect();
        colors.sort_unstable_by_key(|(color, count)| (std::cmp::Reverse(*count), *color));
        colors.truncate(usize::from(CLEAR));
        let colors = colors.into_iter().map(|(color, _)| color).collect();
        Self { colors, nearest: HashMap::new() }
    }

    /// As GIF takes it, with an entry for what is clear.
    fn bytes(&self) -> Vec<u8> {
        let mut bytes: Vec<u8> = self.colors.iter().flatten().copied().collect();
        bytes.resize(3 * (usize::from(CLEAR) + 1), 0);
        bytes
    }

    fn indexed(&mut self, picture: &Pixmap) -> Vec<u8> {
        colors(picture).map(|color| self.index(color)).collect()
    }

    fn index(&mut self, color: Rgb) -> u8 {
        let Self { colors, nearest } = self;
        *nearest.entry(color).or_insert_with(|| {
            let apart = |other: &Rgb| -> u32 {
                color.iter().zip(other).map(|(a, b)| u32::from(a.abs_diff(*b)).pow(2)).sum()
            };
            let best = colors.iter().enumerate().min_by_key(|(_, other)| apart(other));
            best.map_or(0, |(index, _)| index as u8)
        })
    }
}

/// Every pixel of a picture, all of them opaque.
fn colors(picture: &Pixmap) -> impl Iterator<Item = Rgb> {
    picture.pixels().iter().map(|pixel| [pixel.red(), pixel.green(), pixel.blue()])
}

/// The frames so far: the last one is held until it is known how long it stands.
struct Strip {
    width: usize,
    shown: Vec<u8>,
    held: Option<Frame<'static>>,
}

impl Strip {
    /// Takes the next picture; gives back the frame before it, once that is over.
    fn next(&mut self, pixels: Vec<u8>) -> Option<Frame<'static>> {
        if let (Some(held), true) = (&mut self.held, self.shown == pixels) {
            held.delay += DELAY;
            return None;
        }
        let next = Frame { delay: DELAY, ..self.difference(&pixels) };
        self.shown = pixels;
        self.held.replace(next)
    }

    /// The smallest box around all that differs, clear where nothing does.
    fn difference(&self, pixels: &[u8]) -> Frame<'static> {
        let w = self.width;
        let differs = |at: usize| self.shown.get(at) != Some(&pixels[at]);
        let rows: Vec<_> =
            (0..pixels.len() / w).filter(|y| (0..w).any(|x| differs(y * w + x))).collect();
        let columns: Vec<_> = (0..w).filter(|x| rows.iter().any(|y| differs(y * w + x))).collect();
        let span = |all: &[usize]| match (all.first(), all.last()) {
            (Some(first), Some(last)) => (*first, last + 1),
            _ => (0, 1),
        };
        let ((top, bottom), (left, right)) = (span(&rows), span(&columns));
        let places = (top..bottom).flat_map(|y| (left..right).map(move |x| y * w + x));
        let buffer: Vec<u8> =
            places.map(|at| if differs(at) { pixels[at] } else { CLEAR }).collect();
        Frame {
            left: left as u16,
            top: top as u16,
            width: (right - left) as u16,
            height: (bottom - top) as u16,
            dispose: DisposalMethod::Keep,
            transparent: Some(CLEAR),
            buffer: buffer.into(),
            ..Frame::default()
        }
    }
}
