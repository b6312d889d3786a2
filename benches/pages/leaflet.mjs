// Leaflet on its canvas renderer, the states of the bases as the intervals of leaflet.timeline; below
// it the timeline by D3, since neither library has lanes.

import L from "leaflet";
import "leaflet.timeline";
import { homeOf, landOf, PADDING } from "./shared/land.mjs";
import { offer } from "./shared/page.mjs";
import { timeline } from "./shared/timeline.mjs";

const STATES = ["not-yet", "maybe-open", "open", "maybe-closed", "closed"];
const ORANGE = "#b5410f";
const GRAY = "#8b8579";
const LOOKS = {
  "not-yet": { radius: 3, stroke: false, fillColor: GRAY, fillOpacity: 0.6 },
  "maybe-open": { radius: 6, color: ORANGE, dashArray: "3 3", fill: false },
  open: { radius: 7, color: "#fff", weight: 2, fillColor: ORANGE, fillOpacity: 1 },
  "maybe-closed": { radius: 6, color: ORANGE, dashArray: "3 3", fill: false },
  closed: { radius: 6, color: GRAY, weight: 2, fill: false },
};

const latLng = ([lon, lat]) => [lat, lon];

offer((boxes, facts) => {
  const options = { preferCanvas: true, zoomControl: false, attributionControl: false, zoomSnap: 0, fadeAnimation: false };
  const map = L.map(boxes.map, options);
  const land = landOf(facts);
  const [west, south, east, north] = homeOf(facts, land);
  map.fitBounds([[south, west], [north, east]], { padding: [PADDING, PADDING], animate: false });
  ground(map, land);
  const features = facts.bases.flatMap((base) => stays(base, facts));
  const bases = L.timeline({ type: "FeatureCollection", features }, { pointToLayer: mark });
  bases.addTo(map);
  const showTimeline = timeline(boxes.timeline, facts);
  return {
    show(day) {
      bases.setTime(day);
      showTimeline(day);
    },
    remove: () => map.remove(),
  };
});

function ground(map, { countries, rivers, lakes, capital, names }) {
  const water = { color: "#78a6c4", weight: 1, fillColor: "#78a6c4", interactive: false };
  const country = ({ id }) => ({ color: "#b3ac9b", weight: 1, fillColor: id === "ML" ? "#fbf8f0" : "#ece8df", fillOpacity: 1 });
  L.geoJSON(countries, { style: country, interactive: false }).addTo(map);
  L.geoJSON(rivers, { style: { ...water, fill: false }, interactive: false }).addTo(map);
  L.geoJSON(lakes, { style: water, interactive: false }).addTo(map);
  for (const { name, at } of names) label(at, name, "country-name").addTo(map);
  label(capital.at, capital.name, "capital").addTo(map);
}

function label(at, name, className) {
  const icon = L.divIcon({ className, html: name, iconSize: null });
  return L.marker(latLng(at), { icon, interactive: false, keyboard: false });
}

// A stay of a base in each of its states, as features with the start and end that the plugin looks for.
function stays({ name, at, turns }, { first, last }) {
  const edges = [first, ...turns.map((day) => Math.min(day, last + 1)), last + 1];
  const stay = (state, index) => ({
    type: "Feature",
    geometry: { type: "Point", coordinates: at },
    properties: { name, state, start: edges[index], end: edges[index + 1], endExclusive: true },
  });
  return STATES.map(stay).filter(({ properties: { start, end } }) => end > start);
}

function mark({ properties: { name, state } }, at) {
  const disc = L.circleMarker(at, { ...LOOKS[state], interactive: false });
  const tooltip = L.tooltip({ permanent: true, direction: "right", className: `base ${state}`, offset: [8, 0] });
  return disc.bindTooltip(tooltip.setContent(name));
}
