// Fetching: the modules and their glue, and the packed data and land, each once per page, the first ones
// all at the same time. It knows which files there are and nothing of what is in them, nor where they lie.

import { code, fail, fetched } from "./source.js";

// A failure is not kept: the next element, or the next try, asks again.
function once(start) {
  let shared;
  return () => {
    shared ??= start().catch((error) => {
      shared = undefined;
      throw error;
    });
    return shared;
  };
}

const module = (name) =>
  once(async () => {
    const file = `${name}_bg.wasm`;
    const wasm = fetched(file);
    wasm.catch(() => {}); // Told below; the glue may come later than the failure.
    const made = await code(`${name}.js`);
    const response = await wasm;
    await made.default({ module_or_path: response }).catch((error) => fail(file, error));
    return made;
  });

// What draws, and what reads and packs a dataset that a page brings.
export const engine = module("view");
export const desk = module("desk");
const press = module("press");

// What makes files, and what makes pictures.
export const exporter = () => code("export.js");
export const stills = () => code("still.js");

// What is in the disclosures at the foot.
export const outline = once(() => code("outline.js")); // Every element asks: each time would be a timer of its own.
export const sharing = () => code("sharing.js");
export const downloads = () => code("downloads.js");

const packed = (name) =>
  once(async () => {
    const response = await fetched(name);
    return new Uint8Array(await response.arrayBuffer().catch((error) => fail(name, error)));
  });

// The land of the first view, and the same finer.
export const land = packed("land.bin");
export const landNear = packed("land-near.bin");

// The bundled data by language: for the first picture, and with all that is told.
const inEach = (part) => {
  const asked = new Map();
  return (lang) => {
    if (!asked.has(lang)) asked.set(lang, packed(`${part}-${lang}.bin`));
    return asked.get(lang)();
  };
};
export const opening = inEach("first");
export const whole = inEach("all");

// The bundled data as the document that it is made from.
export const bundled = once(async () => (await fetched("dataset.json")).json());

// A dataset that a page hands over, the object itself, its JSON text, or its address, checked and packed
// by a module that only such a page fetches; for the module that shows it.
export async function read(source, told, signal, shows = engine) {
  const wanted = [code("intake.js"), desk(), shows(), land()];
  const [{ intake }, checker, { Runs }, ground] = await Promise.all(wanted);
  return intake(source, { desk: checker, Runs, ground, told, signal });
}

// A press with what is shown in it: the document of the page's own dataset, or without one the bundled data.
export async function pressed(own, lang, signal) {
  const data = own ? read(own, () => {}, signal, press) : whole(lang).then((frame) => ({ frame }));
  const [{ Press }, ground, { frame, runs }] = await Promise.all([press(), land(), data]);
  return new Press(frame, runs, ground, lang);
}

// Whatever was thrown, as an Error with `problems`.
export function asError(thrown) {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown?.message ?? thrown));
  if (!Array.isArray(error.problems)) {
    error.problems = Array.isArray(thrown?.problems)
      ? thrown.problems
      : [{ path: "", message: error.message }];
  }
  return error;
}
