// Room: for text that a reader has set further apart (WCAG 2.2, 1.4.12), and for fingers (2.5.8).

import assert from "node:assert/strict";
import { test } from "node:test";
import { inChromium } from "./support/browser.mjs";

const SPACED = "mali-bases { line-height: 1.5; letter-spacing: 0.12em; word-spacing: 0.16em; }";

// In the page: everything of HTML that is cut, by what it says.
function cut() {
  const nodes = [...probe.element().shadowRoot.querySelectorAll("*")].filter((node) => node.checkVisibility());
  const clips = (node) => getComputedStyle(node).overflowX !== "visible" && getComputedStyle(node).clipPath === "none" && !node.closest(".unseen, .word, .map, .panel");
  const page = document.documentElement;
  const tooWide = page.scrollWidth > page.clientWidth ? [`the page: ${page.scrollWidth} of ${page.clientWidth}`] : [];
  return [...tooWide, ...nodes.filter((node) => clips(node) && node.scrollWidth > node.clientWidth + 1).map((node) => node.textContent)];
}

// In the page: what is to be pressed and is less than 24 px high or broad; in a sentence a link may be.
function small() {
  const nodes = [...probe.element().shadowRoot.querySelectorAll("button, summary, input, textarea")];
  const seen = nodes.filter((node) => node.checkVisibility());
  const sized = seen.map((node) => ({ name: node.ariaLabel ?? node.textContent, box: node.getBoundingClientRect() }));
  return sized.filter(({ box }) => Math.min(box.width, box.height) < 24).map(({ name, box }) => `${name}: ${box.width} × ${box.height}`);
}

inChromium("room", (open) => {
  for (const width of [320, 768, 1440]) {
    for (const lang of ["en", "fr"]) {
      test(`for text set further apart, ${width} px, ${lang}`, async () => {
        const page = await open({ css: SPACED, width, body: `<mali-bases lang="${lang}" base="timbuktu"></mali-bases>` });
        await page.until(() => probe.part("table").querySelector(".lead"));
        for (const part of ["table", "share", "data"]) {
          await page.run((part) => (probe.part(part).open = true), part);
          await page.until((part) => probe.part(part).lastElementChild.childElementCount > 0, part);
        }
        assert.deepEqual(await page.run(cut), []);
        assert.deepEqual(await page.run(small), []);
      });
    }
  }
});
