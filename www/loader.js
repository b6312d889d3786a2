// Fetching: the module, its glue, the bundled dataset and the basemap, each once per page and all at
// the same time; later what makes files. It knows where files lie and nothing of what is in them.

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
export const engine = once(async () => {
  const wasm = fetch(beside("view_bg.wasm"));
  wasm.catch(() => {}); // Reported by the glue, which may arrive later than the failure.
  const glue = await import(/* @vite-ignore */ /* webpackIgnore: true */ beside("view.js").href);
  await glue.default({ module_or_path: wasm });
  return glue.View;
});

// Fetched when a reader asks for a file, so that it costs nothing before.
export const exporter = () => import(/* @vite-ignore */ /* webpackIgnore: true */ beside("export.js").href);

export const basemap = once(() => fetchJson(beside("basemap.json")));
// The same land, finer, for who comes nearer.
export const basemapNear = once(() => fetchJson(beside("basemap-near.json")));
export const bundled = once(() => fetchJson(beside("dataset.json")));

async function fetchJson(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
  return parse(await response.text(), String(address));
}

function parse(text, name) {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${name}: ${error.message}`);
  }
}

// A dataset from what a page hands over: the object itself, its JSON text, or its address.
export async function read(source) {
  if (source instanceof URL) return fetchJson(source);
  if (typeof source !== "string") return source;
  return /^\s*[[{]/.test(source) ? parse(source, "dataset") : fetchJson(new URL(source, document.baseURI));
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
