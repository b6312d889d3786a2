//! The palette that the surroundings make of a designed one: on the page's ground, in its text
//! color, with its accent, or in the system's colors alone. Arithmetic on colors; knows no
//! shape, and no page.

use super::theme::{Color, Palette, hex};

/// Contrasts that text and marks keep (WCAG 2.2, 1.4.3 and 1.4.11), and a little for the rounding of
/// [`luminance`].
const ENOUGH: (f64, f64) = (4.54, 3.03);

/// The same for who asks for more (1.4.6).
const MORE: (f64, f64) = (7.05, 4.54);

/// A color moves to where it is legible in so many steps.
const STEPS: u32 = 24;

/// Colors from outside; what is `None` follows from the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paint {
    /// What the graphic lies on.
    pub ground: Color,
    /// Text.
    pub ink: Option<Color>,
    /// An open base.
    pub open: Option<Color>,
    /// The country of the story.
    pub land: Option<Color>,
    /// A closed base. Only the system has one: a page's follows from ground and text.
    pub closed: Option<Color>,
    /// These colors and no others: the reader's system forces them.
    pub system: bool,
    /// The reader's system asks for more contrast.
    pub more: bool,
}

impl Paint {
    /// A ground, and nothing else from outside.
    pub fn on(ground: Color) -> Self {
        let (ink, open, land, closed) = (None, None, None, None);
        Self { ground, ink, open, land, closed, system: false, more: false }
    }

    /// Colors as `0xRRGGBB`: the ground, then ink, open, land and closed; a negative number is no wish.
    pub fn numbered(system: bool, more: bool, colors: [i32; 5]) -> Self {
        let [ground, ink, open, land, closed] =
            colors.map(|color| u32::try_from(color).ok().map(hex));
        let ground = ground.unwrap_or(hex(0x00ff_ffff));
        Self { ground, ink, open, land, closed, system, more }
    }

    /// Whether the ground is dark.
    pub fn is_dark(&self) -> bool {
        !prefers_black(&[self.ground])
    }

    /// Every color of the picture. A page's own are kept as far as they can be read.
    pub fn palette(&self) -> Palette {
        let designed = Palette::designed(self.is_dark());
        if self.system { self.forced(&designed) } else { self.mixed(&designed) }
    }

    fn forced(&self, designed: &Palette) -> Palette {
        let ground = self.ground;
        let ink = self.ink.unwrap_or(designed.ink);
        let closed = self.closed.unwrap_or(ink);
        let rule = mix(ground, ink, 0.25);
        let line = mix(ground, ink, 0.6);
        Palette {
            ground,
            land: self.land.unwrap_or(ground),
            neighbor: ground,
            border: line,
            water: rule,
            water_text: ink,
            ink,
            muted: ink,
            faint: ink,
            open: self.open.unwrap_or(ink),
            closed,
            attack: ink,
            rule,
            area: rule,
            band: line,
        }
    }

    /// Those that text and marks keep: more only as far as the ground lets black or white have it.
    fn contrasts(&self) -> (f64, f64) {
        if !self.more {
            return ENOUGH;
        }
        let most = lowest(BLACK, &[self.ground]).max(lowest(WHITE, &[self.ground])) * 0.85;
        (MORE.0.min(most).max(ENOUGH.0), MORE.1.min(most).max(ENOUGH.1))
    }

    fn mixed(&self, designed: &Palette) -> Palette {
        let ground = self.ground;
        let (text, mark) = self.contrasts();
        let ink = legible(self.ink.unwrap_or(designed.ink), &[ground], text);
        let axes = Axes { from: (designed.ground, designed.ink), to: (ground, ink) };
        // What text stands on yields to the text, towards the ground on which it is legible.
        let under = |color, least| yielding(color, ground, ink, least);
        let land = under(self.land.unwrap_or_else(|| axes.moved(designed.land)), text);
        let neighbor = under(shifted(designed.neighbor, designed.land, land), text);
        let on = |color, below: &[Color], least| legible(axes.moved(color), below, least);
        let all = [ground, land, neighbor];
        let area = under(axes.moved(designed.area), text);
        Palette {
            ground,
            land,
            neighbor,
            border: axes.moved(designed.border),
            water: axes.moved(designed.water),
            water_text: on(designed.water_text, &[land, neighbor], text),
            ink,
            muted: on(designed.muted, &all, text),
            faint: on(designed.faint, &[neighbor], text),
            open: legible(self.open.unwrap_or(designed.open), &[ground, land], mark),
            closed: on(designed.closed, &[ground, land, area], mark),
            attack: legible(designed.attack, &[ground], mark),
            rule: axes.moved(designed.rule),
            area,
            band: under(axes.moved(designed.band), mark),
        }
    }
}

/// From one pair of ground and ink to another: a color keeps its place between the two, and
/// what is its own beside them.
struct Axes {
    from: (Color, Color),
    to: (Color, Color),
}

impl Axes {
    fn moved(&self, color: Color) -> Color {
        let (ground, ink, color) = (rgb(self.from.0), rgb(self.from.1), rgb(color));
        let (new_ground, new_ink) = (rgb(self.to.0), rgb(self.to.1));
        let along = |i: usize| ink[i] - ground[i];
        let square: f64 = (0..3).map(|i| along(i) * along(i)).sum();
        let share = (0..3).map(|i| (color[i] - ground[i]) * along(i)).sum::<f64>() / square;
        solid([0, 1, 2].map(|i| {
            color[i] + (new_ground[i] - ground[i]) * (1.0 - share) + (new_ink[i] - ink[i]) * share
        }))
    }
}

/// As far from `to` as `color` is from `from`.
fn shifted(color: Color, from: Color, to: Color) -> Color {
    let (color, from, to) = (rgb(color), rgb(from), rgb(to));
    solid([0, 1, 2].map(|i| to[i] + color[i] - from[i]))
}

/// The color, or the nearest one on its way to black or white that can be read on all of these.
fn legible(color: Color, below: &[Color], least: f64) -> Color {
    let pole = if prefers_black(below) { BLACK } else { WHITE };
    on_the_way(color, pole, |color| lowest(color, below) >= least)
}

/// The color, or the nearest one on its way to the ground on which the ink can be read.
fn yielding(color: Color, ground: Color, ink: Color, least: f64) -> Color {
    on_the_way(color, ground, |color| contrast(ink, color) >= least)
}

fn on_the_way(from: Color, to: Color, good: impl Fn(Color) -> bool) -> Color {
    let step = |step: u32| mix(from, to, f64::from(step) / f64::from(STEPS));
    (0..STEPS).map(step).find(|color| good(*color)).unwrap_or(to)
}

const BLACK: Color = Color { rgb: (0, 0, 0), opacity: 100 };
const WHITE: Color = Color { rgb: (255, 255, 255), opacity: 100 };

fn prefers_black(below: &[Color]) -> bool {
    lowest(BLACK, below) > lowest(WHITE, below)
}

fn lowest(color: Color, below: &[Color]) -> f64 {
    below.iter().map(|below| contrast(color, *below)).fold(f64::INFINITY, f64::min)
}

fn contrast(a: Color, b: Color) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Relative luminance. A polynomial stands for sRGB's curve, with which no contrast is a hundredth
/// off: a power function would be exact, and weigh more than all of this module.
fn luminance(color: Color) -> f64 {
    let [r, g, b] = rgb(color).map(|channel| {
        let c = channel / 255.0;
        let rest = c * (c * (c * (c * 0.607_622 - 1.457_007) + 1.535_606) + 0.254_606);
        c * (rest + 0.062_85)
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn mix(a: Color, b: Color, share: f64) -> Color {
    let (a, b) = (rgb(a), rgb(b));
    solid([0, 1, 2].map(|i| a[i] + (b[i] - a[i]) * share))
}

fn rgb(color: Color) -> [f64; 3] {
    let (r, g, b) = color.rgb;
    [f64::from(r), f64::from(g), f64::from(b)]
}

fn solid(channels: [f64; 3]) -> Color {
    let [r, g, b] = channels.map(|channel| libm::round(channel.clamp(0.0, 255.0)) as u8);
    Color { rgb: (r, g, b), opacity: 100 }
}
