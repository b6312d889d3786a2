// The colors the picture is meant to have, from where they are set: which of them stands where is for
// the tests to say.

import { readFile } from "node:fs/promises";

const source = await readFile(new URL("../../../src/words/theme.rs", import.meta.url), "utf8");

function palette(name) {
  const [, body] = new RegExp(`const ${name}: Palette = Palette \\{([^}]*)\\}`).exec(source);
  const entries = [...body.matchAll(/(\w+): hex\(0x(\w+)\)/g)];
  const color = (digits) => css(parseInt(digits.replace("_", ""), 16));
  return Object.fromEntries(entries.map(([, name, digits]) => [name, color(digits)]));
}

// As the probe names a color.
export function css(rgb) {
  return `rgb(${rgb >> 16} ${(rgb >> 8) & 255} ${rgb & 255})`;
}

export const LIGHT = palette("LIGHT");
export const DARK = palette("DARK");
