// A newsroom's own dataset: good ones are shown, bad ones named fault by fault.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inChromium } from "./support/browser.mjs";

const bundled = (page) => page.run(() => fetch("dataset.json").then((response) => response.json()));

// Loads, and tells how that ended.
const load = (page, source) =>
  page.run(async (source) => {
    let outcome = { message: null };
    await probe.element().load(source).catch((error) => {
      const { message, problems } = error;
      outcome = { isError: error instanceof Error, message, problems };
    });
    await probe.frames(3);
    return outcome;
  }, source);

// The bundled data with another name, another first day and one base more.
async function changed(page) {
  const data = await bundled(page);
  const copy = structuredClone(data.bases.features[0]);
  copy.id = "elsewhere";
  copy.geometry.coordinates = [-1.5, 18];
  copy.properties.name = { en: "Elsewhere", fr: "Ailleurs" };
  data.bases.features.push(copy);
  data.meta.title = { en: "Another title", fr: "Un autre titre" };
  data.meta.opens = "2014-01-01";
  return data;
}

const hasElsewhere = (reading) => {
  assert.equal(reading.date, "2014-01-01");
  assert.equal(reading.words[0], "Another title");
  assert.deepEqual(reading.bases.at(-1), { id: "elsewhere", name: "Elsewhere", state: "open" });
};

inChromium("dataset", (open) => {
  test("an object, a text and an address are shown alike", async () => {
    const page = await open({ files: { "own.json": () => JSON.stringify(own) } });
    const own = await changed(page);
    const readings = [];
    const original = await bundled(page);
    for (const source of [own, JSON.stringify(own), "own.json"]) {
      assert.equal((await load(page, original)).message, null);
      assert.equal((await load(page, source)).message, null);
      readings.push(await page.reading());
    }
    readings.forEach(hasElsewhere);
    assert.deepEqual(readings[1], readings[0]);
    assert.deepEqual(readings[2], readings[0]);
  });

  test("everything follows: buttons, slider, the height of the timeline", async () => {
    const page = await open();
    const before = await page.box("timeline");
    await load(page, await changed(page));
    const after = await page.box("timeline");
    assert.ok(after.height >= before.height + 10, `${before.height} and ${after.height}`);
    const { y } = await page.axis();
    assert.ok(y > after.top && y < after.top + after.height);
    const height = await page.run(() => probe.picture("timeline").height / devicePixelRatio);
    assert.ok(Math.abs(height - after.height) <= 1);
    await page.click(await page.box("base:elsewhere"));
    assert.equal(await page.get("base"), "elsewhere");
    await load(page, await bundled(page));
    assert.equal(await page.run(() => probe.part("base:elsewhere")), null);
    assert.equal((await page.box("timeline")).height, before.height);
  });

  test("faults are told with their places, and the picture stays", async () => {
    const page = await open({ body: '<mali-bases date="2018-05-05" base="gao"></mali-bases>' });
    const before = await page.reading();
    await page.forgetEvents();
    const bad = await bundled(page);
    bad.bases.features[1].properties.arrived.date = "2013-02-31";
    bad.bases.features[2].geometry.coordinates = ["east", 16];
    bad.events[3].category = "gossip";
    delete bad.meta.title;
    const { isError, message, problems } = await load(page, bad);
    assert.equal(isError, true);
    assert.ok(message.length > 10);
    for (const problem of problems) {
      assert.deepEqual(Object.keys(problem).sort(), ["message", "path"]);
      assert.ok(problem.message.length > 3);
    }
    const paths = problems.map(({ path }) => path).join("\n");
    for (const place of [/bases.*1.*arrived/, /bases.*2.*coordinates/, /events.*3.*category/, /meta/]) {
      assert.match(paths, place);
    }
    assert.deepEqual(await page.reading(), before);
    assert.deepEqual(await page.events("mali-change"), []);
  });

  test("what is no dataset at all is refused too", async () => {
    const page = await open({ faulty: true });
    const before = await page.reading();
    for (const source of [{}, [], 7, null, "{", "[]", "nowhere.json", "page.html"]) {
      const { message, problems } = await load(page, source);
      assert.ok(message, JSON.stringify(source));
      assert.ok(Array.isArray(problems) && problems.length > 0, JSON.stringify(source));
    }
    assert.deepEqual(await page.reading(), before);
  });

  test("of several loads at once the last one counts", async () => {
    let release;
    const held = new Promise((resolve) => (release = resolve));
    const page = await open({ files: { "slow.json": () => held } });
    const original = await bundled(page);
    await page.run(() => void (window.slow = probe.element().load("slow.json")));
    await load(page, await changed(page));
    release(JSON.stringify(original));
    await page.run(() => window.slow);
    hasElsewhere(await page.reading());
  });

  test("src replaces the bundled dataset, and gives it back", async () => {
    let own = "{}";
    const files = { "own.json": () => own };
    const page = await open({ files });
    own = JSON.stringify(await changed(page));
    const bundledReading = await page.reading();
    await page.set("src", "own.json");
    await page.until(() => probe.element().bases.length === 7);
    hasElsewhere(await page.reading());
    await page.set("src", null);
    await page.until(() => probe.element().bases.length === 6);
    assert.deepEqual(await page.reading(), bundledReading);

    const other = await open({
      body: '<mali-bases src="own.json" date="2013-06-01" base="elsewhere"></mali-bases>',
      files,
    });
    const reading = await other.reading();
    assert.deepEqual([reading.date, reading.base], ["2013-06-01", "elsewhere"]);
    assert.equal(other.mount.requests.includes("first-en.bin"), false);
  });

  test("what is loaded after src was taken away stays", async () => {
    const page = await open({ body: '<mali-bases src="dataset.json"></mali-bases>' });
    await page.run(async (own) => {
      const element = probe.element();
      element.src = null;
      await element.load(own);
      await fetch("dataset.json");
      await probe.frames(3);
    }, await changed(page));
    hasElsewhere(await page.reading());
  });

  test("one that is given while it is out of the page waits for it to come back", async () => {
    const page = await open();
    const own = await changed(page);
    const told = await page.run(async (own) => {
      const element = probe.element();
      element.remove();
      await probe.frames(3);
      const told = [];
      const loaded = element.load(own).then(() => told.push(`loaded ${element.bases.length}`));
      await probe.frames(3);
      told.push("put back");
      document.body.append(element);
      await loaded;
      return told;
    }, own);
    assert.deepEqual(told, ["put back", "loaded 7"]);
    hasElsewhere(await page.reading());
  });

  test("a bad src later on is told, and the picture stays", async () => {
    const page = await open({ files: { "bad.json": '{"meta": 1}' }, faulty: true });
    const before = await page.reading();
    for (const src of ["bad.json", "nowhere.json"]) {
      await page.forgetEvents();
      await page.set("src", src);
      await page.until(() => probe.notes.events.some(({ type }) => type === "mali-error"));
      const [{ detail }] = await page.events("mali-error");
      assert.ok(detail.message && detail.problems.length > 0);
      assert.deepEqual(await page.reading(), before);
    }
  });

  test("a dataset given before the start is the first one shown", async () => {
    const page = await open();
    const own = await changed(page);
    await page.run(async (own) => {
      probe.element().remove();
      const element = document.createElement("mali-bases");
      element.loading = "eager";
      document.body.append(element);
      await element.load(own);
    }, own);
    hasElsewhere(await page.reading());
  });
});
