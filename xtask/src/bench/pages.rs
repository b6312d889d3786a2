//! The pages that are measured, in one folder: each bundled as its makers would, and ours as built.

use std::path::Path;

use anyhow::Result;
use serde_json::Value;

use crate::dist::Site;
use crate::files;
use crate::process::{node, run};

/// Name of each page, and what it is.
pub(crate) const PAGES: [(&str, &str); 7] = [
    ("ours", "mali-bases"),
    ("floor", "floor: slider and text"),
    ("d3", "D3 + SVG"),
    ("leaflet", "Leaflet (canvas) + leaflet.timeline, timeline by D3"),
    ("maplibre", "MapLibre GL, timeline by D3"),
    ("timelinejs", "TimelineJS3: no map"),
    ("vis", "vis-timeline: no map"),
];

/// What ours fetches besides the script, and the dataset that is made larger.
const OURS: [&str; 9] = [
    "view.js",
    "view_bg.wasm",
    "first-en.bin",
    "land.bin",
    "all-en.bin",
    "intake.js",
    "desk.js",
    "desk_bg.wasm",
    "dataset.json",
];

/// What the peers' graphics do not show of the data.
const UNTOLD: [&str; 8] =
    ["fr", "text", "sources", "differs", "role", "garrison", "formal", "position"];

/// Marks the moment at which a page's script runs.
const BANNER: &str = "performance.mark(\"script\");";

/// The kinds of files that the peers' style sheets name.
const ASSETS: [&str; 7] = [".eot", ".gif", ".png", ".svg", ".ttf", ".woff", ".woff2"];

/// Writes every page and what it fetches.
pub(crate) fn build(site: &Site, folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    bundle(folder)?;
    for file in OURS {
        let part = site.at(file);
        files::write(&folder.join(files::name(&part)), files::read(&part)?)?;
    }
    files::write(&folder.join("basemap.json"), minified("data/basemap.json")?.to_string())?;
    let mut facts: Value =
        serde_json::from_slice(&files::read(&site.folder.join("dataset.json"))?)?;
    leave_out(&mut facts);
    files::write(&folder.join("facts.json"), facts.to_string())?;
    let script = String::from_utf8(files::read(&site.folder.join("mali-bases.js"))?)?;
    files::write(&folder.join("mali-bases.js"), format!("{BANNER}{script}"))?;
    PAGES
        .iter()
        .try_for_each(|(name, _)| files::write(&folder.join(format!("{name}.html")), html(name)))
}

fn minified(file: &str) -> Result<Value> {
    Ok(serde_json::from_slice(&files::read(&files::at(file))?)?)
}

fn leave_out(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(leave_out),
        Value::Object(fields) => {
            fields.retain(|key, _| !UNTOLD.contains(&key.as_str()));
            fields.values_mut().for_each(leave_out);
        }
        _ => {}
    }
}

fn bundle(folder: &Path) -> Result<()> {
    let benches = files::at("benches");
    let mut esbuild = node("node_modules/esbuild/bin/esbuild");
    esbuild.current_dir(&benches);
    for (name, _) in PAGES {
        esbuild.args(["mjs", "css"].map(|end| format!("pages/{name}.{end}")));
    }
    esbuild.arg("pages/synthetic.mjs");
    esbuild.arg("maplibre-gl-worker=maplibre-gl/dist/maplibre-gl-worker.mjs");
    esbuild.args(["--bundle", "--minify", "--format=esm", "--target=es2022", "--charset=utf8"]);
    esbuild.args(["--entry-names=[name]", "--legal-comments=none", "--log-level=warning"]);
    // TimelineJS ships its style sheet compiled, too: that one is taken.
    esbuild.arg("--loader:.less=empty").args(ASSETS.map(|end| format!("--loader:{end}=file")));
    esbuild.arg(format!("--banner:js={BANNER}"));
    run(esbuild.arg(format!("--outdir={}", folder.display())))
}

fn html(name: &str) -> String {
    let element = match name {
        "ours" => "<script type=\"module\" src=\"mali-bases.js\"></script>\n",
        _ => "",
    };
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>{name}</title>\n\
         <link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"{name}.css\">\n{element}\
         <script type=\"module\" src=\"{name}.js\"></script>\n<body></body>\n</html>\n"
    )
}
