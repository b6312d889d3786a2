//! What the library costs in instructions, held to what was kept. The same on every machine: the code
//! of the module that ships (`benches/counts.rs`, by the compiler that `rust-toolchain.toml` names),
//! run by an interpreter that counts.

mod machine;

use anyhow::{Context as _, Result, bail};
use serde_json::{Map, Value};

use self::machine::Machine;
use crate::{files, install, made_up, packs, wasm};

/// Where counts are kept.
const KEPT: &str = "benches/counts.json";

/// How much more or less, in hundredths, is a change.
const LIMIT: f64 = 5.0;

/// Events of the dataset that is read.
const EVENTS: i32 = 1000;

/// Instructions by case.
type Counts = Map<String, Value>;

/// Counts, and compares with what was kept.
///
/// # Errors
/// When a case costs more than it may, or is not the one that was kept.
pub(crate) fn check() -> Result<()> {
    let kept = files::at(KEPT);
    let kept: Counts = serde_json::from_slice(&files::read(&kept)?).context(KEPT)?;
    let now = count()?;
    println!("\n{:>12} {:>12} {:>9}  instructions for", "kept", "now", "change");
    for (case, now) in &now {
        println!("{}  {case}", row(number(kept.get(case)), number(Some(now))));
    }
    let (faults, gains) = judge(&kept, &now);
    if !gains.is_empty() {
        println!("{}; keep it: cargo xtask counts --keep", gains.join("; "));
    }
    if !faults.is_empty() {
        bail!(
            "{}; make it cheaper, or, if it is worth that, run `cargo xtask counts --keep` and say \
             in benches/NOTES.md what for",
            faults.join("; ")
        );
    }
    Ok(())
}

/// Counts, and keeps that.
///
/// # Errors
/// When it cannot be counted or written.
pub(crate) fn keep() -> Result<()> {
    let text = serde_json::to_string_pretty(&count()?)?;
    files::write(&files::at(KEPT), format!("{text}\n"))?;
    println!("{KEPT}");
    Ok(())
}

fn count() -> Result<Counts> {
    let folder = files::target().join("xtask/counts");
    packs::write(&folder)?;
    let packed = |name: &str| files::read(&folder.join(name));
    let opened = vec![packed("all-en.bin")?, packed("land.bin")?];
    let text = vec![made_up::dataset(EVENTS).into_bytes()];
    let cases = [
        ("opening", "open", opened),
        ("the first picture", "picture", vec![]),
        ("a scrub step", "scrub", vec![]),
        ("a pick", "picks", vec![]),
        ("the panel of an event", "panels", vec![]),
        ("a step of the zoom", "zoom", vec![]),
        ("reading 1,000 events", "read", text),
        ("the first picture of 1,000 events", "picture", vec![]),
        ("a scrub step over 1,000 events", "scrub", vec![]),
    ];
    install::std_source()?;
    let mut machine = Machine::start(&files::read(&wasm::counted()?)?)?;
    let counted = cases.into_iter().map(|(case, function, inputs)| {
        Ok((case.to_owned(), machine.count(function, &inputs)?.into()))
    });
    counted.collect()
}

fn number(count: Option<&Value>) -> Option<f64> {
    count.and_then(Value::as_f64)
}

/// The change in hundredths.
fn change(kept: f64, now: f64) -> f64 {
    (now - kept) / kept * 100.0
}

fn row(kept: Option<f64>, now: Option<f64>) -> String {
    let shown = |count: Option<f64>| count.map_or("–".to_owned(), |count| count.to_string());
    let change = kept
        .zip(now)
        .map_or("–".to_owned(), |(kept, now)| format!("{:+.1} %", change(kept, now)));
    format!("{:>12} {:>12} {change:>9}", shown(kept), shown(now))
}

/// What is wrong, and what has become cheaper.
fn judge(kept: &Counts, now: &Counts) -> (Vec<String>, Vec<String>) {
    let (mut faults, mut gains) = (Vec::new(), Vec::new());
    for case in kept.keys().chain(now.keys().filter(|case| !kept.contains_key(*case))) {
        match (number(kept.get(case)), number(now.get(case))) {
            (Some(kept), Some(now)) => match change(kept, now) {
                change if change > LIMIT => {
                    faults.push(format!("{case} costs {change:.1} % more instructions"));
                }
                change if change < -LIMIT => {
                    gains.push(format!("{case} costs {:.1} % less", -change));
                }
                _ => {}
            },
            (None, _) => faults.push(format!("{case} is not in {KEPT}")),
            (_, None) => faults.push(format!("{case} is in {KEPT} but not counted")),
        }
    }
    (faults, gains)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn judged(kept: &Value, now: &Value) -> (Vec<String>, Vec<String>) {
        let counts = |value: &Value| value.as_object().cloned().unwrap_or_default();
        judge(&counts(kept), &counts(now))
    }

    #[test]
    fn only_what_costs_more_than_the_limit_fails() {
        let kept = json!({"a": 1000, "b": 1000, "c": 1000, "d": 1000});
        let now = json!({"a": 1050, "b": 1051, "c": 950, "d": 949});
        let (faults, gains) = judged(&kept, &now);
        assert_eq!(faults, ["b costs 5.1 % more instructions"]);
        assert_eq!(gains, ["d costs 5.1 % less"]);
    }

    #[test]
    fn a_case_on_one_side_alone_fails() {
        let (faults, _) = judged(&json!({"gone": 1}), &json!({"new": 1}));
        assert_eq!(
            faults,
            ["gone is in benches/counts.json but not counted", "new is not in benches/counts.json"]
        );
    }
}
