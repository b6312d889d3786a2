// Moving the day: by whatever way, to the same picture.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inChromium } from "./support/browser.mjs";

const WIDTHS = [320, 390, 768, 1024, 1440];

inChromium("scrub", (open) => {
  test("drag, slider, keys and script lead to the same day and the same picture", async () => {
    const page = await open();
    const { left, right, y } = await page.axis();
    const x = Math.round(left + (right - left) * 0.637);
    const timeline = await page.box("timeline");
    const between = timeline.top + 4; // Over the operations: nothing to choose there.
    const reading = async () => {
      await page.rest();
      const reading = await page.reading();
      await page.set("date", "2013-06-01");
      await page.settle();
      return reading;
    };

    await page.drag([{ x: left + 20, y: between }, { x: left + 90, y: between }, { x, y: between }]);
    const dragged = await reading();
    assert.match(dragged.date, /^201[89]-\d\d-\d\d$/);

    await page.click({ x, y });
    assert.deepEqual(await reading(), dragged, "slider");

    await page.set("date", dragged.date);
    assert.deepEqual(await reading(), dragged, "date");

    const [year, month, day] = dragged.date.split("-").map(Number);
    const times = (count, key) => Array(count).fill(key);
    await page.focus("slider");
    await page.type(
      "HOME",
      ...times(year - 2012, "PAGE_UP"),
      ...times(month - 1, "SHIFT+ARROW_RIGHT"),
      ...times(day - 1, "ARROW_RIGHT"),
    );
    assert.deepEqual(await reading(), dragged, "keys");

    await page.run((value) => {
      const slider = probe.part("slider");
      slider.value = value;
      slider.dispatchEvent(new Event("input", { bubbles: true }));
    }, dragged.value);
    assert.deepEqual(await reading(), dragged, "input");
  });

  test("many moves in one frame lead to the picture of the last one", async () => {
    const page = await open();
    const { left, right } = await page.axis();
    const y = (await page.box("timeline")).top + 4;
    await page.press({ x: right - 5, y });
    await page.run(
      (xs, y) => {
        const node = probe.part("timeline").querySelector("canvas").parentElement;
        const given = { clientY: y, isPrimary: true, pointerType: "mouse" };
        for (const clientX of xs) node.dispatchEvent(new PointerEvent("pointermove", { ...given, clientX }));
      },
      [0.9, 0.7, 0.43, 0.42, 0.41].map((share) => left + (right - left) * share),
      y,
    );
    await page.release();
    await page.rest();
    const moved = await page.reading();
    await page.set("date", "2022-01-01");
    await page.settle();
    await page.set("date", moved.date);
    assert.match(moved.date, /^2016/);
    assert.deepEqual(await page.reading(), moved);
  });

  test("dragging the thumb moves the day", async () => {
    const page = await open();
    const { left, right, min, max, value, y } = await page.axis();
    const from = left + ((right - left) * (value - min)) / (max - min);
    await page.drag([{ x: from, y }, { x: (from + left) / 2, y }, { x: left - 40, y }]);
    assert.equal(await page.get("date"), "2012-01-01");
    await page.drag([{ x: left, y }, { x: right + 40, y }]);
    assert.equal(await page.get("date"), "2022-12-31");
  });

  test("the thumb stands on the cursor, at every width", async () => {
    for (const width of WIDTHS) {
      const page = await open({ width });
      for (const date of ["2012-01-01", "2015-03-08", "2022-02-17", "2022-12-31"]) {
        await page.set("date", date);
        await page.settle();
        const { left, right, min, max, value, y } = await page.axis();
        const thumb = left + ((right - left) * (value - min)) / (max - min);
        const cursor = await page.run(cursorAt, y - 4);
        assert.ok(Math.abs(thumb - cursor) <= 0.5, `${width}: ${date}: ${thumb} and ${cursor}`);
      }
      const overflow = await page.run(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `${width}: ${overflow} px too wide`);
    }
  });

  test("the thumb is drawn where its box says", async () => {
    const page = await open({ css: "mali-bases { margin: 0 20px }" });
    const { left, right, min, max, value, y } = await page.axis();
    await page.run(() => {
      probe.part("timeline").querySelector("canvas").parentElement.style.visibility = "hidden";
    });
    await page.settle();
    const screenshot = await page.driver.takeScreenshot();
    const drawn = await page.run(darkAt, screenshot, y);
    const thumb = left + ((right - left) * (value - min)) / (max - min);
    assert.ok(Math.abs(thumb - drawn) <= 1, `${thumb} and ${drawn}`);
  });

  test("the panel's title keeps up with the hand, the rest follows where it rests", async () => {
    const page = await open();
    const dates = ["2013-01-11", "2013-01-28", "2014-08-01", "2020-01-13", "2013-07-01"];
    await page.set("date", dates.at(-1));
    await page.settle();
    const rest = await page.run(() => probe.part("panel").textContent);
    const titles = await page.run(async (dates) => {
      const titles = [];
      for (const date of dates) {
        probe.element().date = date;
        await probe.frames(2);
        const [panel, caption] = [probe.part("panel").querySelector("h3"), probe.part("caption").querySelector("b")];
        titles.push([panel.textContent, caption.textContent]);
      }
      return titles;
    }, dates);
    for (const [panel, caption] of titles) assert.equal(panel, caption);
    assert.equal(new Set(titles.flat()).size, dates.length);
    await page.until((rest) => probe.part("panel").textContent === rest, rest);
  });

  test("the day is told once a frame, with the bases", async () => {
    const page = await open();
    await page.forgetEvents();
    await page.run(async () => {
      for (let month = 10; month <= 12; month += 1) {
        for (let day = 10; day <= 28; day += 1) probe.element().date = `2014-${month}-${day}`;
        await probe.frames(1);
      }
    });
    const { left, right } = await page.axis();
    const y = (await page.box("timeline")).top + 4;
    const points = Array.from({ length: 40 }, (_, step) => ({ x: left + ((right - left) * step) / 40, y }));
    await page.drag(points);
    await page.settle();
    const changes = await page.events("mali-change");
    const frames = changes.map(({ frame }) => frame);
    assert.equal(new Set(frames).size, frames.length);
    const scripted = changes.map(({ detail }) => detail.date).filter((date) => date.startsWith("2014-1"));
    assert.deepEqual(scripted.slice(0, 3), ["2014-10-28", "2014-11-28", "2014-12-28"]);
    const { detail, composed } = changes.at(-1);
    assert.equal(composed, true);
    assert.deepEqual(detail, { date: await page.get("date"), bases: await page.get("bases") });
    assert.deepEqual(Object.keys(detail.bases[0]).sort(), ["id", "name", "state"]);
  });

  test("a press of another button on the slider is no gesture", async () => {
    const page = await open();
    await page.run(() => {
      probe.part("slider").dispatchEvent(new PointerEvent("pointerdown", { button: 2, bubbles: true }));
    });
    await page.focus("slider");
    await page.type("ARROW_LEFT");
    assert.equal(await page.attribute("date"), await page.get("date"));
  });

  test("the attribute follows at the end of a gesture, not during it", async () => {
    const page = await open();
    await page.run(() => {
      window.written = 0;
      new MutationObserver((records) => (window.written += records.length)).observe(probe.element(), {
        attributes: true,
        attributeFilter: ["date"],
      });
    });
    const { left } = await page.axis();
    const y = (await page.box("timeline")).top + 4;
    const path = Array.from({ length: 12 }, (_, step) => ({ x: left + 30 + step * 25, y }));
    await page.drag(path);
    await page.settle();
    assert.ok((await page.events("mali-change")).length > 3);
    assert.equal(await page.run(() => window.written), 1);
    assert.equal(await page.attribute("date"), await page.get("date"));
  });
});

// The middle of what is dark in a row of the timeline, in the viewport.
function cursorAt(y) {
  const box = probe.part("timeline").getBoundingClientRect();
  const { data, width } = probe.picture("timeline");
  const row = Math.round((y - box.top) * devicePixelRatio);
  const dark = [];
  for (let column = 0; column < width; column += 1) {
    const [r, g, b, alpha] = data.subarray((row * width + column) * 4);
    if (alpha > 128 && r + g + b < 240) dark.push(column);
  }
  return box.left + (dark[0] + dark.at(-1) + 1) / 2 / devicePixelRatio;
}

// The same in a picture of the whole window.
async function darkAt(screenshot, y) {
  const image = new Image();
  image.src = `data:image/png;base64,${screenshot}`;
  await image.decode();
  const sheet = document.createElement("canvas");
  [sheet.width, sheet.height] = [image.width, image.height];
  const context = sheet.getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, Math.round(y * devicePixelRatio), sheet.width, 1);
  const dark = [];
  for (let column = 0; column < sheet.width; column += 1) {
    const [r, g, b] = data.subarray(column * 4);
    if (r + g + b < 240) dark.push(column);
  }
  return (dark[0] + dark.at(-1) + 1) / 2 / devicePixelRatio;
}
