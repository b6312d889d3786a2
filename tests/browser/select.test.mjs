// Choosing a base or an event, by mouse and by finger, and letting go again.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inChromium } from "./support/browser.mjs";
import { LIGHT } from "./support/theme.mjs";

const DAY_MS = 86_400_000;

// Where a day stands on the axis.
async function placeOf(page, date) {
  const { left, right, min, max } = await page.axis();
  return left + ((right - left) * (Date.parse(date) / DAY_MS - min)) / (max - min);
}

// What was selected so far, once it is as often as that.
async function selections(page, count) {
  const isThere = (count) =>
    probe.notes.events.filter(({ type }) => type === "mali-select").length >= count;
  await page.until(isThere, count);
  await page.settle();
  return (await page.events("mali-select")).map(({ detail }) => detail);
}

inChromium("select", (open) => {
  test("a click on a base selects it: event, attribute, panel", async () => {
    const page = await open();
    const date = await page.get("date");
    await page.click(await page.box("base:gao"));
    assert.deepEqual(await selections(page, 1), [{ base: "gao", event: null }]);
    assert.deepEqual([await page.get("base"), await page.attribute("base")], ["gao", "gao"]);
    assert.match(await page.text("panel"), /Gao/);
    assert.equal(await page.run(() => probe.part("panel").querySelector("h3").textContent), "Gao");
    assert.equal(await page.get("date"), date);
  });

  test("the pointer says where there is something to choose", async () => {
    const page = await open();
    const cursor = () => page.run(() => probe.part("map").querySelector("canvas").parentElement.style.cursor);
    const gao = await page.box("base:gao");
    const hover = (place) =>
      page.run(({ x, y }) => {
        const node = probe.part("map").querySelector("canvas");
        const given = { clientX: x, clientY: y, bubbles: true, isPrimary: true, pointerType: "mouse" };
        node.dispatchEvent(new PointerEvent("pointermove", given));
      }, place);
    const before = (await page.reading()).pixels;
    await hover(gao);
    assert.equal(await cursor(), "pointer");
    assert.notEqual((await page.reading()).pixels, before);
    await hover({ x: gao.x, y: gao.y - 60 });
    assert.equal(await cursor(), "default");
    assert.equal((await page.reading()).pixels, before);
  });

  test("each lane of the timeline selects its base, in the order of their closing", async () => {
    const page = await open();
    const x = await placeOf(page, "2020-10-10"); // All six were there.
    const lanes = await page.marksAlong("timeline", x, [LIGHT.open, LIGHT.closed]);
    const bars = lanes.slice(0, 6);
    for (const bar of bars) {
      await page.click(bar);
      await page.settle(); // Of two choices in one frame only the second is told.
    }
    const order = ["kidal", "tessalit", "timbuktu", "gossi", "menaka", "gao"];
    assert.deepEqual(await selections(page, 6), order.map((base) => ({ base, event: null })));
    assert.equal(await page.get("date"), "2022-02-17");
  });

  test("a click on an event goes to its day and selects it", async () => {
    const page = await open();
    const x = await placeOf(page, "2015-11-20");
    const [mark] = await page.marksAlong("timeline", x, [LIGHT.attack]);
    await page.click(mark);
    assert.deepEqual(await selections(page, 1), [{ base: null, event: "bamako-hotel" }]);
    assert.deepEqual([await page.get("date"), await page.attribute("event")], ["2015-11-20", "bamako-hotel"]);
    assert.match(await page.text("panel"), /Bamako/);
    await page.set("date", "2016-01-01"); // An event belongs to its day.
    assert.deepEqual([await page.get("event"), await page.attribute("event")], [null, null]);
  });

  test("escape, the cross, the ground and the base itself let go", async () => {
    const page = await open();
    const gao = await page.box("base:gao");
    const ways = {
      escape: () => page.type("ESCAPE"),
      cross: async () => {
        const cross = await page.run(() => {
          const { x, y, width, height } = probe.part("panel").querySelector("button").getBoundingClientRect();
          return { x: x + width / 2, y: y + height / 2 };
        });
        await page.click(cross);
      },
      ground: () => page.click({ x: gao.x, y: gao.y - 60 }),
      button: () => page.run(() => probe.part("base:gao").click()),
    };
    for (const [way, letGo] of Object.entries(ways)) {
      await page.click(gao);
      await page.settle();
      assert.equal(await page.get("base"), "gao", way);
      await letGo();
      await page.settle();
      assert.deepEqual([await page.get("base"), await page.attribute("base")], [null, null], way);
    }
    const told = (await selections(page, 8)).map(({ base }) => base);
    assert.deepEqual(told, ["gao", null, "gao", null, "gao", null, "gao", null]);
  });

  test("the panel's own links select, and the focus stays with them", async () => {
    const page = await open({ body: '<mali-bases base="gao"></mali-bases>' });
    const press = (text) =>
      page.run((text) => {
        const links = [...probe.part("panel").querySelectorAll("li button")];
        const link = links.find((link) => link.textContent.includes(text));
        link.focus();
        link.click();
      }, text);
    await press("Last French soldiers leave Mali");
    await page.settle();
    assert.deepEqual([await page.get("event"), await page.get("date")], ["gao-handed-over", "2022-08-15"]);
    const title = await page.run(() => probe.element().shadowRoot.activeElement.textContent);
    assert.equal(title, "Last French soldiers leave Mali");
    await press("Gao");
    assert.equal(await page.get("base"), "gao");
  });

  test("every base names its sources; links leave the page as it is", async () => {
    const page = await open();
    for (const { id } of await page.get("bases")) {
      await page.set("base", id);
      await page.settle();
      const [sources, links] = await page.run(() => {
        const links = [...probe.part("panel").querySelectorAll("a")];
        const sources = probe.part("panel").querySelectorAll(".sources li").length;
        return [sources, links.map(({ href, rel, target }) => ({ href, rel, target }))];
      });
      assert.ok(sources > 1, id);
      for (const { href, rel, target } of links) {
        assert.match(href, /^https?:/);
        assert.deepEqual([rel, target], ["noopener", "_blank"]);
      }
    }
  });

  test("a tap selects, on the map and on a lane", async () => {
    const page = await open({ width: 390 });
    await page.touch([await page.box("base:gao")]);
    assert.deepEqual(await selections(page, 1), [{ base: "gao", event: null }]);
    const x = await placeOf(page, "2016-07-01");
    const [kidal] = await page.marksAlong("timeline", x, [LIGHT.open, LIGHT.closed]);
    await page.touch([kidal]);
    assert.deepEqual((await selections(page, 2))[1], { base: "kidal", event: null });
  });

  test("one finger scrolls the page up and down, and scrubs sideways", async () => {
    const page = await open({ width: 390, css: "body { padding-bottom: 4000px }" });
    const actions = await page.run(() =>
      ["map", "timeline"].map((pane) => {
        const node = probe.part(pane).querySelector("canvas").parentElement;
        return getComputedStyle(node).touchAction;
      }),
    );
    assert.deepEqual(actions, ["pan-y pinch-zoom", "pan-y pinch-zoom"]);
    const timeline = await page.box("timeline");
    const { left, right } = await page.axis();
    const y = timeline.top + 4;
    await page.touch([0.3, 0.4, 0.5].map((share) => ({ x: left + (right - left) * share, y })));
    await page.settle();
    assert.match(await page.get("date"), /^2017-0[5-7]/);
    const map = await page.box("map");
    const before = await page.reading();
    await page.touch([map.y + 100, map.y + 60, map.y + 20, map.y - 100].map((y) => ({ x: map.x, y })));
    await page.until(() => scrollY > 50);
    assert.deepEqual(await page.reading(), before);
  });

  test("zoom moves the buttons with the places", async () => {
    // The finer land would stay.
    const page = await open({ files: { "land-near.bin": 404 }, faulty: true });
    const before = await page.reading();
    const first = await page.box("base:tessalit");
    await page.run(() => probe.part("zoom-in").click());
    await page.settle();
    const [map, nearer] = [await page.box("map"), await page.box("base:tessalit")];
    assert.ok(Math.abs(nearer.x - map.x - 1.5 * (first.x - map.x)) < 1.5, `${first.x} ${nearer.x}`);
    await page.run(() => probe.part("zoom-reset").click());
    assert.deepEqual(await page.reading(), before);
    assert.equal(await page.run(() => probe.part("zoom-reset").hidden), true);
  });
});
