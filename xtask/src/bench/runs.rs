//! The raw numbers as the runner wrote them, and what is read off them.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result};
use serde::Deserialize;

use crate::files;

/// Everything measured.
#[derive(Deserialize)]
pub(crate) struct Results {
    /// The browser's version.
    pub browser: String,
    /// By page, a run a round.
    pub runs: BTreeMap<String, Vec<Run>>,
    /// What only ours is asked.
    pub alone: Alone,
    /// By page, from the smallest dataset to the largest that was tried.
    pub growth: BTreeMap<String, Vec<Point>>,
}

/// A page in one round. Times in ms.
#[derive(Deserialize)]
pub(crate) struct Run {
    /// From the script's run to the first picture, nothing cached.
    pub cold: f64,
    /// The same again from data that is there, several times.
    pub warm: Vec<f64>,
    /// Bytes after brotli, by file, of what is fetched to the first picture.
    pub bytes: BTreeMap<String, u64>,
    /// Main-thread time of a scrub step.
    pub step: f64,
    /// From one step's frame to the next one's.
    pub wall: f64,
    /// Main-thread time of each step on a processor slowed down.
    pub slow: Vec<f64>,
    /// Bytes held after a collection.
    pub heap: u64,
}

/// What only ours is asked.
#[derive(Default, Deserialize)]
pub(crate) struct Alone {
    /// By control, ms from each press to the next paint on a slow phone; 0 is too short to be recorded.
    pub answers: BTreeMap<String, Vec<f64>>,
    /// Bytes held after so many steps.
    pub steady: Vec<(u64, u64)>,
}

/// A size of a dataset.
#[derive(Deserialize)]
pub(crate) struct Point {
    /// How many events it has.
    pub events: u64,
    /// What was measured.
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// What came of a dataset of some size.
#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum Outcome {
    /// It was shown: ms to load it, main-thread ms of a step, bytes held.
    Shown { load: f64, step: f64, heap: u64 },
    /// It was not, and why.
    Failed { fault: String },
}

/// Reads what the runner wrote.
pub(crate) fn read(file: &Path) -> Result<Results> {
    serde_json::from_slice(&files::read(file)?)
        .with_context(|| format!("{} is not what the runner writes", files::shown(file)))
}

/// A number measured several times.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Spread {
    pub median: f64,
    pub low: f64,
    pub high: f64,
}

impl Spread {
    pub(crate) fn of(values: impl IntoIterator<Item = f64>) -> Self {
        let mut values: Vec<f64> = values.into_iter().collect();
        values.sort_by(f64::total_cmp);
        let end = |value: Option<&f64>| value.copied().unwrap_or(f64::NAN);
        Self { median: share(&values, 0.5), low: end(values.first()), high: end(values.last()) }
    }
}

/// The value below which that share of the sorted values lies; between two, the mean of both.
fn share(sorted: &[f64], share: f64) -> f64 {
    let at = share * (sorted.len().max(1) - 1) as f64;
    let value = |at: f64| sorted.get(at as usize).copied().unwrap_or(f64::NAN);
    f64::midpoint(value(at.floor()), value(at.ceil()))
}

/// What one step in a hundred takes at least.
fn slowest(times: &[f64]) -> f64 {
    let mut times = times.to_vec();
    times.sort_by(f64::total_cmp);
    share(&times, 0.99)
}

impl Results {
    pub(crate) fn of(&self, page: &str) -> &[Run] {
        self.runs.get(page).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn cold(&self, page: &str) -> Spread {
        Spread::of(self.of(page).iter().map(|run| run.cold))
    }

    pub(crate) fn warm(&self, page: &str) -> Spread {
        Spread::of(self.of(page).iter().flat_map(|run| run.warm.iter().copied()))
    }

    /// Above the floor page of the same round.
    pub(crate) fn step(&self, page: &str) -> Spread {
        Spread::of(self.beside_floor(page).map(|(run, floor)| run.step - floor.step))
    }

    pub(crate) fn wall(&self, page: &str) -> Spread {
        Spread::of(self.of(page).iter().map(|run| run.wall))
    }

    /// The 99th percentile at the slow-down, above the floor's median: what the measuring itself
    /// takes of each step is in both.
    pub(crate) fn slow(&self, page: &str) -> Spread {
        let above = |(run, floor): (&Run, &Run)| {
            slowest(&run.slow) - Spread::of(floor.slow.iter().copied()).median
        };
        Spread::of(self.beside_floor(page).map(above))
    }

    /// KB.
    pub(crate) fn heap(&self, page: &str) -> Spread {
        Spread::of(self.of(page).iter().map(|run| run.heap as f64 / 1024.0))
    }

    /// KB after brotli, of everything.
    pub(crate) fn bytes(&self, page: &str) -> Spread {
        Spread::of(self.of(page).iter().map(|run| run.bytes.values().sum::<u64>() as f64 / 1024.0))
    }

    fn beside_floor(&self, page: &str) -> impl Iterator<Item = (&Run, &Run)> {
        self.of(page).iter().zip(self.of("floor"))
    }

    /// Main-thread time of a step of the floor page, ms.
    pub(crate) fn floor(&self) -> f64 {
        Spread::of(self.of("floor").iter().map(|run| run.step)).median
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(step: f64, slow: Vec<f64>) -> Run {
        Run { cold: 1.0, warm: vec![], bytes: BTreeMap::new(), step, wall: 1.0, slow, heap: 0 }
    }

    #[test]
    fn a_spread_is_median_and_ends() {
        assert_eq!(Spread::of([4.0, 1.0, 2.0]), Spread { median: 2.0, low: 1.0, high: 4.0 });
        assert_eq!(Spread::of([4.0, 1.0]), Spread { median: 2.5, low: 1.0, high: 4.0 });
        assert!(Spread::of([]).median.is_nan());
    }

    #[test]
    fn a_step_is_counted_above_the_floor_of_its_round() {
        let slow = |most: f64| (1..=101).map(|n| most * f64::from(n)).collect();
        let ours = vec![run(3.0, slow(2.0)), run(5.0, slow(2.0))];
        let floor = vec![run(1.0, slow(1.0)), run(2.0, slow(1.0))];
        let runs = BTreeMap::from([("ours".into(), ours), ("floor".into(), floor)]);
        let (alone, growth) = (Alone::default(), BTreeMap::new());
        let results = Results { browser: String::new(), runs, alone, growth };
        assert_eq!(results.step("ours"), Spread { median: 2.5, low: 2.0, high: 3.0 });
        assert_eq!(results.slow("ours"), Spread { median: 149.0, low: 149.0, high: 149.0 });
    }

    #[test]
    fn a_size_that_failed_is_read_too() {
        let point = |text| serde_json::from_str::<Point>(text).unwrap();
        let shown = point(r#"{"events":60,"load":1.5,"step":2,"heap":3}"#);
        assert!(matches!(shown.outcome, Outcome::Shown { heap: 3, .. }));
        let failed = point(r#"{"events":60,"fault":"no answer"}"#);
        assert!(matches!(failed.outcome, Outcome::Failed { fault } if fault == "no answer"));
    }
}
