// From the markup to the first picture, and what it asks of the network.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inChromium } from "./support/browser.mjs";

const FILES = ["first-en.bin", "land.bin", "mali-bases.js", "view.js", "view_bg.wasm"];
const FALLBACK = '<mali-bases><p id="fallback">A still picture</p></mali-bases>';
const isShown = () => document.querySelector("#fallback").checkVisibility();

inChromium("start", (open) => {
  test("the element upgrades and says once that it is ready", async () => {
    const page = await open();
    assert.equal(await page.run(() => probe.element().ready), null);
    const events = await page.events("mali-ready");
    assert.deepEqual(events.map(({ detail, composed }) => ({ detail, composed })), [
      { detail: {}, composed: true },
    ]);
    assert.equal(await page.get("date"), "2022-02-17");
    assert.equal(await page.text("count"), "3 of 6 bases open");
  });

  test("it asks for each of its files once, and no other host for anything", async () => {
    const page = await open();
    const asked = page.mount.requests.filter((name) => FILES.includes(name));
    assert.deepEqual(asked.sort(), FILES);
    const addresses = await page.run(() =>
      performance.getEntriesByType("resource").map(({ name }) => name),
    );
    assert.deepEqual(addresses.filter((address) => !address.startsWith(page.mount.address)), []);
    assert.ok(addresses.length >= FILES.length);
  });

  test("the children show until the picture stands", async () => {
    let release;
    const held = new Promise((resolve) => (release = resolve));
    const page = await open({ body: FALLBACK, files: { "view_bg.wasm": () => held }, waits: false });
    await page.until(() => customElements.get("mali-bases") && probe.element().shadowRoot);
    await page.settle();
    assert.equal(await page.run(isShown), true);
    release();
    await page.ready();
    assert.equal(await page.run(isShown), false);
  });

  test("an element far below starts when it comes near", async () => {
    const page = await open({ css: "mali-bases { margin-top: 6000px }", waits: false });
    await page.until(() => probe.element().shadowRoot);
    await page.settle();
    assert.equal(page.mount.requests.includes("view_bg.wasm"), false);
    await page.run(() => scrollTo(0, 5000));
    await page.ready();
  });

  test("an eager one starts at once, wherever it stands", async () => {
    const page = await open({
      body: '<mali-bases loading="eager"></mali-bases>',
      css: "mali-bases { margin-top: 6000px }",
    });
    assert.equal(await page.run(() => scrollY), 0);
  });

  test("a hidden one starts when it is shown", async () => {
    for (const loading of ["lazy", "eager"]) {
      const body = `<mali-bases hidden loading="${loading}"></mali-bases>`;
      const page = await open({ body, waits: false });
      await page.until(() => probe.element().shadowRoot);
      await page.settle();
      assert.deepEqual(await page.events(), []);
      await page.run(() => void (probe.element().hidden = false));
      await page.ready();
    }
  });

  test("an element made by a script starts too, and the module may be named twice", async () => {
    const page = await open({
      body: '<script type="module" src="mali-bases.js?again"></script>',
      module: 'document.body.append(document.createElement("mali-bases"))',
      waits: false,
    });
    await page.until(() => probe.element()?.shadowRoot);
    await page.ready();
  });

  test("two on a page are two graphics on one module", async () => {
    const page = await open({
      body: `<mali-bases id="a" date="2014-01-01" base="gao"></mali-bases>
        <mali-bases id="b" date="2021-01-01" lang="fr" theme="dark"></mali-bases>`,
      css: "mali-bases { display: inline-block; width: 480px }",
    });
    const asked = page.mount.requests.filter((name) => FILES.includes(name));
    assert.deepEqual(asked.sort(), FILES);
    const [first, second] = [await page.reading(0), await page.reading(1)];
    assert.deepEqual([first.date, first.base], ["2014-01-01", "gao"]);
    assert.deepEqual([second.date, second.base], ["2021-01-01", null]);
    await page.set("date", "2016-06-15", 0);
    await page.set("base", "kidal", 0);
    assert.deepEqual(await page.reading(1), second);
    const changes = await page.events("mali-change");
    assert.deepEqual(changes.map(({ id, detail }) => [id, detail.date]), [["a", "2016-06-15"]]);
  });
});
