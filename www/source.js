// Where the files lie that the element asks for: beside its script, on whichever host. Every failure names
// its file.

import { addresses, hashes, scripts } from "./parts.js";

// Who waits longer for a file will not read on.
const PATIENCE_MS = 60_000;

// The folder that all of it is in, as a host has it; none where a bundler took this script in.
const { url } = import.meta;
export const home = /\/mali-bases\.js(\?|$)/.test(url) ? url.replace(/[^/]*$/, "") : undefined;

// A page that names the hash of this script wants those of the others held, too.
const strict = [...document.scripts].some(({ src, integrity }) => integrity && src === url);
const integrityOf = (name) => (strict && hashes[name] ? `sha256-${hashes[name]}` : "");

// A script.
export const code = (name) => inTime(scripts[name]()).catch((error) => fail(name, error));

// Anything else, as a response.
export async function fetched(name) {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const options = { signal, integrity: integrityOf(name) };
  const response = await fetch(addresses[name](), options).catch((error) => fail(name, error));
  if (!response.ok) fail(name, `HTTP ${response.status}`);
  return response;
}

// What cannot be called off can be given up.
function inTime(coming) {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const late = new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
  });
  return Promise.race([coming, late]);
}

// Whatever went wrong, with the name of the file.
export function fail(name, cause) {
  throw new Error(`${addresses[name]?.() ?? name}: ${cause.message ?? cause}`, { cause });
}
