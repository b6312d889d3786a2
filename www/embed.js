// The page inside an <iframe>: takes its options from its address, tells its parent how high it is and what
// happens, and does what the parent asks in one of the forms below. It must not know how anything is drawn.
//
// Which dataset is shown is no option: who could name one would show anything under this host's name.

const OPTIONS = ["date", "base", "event", "lang", "theme"];
const EVENTS = ["mali-ready", "mali-change", "mali-select", "mali-error"];
const STATE = ["base", "event", "date"]; // An event brings its day with it, so the date comes last.

const query = new URLSearchParams(location.search);
const graphic = document.querySelector("mali-bases");

for (const name of OPTIONS) if (query.has(name)) graphic.setAttribute(name, query.get(name));
graphic.toggleAttribute("plain", query.has("plain") && query.get("plain") !== "false");
if (/^fr\b/i.test(query.get("lang"))) speakFrench();

function speakFrench() {
  document.documentElement.lang = "fr";
  document.title = "Comment les bases françaises au Mali ont ouvert, puis fermé";
  graphic.querySelector("source").srcset = "still-fr-phone.svg";
  const alt =
    "Carte du Mali et frise chronologique de 2012 à 2022 : quand les bases françaises de Tombouctou, Kidal, Tessalit, Gao, Gossi et Ménaka ont ouvert et fermé.";
  Object.assign(graphic.querySelector("img"), { src: "still-fr.svg", alt });
}

// Heights, by every protocol that newsrooms use: each parent takes the one it knows and leaves the others.
// None is a secret, so that any parent may have it.
const protocols = [
  (height) => ({ "datawrapper-height": { [query.get("id") ?? "mali-bases"]: height } }),
  (height) => ({ sentinel: "amp", type: "embed-size", height }),
  (height) => JSON.stringify({ src: location.href, context: "iframe.resize", height }),
  (height) => query.has("childId") && `pymxPYMx${query.get("childId")}xPYMxheightxPYMx${height}`,
];

const tell = (message) => parent.postMessage(message, "*");

let told = 0;

function tellHeight() {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  if (height === told) return;
  told = height;
  protocols.map((form) => form(height)).filter(Boolean).forEach(tell);
}

async function obey({ source, data }) {
  if (source !== parent) return;
  const wish = data?.["mali-bases"];
  if (isResize(data) || wish?.height === true) {
    told = 0;
    tellHeight();
  }
  if (typeof wish !== "object" || wish === null) return;
  await customElements.whenDefined("mali-bases"); // A parent may be quicker than the script.
  for (const name of STATE) {
    if (wish[name] === null || typeof wish[name] === "string") graphic[name] = wish[name];
  }
  if (typeof wish.play === "boolean") wish.play ? graphic.play() : graphic.pause();
}

// What pym's parent sends when its own width changed.
const isResize = (data) => typeof data === "string" && data.startsWith(`pymxPYMx${query.get("childId")}xPYMxwidthxPYMx`);

if (parent !== window) {
  new ResizeObserver(tellHeight).observe(document.documentElement);
  addEventListener("message", obey);
  for (const type of EVENTS) addEventListener(type, ({ detail }) => tell({ "mali-bases": { type, detail } }));
}

// Only now, so that it starts with all of this.
await import("./mali-bases.js");
