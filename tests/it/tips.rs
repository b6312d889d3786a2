//! What is pointed at in the timeline tells its day and its title at once, on a card that covers
//! other things but never what it names; and each figure can be pointed at.

use mali_bases::app::App;
use mali_bases::out::gesture::{Kind, Place, Pointer};
use mali_bases::state::Target;
use mali_bases::state::msg::Msg;
use mali_bases::view::mark::{Label, Mark, Shape};
use mali_bases::words::geom::{Point, Rect, pt};
use mali_bases::words::lang::Lang;

use crate::support::boxes::{room, tip};
use crate::support::letters::extent;
use crate::support::sight::contrast;
use crate::support::{
    LOOKS, SMALL, SMALL_MAP, WIDTHS, app, atlas, column, day, events, faultless, real,
};

/// How near a mouse has to come.
const SLOP_PX: f64 = 4.0;

/// At how many pixels a figure has to be found.
const LEAST: usize = 16;

/// A column of every width in every language and theme.
fn columns() -> impl Iterator<Item = (String, App)> {
    WIDTHS.into_iter().flat_map(|width| {
        LOOKS.map(|(lang, dark)| {
            (format!("{width} px, {lang:?}, dark {dark}"), column(width, lang, dark))
        })
    })
}

/// All that can be pointed at, but for the counts of crowds.
fn targets() -> Vec<Target> {
    let data = real().data();
    let bases = (0..data.bases.len()).map(Target::Base);
    let events = (0..data.events.len()).map(Target::Event);
    let figures = (0..data.strength.len()).map(Target::Figure);
    let operations = (0..data.operations.len()).map(Target::Operation);
    bases.chain(events).chain(figures).chain(operations).collect()
}

fn point(app: &mut App, target: Target) {
    app.send(Msg::Hover(Some(target)));
    app.refresh();
}

fn lines(app: &App) -> Vec<(&Label, &Mark)> {
    let overlay = &app.scene().timeline.overlay;
    let (place, _) = tip(overlay).expect("a tip");
    let lines = overlay[place + 1..].iter().map(|mark| match &mark.shape {
        Shape::Text(label) => (label, mark),
        other => panic!("{other:?} on a tip"),
    });
    lines.collect()
}

fn told(app: &App) -> Vec<String> {
    lines(app).into_iter().map(|(label, _)| label.text.clone()).collect()
}

/// Where a target is drawn: its marks, the rings and dots about them, and its name.
fn named(app: &App, target: Target) -> Rect {
    let (timeline, lang) = (&app.scene().timeline, app.state().env.lang);
    let (place, _) = tip(&timeline.overlay).expect("a tip");
    let overlay = &timeline.overlay[..place];
    let own = |marks: &[Mark]| {
        let own = marks.iter().filter(|mark| mark.target == Some(target)).map(room);
        own.reduce(|all, one| all.union(&one))
    };
    let drawn = own(overlay).or_else(|| own(&timeline.land)).expect("a mark");
    let data = app.atlas().data();
    let name = match target {
        Target::Base(base) => data.bases[base].name.get(lang),
        Target::Operation(operation) => data.operations[operation].name.get(lang),
        _ => "",
    };
    let about = overlay.iter().filter(|mark| match &mark.shape {
        Shape::Circle(at, ..) | Shape::Disc(at, _) => drawn.grown(0.5).contains(*at),
        Shape::Text(label) => label.text == name,
        _ => false,
    });
    about.fold(drawn, |all, mark| all.union(&room(mark)))
}

/// What is wrong with the tip of what is pointed at.
fn faults(app: &App, target: Target) -> Vec<&'static str> {
    let env = &app.state().env;
    let (place, card) = tip(&app.scene().timeline.overlay).expect("a tip");
    let ground = app.scene().timeline.overlay[place].color;
    let lines = lines(app);
    let checks = [
        ("leaves the pane", Rect::of(env.timeline).holds(&card.grown(1.0))),
        ("covers what it names", !card.overlaps(&named(app, target))),
        ("has words outside", lines.iter().all(|(label, _)| card.holds(&extent(label)))),
        ("is pale", lines.iter().all(|(_, mark)| contrast(mark.color, ground) >= 4.5)),
        ("is not two lines or more", lines.len() >= 2),
    ];
    checks.into_iter().filter(|(_, holds)| !holds).map(|(fault, _)| fault).collect()
}

#[test]
fn a_tip_is_legible_in_the_pane_and_never_on_what_it_names() {
    let mut found = Vec::new();
    for (name, mut app) in columns() {
        for target in targets() {
            point(&mut app, target);
            let faults = faults(&app, target).into_iter();
            found.extend(faults.map(|fault| format!("{name}, {target:?} {fault}")));
        }
    }
    faultless(&found);
}

#[test]
fn nor_is_it_where_a_crowd_is_opened() {
    let mut found = Vec::new();
    for (name, mut app) in columns() {
        app.refresh();
        for crowd in app.layout().crowds.clone() {
            let (first, last) = crowd.days;
            let events = events().iter().enumerate();
            let within = events.filter(|(_, event)| (first..=last).contains(&event.span.day()));
            for target in within.map(|(event, _)| Target::Event(event)) {
                app.send(Msg::Hover(Some(Target::Stretch(first, last))));
                point(&mut app, target);
                let faults = faults(&app, target).into_iter();
                found.extend(faults.map(|fault| format!("{name}, {target:?} {fault}")));
            }
        }
    }
    faultless(&found);
}

#[test]
fn a_tip_tells_day_and_title_in_the_words_of_the_language() {
    let data = real().data();
    let base = |id: &str| real().chronicle.base(id).map(Target::Base);
    let event = |id: &str| real().chronicle.event(id).map(Target::Event);
    let barkhane = data.operations.iter().position(|one| one.id == "barkhane");
    let figure = data.strength.iter().position(|figure| figure.low == 4300);
    let cases = [
        (base("kidal"), Lang::En, "30 January 2013 – between 12 and 31 October 2021", "Kidal"),
        (base("kidal"), Lang::Fr, "30 janvier 2013 – entre le 12 et le 31 octobre 2021", "Kidal"),
        (base("menaka"), Lang::En, "2018 – 13 June 2022", "Ménaka"),
        (barkhane.map(Target::Operation), Lang::Fr, "1er août 2014 – 9 novembre 2022", "Barkhane"),
        (figure.map(Target::Figure), Lang::En, "17 February 2022", "4,300–4,800 across the Sahel"),
        (
            event("pau-summit"),
            Lang::Fr,
            "13 janvier 2020",
            "Sommet de Pau\u{a0}: 220 soldats de plus",
        ),
    ];
    for (target, lang, day, title) in cases {
        let mut app = column(1024.0, lang, false);
        point(&mut app, target.expect(title));
        assert_eq!(told(&app), [day, title]);
    }
}

/// A newsroom's own titles may be of any length.
#[test]
fn what_is_wider_than_the_pane_takes_more_lines() {
    let title = "a title of a good many words ".repeat(4);
    let long =
        SMALL.replacen("\"title\": { \"en\": \"", &format!("\"title\": {{ \"en\": \"{title}"), 9);
    let atlas = atlas(&long, SMALL_MAP).expect("a sound dataset");
    let mut app = app(&atlas, 300.0);
    let event = atlas.data().events.iter().position(|event| event.title.en.contains(&title));
    point(&mut app, event.map(Target::Event).expect("the event"));
    let (_, card) = tip(&app.scene().timeline.overlay).expect("a tip");
    assert!(
        told(&app).len() > 2 && lines(&app).iter().all(|(label, _)| card.holds(&extent(label)))
    );
    assert!(Rect::of(app.state().env.timeline).holds(&card.grown(1.0)));
}

#[test]
fn nothing_pointed_at_tells_nothing() {
    let mut app = column(390.0, Lang::En, false);
    app.refresh();
    assert_eq!(tip(&app.scene().timeline.overlay), None);
}

/// However close they stand.
#[test]
fn each_figure_can_be_pointed_at() {
    for (name, mut app) in columns() {
        app.refresh();
        for figure in 0..real().data().strength.len() {
            let found = reach(&app, Target::Figure(figure));
            assert!(found >= LEAST, "{name}: figure {figure} is found at {found} points");
        }
    }
}

#[test]
fn a_figure_that_is_pointed_at_takes_no_room_from_its_neighbors() {
    let mut app = column(320.0, Lang::En, false);
    app.refresh();
    let picks = |app: &App| {
        let Rect { x0, y0, x1, y1 } = app.layout().strength;
        let steps = |from: f64, to: f64| (from as i32..to as i32).map(f64::from);
        let points = steps(x0, x1).flat_map(|x| steps(y0, y1).map(move |y| pt(x, y)));
        points.map(|at| app.scene().timeline.pick(at, SLOP_PX)).collect::<Vec<_>>()
    };
    let at_rest = picks(&app);
    for figure in 0..real().data().strength.len() {
        point(&mut app, Target::Figure(figure));
        assert_eq!(picks(&app), at_rest, "figure {figure}");
    }
}

/// At how many whole pixels a mouse is on a target.
fn reach(app: &App, target: Target) -> usize {
    let timeline = &app.scene().timeline;
    let own = timeline.land.iter().filter(|mark| mark.target == Some(target)).map(room);
    let Rect { x0, y0, x1, y1 } =
        own.reduce(|all, one| all.union(&one)).expect("a mark").grown(SLOP_PX);
    let pixels = |from: f64, to: f64| (from.ceil() as i32..=to as i32).map(f64::from);
    let points = pixels(x0, x1).flat_map(|x| pixels(y0, y1).map(move |y| pt(x, y)));
    points.filter(|at: &Point| timeline.pick(*at, SLOP_PX) == Some(target)).count()
}

/// A bar may be as long as the axis, and its middle far from who points at it.
#[test]
fn the_tip_of_a_bar_stands_over_the_pointer() {
    for width in WIDTHS {
        let mut app = column(width, Lang::En, false);
        app.refresh();
        let lane = app.layout().lanes[0].center().y;
        let (left, right) = app.layout().axis;
        for share in [0.15, 0.3, 0.5, 0.7, 0.85] {
            let at = pt(left + (right - left) * share, lane);
            let moves = |kind, at| Pointer { kind, place: Place::Timeline, at, touch: false };
            app.pointer(moves(Kind::Cancel, at));
            app.pointer(moves(Kind::Move, at));
            app.refresh();
            let (_, card) = tip(&app.scene().timeline.overlay).expect("a tip");
            assert!((card.x0..=card.x1).contains(&at.x), "{width} px, {share}: {card:?}");
        }
    }
}

#[test]
fn that_of_a_base_with_the_focus_stands_over_the_day_shown() {
    let mut app = column(1440.0, Lang::En, false);
    app.send(Msg::SetDay(day("2014-02-01")));
    app.focus_base(Some("gao"));
    app.refresh();
    let x = app.layout().x(day("2014-02-01"));
    let (_, card) = tip(&app.scene().timeline.overlay).expect("a tip");
    assert!((card.x0..=card.x1).contains(&x), "{card:?}");
}
