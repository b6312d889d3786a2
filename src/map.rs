//! From the earth to the screen: projection, camera, and the land itself.
//! Knows no bases, no days and no colors.

pub mod atlas;
pub mod basemap;
pub mod camera;
pub mod clip;
pub mod projection;
pub mod topology;
