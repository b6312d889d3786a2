// No text of either language leaves the graphic, at any width.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inChromium } from "./support/browser.mjs";

const WIDTHS = [280, 320, 390, 600, 768, 1024, 1440];
const LANGS = ["en", "fr"];

// Chooses each in turn, opens its sources, and tells what reaches beyond the element or is empty.
async function faults(kind, ids) {
  const element = probe.element();
  const faults = [];
  for (const id of ids) {
    element[kind] = id;
    await probe.frames(1);
    for (const details of element.shadowRoot.querySelectorAll("details")) details.open = true;
    const { left, right } = element.getBoundingClientRect();
    for (const node of element.shadowRoot.querySelectorAll("h2, h3, h4, h5, p, li, summary, a, strong")) {
      const box = node.getBoundingClientRect();
      if (!node.checkVisibility() || node.closest(".unseen, [role=status]")) continue;
      const words = node.textContent.trim();
      if (!words) faults.push(`${id}: an empty ${node.localName}`);
      if (box.left < left - 0.5 || box.right > right + 0.5) faults.push(`${id}: ${words.slice(0, 40)}`);
    }
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > Math.max(innerWidth, Math.ceil(right))) faults.push(`${id}: the page scrolls sideways`);
  }
  return [...new Set(faults)];
}

inChromium("overflow", (open) => {
  for (const lang of LANGS) {
    test(`what is told of the bases stays within the element, ${lang}`, async () => {
      for (const width of WIDTHS) {
        const page = await open({ width, body: `<mali-bases lang="${lang}"></mali-bases>` });
        const ids = (await page.get("bases")).map(({ id }) => id);
        assert.deepEqual(await page.run(faults, "base", ids), [], `${width} px`);
      }
    });

    test(`what is told of the events stays within the narrowest element, ${lang}`, async () => {
      const page = await open({ width: 280, body: `<mali-bases lang="${lang}"></mali-bases>` });
      const ids = await page.run(async () => {
        const { events } = await (await fetch("dataset.json")).json();
        return events.map(({ id }) => id);
      });
      assert.ok(ids.length > 80);
      assert.deepEqual(await page.run(faults, "event", ids), []);
    });
  }
});
