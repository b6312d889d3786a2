// The bundled data as a page of the benches needs it: days as numbers, a state for each base on each
// day, and the words. It reads as much of the dataset and of EDTF as the peers' graphics show.

const DAY_MS = 86_400_000;
const MONTHS = "January February March April May June July August September October November December";

// Days since 1970, as the graphic's own slider counts them.
export const dayOf = (year, month, day) => Date.UTC(year, month - 1, day) / DAY_MS;
export const dateOf = (day) => new Date(day * DAY_MS);

export async function fetchFacts() {
  const [dataset, basemap] = await Promise.all(["facts.json", "basemap.json"].map(fetchJson));
  return { ...factsOf(dataset), basemap };
}

async function fetchJson(name) {
  const response = await fetch(name);
  return response.json();
}

export function factsOf({ meta, bases, places, operations, strength, events }) {
  const [first] = bounds(meta.span.split("/")[0]);
  const [, last] = bounds(meta.span.split("/")[1]);
  return {
    first,
    last,
    opens: bounds(meta.opens)[0],
    bases: bases.features.map(baseOf),
    places: places.features,
    operations: operations.map(({ name, start, end }) => ({
      name: name.en,
      start: bounds(start)[0],
      end: end ? bounds(end)[1] : last,
    })),
    strength: strength.map(figureOf).sort(byDay),
    events: events.map(eventOf).sort(byDay),
  };
}

function baseOf({ id, geometry, properties }) {
  const { name, arrived, handedOver } = properties;
  const never = [Infinity, Infinity];
  const [from, left] = [bounds(arrived.date), handedOver ? bounds(handedOver.date) : never];
  return { id, name: name.en, at: geometry.coordinates, turns: [...from, ...left] };
}

// A stretch stands at its first day, another date at the first on which it has surely begun.
function eventOf({ id, date, category, title }) {
  const [start, end] = date.split("/");
  return { id, category, title: title.en, day: bounds(start)[end === undefined ? 1 : 0] };
}

function figureOf({ date, scope, figure }) {
  const [earliest, latest] = bounds(date);
  return { day: (earliest + latest) / 2, scope, figure };
}

const byDay = (a, b) => a.day - b.day;

// The earliest and the latest day that a date means.
function bounds(date) {
  const [from, until = from] = date.replace(/[[\]~?%]/g, "").split("..");
  return [edge(from, 0), edge(until, 1)];
}

function edge(date, late) {
  const [year, month, day] = date.split("-").map((part) => (/X/.test(part) ? undefined : Number(part)));
  if (month === undefined) return late ? dayOf(year, 12, 31) : dayOf(year, 1, 1);
  if (day === undefined) return late ? dayOf(year, month + 1, 1) - 1 : dayOf(year, month, 1);
  return dayOf(year, month, day);
}

export function stateOn({ turns: [mayOpen, open, mayClose, closed] }, day) {
  if (day >= closed) return "closed";
  if (day >= mayClose) return "maybe-closed";
  if (day >= open) return "open";
  return day >= mayOpen ? "maybe-open" : "not-yet";
}

// The last of the events up to a day.
export function latestEvent({ events }, day) {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (events[middle].day <= day) low = middle + 1;
    else high = middle;
  }
  return events[low - 1];
}

const months = MONTHS.split(" ");

export function dateText(day) {
  const date = dateOf(day);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

export function countText({ bases }, day) {
  const open = bases.filter((base) => stateOn(base, day) === "open").length;
  return `${open} of ${bases.length} bases open`;
}
