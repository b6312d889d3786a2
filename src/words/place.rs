//! A place on the earth. Degrees only; the plane and the screen are other types.

/// A position in degrees, WGS 84.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LonLat {
    /// East positive, −180…180.
    pub lon: f64,
    /// North positive, −90…90.
    pub lat: f64,
}
