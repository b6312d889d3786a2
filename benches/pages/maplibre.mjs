// MapLibre GL, the state of a base as its feature-state, which repaints without work for the tiles;
// below it the timeline by D3.

import { Map, setWorkerUrl } from "maplibre-gl";
import { stateOn } from "./shared/facts.mjs";
import { homeOf, landOf, PADDING } from "./shared/land.mjs";
import { offer } from "./shared/page.mjs";
import { timeline } from "./shared/timeline.mjs";

const ORANGE = "#b5410f";
const GRAY = "#8b8579";
const WATER = "#78a6c4";
const FONT = ["sans-serif"];

setWorkerUrl(new URL("maplibre-gl-worker.js", location.href).href);

// A value by state: not-yet, maybe-open or maybe-closed, open, closed.
const by = (notYet, maybe, open, closed) => [
  "match",
  ["coalesce", ["feature-state", "state"], "not-yet"],
  ["maybe-open", "maybe-closed"],
  maybe,
  "open",
  open,
  "closed",
  closed,
  notYet,
];

offer(async (boxes, facts) => {
  const land = landOf(facts);
  const [west, south, east, north] = homeOf(facts, land);
  const map = new Map({
    container: boxes.map,
    style: styleOf(facts, land),
    bounds: [[west, south], [east, north]],
    fitBoundsOptions: { padding: PADDING },
    attributionControl: false,
    fadeDuration: 0,
    interactive: false,
  });
  await new Promise((resolve) => map.once("idle", resolve));
  const showTimeline = timeline(boxes.timeline, facts);
  return {
    show(day) {
      facts.bases.forEach((base, id) => map.setFeatureState({ source: "bases", id }, { state: stateOn(base, day) }));
      showTimeline(day);
    },
    remove: () => map.remove(),
  };
});

function styleOf({ bases }, { countries, rivers, lakes, capital, names }) {
  const points = (list) => ({
    type: "FeatureCollection",
    features: list.map(({ name, at }, id) => ({
      type: "Feature",
      id,
      geometry: { type: "Point", coordinates: at },
      properties: { name },
    })),
  });
  const data = { countries: named(countries), rivers, lakes, capital: points([capital]), names: points(names), bases: points(bases) };
  const sources = Object.entries(data).map(([name, data]) => [name, { type: "geojson", data }]);
  return { version: 8, sources: Object.fromEntries(sources), layers: [...ground(), ...marks()] };
}

// An id of letters is no feature id to MapLibre.
function named({ features, ...collection }) {
  return { ...collection, features: features.map((country) => ({ ...country, properties: { id: country.id } })) };
}

function ground() {
  const fill = ["match", ["get", "id"], "ML", "#fbf8f0", "#ece8df"];
  return [
    { id: "countries", type: "fill", source: "countries", paint: { "fill-color": fill } },
    { id: "borders", type: "line", source: "countries", paint: { "line-color": "#b3ac9b" } },
    { id: "rivers", type: "line", source: "rivers", paint: { "line-color": WATER } },
    { id: "lakes", type: "fill", source: "lakes", paint: { "fill-color": WATER } },
    { id: "capital", type: "circle", source: "capital", paint: { "circle-radius": 3 } },
    words("capital-name", "capital", 12, { "text-color": "#1a1a1a" }, "left"),
    words("names", "names", 12, { "text-color": "#6b665b" }, "center"),
  ];
}

function marks() {
  const paint = {
    "circle-radius": by(3, 6, 7, 6),
    "circle-color": by(GRAY, "#fff", ORANGE, "#fff"),
    "circle-stroke-width": by(0, 2, 2, 2),
    "circle-stroke-color": by(GRAY, ORANGE, "#fff", GRAY),
  };
  return [
    { id: "bases", type: "circle", source: "bases", paint },
    words("base-names", "bases", 15, { "text-color": by(GRAY, "#1a1a1a", "#1a1a1a", GRAY) }, "left"),
  ];
}

function words(id, source, size, paint, anchor) {
  const layout = {
    "text-field": ["get", "name"],
    "text-font": FONT,
    "text-size": size,
    "text-anchor": anchor,
    "text-offset": anchor === "left" ? [0.8, 0] : [0, 0],
    "text-allow-overlap": true,
  };
  return { id, type: "symbol", source, layout, paint: { ...paint, "text-halo-color": "#fbf8f0", "text-halo-width": 1.5 } };
}
