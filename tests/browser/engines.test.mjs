// The journeys that every engine has to make alike, under the policy that the graphic promises to keep.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inEveryEngine } from "./support/browser.mjs";
import { POLICY } from "./support/server.mjs";

const FALLBACK = '<mali-bases><p id="fallback">A still picture</p></mali-bases>';

inEveryEngine("journeys", (open) => {
  test("the picture stands, asks no other host and breaks no policy", async () => {
    const page = await open();
    assert.equal(await page.text("count"), "3 of 6 bases open");
    const asked = await page.run(() => performance.getEntriesByType("resource").map(({ name }) => name));
    assert.deepEqual(asked.filter((name) => !name.startsWith(page.mount.address)), []);
    const painted = await page.run(() => probe.part("map").querySelector("canvas").width);
    assert.ok(painted > 300);
    assert.deepEqual(await page.run(() => probe.notes.faults), []);
  });

  test("attributes, properties and events are those of the contract", async () => {
    const page = await open({ body: '<mali-bases date="2021-12-14" base="timbuktu"></mali-bases>' });
    assert.deepEqual([await page.get("date"), await page.get("base")], ["2021-12-14", "timbuktu"]);
    await page.set("date", "2014-01-01");
    await page.settle();
    assert.equal(await page.attribute("date"), "2014-01-01");
    const [{ detail }] = await page.events("mali-change");
    assert.equal(detail.date, "2014-01-01");
    assert.equal(detail.bases.length, 6);
    await page.set("lang", "fr");
    await page.until(() => /ouvertes/.test(probe.part("count").textContent));
  });

  test("a drag, keys and a press move the day", async () => {
    const page = await open();
    await page.run(() => probe.part("slider").scrollIntoView({ block: "center" }));
    const { left, right, y } = await page.axis();
    await page.drag([{ x: right - 60, y: y - 40 }, { x: (left + right) / 2, y: y - 40 }]);
    await page.settle();
    const dragged = await page.get("date");
    assert.ok(dragged > "2016" && dragged < "2019", dragged);
    await page.focus("slider");
    await page.type("HOME", "ARROW_RIGHT");
    assert.equal(await page.get("date"), "2012-01-02");
    await page.click(await page.box("next"));
    await page.until(() => probe.element().event !== null);
  });

  test("a base is chosen on the map and let go by Escape", async () => {
    const page = await open();
    await page.run(() => probe.part("map").scrollIntoView({ block: "center" }));
    await page.click(await page.box("base:gao"));
    await page.until(() => probe.element().base === "gao");
    await page.until(() => /Gao/.test(probe.part("panel").querySelector("h3").textContent));
    assert.equal(await page.focused(), "base:gao");
    await page.type("ESCAPE");
    assert.equal(await page.get("base"), null);
  });

  test("it plays and pauses", async () => {
    const page = await open({ body: '<mali-bases date="2014-01-01"></mali-bases>' });
    await page.run(() => probe.part("play").click());
    await page.until(() => probe.element().date > "2014-01-10");
    await page.run(() => probe.part("play").click());
    assert.equal(await page.get("playing"), false);
  });

  test("a dataset is read, and one that is broken is told in full", async () => {
    const page = await open();
    const told = await page.run(async () => {
      const dataset = await fetch("dataset.json").then((response) => response.json());
      dataset.meta.title.en = "Another title";
      await probe.element().load(dataset);
      dataset.meta.first = "yesterday";
      delete dataset.bases.features[0].properties.name;
      return probe.element().load(JSON.stringify(dataset)).catch(({ problems }) => problems.map(({ path }) => path));
    });
    assert.equal(told.length, 2, String(told));
    assert.equal(await page.text("headline"), "Another title");
  });

  test("a picture of it is made", async () => {
    const page = await open();
    const made = await page.run(async () => {
      const [svg, png] = [await probe.element().toSVG(), await probe.element().toPNG({ width: 600 })];
      const bitmap = await createImageBitmap(png);
      return [svg.slice(0, 4), bitmap.width, bitmap.height > 600];
    });
    assert.deepEqual(made, ["<svg", 600, true]);
  });

  test("without WebAssembly the fallback shows, and the page is told", async () => {
    const policy = POLICY.replace(" 'wasm-unsafe-eval'", "");
    for (const options of [{ files: { "view_bg.wasm": 404 } }, { policy }]) {
      const page = await open({ body: FALLBACK, faulty: true, waits: false, ...options });
      await page.until(() => probe.notes.events.some(({ type }) => type === "mali-error"));
      assert.equal(await page.run(() => document.querySelector("#fallback").getBoundingClientRect().height > 0), true);
    }
  });

  test("in a frame without an origin it runs, and tells its height", async () => {
    const early = `window.heights = []; addEventListener("message", ({ data }) => {
      if (data.sentinel === "amp") heights.push(data.height); });`;
    const body = '<iframe sandbox="allow-scripts" src="embed.html" width="600" height="100" title="Bases"></iframe>';
    // Where there is no origin 'self' is nothing to WebKit: the host is named.
    const policy = (origin) => `${POLICY.replaceAll("'self'", origin)}; frame-src ${origin}`;
    const page = await open({ body, early, policy, waits: false });
    await page.until(() => window.heights.at(-1) > 900);
  });

  test("all of it in one script runs where nothing may be fetched", async () => {
    await open({
      body: '<script src="mali-bases.inline.js"></script><mali-bases></mali-bases>',
      script: "",
      policy: POLICY.replace("connect-src 'self'", "connect-src 'none'"),
    });
  });
});
