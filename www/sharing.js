// What is in the disclosure that shares: the graphic's link, the code that embeds it, pictures of it and its
// bases as data, all of the day and the selection that are shown when they are asked for. It must not know
// where those are kept.
//
// `means.shown()` answers { link, home, lang, theme, src, own, date, base, event, bases }; `means.still(kind)`
// promises a picture; `means.document()` the document that is shown, `means.exporter()` and `means.desk()` the
// modules that make files of it.

import { h, setText } from "./dom.js";
import { attempt, button, term } from "./fold.js";
import { save, saveTable } from "./save.js";

// The height that a frame has until it tells its own.
const FRAME_PX = 1200;

// The stills beside the script, CSS px; up to the width of a phone the other one.
const STILL = { width: 960, height: 1240 };
const PHONE_STILL = { width: 390, height: 918 };
const PHONE = "(max-width: 600px)";

const PICTURES = { png: "image/png", svg: "image/svg+xml" };
const TABLES = { csv: "CSV", geojson: "GeoJSON" };

export function make(labels, means) {
  const text = h("textarea", { readonly: true, rows: "4", hidden: true, spellcheck: "false" });
  const status = h("p", { role: "status" });
  const copying = (label, make) => button(label, () => copy(make(means.shown(), labels), label, { text, status, labels }));
  const { own, src, home } = means.shown();
  const codes = [copying(labels.embedCode, elementCode), copying(labels.frameCode, frameCode)];
  // What a script handed over no code would bring, and a frame takes no dataset.
  const fit = !home || (own && !src) ? [] : codes.slice(0, own ? 1 : 2);
  const copied = [copying(labels.link, ({ link }) => link), ...fit];
  const saving = (label, work) => button(label, () => attempt(work, { labels, status, saves: true }));
  const pictures = Object.keys(PICTURES).map((kind) => saving(kind.toUpperCase(), () => picture(kind, means)));
  const tables = Object.entries(TABLES).map(([form, label]) => saving(label, () => table(form, means)));
  const rows = [term(labels.copy, copied), term(labels.still, pictures), term(labels.daysData, tables)];
  return [h("dl", {}, ...rows), text, status];
}

// What is copied is shown, too: where the browser refuses its clipboard, and in many frames it does, it is there
// to be copied by hand.
async function copy(words, label, { text, status, labels }) {
  text.value = words;
  text.hidden = false;
  text.setAttribute("aria-label", label);
  const done = await navigator.clipboard?.writeText(words).then(() => true, () => false);
  setText(status, done ? labels.copied : labels.toCopy);
  if (!done) text.select();
}

async function picture(kind, { shown, still }) {
  const { date } = shown();
  save(new Blob([await still(kind)], { type: PICTURES[kind] }), `mali-bases-${date}.${kind}`);
}

async function table(form, means) {
  const { date, bases } = means.shown();
  await saveTable(`bases.${form}`, `mali-bases-${date}.${form}`, means, { date, bases });
}

function elementCode({ home, lang, theme, src, date, base, event }, { headline }) {
  const options = attributes({ lang, theme: theme === "auto" ? "" : theme, src: src && absolute(src), date, base, event });
  const phone = attributes({ media: PHONE, srcset: `${home}still-${lang}-phone.svg`, ...PHONE_STILL });
  const still = attributes({ src: `${home}still-${lang}.svg`, ...STILL, alt: headline });
  return [
    `<script type="module"${attributes({ src: `${home}mali-bases.js` })}></script>`,
    `<mali-bases${options}>`,
    `  <picture><source${phone}><img${still}></picture>`,
    "</mali-bases>",
  ].join("\n");
}

function frameCode({ home, lang, theme, date, base, event }, { headline }) {
  const options = { lang, theme: theme === "auto" ? "" : theme, date, base, event };
  const query = new URLSearchParams(Object.entries(options).filter(([, value]) => value));
  const src = `${home}embed.html?${query}`;
  const frame = attributes({ src, title: headline, width: "100%", height: FRAME_PX, frameborder: "0", allow: "clipboard-write", loading: "lazy" });
  return `<iframe data-mali-bases${frame}></iframe>\n<script${attributes({ src: `${home}parent.js` })} async></script>`;
}

const absolute = (address) => new URL(address, location.href).href;

// Of those that have a value.
function attributes(all) {
  const given = Object.entries(all).filter(([, value]) => value);
  return given.map(([name, value]) => ` ${name}="${escaped(String(value))}"`).join("");
}

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
