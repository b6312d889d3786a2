// What axe-core finds wrong, of whichever level: nothing, in every state of the pages that are built.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";
import { inChromium } from "./support/browser.mjs";

const require = createRequire(new URL("../../xtask/npm/package.json", import.meta.url));
const AXE = await readFile(require.resolve("axe-core/axe.min.js"), "utf8");

// In the page: what is wrong, and with what.
async function violations(rules) {
  const { violations } = await axe.run(document, { resultTypes: ["violations"], rules });
  return violations.map(({ id, help, nodes }) => `${id}: ${help}; ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).slice(0, 3).join(" | ")}`);
}

// Not asked for by itself.
const EXPERIMENTAL = { "label-content-name-mismatch": { enabled: true } };

const element = "document.querySelector('mali-bases')";

// What a reader may have before the eyes, as scripts that bring it there.
const STATES = {
  "as it opens": "",
  "a base chosen": `${element}.base = "timbuktu"; ${element}.date = "2021-12-14";`,
  "an event chosen": `${element}.event = "withdrawal-announced";`,
  "nothing known yet": `${element}.date = "2012-01-01";`,
  "the text version": `${element}.shadowRoot.querySelector("[part=table]").open = true;`,
  "what is shared": `${element}.shadowRoot.querySelector("[part=share]").open = true;`,
  "data and sources": `${element}.shadowRoot.querySelector("[part=data]").open = true;`,
  "sources unfolded": `for (const node of ${element}.shadowRoot.querySelectorAll("[part=panel] details")) node.open = true;`,
  "nearer by": `${element}.shadowRoot.querySelector("[part=zoom-in]").click();`,
};

async function examine(page, states, where, rules = EXPERIMENTAL) {
  await page.run(`() => { ${AXE} }`);
  for (const [state, script] of Object.entries(states)) {
    await page.run(`() => { ${script} }`);
    await page.run(async () => {
      const graphic = document.querySelector("mali-bases");
      await graphic?.ready.catch(() => {});
    });
    // What is open is filled.
    await page.until(() => {
      const open = document.querySelector("mali-bases")?.shadowRoot?.querySelectorAll(".fold[open] > div") ?? [];
      return [...open].every((body) => body.childElementCount > 0);
    });
    assert.deepEqual(await page.run(violations, rules), [], `${where}, ${state}`);
  }
}

// Each width, each language and each theme with every state; all of them with each other would take minutes.
const LOOKS = {
  light: [[320, "en"], [768, "fr"]],
  dark: [[390, "fr"], [1440, "en"]],
};

// The page around a frame has the heading of the first level.
const IN_FRAME = {
  ...EXPERIMENTAL,
  "page-has-heading-one": { enabled: false },
};

for (const [theme, looks] of Object.entries(LOOKS)) {
  inChromium(`axe, ${theme}`, (open) => {
    for (const [width, lang] of looks) {
      test(`the article, ${width} px, ${lang}`, async () => {
        const page = await open({ address: "index.html", waits: false, faulty: true });
        await page.driver.manage().window().setRect({ width, height: 1000 });
        await page.run((lang) => {
          document.documentElement.lang = lang;
          document.querySelector("mali-bases").scrollIntoView();
        }, lang);
        await examine(page, STATES, `${width} px, ${lang}`);
        await page.driver.manage().window().setRect({ width: 1500, height: 1700 });
      });
    }

    for (const address of ["embed.html", "gallery.html", "looks.html", "examples/scroll/index.html"]) {
      test(address, async () => {
        const page = await open({ address, waits: false, faulty: true });
        await page.run(() => document.querySelector("mali-bases").ready);
        await examine(page, { "as it opens": "" }, address, address === "embed.html" ? IN_FRAME : undefined);
      });
    }

    test("where it failed", async () => {
      const page = await open({ address: "index.html", files: { "view_bg.wasm": 404 }, waits: false, faulty: true });
      await page.run(() => document.querySelector("mali-bases").scrollIntoView());
      await examine(page, { "its fallback": "" }, "after a failure");
    });
  }, { dark: theme === "dark" });
}
