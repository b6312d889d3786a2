// The map in SVG by D3.

import { geoMercator, geoPath } from "d3-geo";
import { create } from "d3-selection";
import { stateOn } from "./facts.mjs";
import { homeOf, landOf, PADDING } from "./land.mjs";

export function map(box, facts) {
  const [width, height] = [box.clientWidth, box.clientHeight];
  const land = landOf(facts);
  const [west, south, east, north] = homeOf(facts, land);
  const corners = { type: "MultiPoint", coordinates: [[west, south], [east, north]] };
  const projection = geoMercator().fitExtent([[PADDING, PADDING], [width - PADDING, height - PADDING]], corners);
  projection.clipExtent([[0, 0], [width, height]]);
  const svg = create("svg").attr("width", width).attr("height", height);
  ground(svg, land, geoPath(projection));
  const at = (place) => `translate(${projection(place.at)})`;
  names(svg, land, at);
  const bases = marks(svg, facts, at);
  box.append(svg.node());
  return (day) => {
    bases.data(facts.bases, ({ id }) => id).attr("class", (base) => `base ${stateOn(base, day)}`);
  };
}

function ground(svg, { countries, borders, rivers, lakes }, path) {
  const country = svg.selectAll(".country").data(countries.features).join("path").attr("d", path);
  country.attr("class", ({ id }) => (id === "ML" ? "country home" : "country"));
  svg.append("path").attr("class", "border").attr("d", path(borders));
  svg.append("path").attr("class", "river").attr("d", path(rivers));
  svg.append("path").attr("class", "lake").attr("d", path(lakes));
}

function names(svg, { names, capital }, at) {
  const name = svg.selectAll(".country-name").data(names).join("text").attr("class", "country-name");
  name.attr("transform", at).text(({ name }) => name);
  const town = svg.append("g").datum(capital).attr("transform", at);
  town.append("rect").attr("x", -3).attr("y", -3).attr("width", 6).attr("height", 6);
  town.append("text").attr("x", 8).text(capital.name);
}

// Every state's shapes are there; the class says which of them show.
function marks(svg, { bases }, at) {
  const base = svg.selectAll(".base").data(bases, ({ id }) => id).join("g").attr("transform", at);
  base.append("circle").attr("r", 6);
  base.append("path").attr("d", "M-7 7L7 -7");
  base.append("text").attr("x", 12).attr("y", 5).text(({ name }) => name);
  return base;
}
