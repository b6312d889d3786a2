// The story as it goes by: what is told under the map, how fast it plays, crowds that open up.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inChromium } from "./support/browser.mjs";

const caption = (page) =>
  page.run(() => {
    const node = probe.part("caption");
    return node.checkVisibility() ? [...node.children].map(({ textContent }) => textContent) : [];
  });

inChromium("story", (open) => {
  test("on a phone the line under the map keeps pace with the day and leads to the panel", async () => {
    const page = await open({ width: 390, css: "body { padding-bottom: 4000px }" });
    assert.deepEqual(await caption(page), ["17 February 2022 · Paris", "France announces its exit from Mali"]);
    await page.set("date", "2015-11-25");
    await page.settle();
    assert.match((await caption(page))[0], /^20 November 2015/);
    await page.set("base", "gao");
    await page.settle();
    assert.deepEqual(await caption(page), ["Base · open", "Gao"]);
    const height = (await page.box("caption")).height;
    await page.set("date", "2012-01-01");
    await page.settle();
    assert.equal((await page.box("caption")).height, height);
    await page.run(() => probe.part("caption").click());
    await page.until(() => Math.abs(probe.part("panel").getBoundingClientRect().top) < 4);
    assert.equal(await page.run(() => probe.part("panel").getRootNode().activeElement.localName), "h3");
  });

  for (const [width, lang] of [[300, "en"], [390, "fr"]]) {
    test(`at ${width} px no event of the story moves what is below that line, ${lang}`, async () => {
      const page = await open({ width, body: `<mali-bases lang="${lang}" date="2012-01-01"></mali-bases>` });
      const heights = await page.run(async () => {
        const seen = new Set();
        const line = probe.part("caption");
        for (let told; told !== line.textContent; ) {
          told = line.textContent;
          seen.add(line.getBoundingClientRect().height);
          probe.part("next").click();
          await probe.frames(2);
        }
        return [...seen];
      });
      assert.equal(heights.length, 1, `${heights}`);
    });
  }

  test("beside the map the panel itself is in sight", async () => {
    const page = await open({ width: 1000 });
    assert.deepEqual(await caption(page), []);
  });

  test("everything that scrubbing changes is on one screen of a phone", async () => {
    const page = await open({ width: 390, css: "body { padding-bottom: 4000px }" });
    const [map, slider] = [await page.box("map"), await page.box("slider")];
    assert.ok(slider.top + slider.height - map.top <= 844, `${slider.top + slider.height - map.top}`);
  });

  test("it plays at three speeds", async () => {
    const page = await open();
    const shown = () => page.text("speed");
    const speeds = [];
    for (let press = 0; press < 4; press += 1) {
      speeds.push(await shown());
      await page.run(() => probe.part("speed").click());
      await page.settle();
    }
    assert.deepEqual(speeds, ["1×", "2×", "½×", "1×"]);
    const label = await page.run(() => probe.part("speed").ariaLabel);
    assert.equal(label, "Speed 2×");
  });

  test("no text stands under the title of another event, however fast one scrubs", async () => {
    const page = await open({ width: 1000 });
    const seen = await page.run(async () => {
      const [slider, panel] = [probe.part("slider"), probe.part("panel")];
      const texts = () => [...panel.querySelectorAll(":scope > :not(.kicker, h3)")];
      let [shown, hidden] = [new Map(), 0];
      for (let day = Number(slider.max) - 900; day < Number(slider.max); day += 9) {
        slider.value = day;
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        await probe.frames(1);
        const visible = texts().filter((node) => node.checkVisibility({ visibilityProperty: true }));
        if (visible.length === 0) hidden += 1;
        else {
          const text = visible.map(({ textContent }) => textContent).join();
          const titles = shown.get(text) ?? new Set();
          shown.set(text, titles.add(panel.querySelector("h3").textContent));
        }
      }
      return { hidden, most: Math.max(...[...shown.values()].map((titles) => titles.size)) };
    });
    assert.ok(seen.hidden > 0, "it was fast enough for titles to be ahead");
    assert.equal(seen.most, 1);
  });
});
