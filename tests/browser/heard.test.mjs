// What a screen reader says on a walk through the whole graphic, kept as text in both languages. The reader is a
// simulated one that follows ARIA's and HTML's mappings; it walks the shadow tree as if it stood in the page.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { inChromium } from "./support/browser.mjs";

const require = createRequire(new URL("../../xtask/npm/package.json", import.meta.url));
const READER = await readFile(join(dirname(require.resolve("@guidepup/virtual-screen-reader/package.json")), "lib/esm/index.browser.js"), "utf8");
const kept = (lang) => new URL(`./heard/${lang}.txt`, import.meta.url);

// In the page: everything that is said from the top to the end.
async function walk() {
  const { virtual } = await import("./reader.js");
  await virtual.start({ container: probe.element().shadowRoot.querySelector(".root") });
  const said = [];
  for (let left = 4000; left > 0; left -= 1) {
    const words = await virtual.lastSpokenPhrase();
    said.push(words);
    if (said.length > 1 && /^end of group/.test(words) && said[0].replace(/^group/, "") === words.replace(/^end of group/, "")) break;
    await virtual.next();
  }
  await virtual.stop();
  return said;
}

inChromium("heard", (open) => {
  for (const lang of ["en", "fr"]) {
    test(`a walk, ${lang}`, async () => {
      const body = `<mali-bases lang="${lang}" date="2021-12-14"></mali-bases>`;
      const page = await open({ body, files: { "reader.js": READER } });
      await page.until(() => probe.part("table").querySelector(".lead"));
      await page.run(() => (probe.part("table").open = true));
      const said = (await page.run(walk)).join("\n");
      if (process.env.UPDATE_GOLDEN === "1" && !process.env.CI) await writeFile(kept(lang), `${said}\n`);
      assert.equal(`${said}\n`, await readFile(kept(lang), "utf8").catch(() => ""), "UPDATE_GOLDEN=1, if it is right");
    });
  }
});
