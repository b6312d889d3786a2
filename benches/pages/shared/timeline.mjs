// The timeline in SVG by D3: operations, strength, lanes, event marks, years, cursor. What is to come is
// muted: the lanes by one rectangle over them, event marks by a class, of which a step touches only those
// that it passes.

import { scaleLinear } from "d3-scale";
import { create } from "d3-selection";
import { area } from "d3-shape";
import { dateOf, dayOf } from "./facts.mjs";

const LEFT = 90;
const LANES = 150;
const LANE = 26;
const STACK = 12;
const MARK = 7;

// Around the point at which the path begins.
const SHAPES = {
  attack: "m0 -4l4 7h-8z",
  bases: "m-3 -3h6v6h-6z",
  military: "m0 -4l4 4l-4 4l-4 -4z",
  politics: "m-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z",
};

export function timeline(box, facts) {
  const [width, height] = [box.clientWidth, box.clientHeight];
  const x = scaleLinear([facts.first, facts.last], [LEFT, width - 12]);
  const svg = create("svg").attr("width", width).attr("height", height);
  operations(svg, facts, x);
  strength(svg, facts, x);
  lanes(svg, facts, x);
  const marks = events(svg, facts, x, height);
  years(svg, facts, x, height);
  const veil = svg.append("rect").attr("class", "veil").attr("height", topOf(facts)).attr("width", width);
  const cursor = svg.append("line").attr("class", "cursor").attr("y2", height);
  box.append(svg.node());
  let shown = facts.last;
  return (day) => {
    const at = x(day);
    cursor.attr("x1", at).attr("x2", at);
    veil.attr("x", at);
    const [from, until] = [Math.min(shown, day), Math.max(shown, day)];
    marks.filter((event) => event.day > from && event.day <= until).classed("future", (event) => event.day > day);
    shown = day;
  };
}

function operations(svg, { operations }, x) {
  const spans = svg.selectAll(".span").data(operations, ({ name }) => name).join("g");
  const y = (_, row) => 14 * (row + 1);
  spans.append("rect").attr("class", "span").attr("x", ({ start }) => x(start)).attr("y", y);
  spans.selectAll("rect").attr("height", 2).attr("width", ({ start, end }) => x(end) - x(start));
  spans.append("text").attr("x", ({ start }) => x(start)).attr("y", y).text(({ name }) => name);
}

function strength(svg, { strength }, x) {
  const y = scaleLinear([0, 5500], [130, 60]);
  const shape = area().x(({ day }) => x(day)).y0(130).y1(({ figure }) => y(figure[1]));
  for (const scope of ["mali", "sahel"]) {
    const figures = strength.filter((figure) => figure.scope === scope);
    svg.append("path").attr("class", "strength").attr("d", shape(figures));
    const last = figures.at(-1);
    svg.append("text").attr("x", x(last.day)).attr("y", y(last.figure[1])).text(last.figure[1]);
  }
}

// A bar tapers over the days in doubt.
function lanes(svg, { bases, last }, x) {
  const lane = svg.selectAll(".lane").data(bases, ({ id }) => id).join("g").attr("class", "lane");
  lane.attr("transform", (_, row) => `translate(0 ${LANES + LANE * row})`);
  lane.append("text").attr("y", 12).text(({ name }) => name);
  lane.append("path").attr("d", ({ turns }) => {
    const [a, b, c, d] = turns.map((day) => x(Math.min(day, last)));
    return `M${a} 8L${b} 2H${c}L${d} 8L${c} 14H${b}Z`;
  });
}

// Where the lanes end and the events begin.
const topOf = ({ bases }) => LANES + LANE * bases.length;

// Stacked where they would cover each other.
function events(svg, { events, bases }, x, height) {
  const top = topOf({ bases }) + STACK;
  const room = Math.max(1, Math.floor((height - 40 - top) / STACK));
  const stacks = new Map();
  // A transform for each would be a node of its own for the browser to paint.
  const path = ({ day, category }) => {
    const column = Math.round(x(day) / MARK);
    const level = stacks.get(column) ?? 0;
    stacks.set(column, level + 1);
    return `M${x(day)} ${top + STACK * (level % room)}${SHAPES[category]}`;
  };
  const marks = svg.append("g").selectAll("path").data(events, ({ id }) => id).join("path");
  return marks.attr("class", ({ category }) => category).attr("d", path);
}

function years(svg, { first, last }, x, height) {
  const [from, until] = [first, last].map((day) => dateOf(day).getUTCFullYear());
  const ticks = Array.from({ length: until - from + 1 }, (_, index) => from + index);
  const year = svg.selectAll(".year").data(ticks).join("text").attr("class", "year").attr("y", height - 6);
  year.attr("x", (year) => x(dayOf(year, 1, 1))).text((year) => year);
}
