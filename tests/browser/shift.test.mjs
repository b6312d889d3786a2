// What lies below the graphic on the page: it stays where it is while the day runs.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inChromium } from "./support/browser.mjs";

const body = (date) => `<mali-bases date="${date}"></mali-bases><p id="below">The article goes on.</p>`;

// In the page, frame by frame until a day: where what is below begins, and how many titles there were.
async function watch(end) {
  const [tops, titles] = [new Set(), new Set()];
  while (probe.element().date < end) {
    tops.add(document.querySelector("#below").getBoundingClientRect().top);
    titles.add(probe.part("panel").querySelector("h3").textContent);
    await probe.frames(1);
  }
  return { tops: tops.size, titles: titles.size };
}

const isWhole = () => probe.part("panel").scrollHeight <= probe.part("panel").clientHeight + 1;

// In the page: what moved without a reader's doing, since it was opened.
const shifts = () =>
  new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      observer.disconnect();
      resolve(list.getEntries().map(({ value }) => value));
    });
    observer.observe({ type: "layout-shift", buffered: true });
    probe.frames(10).then(() => resolve([]));
  });

inChromium("shift", (open) => {
  for (const [width, height, still] of [[390, 844, "-phone"], [1000, 900, ""]]) {
    test(`nothing moves when the picture takes its fallback's place, on ${width} × ${height} px`, async () => {
      const metrics = { width, height, deviceScaleFactor: 1, mobile: false };
      const size = still ? 'width="390" height="918"' : 'width="960" height="1240"';
      const fallback = `<img src="still-en${still}.svg" ${size} alt="Bases" id="still">`;
      let release;
      const held = new Promise((resolve) => (release = resolve));
      const page = await open({
        body: `<h1>An article</h1><mali-bases>${fallback}</mali-bases><p id="below">It goes on.</p>`,
        css: "img { display: block; width: 100%; height: auto }",
        files: { "view_bg.wasm": () => held },
        waits: false,
        width,
      });
      await page.driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", metrics);
      await page.until(() => document.querySelector("#still").complete);
      release();
      await page.ready();
      const moved = await page.run(shifts);
      await page.driver.sendDevToolsCommand("Emulation.clearDeviceMetricsOverride", {});
      assert.deepEqual(moved, []);
    });
  }

  for (const width of [390, 768]) {
    test(`nothing moves while it plays, and a pause shows the whole text, at ${width} px`, async () => {
      const page = await open({ body: body("2021-09-01"), width });
      await page.run(() => probe.part("play").click());
      await page.until(() => probe.part("panel").classList.contains("held"));
      const seen = await page.run(watch, "2021-12-20");
      assert.ok(seen.titles > 3, `${seen.titles} titles`);
      assert.equal(seen.tops, 1);
      await page.run(() => probe.part("play").click());
      await page.settle();
      assert.equal(await page.run(isWhole), true);
    });
  }

  test("at its end the text can be scrolled, until the reader does something", async () => {
    const page = await open({ body: body("2022-08-01"), width: 390 });
    await page.run(() => probe.element().play());
    await page.until(() => !probe.element().playing);
    await page.settle();
    const held = await page.run(() => [probe.part("panel").tabIndex, getComputedStyle(probe.part("panel")).overflowY]);
    assert.deepEqual([await page.run(isWhole), ...held], [false, 0, "auto"]);
    await page.run(() => probe.part("panel").scrollIntoView());
    await page.click(await page.box("panel"));
    assert.equal(await page.run(isWhole), true);
  });

  test("nothing moves under a thumb that runs through the years, either", async () => {
    const page = await open({ body: body("2021-09-01"), width: 390 });
    await page.run(() => probe.part("map").scrollIntoView());
    const { y, ...axis } = await page.axis();
    const x = (day) => axis.left + ((day - axis.min) / (axis.max - axis.min)) * (axis.right - axis.left);
    const top = () => page.run(() => document.querySelector("#below").getBoundingClientRect().top);
    await page.press({ x: x(axis.value), y });
    const tops = [];
    for (const day of [30, 90, 120, 150, 200]) {
      await page.hover({ x: x(axis.value + day), y });
      await page.settle();
      tops.push(await top());
    }
    assert.equal(new Set(tops).size, 1, String(tops));
    await page.release();
    await page.settle();
    assert.equal(await page.run(isWhole), true);
  });
});
