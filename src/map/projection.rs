//! The equirectangular projection: degrees east shrunk by the cosine of a standard
//! parallel, degrees north turned downwards. Within 8° of that parallel, as Mali is,
//! shapes are true to 4 %. (Snyder, "Map Projections: A Working Manual", p. 90.)

use crate::words::geom::{Point, pt};
use crate::words::place::LonLat;

/// Kilometers of one degree along a meridian, mean of the WGS 84 ellipsoid.
pub const KM_PER_DEGREE: f64 = 111.2;

/// An equirectangular projection with its standard parallel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Projection {
    shrink: f64,
}

impl Projection {
    /// True at a parallel, in degrees. Beyond 80° north or south it stays at 80°, so that
    /// the inverse exists.
    pub fn at(parallel_deg: f64) -> Self {
        Self { shrink: libm::cos(parallel_deg.clamp(-80.0, 80.0).to_radians()) }
    }

    /// The point on the plane, in degrees of latitude.
    pub fn plane_from_lonlat(self, at: LonLat) -> Point {
        pt(at.lon * self.shrink, -at.lat)
    }

    /// The inverse.
    pub fn lonlat_from_plane(self, p: Point) -> LonLat {
        LonLat { lon: p.x / self.shrink, lat: -p.y }
    }
}
