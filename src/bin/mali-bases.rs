//! `mali-bases still …`: a static picture without a browser. Reads arguments and data,
//! writes a file, and nothing else.

use std::ffi::OsString;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use lexopt::prelude::*;
use mali_bases::app::App;
use mali_bases::map::atlas::Atlas;
use mali_bases::model::problem::Problem;
use mali_bases::shell::{bitmap, bundled, figure, film, svg};
use mali_bases::state::env::Env;
use mali_bases::view::sheet::Sheet;
use mali_bases::words::day::Day;
use mali_bases::words::geom::Size;
use mali_bases::words::lang::Lang;
use mali_bases::words::theme::Palette;

const USAGE: &str = "\
Draws the graphic without a browser.

  mali-bases still --out FILE.svg|FILE.png|FILE.html|FILE.gif [options]

  --date YYYY-MM-DD   the day shown (the dataset's own first date); not for .gif
  --lang en|fr        the language (en)
  --size WxH, or W    CSS pixels (960x1240); a width alone takes the height it needs
  --scale N           device pixels of one CSS pixel, for .png and .gif (2)
  --theme light|dark  (light)
  --base ID           a base to mark: gao, kidal, …
  --animate Ns        for .gif: the whole axis in so many seconds (30s)
  --out FILE          where to write; the ending tells the form. .html is a <figure> with
                      the picture in words, and beside it the picture: FILE.png, FILE@2x.png
";

struct Order {
    date: Option<Day>,
    lang: Lang,
    size: (f64, Option<f64>),
    scale: Option<f32>,
    dark: bool,
    base: Option<String>,
    seconds: Option<f64>,
    out: PathBuf,
    form: Form,
}

/// What is written.
#[derive(Clone, Copy, PartialEq)]
enum Form {
    Svg,
    Png,
    Html,
    Gif,
}

impl Form {
    fn of(file: &Path) -> Option<Self> {
        Some(match file.extension()?.to_str()? {
            "svg" => Self::Svg,
            "png" => Self::Png,
            "html" => Self::Html,
            "gif" => Self::Gif,
            _ => return None,
        })
    }
}

fn main() -> ExitCode {
    let done = order().and_then(|order| match order {
        Some(order) => draw(&order),
        None => std::io::stdout().write_all(USAGE.as_bytes()).map_err(said),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("mali-bases: {reason}");
            ExitCode::FAILURE
        }
    }
}

/// What is asked for; `None` for help.
fn order() -> Result<Option<Order>, String> {
    let mut args = lexopt::Parser::from_env();
    match args.next().map_err(said)? {
        Some(Value(command)) if command == "still" => {}
        Some(Short('h') | Long("help")) | None => return Ok(None),
        Some(other) => return Err(format!("{}\n\n{USAGE}", other.unexpected())),
    }
    let mut order = Order {
        date: None,
        lang: Lang::En,
        size: (960.0, Some(1240.0)),
        scale: None,
        dark: false,
        base: None,
        seconds: None,
        out: PathBuf::new(),
        form: Form::Svg,
    };
    while let Some(arg) = args.next().map_err(said)? {
        let name = match &arg {
            Short('h') | Long("help") => return Ok(None),
            Long(name) => (*name).to_owned(),
            _ => return Err(arg.unexpected().to_string()),
        };
        take(&mut order, &name, args.value().map_err(said)?)?;
    }
    if order.out.as_os_str().is_empty() {
        return Err(format!("--out is missing\n\n{USAGE}"));
    }
    let wrong =
        || format!("--out {}: should end in .svg, .png, .html or .gif", order.out.display());
    order.form = Form::of(&order.out).ok_or_else(wrong)?;
    match idle(&order) {
        Some(name) => Err(format!("{name}: does nothing for {}", order.out.display())),
        None => Ok(Some(order)),
    }
}

/// An option that is given and says nothing about what is written.
fn idle(order: &Order) -> Option<&'static str> {
    let moves = order.form == Form::Gif;
    let given = [
        ("--date", moves && order.date.is_some()),
        ("--scale", !moves && order.form != Form::Png && order.scale.is_some()),
        ("--animate", !moves && order.seconds.is_some()),
    ];
    given.iter().find(|(_, idle)| *idle).map(|(name, _)| *name)
}

fn take(order: &mut Order, name: &str, value: OsString) -> Result<(), String> {
    if name == "out" {
        order.out = PathBuf::from(value);
        return Ok(());
    }
    let text = value.into_string().map_err(|_| format!("--{name}: is no text"))?;
    let wrong = |form: &str| format!("--{name} {text}: should be {form}");
    match name {
        "date" => order.date = Some(Day::parse(&text).ok_or_else(|| wrong("a day, YYYY-MM-DD"))?),
        "lang" => order.lang = Lang::from_tag(&text).ok_or_else(|| wrong("en or fr"))?,
        "size" => {
            order.size = size(&text).ok_or_else(|| wrong("WxH or W, from 280 to 8000 each"))?;
        }
        "scale" => {
            let scale = text.parse().ok().filter(|scale| (0.5..=4.0).contains(scale));
            order.scale = Some(scale.ok_or_else(|| wrong("a number from 0.5 to 4"))?);
        }
        "theme" => {
            order.dark = match text.as_str() {
                "dark" => true,
                "light" => false,
                _ => return Err(wrong("light or dark")),
            }
        }
        "base" => order.base = Some(text),
        "animate" => {
            let seconds = text.strip_suffix('s').unwrap_or(&text).parse().ok();
            let seconds = seconds.filter(|seconds| (5.0..=120.0).contains(seconds));
            order.seconds = Some(seconds.ok_or_else(|| wrong("seconds from 5s to 120s"))?);
        }
        _ => return Err(format!("--{name} is unknown\n\n{USAGE}")),
    }
    Ok(())
}

/// A width, and a height if one is named.
fn size(text: &str) -> Option<(f64, Option<f64>)> {
    let side =
        |text: &str| text.parse::<u16>().ok().filter(|px| (280..=8000).contains(px)).map(f64::from);
    match text.split_once('x') {
        Some((w, h)) => Some((side(w)?, Some(side(h)?))),
        None => Some((side(text)?, None)),
    }
}

fn draw(order: &Order) -> Result<(), String> {
    let mut app = App::new(atlas().map_err(|problems| listed(&problems))?, env(order));
    if let Some(day) = order.date {
        app.set_day(day);
    }
    if !app.choose_base(order.base.as_deref()) {
        let known: Vec<&str> =
            app.atlas().data().bases.iter().map(|base| base.id.as_str()).collect();
        let id = order.base.as_deref().unwrap_or_default();
        return Err(format!("--base {id}: is no base; there are {}", known.join(", ")));
    }
    let (w, h) = order.size;
    let h = h.unwrap_or_else(|| Sheet::height(app.atlas(), app.state(), w));
    let size = Size { w, h };
    let scale = order.scale.unwrap_or(2.0);
    if order.form == Form::Gif {
        let seconds = order.seconds.unwrap_or(30.0);
        return write(&order.out, film::gif(&mut app, size, scale, seconds).map_err(said)?);
    }
    let svg = svg::svg(&mut app, size, &bitmap::families()).map_err(said)?;
    match order.form {
        Form::Html => figure(&app, &svg, size, &order.out),
        Form::Png => write(&order.out, bitmap::png(&svg, scale).map_err(said)?),
        Form::Svg | Form::Gif => write(&order.out, svg.into_bytes()),
    }
}

fn figure(app: &App, svg: &str, size: Size, out: &Path) -> Result<(), String> {
    let stem = out.file_stem().and_then(|stem| stem.to_str()).unwrap_or("bases");
    let names = [format!("{stem}.png"), format!("{stem}@2x.png")];
    for (name, scale) in names.iter().zip([1.0, 2.0]) {
        write(&out.with_file_name(name), bitmap::png(svg, scale).map_err(said)?)?;
    }
    write(out, figure::html(app, size, [&names[0], &names[1]]).into_bytes())
}

fn write(out: &Path, bytes: Vec<u8>) -> Result<(), String> {
    std::fs::write(out, bytes).map_err(|error| format!("{}: {error}", out.display()))
}

fn atlas() -> Result<Atlas, Vec<Problem>> {
    Ok(Atlas::new(bundled::dataset()?, &bundled::land()?))
}

fn env(order: &Order) -> Env {
    Env {
        dpr: 1.0,
        lang: order.lang,
        palette: Palette::designed(order.dark),
        metrics: bitmap::metrics(),
        lettered: true,
        ..Env::default()
    }
}

fn said(error: impl std::fmt::Display) -> String {
    error.to_string()
}

fn listed(problems: &[Problem]) -> String {
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    lines.join("\n")
}
