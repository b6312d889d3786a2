//! The words the floors above share: days, places on a plane, colors, languages.
//! Knows nothing of bases, of Mali or of any platform.

pub mod day;
pub mod edtf;
pub mod geom;
pub mod lang;
pub mod metrics;
pub mod paint;
pub mod place;
pub mod text;
pub mod theme;
