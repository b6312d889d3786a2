// The drawn picture, read pixel by pixel where it is known what must stand.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inChromium } from "./support/browser.mjs";
import { DARK, LIGHT } from "./support/theme.mjs";

const commonest = (counts) => Object.keys(counts).reduce((a, b) => (counts[a] >= counts[b] ? a : b));

for (const density of [1, 2]) {
  for (const dark of [false, true]) {
    const name = `picture at density ${density}, ${dark ? "dark" : "light"}`;
    inChromium(name, (open) => probes(open, { density, color: dark ? DARK : LIGHT }), { density, dark });
  }
}

inChromium("picture on a colored page", (open) => {
  // What is to come lies under a veil: where it covers nothing it must not be seen.
  test("the veil has the color of the page, however far out that is set", async () => {
    const body = '<div id="clear"><mali-bases date="2016-07-01"></mali-bases></div>';
    const page = await open({ body, css: ":root { background: #fbeed8 } #clear { background: #fff0 }" });
    const { left, right, min, max } = await page.axis();
    const day = Date.UTC(2016, 6, 1) / 86_400_000;
    const x = left + ((right - left) * (day - min)) / (max - min) - (await page.box("timeline")).left;
    const counts = await page.run((x) => probe.colorsOn("#fbeed8", "timeline", x + 4), x);
    assert.equal(commonest(counts), "rgb(251 238 216)");
    assert.equal(counts["rgb(255 255 255)"], undefined);
  });
});

function probes(open, { density, color }) {
  const at = async (page, base) => {
    const [map, button] = [await page.box("map"), await page.box(`base:${base}`)];
    return { x: button.x - map.left, y: button.y - map.top };
  };
  const colors = (page, place, reach) =>
    page.run((place, reach) => probe.colors("map", place, reach), place, reach);

  test("every pane is as fine as the screen", async () => {
    const page = await open();
    const sizes = await page.run(() =>
      ["map", "timeline"].map((pane) => {
        const { width, height } = probe.part(pane).getBoundingClientRect();
        const sheet = probe.picture(pane);
        return [sheet.width / width, sheet.height / height];
      }),
    );
    for (const share of sizes.flat()) assert.ok(Math.abs(share - density) < 0.01, `${share}`);
  });

  test("an open base is a disc, a closed one a ring struck through", async () => {
    const page = await open();
    for (const open of ["gao", "gossi", "menaka"]) {
      const within = await colors(page, await at(page, open), 3);
      assert.deepEqual(Object.keys(within), [color.open], open);
    }
    for (const closed of ["kidal", "tessalit", "timbuktu"]) {
      const place = await at(page, closed);
      const around = await colors(page, place, 8);
      assert.equal(around[color.open], undefined, closed);
      assert.ok(around[color.closed] > 10 * density ** 2, closed);
      assert.equal(commonest(await colors(page, { x: place.x + 2.5, y: place.y + 2.5 }, 0.75)), color.land);
    }
  });

  test("a base looks as its state says, whatever the day", async () => {
    const page = await open();
    const looks = { "2012-06-01": [], "2014-01-01": ["gao", "kidal"], "2022-12-31": [] };
    for (const [date, open] of Object.entries(looks)) {
      await page.set("date", date);
      await page.settle();
      for (const base of ["gao", "kidal"]) {
        const around = await colors(page, await at(page, base), 6);
        assert.equal(color.open in around, open.includes(base), `${base} on ${date}`);
      }
    }
  });

  test("land, neighbors and the Niger have their colors", async () => {
    const page = await open();
    const [timbuktu, tessalit] = [await at(page, "timbuktu"), await at(page, "tessalit")];
    const desert = { x: (timbuktu.x + tessalit.x) / 2, y: (timbuktu.y + tessalit.y) / 2 };
    assert.equal(commonest(await colors(page, desert, 12)), color.land);
    const mauritania = { x: 20, y: timbuktu.y };
    assert.equal(commonest(await colors(page, mauritania, 12)), color.neighbor);
    const gao = await at(page, "gao");
    const bend = { x: (timbuktu.x + gao.x) / 2, y: (timbuktu.y + gao.y) / 2 };
    const around = await colors(page, bend, Math.abs(gao.x - timbuktu.x) / 2);
    assert.ok(around[color.water] > 40 * density, `${around[color.water]} pixels of water`);
  });

  test("a bar of the timeline has the color of its base", async () => {
    const page = await open();
    const { left, right, min, max } = await page.axis();
    const day = Date.UTC(2016, 6, 1) / 86_400_000; // Four bases were there, and no event was.
    const x = left + ((right - left) * (day - min)) / (max - min);
    const bars = async () => {
      await page.settle();
      const count = async (name) => (await page.marksAlong("timeline", x, [color[name]])).length;
      return [await count("open"), await count("closed")];
    };
    assert.deepEqual(await bars(), [1, 3]);
    await page.set("date", "2020-01-01");
    assert.deepEqual(await bars(), [4, 0]);
    await page.set("date", "2022-12-31");
    assert.deepEqual(await bars(), [0, 4]);
  });
}
