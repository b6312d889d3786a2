// What is in the disclosure that shares: the graphic's link, the code that embeds it, and pictures of it, all
// of the day and the selection that are shown when they are asked for. It must not know where those are kept.
//
// `means.shown()` answers { link, home, lang, theme, src, own, date, base, event }; `means.still(kind)` promises a
// picture.

import { h, setText } from "./dom.js";
import { button, term } from "./fold.js";
import { save } from "./save.js";

// The height that a frame has until it tells its own.
const FRAME_PX = 1200;

const PICTURES = { png: "image/png", svg: "image/svg+xml" };

export function make(labels, means) {
  const text = h("textarea", { readonly: true, rows: "4", hidden: true, spellcheck: "false" });
  const status = h("p", { role: "status" });
  const copying = (label, make) => button(label, () => copy(make(means.shown(), labels), label, { text, status, labels }));
  const { own, src, home } = means.shown();
  const codes = [copying(labels.embedCode, elementCode), copying(labels.frameCode, frameCode)];
  // What a script handed over no code would bring, and a frame takes no dataset.
  const fit = !home || (own && !src) ? [] : codes.slice(0, own ? 1 : 2);
  const copied = [copying(labels.link, ({ link }) => link), ...fit];
  const pictures = Object.keys(PICTURES).map((kind) => button(kind.toUpperCase(), () => picture(kind, means, { status, labels })));
  const rows = [term(labels.copy, copied), term(labels.still, pictures)];
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

async function picture(kind, { shown, still }, { status, labels }) {
  setText(status, "");
  try {
    const { date } = shown();
    const made = await still(kind);
    save(new Blob([made], { type: PICTURES[kind] }), `mali-bases-${date}.${kind}`);
  } catch {
    setText(status, labels.unavailable);
  }
}

function elementCode({ home, lang, theme, src, date, base, event }, { headline }) {
  const options = attributes({ lang, theme: theme === "auto" ? "" : theme, src: src && absolute(src), date, base, event });
  const still = attributes({ src: `${home}still-${lang}.svg`, alt: headline });
  return [
    `<script type="module"${attributes({ src: `${home}mali-bases.js` })}></script>`,
    `<mali-bases${options}>`,
    `  <img${still}>`,
    "</mali-bases>",
  ].join("\n");
}

function frameCode({ home, lang, theme, date, base, event }, { headline }) {
  const options = { lang, theme: theme === "auto" ? "" : theme, date, base, event };
  const query = new URLSearchParams(Object.entries(options).filter(([, value]) => value));
  const src = `${home}embed.html?${query}`;
  const frame = attributes({ src, title: headline, width: "100%", height: FRAME_PX, frameborder: "0", loading: "lazy" });
  return `<iframe data-mali-bases${frame}></iframe>\n<script${attributes({ src: `${home}parent.js` })} async></script>`;
}

const absolute = (address) => new URL(address, location.href).href;

// Of those that have a value.
function attributes(all) {
  const given = Object.entries(all).filter(([, value]) => value);
  return given.map(([name, value]) => ` ${name}="${escaped(String(value))}"`).join("");
}

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
