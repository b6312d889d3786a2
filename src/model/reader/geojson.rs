//! Reads the part of GeoJSON (RFC 7946) that a dataset has: collections of features, and
//! positions as points and lines.

use super::ENTRIES;
use crate::model::node::Node;
use crate::words::place::LonLat;

const POSITIONS: &str = "a list of positions [ [longitude, latitude], … ]";

/// The features of a GeoJSON collection.
pub(super) fn features<T>(
    node: &Node<'_>,
    read: impl FnMut(&Node<'_>) -> Option<T>,
) -> Option<Vec<T>> {
    let node = node.object(&["type", "features"])?;
    node.key("type").choice(&[("FeatureCollection", ())]);
    node.key("features").entries(ENTRIES, read)
}

/// The positions of a GeoJSON geometry; `several` reads from its type whether there is a list
/// of them.
pub(super) fn points(
    node: &Node<'_>,
    several: impl FnOnce(&Node<'_>) -> Option<bool>,
) -> Option<Vec<LonLat>> {
    let node = node.object(&["type", "coordinates"])?;
    let coordinates = node.key("coordinates");
    if !several(&node.key("type"))? {
        return Some(vec![position(&coordinates)?]);
    }
    let points = coordinates.list(POSITIONS, position)?;
    if points.is_empty() {
        return coordinates.refuse("has no position", &format!("write {POSITIONS}"));
    }
    Some(points)
}

pub(super) fn position(node: &Node<'_>) -> Option<LonLat> {
    let (lon, lat) = node.pair("[longitude, latitude]")?;
    if lon.abs() <= 180.0 && lat.abs() <= 90.0 {
        Some(LonLat { lon, lat })
    } else {
        node.refuse(
            "is not on the earth",
            "write [longitude, latitude], from −180 to 180 and from −90 to 90",
        )
    }
}
