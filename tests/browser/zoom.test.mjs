// Nearer and further on the map, and what scrolls the page instead.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inChromium } from "./support/browser.mjs";

const apart = async (page) => {
  const [kidal, gao] = [await page.box("base:kidal"), await page.box("base:gao")];
  return Math.hypot(kidal.x - gao.x, kidal.y - gao.y);
};

const hint = (page) =>
  page.run(() => {
    const node = probe.part("map").querySelector(".hint");
    return node.hidden ? "" : [...node.children].filter((word) => word.checkVisibility())[0].textContent;
  });

inChromium("zoom", (open) => {
  test("the wheel scrolls the page and tells how to zoom", async () => {
    const page = await open({ css: "body { padding-bottom: 4000px }" });
    const [map, before] = [await page.box("map"), await apart(page)];
    await page.wheel(map, 120);
    await page.until(() => scrollY > 50);
    assert.match(await hint(page), /Ctrl/);
    assert.equal(await apart(page), before);
  });

  test("with the control key it zooms about the pointer, and the page stays", async () => {
    const page = await open({ css: "body { padding-bottom: 4000px }" });
    const [gao, before] = [await page.box("base:gao"), await apart(page)];
    await page.wheel(gao, -120, "CONTROL");
    await page.settle();
    assert.ok((await apart(page)) > before * 1.3);
    const now = await page.box("base:gao");
    assert.ok(Math.hypot(now.x - gao.x, now.y - gao.y) < 1.5, "what is pointed at stays");
    assert.equal(await page.run(() => scrollY), 0);
    assert.equal(await hint(page), "");
  });

  test("two fingers move the map and bring it nearer", async () => {
    const page = await open({ width: 390, css: "body { padding-bottom: 4000px }" });
    const [map, before] = [await page.box("map"), await apart(page)];
    const pair = (spread, shift = 0) => [
      { x: map.x - spread + shift, y: map.y },
      { x: map.x + spread + shift, y: map.y },
    ];
    await page.fingers([pair(40), pair(60), pair(80)]);
    await page.settle();
    // A browser swallows the first few pixels of a touch.
    const nearer = (await apart(page)) / before;
    assert.ok(nearer > 1.6 && nearer < 2.1, `${nearer}`);
    const first = await page.box("base:gao");
    await page.fingers([pair(50), pair(50, 20), pair(50, 40)]);
    await page.settle();
    const moved = await page.box("base:gao");
    assert.ok(moved.x - first.x > 20 && moved.x - first.x < 45, `${moved.x - first.x}`);
    assert.equal(await page.run(() => scrollY), 0);
    assert.equal(await page.get("base"), null);
  });

  test("one finger aside is told that it takes two", async () => {
    const page = await open({ width: 390 });
    const map = await page.box("map");
    await page.touch([0, 20, 40, 60].map((step) => ({ x: map.x + step, y: map.y })));
    assert.match(await hint(page), /two fingers/);
    await page.set("lang", "fr");
    await page.touch([0, 20, 40, 60].map((step) => ({ x: map.x + step, y: map.y })));
    assert.match(await hint(page), /Deux doigts/);
  });

  test("who comes nearer gets a finer land, once, and only then", async () => {
    const page = await open({ width: 390 });
    const asked = () => page.mount.requests.filter((name) => name === "land-near.bin").length;
    const { pixels } = await page.reading();
    assert.equal(asked(), 0);
    await page.run(() => probe.part("zoom-in").click());
    await page.settle();
    await page.run(() => probe.part("zoom-reset").click());
    await page.until((before) => probe.reading().pixels !== before, pixels);
    await page.run(() => probe.part("zoom-in").click());
    await page.settle();
    assert.equal(asked(), 1);
    assert.deepEqual((await page.events()).map(({ type }) => type), ["mali-ready"]);
  });

  for (const [name, answer] of Object.entries({ missing: 404, wrong: "{}" })) {
    test(`where the finer land is ${name} the first one stays`, async () => {
      const files = { "land-near.bin": answer };
      const page = await open({ width: 390, files, faulty: true });
      const before = await apart(page);
      await page.run(() => {
        console.warn = (text) => (window.warned = text);
        probe.part("zoom-in").click();
      });
      assert.match(await page.until(() => window.warned), /no finer land: /);
      await page.settle();
      assert.ok((await apart(page)) > before * 1.3);
      assert.deepEqual((await page.events()).map(({ type }) => type), ["mali-ready"]);
    });
  }
});
