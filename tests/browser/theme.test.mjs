// The style sheets' colors and the module's are the same: text beside the picture matches the text in it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { css, DARK, LIGHT } from "./support/theme.mjs";

const SAME = { paper: "ground" }; // What the module calls otherwise.

// The custom properties of every rule that sets the ink: of the light theme, then of the dark one.
async function palettes(sheet) {
  const text = await readFile(new URL(`../../www/${sheet}`, import.meta.url), "utf8");
  const rules = [...text.matchAll(/\{([^{}]*--ink:[^{}]*)\}/g)].map(([, rule]) => rule);
  return rules.map((rule) => {
    const colors = [...rule.matchAll(/--(\w+): #([0-9a-f]{6});/g)];
    return Object.fromEntries(colors.map(([, name, digits]) => [name, css(parseInt(digits, 16))]));
  });
}

for (const [sheet, known] of [
  ["mali-bases.css", ["paper", "land", "ink", "muted", "rule"]],
  ["page.css", ["ground", "ink", "muted", "rule"]],
]) {
  test(`${sheet} has the colors of the module`, async () => {
    const found = await palettes(sheet);
    assert.equal(found.length, 2);
    for (const [at, palette] of [LIGHT, DARK].entries()) {
      for (const name of known) assert.equal(found[at][name], palette[SAME[name] ?? name], name);
    }
  });
}
