// Pages of every kind around the graphic: it stays the same, and leaves them alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inChromium } from "./support/browser.mjs";

inChromium("host page", (open) => {
  test("in a page that runs right to left it is drawn the same, and later is still right", async () => {
    const straight = await (await open()).reading();
    const page = await open({ dir: "rtl" });
    assert.deepEqual(await page.reading(), straight);
    const { left, right, y } = await page.axis();
    const over = (await page.box("timeline")).top + 4;
    await page.drag([{ x: left + 100, y: over }, { x: left + 200, y: over }]);
    const early = await page.get("date");
    await page.drag([{ x: left + 200, y: over }, { x: right - 100, y: over }]);
    const late = await page.get("date");
    assert.ok(early > "2012-06" && early < late, `${early} and ${late}`);
    await page.click({ x: left + 150, y });
    assert.ok((await page.get("date")) < early);
    await page.focus("slider");
    await page.type("HOME", "ARROW_RIGHT");
    assert.equal(await page.get("date"), "2012-01-02");
  });

  test("a page's wild style changes neither the picture nor the controls", async () => {
    const plain = await open();
    const calm = await plain.reading();
    const controls = async (page) => page.run(() => {
      const { width, height } = probe.part("play").getBoundingClientRect();
      return [width, height];
    });
    const size = await controls(plain);
    const wild = await open({
      css: `
        * { box-sizing: content-box; letter-spacing: 3px; }
        canvas, button, input, p, h2 { display: none; border: 9px solid red; margin: 40px; }
        div { padding: 50px; transform: scale(0.5); }
        mali-bases { text-align: center; text-transform: uppercase; font-style: italic; line-height: 4; }`,
    });
    assert.deepEqual((await wild.reading()).pixels, calm.pixels);
    assert.deepEqual(await controls(wild), size);
  });

  test("a page that unsets everything, with huge type, still has the whole of it", async () => {
    const page = await open({
      css: `
        * { all: unset; }
        html { font-size: 60px; }
        canvas { width: 10px !important; height: 10px !important; }`,
    });
    const shown = await page.run(() => {
      const width = (node) => node.getBoundingClientRect().width;
      const [map] = probe.part("map").querySelectorAll("canvas");
      return { map: width(probe.part("map")), canvas: width(map), type: getComputedStyle(probe.part("play")).fontSize };
    });
    assert.ok(shown.map > 600 && Math.abs(shown.canvas - shown.map) < 1, JSON.stringify(shown));
    assert.ok(parseFloat(shown.type) <= 20, shown.type);
    await page.click(await page.box("base:gao"));
    assert.equal(await page.get("base"), "gao");
    const overflow = await page.run(() => probe.part("panel").scrollWidth - probe.part("panel").clientWidth);
    assert.ok(overflow <= 0);
  });

  test("ten on a page are ten graphics on one module", async () => {
    const body = Array.from({ length: 10 }, (_, at) => `<mali-bases loading="eager" date="${2013 + at}-01-01"></mali-bases>`);
    const page = await open({ body: body.join("") });
    const dates = await page.run(() => [...document.querySelectorAll("mali-bases")].map(({ date }) => date));
    assert.deepEqual(dates, Array.from({ length: 10 }, (_, at) => `${2013 + at}-01-01`));
    const asked = page.mount.requests.filter((name) => /\.(wasm|bin)$/.test(name) || name === "view.js");
    assert.deepEqual(asked.toSorted(), ["all-en.bin", "first-en.bin", "land.bin", "view.js", "view_bg.wasm"]);
    await page.set("base", "gao", 3);
    await page.settle();
    const bases = await page.run(() => [...document.querySelectorAll("mali-bases")].filter(({ base }) => base).length);
    assert.equal(bases, 1);
  });

  test("it adds nothing to the page: no style, no element, no global", async () => {
    const early = 'window.names = new Set(Object.getOwnPropertyNames(window)); names.add("names");';
    const page = await open({ early });
    await page.click(await page.box("base:gao"));
    await page.settle();
    const added = await page.run(() => {
      const isOfDriver = (name) => /^(cdc_|ret_nodes|\$)/.test(name);
      const names = Object.getOwnPropertyNames(window).filter((name) => !window.names.has(name));
      const body = [...document.body.children].map(({ localName }) => localName);
      const sheets = document.styleSheets.length + document.adoptedStyleSheets.length;
      return { names: names.filter((name) => !isOfDriver(name)), body, sheets };
    });
    assert.deepEqual(added, { names: [], body: ["mali-bases"], sheets: 1 });
    const { cookie, stores, hash } = await page.run(() => ({
      cookie: document.cookie,
      stores: localStorage.length + sessionStorage.length,
      hash: location.hash,
    }));
    assert.deepEqual({ cookie, stores, hash }, { cookie: "", stores: 0, hash: "" });
  });

  test("the type follows the page", async () => {
    const sans = await (await open()).reading();
    const serif = await open({ css: 'body { font-family: "Liberation Serif", serif }' });
    assert.notEqual((await serif.reading()).pixels, sans.pixels);
    const family = await serif.run(() => getComputedStyle(probe.part("play")).fontFamily);
    assert.match(family, /Liberation Serif/);
  });

  test("the demo page of the build stands, under the policy", async () => {
    const page = await open({ address: "index.html", waits: false });
    await page.until(() => document.querySelector("mali-bases")?.bases.length === 6);
    const overflow = await page.run(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0);
  });
});
