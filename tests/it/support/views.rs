//! The map as readers have it before them: at every width, in both languages, from far and near.

use mali_bases::app::App;
use mali_bases::state::msg::Msg;
use mali_bases::words::geom::{Point, Rect, pt};
use mali_bases::words::lang::Lang;

use crate::support::days::telling_days;
use crate::support::{WIDTHS, column, faultless, real};

/// Looks at every telling day of every width and language.
pub(crate) fn hold(rule: impl Fn(&App) -> Vec<String>) {
    let mut all = Vec::new();
    for (width, lang, mut app) in apps() {
        for day in telling_days(real()) {
            app.send(Msg::SetDay(day));
            app.refresh();
            let faults = rule(&app).into_iter();
            all.extend(faults.map(|fault| format!("{width} px, {lang:?}, {day}: {fault}")));
        }
    }
    faultless(&all);
}

/// The graphic at every width in every language.
pub(crate) fn apps() -> impl Iterator<Item = (f64, Lang, App)> {
    let langs = |width| Lang::ALL.map(|lang| (width, lang, column(width, lang, false)));
    WIDTHS.into_iter().flat_map(langs)
}

/// The middle of the map.
fn middle(app: &App) -> Point {
    Rect::of(app.state().env.map).center()
}

/// Comes nearer to a base, which then stands in the middle where the world's edge allows.
pub(crate) fn approach(app: &mut App, base: usize, factor: f64) {
    app.send(Msg::ResetView);
    let bases: Vec<Point> = app.bases().map(|(.., at, _)| at).collect();
    app.send(Msg::ZoomAt { at: bases[base], factor });
    let (at, to) = (app.bases().nth(base).expect("a base").2, middle(app));
    app.send(Msg::PanBy(pt(to.x - at.x, to.y - at.y)));
}
