//! Contrast as it is painted: at every width, in both languages and themes, on every day on which
//! something changes, each text and mark against what lies under it. WCAG 2.2 asks 4.5:1 of text
//! (1.4.3) and 3:1 of what a reader needs to understand a graphic (1.4.11).
//!
//! Of a text every spot counts; its halo, where it has one, is what it lies on. Of a mark half of
//! what is seen of it has to keep the contrast: a cursor that crosses bars, or a bar that crosses
//! a grid line, is followed across them.

use std::collections::BTreeMap;
use std::sync::OnceLock;
use std::thread;

use mali_bases::app::App;
use mali_bases::state::Target;
use mali_bases::state::env::Env;
use mali_bases::state::msg::Msg;
use mali_bases::view::mark::{Mark, Shape};
use mali_bases::view::scene::{Pane, Scene};
use mali_bases::view::sheet::Sheet;
use mali_bases::words::day::Day;
use mali_bases::words::geom::{Rect, Size};
use mali_bases::words::lang::Lang;
use mali_bases::words::theme::{Color, DARK, Palette};

use crate::support::boxes::room;
use crate::support::days::{days, telling_days};
use crate::support::painting::{Painting, Sample};
use crate::support::sight::{SIGHTS, apart, contrast};
use crate::support::{LOOKS, WIDTHS, column, day, faultless, metrics, real, svg};

/// What is asked of a thing on a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// To be read. No text is exempt, not even of what is to come.
    Text,
    /// To be understood: bases, events, figures, lines and bars of what is known.
    Mark,
    /// What is after the day shown: muted on purpose and inactive, as WCAG exempts it, until the
    /// cursor is there; but faint is not gone.
    ToCome,
    /// A slice of a taper. That it vanishes is what it says: how sure a day is. The bar that it
    /// ends is a mark.
    Taper,
    /// Grid, land and waters, the fill between lines: the picture is understood without it.
    Context,
}

impl Kind {
    /// The least contrast.
    fn contrast(self) -> f64 {
        match self {
            Self::Text => 4.5,
            Self::Mark => 3.0,
            Self::ToCome => 1.3,
            Self::Taper | Self::Context => 1.1,
        }
    }

    /// How far apart the two colors are at least to every eye, in Oklab.
    fn apart(self) -> f64 {
        match self {
            Self::Text | Self::Mark => 0.2,
            Self::ToCome => 0.08,
            Self::Taper | Self::Context => 0.03,
        }
    }

    /// `None` for what is only there to lie under others, or to keep them apart.
    fn of(mark: &Mark, p: &Palette) -> Option<Self> {
        let is = |colors: &[Color]| colors.iter().any(|color| color.rgb == mark.color.rgb);
        if matches!(mark.shape, Shape::Text(_)) {
            Some(Self::Text)
        } else if mark.color.alpha() == 0.0 || is(&[p.ground, p.land, p.neighbor]) {
            None
        } else if is(&[p.rule, p.border, p.water, p.area]) {
            Some(Self::Context)
        } else if mark.color.alpha() < 1.0 && matches!(mark.shape, Shape::Ring(_)) {
            Some(Self::Taper)
        } else {
            Some(Self::Mark)
        }
    }
}

/// A thing of a color on another.
type Pair = (Kind, (u8, u8, u8), (u8, u8, u8));

/// All that lies on something in any picture, with the first example of each.
#[derive(Default)]
struct Survey(BTreeMap<Pair, String>);

impl Survey {
    /// Looks at those things of a picture of which some mark is asked for.
    fn look(&mut self, painting: &Painting<'_>, at: &At, which: impl Fn(&Mark) -> bool) {
        let marks: Vec<(usize, &Mark)> = painting.marks().collect();
        for thing in marks.chunk_by(|(_, a), (_, b)| is_one(a, b)) {
            let (_, mark) = thing[0];
            let Some(kind) = Kind::of(mark, &at.palette) else { continue };
            if !thing.iter().any(|(_, mark)| which(mark)) {
                continue;
            }
            let samples = thing.iter().flat_map(|(index, _)| painting.samples(*index));
            let Some((kind, Sample { on, under, .. })) = telling(kind, samples) else { continue };
            let example = || format!("{}: {:?}", at.name, mark.shape);
            self.0.entry((kind, on.rgb, under.rgb)).or_insert_with(example);
        }
    }

    /// Looks at what has changed on the map; at the whole timeline where the bases have, else at
    /// what the cursor meets: the rest lies before or after it, as on another of the days.
    fn day(&mut self, app: &App, before: &Pane) {
        let at = At::of(app);
        let Scene { map, timeline } = app.scene();
        if map.land != before.land {
            self.look(&whole(map, &at), &at, |_| true);
        } else if map != before {
            let land = map.land.as_ptr_range();
            self.look(&whole(map, &at), &at, |mark| !land.contains(&std::ptr::from_ref(mark)));
        }
        let turned = telling_days(real()).contains(&at.day);
        let x = app.layout().x(at.day);
        let met = |room: Rect| room.x0 <= x + 1.0 && room.x1 >= x - 1.0;
        self.look(&whole(timeline, &at), &at, |mark| turned || met(room(mark)));
    }

    /// What breaks a rule.
    fn faults(&self, rule: impl Fn(Kind, Color, Color) -> Option<String>) -> Vec<String> {
        let solid = |rgb| Color { rgb, opacity: 100 };
        let found = self.0.iter().filter_map(|((kind, on, under), example)| {
            let fault = rule(*kind, solid(*on), solid(*under))?;
            Some(format!("{kind:?} {on:02x?} on {under:02x?} {fault}; {example}"))
        });
        found.collect()
    }
}

/// Whether two marks are parts of one thing: of one color, and of one target.
fn is_one(a: &Mark, b: &Mark) -> bool {
    a.target.is_some() && a.target == b.target && a.color == b.color
}

/// Of a text the worst spot, of all else the middle one, as it mostly is: clear or veiled.
fn telling(kind: Kind, samples: impl Iterator<Item = Sample>) -> Option<(Kind, Sample)> {
    if kind == Kind::Text {
        let worst = samples.min_by(|a, b| ratio(a).total_cmp(&ratio(b)));
        return worst.map(|sample| (kind, sample));
    }
    let alone = samples.filter(|sample| !sample.merged);
    let (veiled, clear): (Vec<Sample>, Vec<Sample>) = alone.partition(|sample| sample.veiled);
    let (kind, mut most) = match kind {
        _ if clear.len() >= veiled.len() => (kind, clear),
        Kind::Mark => (Kind::ToCome, veiled),
        _ => return None,
    };
    most.sort_by(|a, b| ratio(a).total_cmp(&ratio(b)));
    most.get(most.len() / 2).map(|sample| (kind, *sample))
}

fn ratio(sample: &Sample) -> f64 {
    contrast(sample.on, sample.under)
}

fn whole<'a>(pane: &'a Pane, at: &At) -> Painting<'a> {
    Painting::of(&[&pane.land, &pane.marks, &pane.overlay], pane.size, at.palette.ground)
}

/// Which picture it is.
struct At {
    name: String,
    day: Day,
    palette: Palette,
}

impl At {
    fn of(app: &App) -> Self {
        let Env { timeline, lang, palette, .. } = &*app.state().env;
        let (theme, day) = (if *palette == DARK { "dark" } else { "light" }, app.state().day);
        let name = format!("{} px, {}, {theme}, {day}", timeline.w, lang.code());
        Self { name, day, palette: palette.clone() }
    }
}

/// Every day of a column.
fn walk(survey: &mut Survey, mut app: App) {
    let mut before = Pane::default();
    for day in days() {
        app.send(Msg::SetDay(day));
        app.refresh();
        survey.day(&app, &before);
        before.clone_from(&app.scene().map);
    }
}

/// Everything pointed at in turn: what then lies above all.
fn point(survey: &mut Survey, mut app: App) {
    let data = real().data();
    let crowds = app.layout().crowds.iter().map(|crowd| crowd.days);
    let crowds: Vec<Target> = crowds.map(|(from, to)| Target::Stretch(from, to)).collect();
    let bases = (0..data.bases.len()).map(Target::Base);
    let operations = (0..data.operations.len()).map(Target::Operation);
    let events = (0..data.events.len()).map(Target::Event);
    let figures = (0..data.strength.len()).map(Target::Figure);
    for target in bases.chain(operations).chain(crowds).chain(events).chain(figures) {
        app.send(Msg::Hover(Some(target)));
        app.refresh();
        let at = At::of(&app);
        for pane in [&app.scene().map, &app.scene().timeline] {
            let top = pane.overlay.as_ptr_range();
            survey.look(&whole(pane, &at), &at, |mark| top.contains(&std::ptr::from_ref(mark)));
        }
    }
}

/// A picture on its own, with its day and its headline.
fn sheet(survey: &mut Survey, size: Size, lang: Lang, dark: bool) {
    let metrics = metrics().clone();
    let palette = Palette::designed(dark);
    let env = Env { dpr: 1.0, lang, palette, metrics, lettered: true, ..Env::default() };
    let mut app = App::new(real().clone(), env);
    for date in ["2012-06-01", "2021-10-20", "2022-02-17"] {
        app.set_day(day(date));
        svg(&mut app, size);
        let sheet = Sheet::new(app.atlas(), app.state(), size);
        let (marks, at) = (sheet.marks(app.scene(), app.state()), At::of(&app));
        let painting = Painting::of(&[&marks], sheet.size, at.palette.ground);
        survey.look(&painting, &at, |_| true);
    }
}

/// All pictures of a language and a theme.
fn pictures(lang: Lang, dark: bool) -> Survey {
    let mut survey = Survey::default();
    for width in WIDTHS {
        walk(&mut survey, column(width, lang, dark));
    }
    for (w, h) in [(480.0, 900.0), (1200.0, 630.0)] {
        sheet(&mut survey, Size { w, h }, lang, dark);
    }
    point(&mut survey, column(if dark { 1440.0 } else { 320.0 }, lang, dark));
    survey
}

/// All pictures, once for all rules.
fn survey() -> &'static Survey {
    static SURVEY: OnceLock<Survey> = OnceLock::new();
    SURVEY.get_or_init(|| {
        let all = thread::scope(|scope| {
            let each = LOOKS.map(|(lang, dark)| scope.spawn(move || pictures(lang, dark)));
            each.map(|one| one.join().expect("a survey"))
        });
        Survey(all.into_iter().flat_map(|survey| survey.0).collect())
    })
}

#[test]
fn whatever_is_drawn_stands_out_from_what_it_lies_on() {
    let faults = survey().faults(|kind, on, under| {
        let found = contrast(on, under);
        (found < kind.contrast()).then(|| format!("is {found:.2}:1"))
    });
    faultless(&faults);
}

#[test]
fn whatever_is_drawn_is_told_from_what_it_lies_on_by_every_eye() {
    let faults = SIGHTS.iter().flat_map(|(sight, matrix)| {
        survey().faults(move |kind, on, under| {
            let found = apart(on, under, matrix);
            (found < kind.apart()).then(|| format!("is {found:.3} apart, {sight}"))
        })
    });
    let faults: Vec<String> = faults.collect();
    faultless(&faults);
}
