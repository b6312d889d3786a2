//! The results as a page of Markdown, where a peer wins included.

use std::fmt::Write as _;

use anyhow::{Context as _, Result};
use serde_json::Value;

use super::pages::PAGES;
use super::runs::{Alone, Outcome, Results, Spread};
use crate::files;

const OURS: &str = "ours";
const FLOOR: &str = "floor";

/// A column: its heading, how many decimals, and whether the floor page has a number of that kind.
struct Column {
    name: &'static str,
    decimals: usize,
    of: fn(&Results, &str) -> Spread,
    on_floor: bool,
}

const COLUMNS: [Column; 7] = [
    Column { name: "bytes, KB", decimals: 0, of: Results::bytes, on_floor: true },
    Column { name: "set-up cold, ms", decimals: 0, of: Results::cold, on_floor: true },
    Column { name: "set-up warm, ms", decimals: 0, of: Results::warm, on_floor: true },
    Column { name: "step above floor, ms", decimals: 2, of: Results::step, on_floor: false },
    Column { name: "p99 at 4× above floor, ms", decimals: 1, of: Results::slow, on_floor: true },
    Column { name: "frame to frame, ms", decimals: 1, of: Results::wall, on_floor: true },
    Column { name: "heap, KB", decimals: 0, of: Results::heap, on_floor: true },
];

const METHOD: &str = "\
- **The same on screen**: land, waters, names, six bases in five states, lanes, event marks, cursor, day,
  count and the title of the latest event, in boxes as large as ours; a native slider with its value text.
  Ours has more: what is told of each event, buttons, a scale bar. Neither TimelineJS nor vis-timeline has a map, TimelineJS no
  cursor and no lanes. Leaflet and MapLibre have no timeline: theirs is D3's.
- **Their fast path**: keyed joins for D3, of whose event marks a step touches only those that it passes;
  the canvas renderer for Leaflet; feature-state for MapLibre, whose filters would go through its workers.
- **Bytes**: everything fetched up to the first picture but the article, brotli 11. All bundled by esbuild,
  minified, tree-shaken. Every page fetches of the data what its first picture
  shows, in English; ours begins to fetch texts and sources (`all-en.bin`) as soon as that is painted, which
  is in the number, the peers tell none.
- **Set-up**: from the script's run to the first painted picture; *cold* on a new page with nothing cached,
  fetching from the same machine; *warm* again in the same page, from data that is there.
- **Step**: the slider moves 13 days, its event is told, the frame is awaited; once over the whole axis.
  `TaskDuration` of DevTools in the thread's own time: all that the main thread works, style, layout and
  paint too, and not what other programs on the machine take from it; one number, where a trace would have
  to be collected and added up. Above the floor page of the same round.
- **p99 at 4×**: the same, each step for itself, over the crowded last months, with the processor slowed
  down by DevTools. **Frame to frame**: wall time, with no limit of frames a second.
- **Growth**: synthetic events, evenly strewn, the same for everyone. D3 draws a mark for each; ours counts
  those for which there is no room.
- **Ours alone**: a phone's screen of 390 × 844 px at 2×, the processor slowed down 4 times; a press lasts
  80 ms; what the browser itself records of it (Event Timing), the longest of its events. Steps as above.
- **Heap**: JavaScript, DOM, buffers and wasm memory after a collection; neither pixels nor workers.
- Reduced motion, so that nothing pulses or flies. No GPU: drawing and WebGL run on the processor, outside
  the main thread; a machine with one is kinder to MapLibre.
- Medians; lowest and highest in brackets.
";

/// The whole page.
///
/// # Errors
/// When the packages' versions cannot be read.
pub(crate) fn text(results: &Results) -> Result<String> {
    let rounds = results.of(OURS).len();
    let mut text = format!(
        "# Side by side\n\nMade by `cargo xtask bench`: one Chromium {}, {rounds} rounds, every page in \
         turn. {}. What is measured is told below.\n\n",
        results.browser,
        machine()
    );
    write!(text, "{}\n## Beside ours\n\n{}", table(results, cell), table(results, ratio))?;
    write!(text, "\n## Where a peer wins\n\n{}", wins(results))?;
    write!(
        text,
        "\n## Growth\n\n![Main-thread time of a step by number of events](growth.svg)\n\n"
    )?;
    write!(text, "{}\n## Ours alone\n\n{}", growth(results), alone(&results.alone))?;
    write!(text, "\n## Bytes by file\n\n{}", bytes(results))?;
    write!(text, "\n## What is measured\n\n{METHOD}\n## Versions\n\n{}\n", versions()?)?;
    Ok(text)
}

/// The first table of the page.
pub(crate) fn summary(text: &str) -> &str {
    text.split("\n## ").next().unwrap_or(text)
}

fn table(results: &Results, cell: fn(&Results, &str, &Column) -> String) -> String {
    let names = COLUMNS.map(|column| column.name);
    let rows = PAGES.map(|(page, title)| {
        let cells = COLUMNS.map(|column| cell(results, page, &column));
        format!("| {title} | {} |\n", cells.join(" | "))
    });
    format!("| | {} |\n|---|{}\n{}", names.join(" | "), "---:|".repeat(names.len()), rows.concat())
}

fn cell(results: &Results, page: &str, column: &Column) -> String {
    if page == FLOOR && !column.on_floor {
        return format!("({:.2} in all)", results.floor());
    }
    let Spread { median, low, high } = (column.of)(results, page);
    let [median, low, high] =
        [median, low, high].map(|value| format!("{value:.0$}", column.decimals));
    if low == high { median } else { format!("{median} ({low}–{high})") }
}

fn ratio(results: &Results, page: &str, column: &Column) -> String {
    if page == FLOOR && !column.on_floor {
        return "–".to_owned();
    }
    let ratio = (column.of)(results, page).median / (column.of)(results, OURS).median;
    format!("{ratio:.2} ×")
}

/// Every number in which a peer's median is below ours.
fn wins(results: &Results) -> String {
    let wins = COLUMNS.iter().filter_map(|column| {
        let median = |page| (column.of)(results, page).median;
        let peers = PAGES.iter().filter(|(page, _)| ![OURS, FLOOR].contains(page));
        let better: Vec<_> = peers
            .filter(|(page, _)| median(page) < median(OURS))
            .map(|(page, title)| format!("{title} ({:.2} of ours)", median(page) / median(OURS)))
            .collect();
        let is_any = !better.is_empty();
        is_any.then(|| format!("- **{}**: {}.\n", column.name, better.join("; ")))
    });
    let wins = wins.collect::<String>();
    if wins.is_empty() { "Nowhere in this run.\n".to_owned() } else { wins }
}

fn growth(results: &Results) -> String {
    let head =
        "| events | | load, ms | step above floor, ms | heap, MB |\n|---:|---|---:|---:|---:|\n";
    let points = PAGES.iter().flat_map(|(page, title)| {
        let points = results.growth.get(*page).into_iter().flatten();
        points.map(move |point| (title, point))
    });
    let rows = points.map(|(title, point)| {
        let outcome = match &point.outcome {
            Outcome::Shown { load, step, heap } => {
                let (above, heap) = (step - results.floor(), *heap as f64 / 1_048_576.0);
                format!("{load:.0} | {above:.2} | {heap:.1}")
            }
            Outcome::Failed { fault } => format!("{fault} | – | –"),
        };
        format!("| {} | {title} | {outcome} |\n", grouped(point.events))
    });
    std::iter::once(head.to_owned()).chain(rows).collect()
}

/// How soon each control is answered, and what is held however long one scrubs.
fn alone(alone: &Alone) -> String {
    let rows = alone.answers.iter().map(|(control, took)| {
        let Spread { median, high, .. } = Spread::of(took.iter().copied());
        format!("| {control} | {} | {} |\n", answered(median), answered(high))
    });
    let readings = alone.steady.iter().map(|(steps, bytes)| {
        format!("{} KB after {} steps", grouped(bytes / 1024), grouped(*steps))
    });
    let head =
        "| from a press to the next paint, at 4× | median, ms | longest, ms |\n|---|---:|---:|\n";
    let readings = readings.collect::<Vec<_>>().join(", ");
    format!("{head}{}\nHeap: {readings}.\n", rows.collect::<String>())
}

/// The browser records in steps of 8 ms, and nothing shorter than two of them.
fn answered(ms: f64) -> String {
    if ms < 16.0 { "under 16".to_owned() } else { format!("{ms:.0}") }
}

/// `1,000,000`.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let chunks: Vec<_> = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect();
    chunks.join(",")
}

fn bytes(results: &Results) -> String {
    let pages = PAGES.iter().filter_map(|(page, title)| Some((title, results.of(page).first()?)));
    let lists = pages.map(|(title, run)| {
        let files = run.bytes.iter().map(|(file, bytes)| format!("{file} {bytes}"));
        format!("- {title}: {}\n", files.collect::<Vec<_>>().join(", "))
    });
    lists.collect()
}

/// As much of the machine as bears on the numbers, and nothing that names it.
fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(0, std::num::NonZero::get);
    let info = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = info.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let model = model.map_or("a processor that does not tell its name", |(_, name)| name);
    format!("{cores} cores of {model}, no GPU")
}

/// The peers' packages, pinned to these.
fn versions() -> Result<String> {
    let package: Value = serde_json::from_slice(&files::read(&files::at("benches/package.json"))?)?;
    let packages =
        package["dependencies"].as_object().context("benches/package.json names no packages")?;
    let named = packages
        .iter()
        .map(|(name, version)| format!("{name} {}", version.as_str().unwrap_or("?")));
    Ok(named.collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn results(step: [f64; 3]) -> Results {
        let run = |step: f64| {
            format!(
                r#"[{{"cold":1,"warm":[1],"bytes":{{"a.js":2048}},"step":{step},"wall":1,"slow":[1],"heap":1024}}]"#
            )
        };
        let [floor, ours, d3] = step.map(run);
        serde_json::from_str(&format!(
            r#"{{"browser":"1","alone":{{"answers":{{"next":[0,24]}},"steady":[[0,1024],[1000,2048]]}},"runs":{{"floor":{floor},"ours":{ours},"d3":{d3}}},
                "growth":{{"ours":[{{"events":1000000,"fault":"no answer in a minute"}}]}}}}"#
        ))
        .unwrap()
    }

    #[test]
    fn it_says_where_a_peer_wins() {
        let lost = wins(&results([1.0, 3.0, 2.0]));
        assert_eq!(lost, "- **step above floor, ms**: D3 + SVG (0.50 of ours).\n");
        assert_eq!(wins(&results([1.0, 2.0, 3.0])), "Nowhere in this run.\n");
    }

    #[test]
    fn it_says_what_did_not_load() {
        let text = text(&results([1.0, 2.0, 3.0])).unwrap();
        assert!(
            text.contains("| 1,000,000 | mali-bases | no answer in a minute | – | – |"),
            "{text}"
        );
        assert!(text.contains("| next | under 16 | 24 |"), "{text}");
        assert!(text.contains("Heap: 1 KB after 0 steps, 2 KB after 1,000 steps."), "{text}");
        assert!(
            summary(&text).ends_with("|\n") && !summary(&text).contains("Beside ours"),
            "{text}"
        );
    }
}
