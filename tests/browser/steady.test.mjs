// In use nothing around the graphic moves, and nothing piles up.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inChromium } from "./support/browser.mjs";

const FEW_BYTES = 200_000; // What the browser's own bookkeeping comes and goes by.

// Everything that a reader does, as the page sees it.
const use = async () => {
  const [element, slider] = [probe.element(), probe.part("slider")];
  const step = async (change) => {
    change();
    await probe.frames(1);
  };
  for (let day = Number(slider.min); day < Number(slider.max); day += 97) {
    await step(() => {
      slider.value = day;
      slider.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }
  for (const { id } of element.bases) await step(() => (element.base = id));
  await probe.rest();
};

inChromium("steady", (open) => {
  for (const width of [390, 1000]) {
    test(`what a reader does moves nothing on the page, ${width} px`, async () => {
      const body = "<p>before</p><mali-bases></mali-bases><p>after</p>";
      const page = await open({ width, body, css: "body { padding-bottom: 4000px }" });
      await page.settle();
      await page.run(() => {
        window.shifts = [];
        // What the panel tells has its own length, and on a phone what is below goes with it.
        const inPanel = ({ x, y }) => {
          const { left, top } = probe.part("panel").getBoundingClientRect();
          return x >= left - 1 && y >= top - 1;
        };
        const rects = ({ sources }) => sources.map(({ previousRect }) => previousRect);
        const seen = (entry) => {
          const moved = entry.hadRecentInput ? [] : rects(entry).filter((rect) => rect.width && !inPanel(rect));
          window.shifts.push(...moved.map(({ x, y, width, height }) => [x, y, width, height]));
        };
        new PerformanceObserver((list) => list.getEntries().forEach(seen)).observe({ type: "layout-shift" });
      });
      await page.run(use);
      await page.set("date", "2013-01-01");
      await page.click(await page.box("play")); // A press may move what it changes.
      await page.until(() => probe.element().date > "2013-06-01");
      await page.run(() => probe.frames(2));
      const shifts = await page.run(() => window.shifts);
      assert.deepEqual(shifts, []);
    });
  }

  test("twelve hundred steps take no more memory than three hundred", async () => {
    const page = await open();
    const memory = async (steps) => {
      await page.run(async (steps) => {
        const slider = probe.part("slider");
        const length = Number(slider.max) - Number(slider.min);
        for (let step = 0; step < steps; step += 1) {
          slider.value = Number(slider.min) + ((step * 13) % length);
          slider.dispatchEvent(new Event("input", { bubbles: true }));
          await probe.frames(1);
        }
        await probe.rest();
      }, steps);
      await page.forgetEvents(); // Of which the probe keeps all.
      await page.driver.sendDevToolsCommand("HeapProfiler.collectGarbage", {});
      return page.run(() => performance.memory.usedJSHeapSize);
    };
    const [before, after] = [await memory(300), await memory(900)];
    assert.ok(after - before < FEW_BYTES, `${before} bytes, then ${after}`);
  });
});
