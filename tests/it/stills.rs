//! The static picture: kept as SVG, and as PNG looked at pixel by pixel where it counts.

use mali_bases::app::App;
use mali_bases::shell::bitmap::png;
use mali_bases::shell::figure;
use mali_bases::state::env::Env;
use mali_bases::view::mark::Shape;
use mali_bases::view::sheet::Sheet;
use mali_bases::words::geom::{Point, Rect, Size};
use mali_bases::words::lang::Lang;
use mali_bases::words::metrics::ALPHABET;
use mali_bases::words::place::LonLat;
use mali_bases::words::theme::{Color, LIGHT, Palette};
use resvg::tiny_skia::Pixmap;

use crate::support::golden::check_golden;
use crate::support::{self, WIDTHS, day, metrics, real, small, svg};

/// Runs of coordinates longer than this are told by their count and a checksum.
const MOST_LETTERS: usize = 120;

struct Case {
    name: &'static str,
    size: Size,
    day: &'static str,
    lang: Lang,
    dark: bool,
    base: Option<&'static str>,
}

const fn case(name: &'static str, w: f64, h: f64, day: &'static str, lang: Lang) -> Case {
    Case { name, size: Size { w, h }, day, lang, dark: false, base: None }
}

const CASES: [Case; 6] = [
    case("sheet-before", 480.0, 900.0, "2012-06-01", Lang::En),
    case("sheet-first", 480.0, 900.0, "2022-02-17", Lang::En),
    Case { base: Some("kidal"), ..case("sheet-doubt", 480.0, 900.0, "2021-10-15", Lang::Fr) },
    Case { dark: true, ..case("sheet-dark", 480.0, 900.0, "2018-06-01", Lang::En) },
    case("card-first", 1200.0, 630.0, "2022-02-17", Lang::Fr),
    Case { dark: true, ..case("card-dark", 1200.0, 630.0, "2022-08-15", Lang::En) },
];

pub(crate) fn goldens() -> Vec<String> {
    let svgs = CASES.iter().map(|case| format!("still/{}.svg", case.name));
    svgs.chain(["still/figure.html".to_owned()]).collect()
}

fn app(lang: Lang, dark: bool) -> App {
    let (metrics, palette) = (metrics().clone(), Palette::designed(dark));
    App::new(
        real().clone(),
        Env { dpr: 1.0, lang, palette, metrics, lettered: true, ..Env::default() },
    )
}

/// Whether the map of a sheet lies within what there is a map of.
fn covered(mut app: App, size: Size) -> bool {
    svg(&mut app, size);
    let (camera, pane) = (app.state().camera, app.state().env.map);
    let corners = [Point { x: 0.0, y: 0.0 }, Point { x: pane.w, y: pane.h }];
    let world = app.atlas().basemap.world.grown(1e-6);
    corners.iter().all(|corner| world.contains(camera.plane_from_screen(*corner)))
}

#[test]
fn a_sheet_of_any_size_has_room_for_all() {
    let sides = [280.0, 400.0, 630.0, 1200.0, 3000.0];
    for (w, h) in sides.into_iter().flat_map(|w| sides.map(|h| (w, h))) {
        for lang in Lang::ALL {
            let app = app(lang, false);
            let sheet = Sheet::new(app.atlas(), app.state(), Size { w, h });
            let whole = Rect::of(sheet.size);
            let wrong = format!("{w}×{h} {}: {sheet:?}", lang.code());
            assert!(support::close(sheet.size.w * h, sheet.size.h * w), "{wrong}");
            assert!(whole.holds(&sheet.map) && whole.holds(&sheet.timeline), "{wrong}");
            assert!(!sheet.map.overlaps(&sheet.timeline), "{wrong}");
            assert!(sheet.map.height() >= 150.0 && sheet.map.width() >= 240.0, "{wrong}");
            assert!(covered(app, Size { w, h }), "{w}×{h} shows where there is no land");
        }
    }
}

/// The document with the long outlines shortened.
fn shortened(svg: &str) -> String {
    let shorten = |part: &str| {
        let (points, rest) = part.split_once('"').expect("an attribute ends");
        format!("points=\"{}\"{rest}", outline(points))
    };
    let (head, outlines) = svg.split_once("points=\"").expect("a picture has outlines");
    let outlines = outlines.split("points=\"").map(shorten);
    std::iter::once(head.to_owned()).chain(outlines).collect()
}

/// Coordinates as they stand, or the first of many with their count and checksum.
fn outline(points: &str) -> String {
    if points.len() <= MOST_LETTERS {
        return points.to_owned();
    }
    let (first, count) = (points.split_whitespace().next(), points.split_whitespace().count());
    format!("{} … {count} points, {:08x}", first.unwrap_or_default(), checksum(points))
}

/// FNV-1a, 32 bits.
fn checksum(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[test]
fn static_pictures_stay_as_they_are() {
    for case in CASES {
        let mut app = app(case.lang, case.dark);
        app.set_day(day(case.day));
        assert!(app.choose_base(case.base));
        let drawn = svg(&mut app, case.size);
        check_golden(&format!("still/{}.svg", case.name), &shortened(&drawn));
    }
}

#[test]
fn the_same_state_gives_the_same_bytes() {
    let size = Size { w: 480.0, h: 900.0 };
    let draw = || svg(&mut app(Lang::En, false), size);
    assert_eq!(draw(), draw());
}

#[test]
fn a_second_picture_from_one_app_shows_its_own_day() {
    let size = Size { w: 480.0, h: 900.0 };
    let mut used = app(Lang::En, false);
    for on in ["2022-02-17", "2022-02-18", "2022-02-19"] {
        used.set_day(day(on));
        let mut fresh = app(Lang::En, false);
        fresh.set_day(day(on));
        assert!(svg(&mut used, size) == svg(&mut fresh, size), "{on}");
    }
}

#[test]
fn what_the_dataset_says_cannot_break_out_of_its_text() {
    let mut data = small().data().clone();
    data.meta.title.en = "<script>alert(1)</script> & “more”".to_owned();
    data.bases[0].name.en = "A<b>&amp;".to_owned();
    let basemap = mali_bases::model::value::parse(support::SMALL_MAP).unwrap();
    let land = mali_bases::map::topology::Topology::read(&basemap).unwrap();
    let atlas = mali_bases::map::atlas::Atlas::new(data, &land);
    let env = Env { metrics: metrics().clone(), lettered: true, ..Env::default() };
    let drawn = svg(&mut App::new(atlas, env), Size { w: 480.0, h: 900.0 });
    assert!(!drawn.contains("<script") && !drawn.contains("<b>"));
    assert!(drawn.contains("A&lt;b&gt;&amp;amp;"), "the name stands there as written");
    assert!(png(&drawn, 1.0).is_ok());
}

#[test]
fn what_is_no_svg_makes_no_bitmap() {
    let reason = png("<svg", 1.0).unwrap_err().to_string();
    assert!(reason.starts_with("the drawing is no valid SVG: "), "{reason}");
}

/// The letters of the alphabet that a font file has no shape for.
fn shapeless(font: &[u8]) -> String {
    let face = ttf_parser::Face::parse(font, 0).expect("a font");
    ALPHABET.chars().filter(|letter| face.glyph_index(*letter).is_none()).collect()
}

#[test]
fn the_bundled_fonts_have_every_letter() {
    // The narrow no-break space is written as a wide one.
    let case = |font: &[u8]| assert_eq!(shapeless(font).trim_matches('\u{202f}'), "");
    case(include_bytes!("../../data/fonts/LibreFranklin-Regular.ttf"));
    case(include_bytes!("../../data/fonts/LibreFranklin-Bold.ttf"));
    case(include_bytes!("../../data/fonts/SourceSerif4-Bold.ttf"));
    // Italic writes the names of rivers only.
    let italic = shapeless(include_bytes!("../../data/fonts/LibreFranklin-Italic.ttf"));
    assert!(!italic.contains(char::is_alphanumeric), "{italic}");
}

#[test]
fn a_narrow_space_keeps_its_place_in_a_bitmap() {
    let drawn = svg(&mut app(Lang::Fr, false), Size { w: 480.0, h: 900.0 });
    assert!(drawn.contains("5\u{202f}000"));
    let wide = drawn.replace('\u{202f}', "\u{a0}");
    let none = drawn.replace('\u{202f}', "");
    assert!(png(&drawn, 1.0).unwrap() == png(&wide, 1.0).unwrap());
    assert!(png(&drawn, 1.0).unwrap() != png(&none, 1.0).unwrap());
}

#[test]
fn the_pieces_of_a_sheet_lie_on_it_and_apart() {
    for (w, h) in [(480.0, 900.0), (960.0, 1240.0), (1080.0, 1350.0), (1200.0, 630.0)] {
        for lang in Lang::ALL {
            let (app, size) = (app(lang, false), Size { w, h });
            let Sheet { map, timeline, .. } = Sheet::new(app.atlas(), app.state(), size);
            let page = Rect::of(size).grown(-8.0);
            assert!(
                page.holds(&map) && page.holds(&timeline) && !map.overlaps(&timeline),
                "{w}×{h}"
            );
            assert!(map.width() >= 280.0 && map.height() >= 240.0, "{w}×{h}: {map:?}");
        }
    }
}

/// A picture of 17 February 2022 at four pixels to the px, and where places stand on it.
struct Photo {
    app: App,
    sheet: Sheet,
    pixels: Pixmap,
}

const SCALE: f32 = 4.0;

impl Photo {
    fn take() -> Self {
        let size = Size { w: 480.0, h: 900.0 };
        let mut app = app(Lang::En, false);
        let drawn = svg(&mut app, size);
        let sheet = Sheet::new(app.atlas(), app.state(), size);
        let bytes = png(&drawn, SCALE).expect("a bitmap");
        let pixels = Pixmap::decode_png(&bytes).expect("a PNG");
        assert_eq!((pixels.width(), pixels.height()), (1920, 3600));
        Self { app, sheet, pixels }
    }

    fn color(&self, at: Point) -> (u8, u8, u8) {
        let (x, y) = ((at.x * f64::from(SCALE)) as u32, (at.y * f64::from(SCALE)) as u32);
        let pixel = self.pixels.pixel(x, y).expect("a pixel of the picture").demultiply();
        (pixel.red(), pixel.green(), pixel.blue())
    }

    /// Where a point of the map pane stands on the sheet.
    fn on_map(&self, at: Point) -> Point {
        at.by(self.sheet.map.x0, self.sheet.map.y0)
    }

    fn base(&self, id: &str) -> Point {
        let base = self.app.atlas().chronicle.base(id).expect(id);
        let found = self.app.bases().find(|(index, ..)| *index == base);
        self.on_map(found.expect(id).2)
    }

    fn place(&self, lon: f64, lat: f64) -> Point {
        let plane = self.app.atlas().plane(LonLat { lon, lat });
        self.on_map(self.app.state().camera.screen_from_plane(plane))
    }
}

fn alike(seen: (u8, u8, u8), color: Color) -> bool {
    let (a, b) = (seen, color.rgb);
    a.0.abs_diff(b.0) <= 2 && a.1.abs_diff(b.1) <= 2 && a.2.abs_diff(b.2) <= 2
}

#[test]
fn the_bitmap_shows_what_was_drawn() {
    let photo = Photo::take();
    let case = |what: &str, at: Point, color: Color| {
        let seen = photo.color(at);
        assert!(alike(seen, color), "{what} at {at:?}: {seen:?}, not {:?}", color.rgb);
    };
    let (gao, kidal) = (photo.base("gao"), photo.base("kidal"));
    case("Gao, open", gao, LIGHT.open);
    case("the rim of Gao", gao.by(0.0, 7.5), LIGHT.land);
    case("Kidal’s ring", kidal.by(4.24, 4.24), LIGHT.closed);
    case("the stroke through Kidal", kidal, LIGHT.closed);
    case("the inside of Kidal’s ring", kidal.by(2.3, 2.3), LIGHT.land);
    case("the north of Mali", photo.place(-2.2, 20.7), LIGHT.land);
    case("Niger beside Mali", photo.place(4.3, 17.6), LIGHT.neighbor);
    case("the margin", Point { x: 2.0, y: 2.0 }, LIGHT.ground);
}

#[test]
fn the_niger_is_seen_along_its_course() {
    let photo = Photo::take();
    let marks = photo.app.scene().map.land.iter();
    let river = marks.filter(|mark| mark.color == LIGHT.water);
    let course: Vec<Point> = river
        .filter_map(|mark| match &mark.shape {
            Shape::Line(points, width) if *width > 1.5 => Some(points.clone()),
            _ => None,
        })
        .flatten()
        .map(|at| photo.on_map(at))
        .filter(|at| photo.sheet.map.grown(-2.0).contains(*at))
        .collect();
    let seen = course.iter().filter(|at| alike(photo.color(**at), LIGHT.water)).count();
    assert!(course.len() > 100 && seen * 10 > course.len() * 8, "{seen} of {}", course.len());
}

#[test]
fn a_width_alone_has_the_height_it_needs() {
    for width in WIDTHS {
        for lang in Lang::ALL {
            let app = app(lang, false);
            let height = Sheet::height(app.atlas(), app.state(), width);
            let sheet = Sheet::new(app.atlas(), app.state(), Size { w: width, h: height });
            let shape = sheet.map.height() / sheet.map.width();
            assert!((shape - 0.75).abs() < 0.05, "{width} {lang:?}: a map of {shape}");
        }
    }
}

#[test]
fn a_figure_tells_in_words_what_its_picture_shows() {
    let told: Vec<String> = Lang::ALL
        .into_iter()
        .map(|lang| {
            let mut app = app(lang, false);
            app.set_day(day("2021-12-14"));
            figure::html(&app, Size { w: 960.0, h: 1240.0 }, ["a&b.png", "a&b@2x.png"])
        })
        .collect();
    check_golden("still/figure.html", &told.concat());
}
