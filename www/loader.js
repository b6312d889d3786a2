// Fetching: the modules and their glue, and the packed data and land, each once per page, the first ones
// all at the same time. It knows where files lie and nothing of what is in them.

const beside = (name) => new URL(name, import.meta.url);

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
const glue = (name) => import(/* @vite-ignore */ /* webpackIgnore: true */ beside(name).href);

const module = (name) =>
  once(async () => {
    const wasm = fetch(beside(`${name}_bg.wasm`));
    wasm.catch(() => {}); // Reported by the glue, which may arrive later than the failure.
    const made = await glue(`${name}.js`);
    await made.default({ module_or_path: wasm });
    return made;
  });

// What draws, and what reads and packs a dataset that a page brings.
export const engine = module("view");
export const desk = module("desk");

// What makes files.
export const exporter = () => glue("export.js");

const packed = (name) => once(async () => new Uint8Array(await (await fetched(beside(name))).arrayBuffer()));

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
export const bundled = once(async () => (await fetched(beside("dataset.json"))).json());

async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
  return response;
}

// A dataset that a page hands over, the object itself, its JSON text, or its address, checked and packed
// by a module that only such a page fetches.
export async function read(source, told, signal) {
  const wanted = [glue("intake.js"), desk(), engine(), land()];
  const [{ intake }, checker, { Runs }, ground] = await Promise.all(wanted);
  return intake(source, { desk: checker, Runs, ground, told, signal });
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
