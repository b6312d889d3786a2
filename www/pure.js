// The same without an element, in a page or in Node.js: is a dataset good, and its static picture. It must not
// touch a document.

import { addresses, scripts } from "./parts.js";

const LANGUAGES = ["en", "fr"];
const THEMES = ["light", "dark"];

// CSS px, as far as a layout goes.
const SIDES = [280, 8000];

// Everything wrong with a dataset, an object or JSON text: [{ path, message }].
export async function check(dataset) {
  try {
    await packed(dataset);
    return [];
  } catch (error) {
    if (error.problems) return error.problems;
    throw error;
  }
}

// The static picture as SVG: of a dataset, or without one of the bundled data. Its text is as wide as in Arial.
export async function svg({ dataset, date, base, event, lang = "en", theme = "light", width = 960, height } = {}) {
  for (const [name, value, known] of [["lang", lang, LANGUAGES], ["theme", theme, THEMES]]) {
    if (!known.includes(value)) throw new RangeError(`${name} “${value}” should be one of ${known.join(", ")}`);
  }
  for (const [name, value] of Object.entries({ width, height: height ?? width })) {
    const [least, most] = SIDES;
    if (!(value >= least && value <= most)) throw new RangeError(`${name} ${value} should be from ${least} to ${most}`);
  }
  const frame = dataset === undefined ? bytes(`all-${lang}.bin`) : packed(dataset);
  const [{ Press }, data, land] = await Promise.all([module("press"), frame, bytes("land.bin")]);
  const press = new Press(data, undefined, land, lang);
  try {
    press.design(theme === "dark");
    press.show(date, base, event);
    return press.svg(width, height ?? press.height(width));
  } finally {
    press.free();
  }
}

async function packed(dataset) {
  const [desk, land] = await Promise.all([module("desk"), bytes("land.bin")]);
  return desk.read(typeof dataset === "string" ? dataset : JSON.stringify(dataset), land);
}

const module = kept(async (name) => {
  const [made, wasm] = await Promise.all([scripts[`${name}.js`](), bytes(`${name}_bg.wasm`)]);
  await made.default({ module_or_path: wasm });
  return made;
});

const bytes = kept(read);

// Of each name once; a failure is not kept.
function kept(get) {
  const all = new Map();
  return (name) => {
    if (!all.has(name)) all.set(name, get(name).catch((error) => (all.delete(name), Promise.reject(error))));
    return all.get(name);
  };
}

// Node.js fetches no files.
async function read(name) {
  const address = addresses[name]();
  if (address.protocol === "file:") {
    const files = "node:fs/promises"; // Not to be looked for by what bundles for browsers.
    const { readFile } = await import(/* @vite-ignore */ /* webpackIgnore: true */ files);
    return readFile(address);
  }
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
