// The static picture of what is shown, made in the page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inChromium } from "./support/browser.mjs";

// In the page: the picture as a browser reads it.
async function read() {
  const text = await probe.element().toSVG();
  const svg = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  const of = (name) => [...svg.querySelectorAll(name)].map(({ textContent }) => textContent.trim());
  const fonts = [...new Set([...svg.querySelectorAll("text")].map((node) => node.getAttribute("font-family")))];
  return { root: svg.localName, lang: svg.getAttribute("lang"), width: Number(svg.getAttribute("width")), texts: of("text"), desc: of("desc"), fonts };
}

// In the page: the size of a PNG, and its color at the left top.
async function decode(options) {
  const blob = await probe.element().toPNG(options);
  const bitmap = await createImageBitmap(blob);
  const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
  const context = canvas.getContext("2d");
  context.drawImage(bitmap, 0, 0);
  const [...ground] = context.getImageData(0, 0, 1, 1).data;
  return { type: blob.type, width: bitmap.width, height: bitmap.height, ground };
}

inChromium("still", (open) => {
  test("it shows the day, the selection and the language of the page, in its fonts", async () => {
    const page = await open({ body: '<mali-bases date="2021-12-14" base="timbuktu" lang="fr"></mali-bases>' });
    const svg = await page.run(read);
    assert.deepEqual([svg.root, svg.lang, svg.width], ["svg", "fr", 1000]);
    assert.ok(svg.texts.some((text) => text.includes("14 décembre 2021")), svg.texts.join());
    assert.ok(svg.texts.includes("Tombouctou"));
    assert.match(svg.desc[0], /14 décembre 2021/);
    assert.deepEqual(svg.fonts, ['"Liberation Sans", Arial, sans-serif']);
    assert.equal(await page.get("base"), "timbuktu");
  });

  test("it is as broad as is asked for, else sharp on a fine screen, and of the page's colors", async () => {
    const css = "mali-bases { --mali-bases-ground: #102030 }";
    const page = await open({ css, width: 600 });
    const [usual, wanted] = [await page.run(decode), await page.run(decode, { width: 900 })];
    assert.deepEqual([usual.type, usual.width, wanted.width], ["image/png", 1200, 900]);
    assert.ok(Math.abs(usual.height / usual.width - wanted.height / wanted.width) < 0.01);
    assert.deepEqual(usual.ground, [0x10, 0x20, 0x30, 255]);
    for (const width of [0, -5, 1.5, "broad", 1e6]) {
      const reason = await page.run((width) => probe.element().toPNG({ width }).catch(({ message }) => message), width);
      assert.match(reason, /pixels broad cannot be made/);
    }
  });

  test("without an element, too", async () => {
    const page = await open();
    const svg = await page.run(async () => (await import("./pure.js")).svg({ date: "2021-12-14", lang: "fr", theme: "dark" }));
    assert.ok(svg.includes("14 décembre 2021") && svg.includes("#15181B"));
  });

  test("it is of the page's own dataset, and asks for its files only then", async () => {
    const page = await open();
    const asked = (name) => page.mount.requests.filter((request) => request === name).length;
    assert.equal(asked("press_bg.wasm"), 0);
    await page.run(async () => {
      const dataset = await fetch("dataset.json").then((response) => response.json());
      dataset.meta.title.en = "Another headline";
      await probe.element().load(dataset);
    });
    const { texts } = await page.run(read);
    assert.ok(texts.includes("Another headline"), texts.join());
    await page.run(read);
    assert.equal(asked("press_bg.wasm"), 1);
  });

  test("one that is asked for before the graphic has started starts it", async () => {
    const page = await open({ css: "mali-bases { margin-top: 6000px }", waits: false });
    await page.until(() => probe.element().shadowRoot);
    assert.equal((await page.run(read)).root, "svg");
  });

  test("where it cannot be made the promise says why, and the picture stays", async () => {
    const page = await open({ files: { "press_bg.wasm": 404 }, faulty: true });
    const reason = await page.run(() => probe.element().toSVG().catch(({ message }) => message));
    assert.match(reason, /press_bg.*\.wasm: HTTP 404/);
    assert.equal(await page.text("count"), "3 of 6 bases open");
    const off = await page.run(() => document.createElement("mali-bases").toPNG().catch(({ message }) => message));
    assert.match(off, /on no page/);
  });
});
