//! What stands on the map, as GeoJSON: bases and the other names.

use schemars::JsonSchema;

use super::claim::{Arrival, Claim, Handover};
use super::words::{Id, Localized, Position};

/// The bases, as a GeoJSON feature collection. Their lanes stand in this order.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Bases {
    r#type: CollectionType,
    /// The bases in the order of their lanes.
    features: Vec<Base>,
}

/// A French base.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Base {
    r#type: FeatureType,
    /// Unique in its list. It appears in addresses, so do not change one lightly.
    id: Id,
    geometry: Point,
    properties: BaseProperties,
}

/// What is known of a base.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct BaseProperties {
    /// Its name on the map.
    name: Localized,
    /// Its official name.
    formal: Option<Claim>,
    /// What the base was.
    role: Claim,
    /// How many soldiers it held, and when.
    garrison: Option<Claim>,
    /// What the point on the map marks: the airport, the town.
    position: Claim,
    arrived: Arrival,
    /// The end; without it the base is still open.
    #[schemars(rename = "handedOver")]
    handed_over: Option<Handover>,
}

/// Names on the map, as a GeoJSON feature collection.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Places {
    r#type: CollectionType,
    /// The names in any order.
    features: Vec<Place>,
}

/// A name on the map.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Place {
    r#type: FeatureType,
    /// Unique in its list: for a country its ISO 3166-1 alpha-2 code, for a river its id in the
    /// basemap.
    id: Id,
    geometry: Geometry,
    properties: PlaceProperties,
}

/// What is written, and how.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct PlaceProperties {
    /// What is written.
    name: Localized,
    kind: PlaceKind,
}

/// What a name is drawn as.
#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
enum PlaceKind {
    /// The country of the story: set off from its neighbors, named larger.
    Home,
    /// A neighbor: named in small capitals at the first of its points that is free.
    Country,
    /// A capital: a small square.
    Capital,
    /// A river: named along its points.
    River,
}

/// One point.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Point {
    r#type: PointType,
    coordinates: Position,
}

/// One point, several, or a line.
#[derive(JsonSchema)]
#[schemars(tag = "type", deny_unknown_fields)]
enum Geometry {
    /// Where it stands.
    Point { coordinates: Position },
    /// Where the name may stand; the first that is free is taken.
    MultiPoint { coordinates: Positions },
    /// A river's course.
    LineString { coordinates: Positions },
}

/// At least one place, each `[longitude, latitude]`.
#[derive(JsonSchema)]
struct Positions(#[schemars(length(min = 1))] Vec<Position>);

/// What GeoJSON calls this object.
#[derive(JsonSchema)]
#[schemars(inline)]
enum CollectionType {
    FeatureCollection,
}

/// What GeoJSON calls this object.
#[derive(JsonSchema)]
#[schemars(inline)]
enum FeatureType {
    Feature,
}

/// What GeoJSON calls this object.
#[derive(JsonSchema)]
#[schemars(inline)]
enum PointType {
    Point,
}
