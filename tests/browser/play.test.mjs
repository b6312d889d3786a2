// Playback.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inChromium } from "./support/browser.mjs";

const START = '<mali-bases date="2014-01-01"></mali-bases>';
const changes = async (page) => (await page.events("mali-change")).map(({ detail }) => detail.date);
const pastDay = (date) => probe.element().date > date;

inChromium("play", (open) => {
  test("it goes on day by day, and stops at pause", async () => {
    const page = await open({ body: START });
    await page.forgetEvents();
    await page.run(() => probe.element().play());
    assert.equal(await page.get("playing"), true);
    await page.until(pastDay, "2014-01-10");
    await page.run(() => probe.element().pause());
    assert.equal(await page.get("playing"), false);
    const before = await page.reading();
    await page.run(() => probe.frames(10));
    assert.deepEqual(await page.reading(), before);
    const dates = await changes(page);
    assert.ok(dates.length > 1);
    assert.deepEqual(dates, dates.toSorted());
    assert.equal(await page.attribute("date"), before.date);
  });

  test("the button tells which of the two it does", async () => {
    const page = await open({ body: START });
    assert.equal(await page.text("play"), "Play");
    await page.click(await page.box("play"));
    await page.settle();
    assert.deepEqual([await page.text("play"), await page.get("playing")], ["Pause", true]);
    await page.click(await page.box("play"));
    await page.settle();
    assert.deepEqual([await page.text("play"), await page.get("playing")], ["Play", false]);
  });

  test("it stops at the end, and starts over from there", async () => {
    const page = await open({ body: '<mali-bases date="2022-12-20"></mali-bases>' });
    await page.run(() => probe.element().play());
    await page.until(() => !probe.element().playing);
    await page.settle();
    assert.deepEqual([await page.get("date"), await page.attribute("date")], ["2022-12-31", "2022-12-31"]);
    assert.equal(await page.text("play"), "Play");
    await page.run(() => probe.element().play());
    await page.until(() => probe.element().date < "2013");
    assert.equal(await page.get("playing"), true);
  });

  test("whoever moves the day takes over", async () => {
    const page = await open({ body: START });
    const { left, right } = await page.axis();
    const y = (await page.box("timeline")).top + 4;
    const ways = {
      date: () => page.set("date", "2016-01-01"),
      drag: () => page.drag([{ x: left + 50, y }, { x: (left + right) / 2, y }]),
      key: () => page.focus("slider").then(() => page.type("ARROW_LEFT")),
      event: () => page.set("event", "bamako-hotel"),
    };
    for (const [way, move] of Object.entries(ways)) {
      await page.run(() => probe.element().play());
      await page.until(() => probe.element().playing);
      await move();
      assert.equal(await page.get("playing"), false, way);
    }
  });

  test("a play asked for too early is not lost", async () => {
    const page = await open({ body: "", module: EARLY_PLAY, waits: false });
    await page.until(() => probe.element());
    await page.ready();
    await page.until(() => probe.element().date > "2022-02-17");
  });
});

const EARLY_PLAY = `
const element = document.createElement("mali-bases");
document.body.append(element);
element.play();`;

inChromium("play with less motion", (open) => {
  test("it goes on in whole months", async () => {
    const page = await open({ body: START });
    await page.forgetEvents();
    await page.run(() => probe.element().play());
    await page.until(pastDay, "2014-02-20");
    await page.run(() => probe.element().pause());
    const dates = await changes(page);
    assert.deepEqual(dates.slice(0, 2), ["2014-02-01", "2014-03-01"]);
  });
}, { reducedMotion: true });

const monthsOn = (date, count) => {
  const [year, month, day] = date.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + count, Math.min(day, last))).toISOString().slice(0, 10);
};

// Frame by frame until a day: each day that is shown, and on which of them something pulses.
async function watch(end) {
  const overlay = [...probe.part("map").querySelectorAll("canvas")].at(-1);
  const { width, height } = overlay;
  const copy = Object.assign(document.createElement("canvas"), { width, height });
  const context = copy.getContext("2d", { willReadFrequently: true });
  const isPainted = () => {
    context.clearRect(0, 0, width, height);
    context.drawImage(overlay, 0, 0);
    return new Uint32Array(context.getImageData(0, 0, width, height).data.buffer).some((pixel) => pixel);
  };
  const [dates, pulses] = [new Set(), new Set()];
  while (probe.element().date < end) {
    const { date } = probe.element();
    dates.add(date);
    if (isPainted()) pulses.add(date);
    await probe.frames(1);
  }
  return { dates: [...dates], pulses: [...pulses] };
}

inChromium("less motion asked for while it plays", (open) => {
  test("it goes on from the day shown, in whole months, and nothing pulses", async () => {
    const page = await open({ body: '<mali-bases date="2021-09-20"></mali-bases>' });
    await page.run(() => probe.element().play());
    await page.until(pastDay, "2021-09-20");
    const before = await page.get("date");
    const features = [{ name: "prefers-reduced-motion", value: "reduce" }];
    await page.driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { features });
    await page.settle();
    const { dates, pulses } = await page.run(watch, "2022-05-01"); // Bases close all that time.
    assert.ok(dates[0] >= before, `${dates[0]} before ${before}`);
    assert.ok(dates.length > 1);
    // A slow machine may miss one.
    const months = Array.from({ length: 12 }, (_, count) => monthsOn(dates[0], count));
    assert.deepEqual(dates, months.filter((month) => dates.includes(month)));
    assert.deepEqual(pulses, []);
    assert.equal(await page.get("playing"), true);
  });
});
