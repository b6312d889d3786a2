// Where the files lie that the element asks for: beside its script, on whichever host. Every failure names
// its file.

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

// A script. The address is made at run time on purpose: bundlers leave these files where they are.
export const code = (name) => inTime(name, import(/* @vite-ignore */ /* webpackIgnore: true */ beside(name).href));

// Anything else, as a response.
export async function fetched(name) {
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
export function fail(name, cause) {
  throw new Error(`${beside(name)}: ${cause.message ?? cause}`, { cause });
}
