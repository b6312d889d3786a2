// The day at the slider's thumb, where the map is out of sight.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inChromium } from "./support/browser.mjs";

const flag = (page) =>
  page.run(() => {
    const node = probe.element().shadowRoot.querySelector(".flag");
    const { left, right } = node.getBoundingClientRect();
    const axis = probe.part("timeline").getBoundingClientRect();
    return { text: node.textContent, seen: node.checkVisibility(), inside: left >= axis.left - 1 && right <= axis.right + 1 };
  });

inChromium("flag", (open) => {
  for (const [width, lang] of [[1000, "en"], [320, "fr"]]) {
    test(`it tells day and count while one scrubs, and only then, ${width} px`, async () => {
      const page = await open({ width, body: `<mali-bases lang="${lang}"></mali-bases>`, css: "body { padding-bottom: 3000px }" });
      assert.equal((await flag(page)).seen, false);
      await page.run(() => scrollTo(0, probe.part("map").getBoundingClientRect().bottom));
      await page.until(() => probe.element().shadowRoot.querySelector(".flag").checkVisibility());
      for (const date of ["2012-01-01", "2016-02-20", "2022-12-31"]) {
        await page.set("date", date);
        await page.settle();
        const { text, inside } = await flag(page);
        assert.equal(text, `${await page.text("date")} ${await page.text("count")}`);
        assert.ok(inside, date);
      }
      await page.run(() => scrollTo(0, 0));
      await page.until(() => !probe.element().shadowRoot.querySelector(".flag").checkVisibility());
    });
  }
});
