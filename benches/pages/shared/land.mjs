// The land of the maps as GeoJSON, and what stands on it but is no base.

import { feature, mesh } from "topojson-client";

export function landOf({ basemap, places }) {
  const { countries, rivers, lakes } = basemap.objects;
  const [capital] = places.filter(({ properties }) => properties.kind === "capital");
  const named = places.filter(({ properties }) => /home|country/.test(properties.kind));
  return {
    countries: feature(basemap, countries),
    borders: mesh(basemap, countries, (a, b) => a !== b),
    rivers: feature(basemap, rivers),
    lakes: feature(basemap, lakes),
    capital: { name: capital.properties.name.en, at: capital.geometry.coordinates },
    names: named.map(({ geometry, properties }) => ({
      name: properties.name.en,
      at: geometry.coordinates[0],
    })),
  };
}

// What the first view fits: west, south, east, north.
export function homeOf({ bases }, { capital }) {
  const places = [...bases, capital].map(({ at }) => at);
  const [lons, lats] = [places.map(([lon]) => lon), places.map(([, lat]) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

export const PADDING = 60;
