// A dataset as files that other tools read: tables as CSV (RFC 4180), the bases as GeoJSON (RFC 7946).
// It knows the form of a dataset, which was checked before, and no page: the build makes the same files
// by it. A page fetches it when a reader asks for a file.

import { csvFormatRow } from "d3-dsv";

// What is claimed of a base, by its column and its key; the two ends have dates.
const CLAIMS = [
  ["position", "position"],
  ["arrived", "arrived"],
  ["handed_over", "handedOver"],
  ["role", "role"],
  ["garrison", "garrison"],
  ["formal", "formal"],
];
const ENDS = ["arrived", "handed_over"];

const TABLES = {
  bases: [({ bases }) => bases.features, base],
  events: [({ events }) => events, event],
  strength: [({ strength }) => strength.map((figure, at) => ({ ...figure, id: at + 1 })), figure],
  operations: [({ operations }) => operations, operation],
  sources: [({ sources }) => sources, source],
  citations: [claims, citation],
};

// The file of this name, `events.csv` or `bases.geojson`. `bounds` answers an EDTF text by its first and
// last day, "2021-10-12/2021-10-31", with nothing for a last day that is not known. With a day, { date, bases:
// [{ id, state }] }, each base has its state on it.
export function file(name, dataset, bounds, day) {
  const [table, form] = name.split(".");
  const dated = (prefix, edtf) => {
    const [earliest, latest] = edtf ? bounds(edtf).split("/") : [];
    return { [prefix]: edtf, [`${prefix}_earliest`]: earliest, [`${prefix}_latest`]: latest };
  };
  const speakers = new Map(dataset.sources.map((source) => [source.id, speaker(source)]));
  const named = (citations) => ({
    sources: joined(citations?.map(({ source }) => source)),
    source_names: joined(citations?.map(({ source }) => speakers.get(source))),
  });
  const states = new Map(day?.bases.map(({ id, state }) => [id, state]));
  const on = (id) => (day ? { date: day.date, state: states.get(id) } : {});
  const [entries, row] = TABLES[table];
  const of = (entry) => row(entry, dated, named, on);
  return form === "geojson"
    ? { type: "application/geo+json", text: collection(entries(dataset), of) }
    : { type: "text/csv", text: csv(entries(dataset), of) };
}

// The head is that of an empty entry, so that a table without entries has one too.
function csv(entries, row) {
  const lines = [Object.keys(row({})), ...entries.map((entry) => Object.values(row(entry)))];
  return lines.map((line) => `${csvFormatRow(line.map(harmless))}\r\n`).join("");
}

// What a spreadsheet would take for a formula is led by an apostrophe (OWASP, "CSV Injection").
function harmless(cell) {
  return typeof cell === "string" ? cell.replace(/^(?=[=+\-@\t\r\n＝＋－＠])/, "'") : cell;
}

// Place and properties apart, and no property left out where it has no value: tables want all of them.
function collection(features, row) {
  const feature = (feature) => {
    const { longitude, latitude, ...properties } = row(feature);
    return { type: "Feature", id: feature.id, geometry: feature.geometry, properties };
  };
  const document = { type: "FeatureCollection", features: features.map(feature) };
  return `${JSON.stringify(document, (_, value) => value ?? null, 2)}\n`;
}

function base({ id, geometry, properties = {} }, dated, named, on) {
  const columns = CLAIMS.flatMap(([column, key]) => {
    const claim = properties[key];
    return Object.entries({
      ...(ENDS.includes(column) ? dated(column, claim?.date) : {}),
      ...both(`${column}_text`, claim?.text),
      ...both(`${column}_differs`, claim?.differs),
      ...under(column, named(claim?.sources)),
    });
  });
  return {
    id,
    ...on(id),
    ...both("name", properties.name),
    longitude: geometry?.coordinates[0],
    latitude: geometry?.coordinates[1],
    ...Object.fromEntries(columns),
    ...both("handed_over_to", properties.handedOver?.to),
  };
}

function event({ id, date, category, place, bases, title, text, differs, sources }, dated, named) {
  return {
    id,
    ...dated("date", date),
    category,
    bases: joined(bases),
    ...both("place", place),
    ...both("title", title),
    ...both("text", text),
    ...both("differs", differs),
    ...named(sources),
  };
}

function figure({ id, date, scope, figure, text, callout, differs, sources }, dated, named) {
  return {
    id,
    ...dated("date", date),
    scope,
    figure_low: figure?.[0],
    figure_high: figure?.[1],
    ...both("text", text),
    ...both("callout", callout),
    ...both("differs", differs),
    ...named(sources),
  };
}

function operation({ id, name, start, end, text, differs, sources }, dated, named) {
  return {
    id,
    ...both("name", name),
    ...dated("start", start),
    ...dated("end", end),
    ...both("text", text),
    ...both("differs", differs),
    ...named(sources),
  };
}

function source({ id, type, genre, publisher, custom, title, author, issued, language, URL, ...rest }) {
  return {
    id,
    type,
    genre,
    publisher,
    container_title: rest["container-title"],
    voice: custom?.voice,
    title,
    author: joined(author?.map(({ literal, given, family }) => literal ?? [given, family].join(" ").trim())),
    issued: issued?.["date-parts"][0].map((part, at) => String(part).padStart(at ? 2 : 4, "0")).join("-"),
    language,
    url: URL,
  };
}

function citation({ entry, entry_id, claim, cited }) {
  return {
    entry,
    entry_id,
    claim,
    source: cited?.source,
    ...both("locator", cited?.locator),
    ...both("says", cited?.says),
  };
}

// Every citation with what it stands behind: a claim of a base, or an entry as a whole.
function claims({ bases, events, strength, operations }) {
  const behind = (entry, entry_id, claim, { sources } = {}) =>
    (sources ?? []).map((cited) => ({ entry, entry_id, claim, cited }));
  const whole = (entry) => (item, at) => behind(entry, item.id ?? at + 1, "whole", item);
  return [
    ...bases.features.flatMap(({ id, properties }) =>
      CLAIMS.flatMap(([column, key]) => behind("base", id, column, properties[key])),
    ),
    ...events.flatMap(whole("event")),
    ...strength.flatMap(whole("strength")),
    ...operations.flatMap(whole("operation")),
  ];
}

// Who is heard, and through whom, in a form that needs no language.
function speaker({ publisher, custom, ...source }) {
  const voice = custom?.voice ?? publisher;
  const carrier = source["container-title"] ?? publisher;
  return voice === carrier ? voice : `${voice} via ${carrier}`;
}

function both(prefix, text) {
  return { [`${prefix}_en`]: text?.en, [`${prefix}_fr`]: text?.fr };
}

function under(prefix, columns) {
  return Object.fromEntries(Object.entries(columns).map(([name, value]) => [`${prefix}_${name}`, value]));
}

function joined(list) {
  return list?.join("; ");
}
