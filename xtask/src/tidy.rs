//! Rules of the house that no compiler knows, as tests over the source text.

use std::path::Path;

use crate::files;

/// The floors, bottom up: a module may use those before it.
const FLOORS: [&str; 8] = ["words", "model", "map", "state", "view", "out", "app", "shell"];

/// How the names of files begin that alone may use certain words, and those words.
const RESERVED: [(&[&str], &[&str]); 3] = [
    (
        &[
            "src/shell/desk",
            "src/shell/parcels",
            "src/shell/press",
            "src/shell/screen",
            "src/shell/web",
        ],
        &["wasm_bindgen", "web_sys", "js_sys", "serde_wasm_bindgen", "plotters_canvas"],
    ),
    (&["src/shell/svg"], &["SVGBackend", "plotters_svg"]),
    (&["src/shell/bitmap", "src/shell/film"], &["resvg"]),
];

/// The most lines of a file.
const LONGEST: usize = 500;

/// Applies a rule to every source file of the library; the rule returns what is wrong.
fn hold(rule: impl Fn(&str, &str) -> Vec<String>) {
    let sources = files::walk(&files::at("src")).unwrap();
    let faults: Vec<String> = sources
        .iter()
        .filter(|file| file.extension().is_some_and(|end| end == "rs"))
        .flat_map(|file| {
            let name = files::shown(file).replace('\\', "/");
            rule(&name, &text(file)).into_iter().map(move |fault| format!("{name}: {fault}"))
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn text(file: &Path) -> String {
    String::from_utf8(files::read(file).unwrap()).unwrap()
}

/// The source without its comments.
fn code(text: &str) -> String {
    text.lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n")
}

/// The words of a source, in order, with `::` between those that a path joins.
fn tokens(code: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            ':' if rest.starts_with("::") => 2,
            c if is_word(c) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
            c => c.len_utf8(),
        };
        let (token, tail) = rest.split_at(length);
        if !token.trim().is_empty() {
            tokens.push(token);
        }
        rest = tail;
    }
    tokens
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The modules at the top of the crate that a file uses: after `crate::`, in braces after it,
/// and after as many `super::` as lead there.
fn used<'a>(name: &str, code: &'a str) -> Vec<&'a str> {
    let depth = name.trim_start_matches("src/").split('/').count();
    let tokens = tokens(code);
    let mut used = Vec::new();
    for start in 0..tokens.len() {
        let supers = tokens[start..].chunks(2).take_while(|pair| pair == &["super", "::"]).count();
        let rest = &tokens[start + 2 * supers..];
        match rest {
            ["crate", "::", "{", tail @ ..] => used.extend(heads(tail)),
            ["crate", "::", module, ..] => used.push(*module),
            ["{", tail @ ..] if supers >= depth => used.extend(heads(tail)),
            [module, ..] if supers >= depth => used.push(*module),
            _ => {}
        }
    }
    used
}

/// The first words of the paths in a list in braces.
fn heads<'a>(list: &[&'a str]) -> Vec<&'a str> {
    let mut heads = Vec::new();
    let (mut depth, mut at_head) = (0_usize, true);
    for token in list {
        match *token {
            "{" => depth += 1,
            "}" if depth == 0 => break,
            "}" => depth -= 1,
            "," if depth == 0 => at_head = true,
            word if at_head => {
                heads.push(word);
                at_head = false;
            }
            _ => {}
        }
    }
    heads
}

fn climbs(name: &str, text: &str) -> Vec<String> {
    let floor = |module: &str| FLOORS.iter().position(|floor| *floor == module);
    let own = name.trim_start_matches("src/").split(['/', '.']).next().unwrap_or_default();
    if matches!(own, "lib" | "bin") {
        return Vec::new();
    }
    let Some(own_floor) = floor(own) else { return vec![format!("{own} is no floor")] };
    let code = code(text);
    let higher = used(name, &code).into_iter().filter(|module| floor(module) > Some(own_floor));
    higher.map(|module| format!("{own} uses {module}, which is above it")).collect()
}

fn trespasses(name: &str, text: &str) -> Vec<String> {
    let code = code(text);
    let tokens = tokens(&code);
    let closed =
        RESERVED.iter().filter(|(homes, _)| !homes.iter().any(|home| name.starts_with(home)));
    let words = closed.flat_map(|(_, words)| *words).filter(|word| tokens.contains(*word));
    words.map(|word| format!("names {word}")).collect()
}

/// Conditions on anything but a `mod` line.
fn conditions(_: &str, text: &str) -> Vec<String> {
    let code = code(text);
    let lines: Vec<_> = code.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let is_condition =
        |line: &str| ["cfg(", "cfg!(", "cfg_attr("].iter().any(|cfg| line.contains(cfg));
    let is_mod = |line: &&str| {
        ["mod ", "pub mod ", "pub(crate) mod "].iter().any(|head| line.starts_with(head))
    };
    let faults = lines.iter().enumerate().filter(|(at, line)| {
        is_condition(line)
            && !(line.starts_with("#[cfg(")
                && line.ends_with(")]")
                && lines.get(at + 1).is_some_and(is_mod))
    });
    faults.map(|(_, line)| format!("a condition that is not on a mod line: {line}")).collect()
}

#[test]
fn floors_go_one_way() {
    hold(climbs);
}

#[test]
fn platforms_are_named_in_one_place() {
    hold(trespasses);
}

#[test]
fn conditions_stand_on_mod_lines() {
    hold(conditions);
}

#[test]
fn files_say_what_they_are() {
    hold(
        |_, text| {
            if text.starts_with("//!") { vec![] } else { vec!["does not begin with //!".into()] }
        },
    );
}

#[test]
fn files_are_short() {
    hold(|_, text| {
        let lines = text.lines().count();
        if lines > LONGEST { vec![format!("{lines} lines; the most is {LONGEST}")] } else { vec![] }
    });
}

/// The rules themselves, on text that breaks them.
mod rules {
    use super::*;

    #[test]
    fn a_use_of_a_higher_floor_is_seen() {
        let samples = [
            ("src/model/base.rs", "use crate::view::scene;"),
            ("src/model.rs", "use crate::{\n words::{day, edtf},\n state::env::Env,\n};"),
            ("src/model/base.rs", "fn f() { crate::app::run() }"),
            ("src/model/base.rs", "use super::super::out::Speech;"),
            ("src/model.rs", "use super::{words, shell};"),
        ];
        for (name, text) in samples {
            assert_eq!(climbs(name, text).len(), 1, "{text}");
        }
        assert_eq!(climbs("src/util.rs", ""), ["util is no floor"]);
    }

    #[test]
    fn a_use_of_a_lower_floor_is_fine() {
        let samples = [
            (
                "src/model/base.rs",
                "use crate::words::day; use super::reader; use crate::model::problem;",
            ),
            (
                "src/view/map/bases.rs",
                "use super::super::map; use crate::{map::camera, model::base};",
            ),
            ("src/words.rs", "//! Above: crate::view.\npub mod day;"),
            ("src/bin/mali-bases.rs", "use mali_bases::shell;"),
            ("src/lib.rs", "pub mod shell;"),
        ];
        for (name, text) in samples {
            assert_eq!(climbs(name, text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_platform_outside_its_file_is_seen() {
        assert_eq!(trespasses("src/view/scene.rs", "use web_sys::Document;"), ["names web_sys"]);
        assert_eq!(trespasses("src/shell/still.rs", "use js_sys::Array;"), ["names js_sys"]);
        assert_eq!(trespasses("src/shell/web.rs", "resvg::render()"), ["names resvg"]);
        assert_eq!(trespasses("src/shell/web/view.rs", "use web_sys::Document;"), [""; 0]);
        assert_eq!(trespasses("src/view/scene.rs", "// Not web_sys."), [""; 0]);
    }

    #[test]
    fn a_stray_condition_is_seen() {
        let fine = "#[cfg(test)]\nmod tests {\n}\n#[cfg(unix)]\npub mod a;";
        assert_eq!(conditions("", fine), [""; 0]);
        for stray in ["#[cfg(unix)]\nfn f() {}", "if cfg!(test) {}", "#![cfg_attr(test, allow(x))]"]
        {
            assert_eq!(conditions("", stray).len(), 1, "{stray}");
        }
    }
}
