//! A place on the earth. Degrees only; the plane and the screen are other types.

use serde::{Deserialize, Serialize};

/// A position in degrees, WGS 84.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(into = "(i32, i32)", from = "(i32, i32)")]
pub struct LonLat {
    /// East positive, −180…180.
    pub lon: f64,
    /// North positive, −90…90.
    pub lat: f64,
}

/// Of a degree: a tenth of a meter, and what places are packed in.
const STEPS: f64 = 1e6;

impl From<LonLat> for (i32, i32) {
    fn from(at: LonLat) -> Self {
        let steps = |degrees: f64| libm::round(degrees * STEPS) as i32;
        (steps(at.lon), steps(at.lat))
    }
}

impl From<(i32, i32)> for LonLat {
    fn from((lon, lat): (i32, i32)) -> Self {
        Self { lon: f64::from(lon) / STEPS, lat: f64::from(lat) / STEPS }
    }
}
