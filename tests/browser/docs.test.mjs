// What the documents tell a developer to write: each example is run as it stands there.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { inChromium } from "./support/browser.mjs";
import { POLICY } from "./support/server.mjs";

const FOLDER = "/graphics/mali-bases/";

// The examples of a document by their language; addresses are those of the folder that a test serves.
async function examples(name, lang) {
  const text = await readFile(join(process.env.MALI_BASES_ROOT, name), "utf8");
  const blocks = [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)];
  return blocks.filter(([, language]) => language === lang).map(([, , code]) => code.replaceAll(FOLDER, "").replace('"/count"', '"count"').replaceAll("console.log(", "void ("));
}

const DOCUMENTS = ["README.md", "docs/embedding.md", "www/README.md"];
const listed = await Promise.all(DOCUMENTS.map(async (name) => (await examples(name, "html")).map((code) => [name, code])));
const scripts = await Promise.all(DOCUMENTS.map(async (name) => (await examples(name, "js")).map((code) => [name, code])));

test("the picture of the README is the one that is built", async () => {
  const root = process.env.MALI_BASES_ROOT;
  const [kept, built] = await Promise.all(["docs/bases.svg", "dist/still-en.svg"].map((name) => readFile(join(root, name), "utf8")));
  assert.equal(kept, built, "cp dist/still-en.svg docs/bases.svg");
});

inChromium("documents", (open) => {
  const markup = listed.flat();
  const elements = markup.filter(([, code]) => code.includes("<mali-bases"));
  elements.forEach(([name, code], at) =>
    test(`${name}, markup ${at + 1}`, async () => {
      const page = await open({ body: code, script: code.includes("<script") ? "" : undefined });
      assert.equal((await page.reading()).bases.length, 6);
    }),
  );

  const frames = markup.filter(([, code]) => code.includes("<iframe"));
  test("there are such examples", () => assert.ok(elements.length > 8 && frames.length === 1));

  frames.forEach(([name, code]) =>
    test(`${name}, a frame`, async () => {
      const page = await open({ body: code, policy: `${POLICY}; frame-src 'self'`, waits: false });
      await page.until(() => document.querySelector("iframe").height > 1200);
    }),
  );

  scripts.flat().forEach(([name, code], at) =>
    test(`${name}, script ${at + 1}`, async () => {
      // A warning is what such an example does with an error.
      const files = { count: "" };
      const page = await open({ files, module: `try { ${code} window.done = true; } catch (error) { window.done = error.message; }` });
      assert.equal(await page.until(() => window.done), true);
      await page.set("base", "gao");
      await page.settle();
    }),
  );
});
