// What is in the text version: bases, figures, operations and events as headings, lists and a table, and the day
// shown among them. It writes no word of its own. It is fetched when the picture stands and the browser is idle.

import { h, setText } from "./dom.js";
import { names } from "./voices.js";

// sections: [{ kind, title, columns, items: [{ id, signs, panel }] }]; ground: what else the map names; `act` is
// told what the reader wants, { base } or { event }.
export class Outline {
  #lead = h("p", { class: "lead" });
  #states = [];
  #rows = {};
  #markers = { figures: row(), events: h("li", { class: "now" }) };

  constructor(sections, ground, act) {
    const parts = sections.filter(({ items }) => items.length).map((section) => this.#section(section, act));
    this.nodes = [this.#lead, ...parts, h("p", {}, ground)];
  }

  // reading: { lead, marker, bases, figures, events }.
  follow(reading) {
    setText(this.#lead, reading.lead);
    reading.bases.forEach((state, at) => setText(this.#states[at], state));
    for (const [kind, marker] of Object.entries(this.#markers)) {
      const { list, items } = this.#rows[kind] ?? {};
      if (!list) continue;
      setText(marker.firstElementChild ?? marker, reading.marker);
      const next = items[reading[kind]] ?? null;
      if (!marker.isConnected || marker.nextSibling !== next) list.insertBefore(marker, next);
    }
  }

  #section({ kind, title, columns, items }, act) {
    return h("section", {}, h("h3", {}, title), kind === "figures" ? this.#table(columns, items) : this.#list(kind, items, act));
  }

  #list(kind, items, act) {
    const rows = items.map((item) => this.#entry(kind, item, act));
    const list = h(kind === "events" ? "ol" : "ul", { role: "list" }, ...rows);
    this.#rows[kind] = { list, items: rows };
    return list;
  }

  #entry(kind, { id, signs, panel }, act) {
    const wish = { bases: "base", events: "event" }[kind];
    const title = wish ? h("button", { type: "button" }, panel.title) : h("span", {}, panel.title);
    if (wish) title.addEventListener("click", () => act({ [wish]: id }));
    const state = h("span", { class: "when" }, kind === "bases" ? "" : [panel.kicker, signs].filter(Boolean).join(" · "));
    if (kind === "bases") this.#states.push(state);
    return h("li", {}, h("h4", {}, title), h("p", {}, state), ...claims(panel));
  }

  #table(columns, items) {
    const cells = ({ signs, panel }) => [
      h("th", { scope: "row" }, panel.kicker, ...(signs ? [h("span", {}, ` · ${signs}`)] : [])),
      h("td", {}, panel.title),
      h("td", {}, ...claims(panel)),
    ];
    const rows = items.map((item) => h("tr", {}, ...cells(item)));
    const list = h("tbody", {}, ...rows);
    this.#rows.figures = { list, items: rows };
    const head = h("thead", {}, h("tr", {}, ...columns.map((name) => h("th", { scope: "col" }, name))));
    return h("table", {}, head, list);
  }
}

const row = () => h("tr", { class: "now" }, h("td", { colspan: "3" }));

const claims = ({ blocks }) => blocks.filter(({ kind }) => kind === "claim").flatMap(claim);

function claim({ title, value, text, differs, sources }) {
  const named = (name, ...words) => h("p", {}, h("b", {}, name), " ", ...words);
  return [
    ...(title || value ? [named(title ?? "", value ?? "")] : []),
    ...(text ? [h("p", {}, text)] : []),
    ...(differs ? [named(differs.title, differs.text)] : []),
    ...(sources ? [named(sources.title, ...names(sources.items), ...(sources.count ? [" ", sources.count] : []))] : []),
  ];
}
