// Where a style sheet has to repeat colors of the module they are the same.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { css, DARK, LIGHT } from "./support/theme.mjs";

const read = (sheet) => readFile(new URL(`../../www/${sheet}`, import.meta.url), "utf8");
const color = (digits) => css(parseInt(digits, 16));

test("the demo page has the colors of the module", async () => {
  const rules = [...(await read("page.css")).matchAll(/\{([^{}]*--ink:[^{}]*)\}/g)].map(([, rule]) => rule);
  assert.equal(rules.length, 2);
  for (const [at, palette] of [LIGHT, DARK].entries()) {
    const colors = [...rules[at].matchAll(/--(\w+): #([0-9a-f]{6});/g)];
    const found = Object.fromEntries(colors.map(([, name, digits]) => [name, color(digits)]));
    for (const name of ["ground", "ink", "muted", "rule"]) assert.equal(found[name], palette[name], name);
  }
});

test("a theme that is not the page's has the module's ground", async () => {
  const grounds = [...(await read("mali-bases.css")).matchAll(/var\(--mali-bases-ground, #([0-9a-f]{6})\)/g)];
  const found = new Set(grounds.map(([, digits]) => color(digits)));
  assert.deepEqual(found, new Set([DARK.ground, LIGHT.ground]));
});
