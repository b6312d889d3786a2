// Sharpness: canvases on the device's own pixels, and hairlines of whole ones, at any density and
// after any change of it.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { inChromium } from "./support/browser.mjs";
import { LIGHT } from "./support/theme.mjs";

const DENSITIES = [1, 1.5, 2, 3];
const BODY = '<mali-bases date="2017-08-20"></mali-bases>';
const CSS = "body { width: 64.31vw; padding-left: 20.4px; background: #ffffff }";

// As a move of the window to another screen, or, where the width shrinks as the density grows, the
// browser's own zoom. Emulation tells a page of no change of density alone, so the width changes with it.
async function densityIs(page, density, width) {
  const metrics = { width, height: 1300, deviceScaleFactor: density, mobile: false };
  await page.driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", metrics);
  await page.until((density) => Math.abs(devicePixelRatio - density) < 1e-3, density);
  await page.settle();
}

async function isSharp(page, density, name = `${density}×`) {
  for (const pane of ["map", "timeline"]) {
    for (const { backing, shown, pane: room } of await page.run(canvasesOf, pane)) {
      for (const side of [0, 1]) {
        const wanted = Math.round(room[side] * density);
        assert.equal(backing[side], wanted, `${name}: ${pane}`);
        // A browser's layout knows no less than a 64th of a CSS px.
        const off = Math.abs(shown[side] * density - backing[side]);
        assert.ok(off <= density / 32, `${name}: ${pane} is stretched by ${off} device px`);
      }
    }
  }
  const { years, upright, level } = await page.run(linesOfTimeline, density);
  const pixel = Math.max(1, Math.round(density));
  const gray = { line: LIGHT.rule, width: pixel };
  assert.equal(years.length, 10, name);
  for (const year of years) assert.deepEqual(year, gray, `${name}: a year`);
  assert.deepEqual(upright, { line: LIGHT.ink, width: Math.round(1.5 * density) }, `${name}: cursor`);
  assert.deepEqual(level, { line: LIGHT.closed, width: pixel }, `${name}: axis of the figures`);
}

inChromium("sharpness", (open) => {
  afterEach(() => shown?.driver.sendDevToolsCommand("Emulation.clearDeviceMetricsOverride", {}));
  let shown;

  test("lines are of whole pixels at every density, and after a change of it", async () => {
    const page = (shown = await open({ css: CSS, body: BODY }));
    for (const [turn, density] of [...DENSITIES, 1].entries()) {
      await densityIs(page, density, 1400 + turn);
      await isSharp(page, density);
    }
  });

  test("and when the reader zooms the page", async () => {
    const page = (shown = await open({ css: CSS, body: BODY }));
    for (const zoom of [1, 1.1, 1.25, 0.9]) {
      await densityIs(page, 2 * zoom, Math.round(1300 / zoom));
      await isSharp(page, 2 * zoom, `2× at ${zoom}`);
    }
  });
});

function canvasesOf(pane) {
  const { width, height } = getComputedStyle(probe.part(pane));
  return [...probe.part(pane).querySelectorAll("canvas")].map((canvas) => {
    const box = canvas.getBoundingClientRect();
    return {
      backing: [canvas.width, canvas.height],
      shown: [box.width, box.height],
      pane: [parseFloat(width), parseFloat(height)],
    };
  });
}

// The axis under the figures, and, in the row below it, the lines of the years and the cursor: of each the
// colors, which should be one, and how many device pixels lie between two of bare ground.
function linesOfTimeline(density) {
  const slider = probe.part("slider").getBoundingClientRect();
  const left = slider.left + 12 - probe.part("timeline").getBoundingClientRect().left;
  const [land, marks] = probe.layers("timeline");
  const pixels = (canvas, x, y, width, height) => {
    const copy = Object.assign(document.createElement("canvas"), { width, height }).getContext("2d");
    copy.drawImage(canvas, -x, -y);
    const { data } = copy.getImageData(0, 0, width, height);
    return Array.from({ length: data.length / 4 }, (_, at) => data.subarray(at * 4, at * 4 + 4));
  };
  const name = ([red, green, blue, alpha]) => `rgb(${red} ${green} ${blue})${alpha === 255 ? "" : ` at ${alpha}`}`;
  const runs = (pixels) => {
    const found = [];
    pixels.forEach((pixel, at) => {
      if (!pixel[3]) return;
      const last = found.at(-1);
      if (last?.end === at) [last.end, last.colors] = [at + 1, last.colors.add(name(pixel))];
      else found.push({ start: at, end: at + 1, colors: new Set([name(pixel)]) });
    });
    return found;
  };
  const told = ({ start, end, colors }) => ({ line: [...colors].join(" and "), width: end - start });
  const column = runs(pixels(land, Math.round((left + 3) * density), 0, 1, land.height));
  const axis = column[1]; // The first is that of the round figure.
  const row = [0, axis.end + Math.round(3 * density), land.width, 1];
  const ink = runs(pixels(marks, ...row))[0];
  const colors = pixels(marks, ...row).slice(ink.start, ink.end).map(name);
  const veil = colors[colors.length >> 1];
  const cursor = colors.slice(0, colors.indexOf(veil)); // The veil begins beneath the cursor.
  return {
    level: told(axis),
    years: runs(pixels(land, ...row)).map(told),
    upright: { line: [...new Set(cursor)].join(" and "), width: cursor.length },
  };
}
