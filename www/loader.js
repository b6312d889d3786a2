// Fetching: the modules and their glue, and the packed data and land, each once per page, the first ones
// all at the same time. It knows where files lie and nothing of what is in them.

import hashes from "./parts.json" with { type: "json" };

// Who waits longer for a file will not read on.
const PATIENCE_MS = 60_000;

// The folder that all of it is in.
export const home = new URL(".", import.meta.url).href;

// Where a file lies: beside this script. What a release tells the hash of has the beginning of it in its
// name, so that a host may let it be kept for good.
function beside(name) {
  const mark = hashes[name]?.slice(0, 10).replaceAll("+", "-").replaceAll("/", "_");
  return new URL(mark ? name.replace(".", `-${mark}.`) : name, import.meta.url);
}

// A page that names the hash of this script wants those of the others held, too.
const strict = [...document.scripts].some(({ src, integrity }) => integrity && src === import.meta.url);
const integrityOf = (name) => (strict && hashes[name] ? `sha256-${hashes[name]}` : "");

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

// The address is made at run time on purpose: bundlers leave the glue where it is.
const glue = (name) => inTime(name, import(/* @vite-ignore */ /* webpackIgnore: true */ beside(name).href));

const module = (name) =>
  once(async () => {
    const file = `${name}_bg.wasm`;
    const wasm = fetched(file);
    wasm.catch(() => {}); // Told below; the glue may come later than the failure.
    const made = await glue(`${name}.js`);
    const response = await wasm;
    await made.default({ module_or_path: response }).catch((error) => fail(file, error));
    return made;
  });

// What draws, and what reads and packs a dataset that a page brings.
export const engine = module("view");
export const desk = module("desk");
const press = module("press");

// What makes files, and what makes pictures.
export const exporter = () => glue("export.js");
export const stills = () => glue("still.js");

// What is in the disclosures at the foot.
export const sharing = () => glue("sharing.js");
export const downloads = () => glue("downloads.js");

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

async function fetched(name) {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const options = { signal, integrity: integrityOf(name) };
  const response = await fetch(beside(name), options).catch((error) => fail(name, error));
  if (!response.ok) fail(name, `HTTP ${response.status}`);
  return response;
}

// What cannot be called off can be given up.
function inTime(name, coming) {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const late = new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(new Error(`${beside(name)}: ${signal.reason.message}`)));
  });
  return Promise.race([coming, late]);
}

// Whatever went wrong, with the name of the file.
function fail(name, cause) {
  throw new Error(`${beside(name)}: ${cause.message ?? cause}`, { cause });
}

// A dataset that a page hands over, the object itself, its JSON text, or its address, checked and packed
// by a module that only such a page fetches; for the module that shows it.
export async function read(source, told, signal, shows = engine) {
  const wanted = [glue("intake.js"), desk(), shows(), land()];
  const [{ intake }, checker, { Runs }, ground] = await Promise.all(wanted);
  return intake(source, { desk: checker, Runs, ground, told, signal });
}

// A press with what is shown in it: the document of the page's own dataset, or without one the bundled data.
export async function pressed(own, lang) {
  const { signal } = new AbortController();
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
