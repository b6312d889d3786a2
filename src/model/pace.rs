//! How playback spends its time: half of it on the days as they go by, half on what
//! happened in them, so that a crowded month is told slowly and a quiet year is short.
//! Knows no clock: time here is a share of the whole, 0 to 1.

use crate::words::day::Day;

/// Length of a stretch within which time runs evenly, days.
const STRETCH_DAYS: usize = 30;

/// The share of the playing time that has passed at the beginning of each stretch.
#[derive(Clone, Debug, PartialEq)]
pub struct Pace {
    first: Day,
    last: Day,
    /// Of each stretch in turn, and of the end of the last.
    passed: Vec<f64>,
}

impl Pace {
    /// The pace of an axis with events on these days.
    pub fn new(first: Day, last: Day, events: impl Iterator<Item = Day>) -> Self {
        let length = usize::try_from(last - first).unwrap_or(0).max(1);
        let mut weights = vec![0.0; length.div_ceil(STRETCH_DAYS)];
        let mut count = 0.0;
        for day in events {
            let place = usize::try_from(day - first).unwrap_or(0) / STRETCH_DAYS;
            if let Some(weight) = weights.get_mut(place) {
                *weight += 1.0;
                count += 1.0;
            }
        }
        // The last stretch may be shorter than the others.
        let days = |place: usize| (length - place * STRETCH_DAYS).min(STRETCH_DAYS) as f64;
        let (by_day, by_event) = if count > 0.0 {
            (0.5 / length as f64, 0.5 / count)
        } else {
            (1.0 / length as f64, 0.0)
        };
        let mut passed = vec![0.0];
        let mut sum = 0.0;
        for (place, weight) in weights.iter().enumerate() {
            sum += days(place) * by_day + weight * by_event;
            passed.push(sum);
        }
        Self { first, last, passed }
    }

    /// The share of the playing time at which a day is shown.
    pub fn share(&self, day: Day) -> f64 {
        let from = usize::try_from(day - self.first).unwrap_or(0);
        let place = (from / STRETCH_DAYS).min(self.passed.len() - 2);
        let into = (from - place * STRETCH_DAYS) as f64 / self.days(place);
        let (a, b) = (self.passed[place], self.passed[place + 1]);
        a + (b - a) * into.min(1.0)
    }

    /// The day shown after a share of the playing time.
    pub fn day(&self, share: f64) -> Day {
        let place = self.passed.partition_point(|passed| *passed <= share);
        let place = place.saturating_sub(1).min(self.passed.len() - 2);
        let (a, b) = (self.passed[place], self.passed[place + 1]);
        let into = ((share - a) / (b - a)).clamp(0.0, 1.0) * self.days(place);
        // A hair more, so that the share of a day leads back to that day.
        let days = (place * STRETCH_DAYS) as f64 + into + 1e-6;
        (self.first + days as i32).min(self.last)
    }

    fn days(&self, place: usize) -> f64 {
        let length = usize::try_from(self.last - self.first).unwrap_or(0).max(1);
        (length - place * STRETCH_DAYS).min(STRETCH_DAYS) as f64
    }
}
