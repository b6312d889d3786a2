// Coming, moving, going: what an element leaves behind, and what it does while nothing happens.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inChromium } from "./support/browser.mjs";
import { DARK } from "./support/theme.mjs";

// About 1.2 KB a coming, of which most is the browser's own bookkeeping: what is ours of it is still to be found.
const FEW_BYTES = 300_000;

// Counts the Views that are given back, and tells how much memory the module has.
const WATCH = (named) => `
import init, { View } from "./${named("view.js")}";
const { free } = View.prototype;
window.freed = 0;
View.prototype.free = function () {
  window.freed += 1;
  return free.call(this);
};
window.memory = async () => (await init()).memory.buffer.byteLength;`;

const mount = async (count) => {
  for (let left = count; left > 0; left -= 1) {
    const element = document.createElement("mali-bases");
    element.loading = "eager";
    document.body.append(element);
    await element.ready;
    element.base = "gao";
    element.date = "2016-01-01";
    await probe.frames(1);
    element.remove();
    await probe.frames(1);
  }
  return window.memory();
};

inChromium("life", (open) => {
  test("while nothing changes nothing runs", async () => {
    const page = await open({ body: "<mali-bases></mali-bases><mali-bases></mali-bases>" });
    const asked = await page.run(async () => {
      const before = probe.notes.asked;
      await probe.frames(20);
      return probe.notes.asked - before;
    });
    assert.equal(asked, 0);
    const moved = await page.run(async () => {
      const before = probe.notes.asked;
      probe.element().date = "2022-03-01"; // On which no base changes.
      await probe.frames(10);
      return probe.notes.asked - before;
    });
    assert.equal(moved, 1);
    const pulsed = await page.run(async () => {
      const before = probe.notes.asked;
      probe.element().date = "2021-11-01";
      await probe.rest();
      return probe.notes.asked - before;
    });
    assert.ok(pulsed > 10 && pulsed < 150, `a pulse runs out: ${pulsed}`);
  });

  test("what plays out of sight waits, and goes on from where it was", async () => {
    const page = await open({ css: "body { padding-bottom: 4000px }" });
    await page.set("date", "2014-01-01");
    await page.run(() => probe.element().play());
    await page.until(() => probe.element().date > "2014-01-20");
    await page.run(() => scrollTo(0, 3000));
    await page.until(async () => {
      const before = probe.notes.asked;
      await probe.frames(20);
      return probe.notes.asked === before;
    });
    const { date } = await page.reading();
    await page.run(() => new Promise((resolve) => setTimeout(resolve, 1500))); // Longer than any frame takes.
    assert.equal(await page.get("date"), date);
    await page.run(() => scrollTo(0, 0));
    await page.until((date) => probe.element().date > date, date);
    const gone = (Date.parse(await page.get("date")) - Date.parse(date)) / 864e5;
    assert.ok(gone < 60, `${gone} days in a moment`);
    assert.equal(await page.get("playing"), true);
  });

  test("taken out, it leaves no listener, observer or frame behind", async () => {
    const page = await open({ body: '<mali-bases date="2014-01-01"></mali-bases>', module: WATCH });
    const living = await page.run(() => [probe.listeners().length, probe.observers().length]);
    assert.ok(living[0] > 0 && living[1] > 0, `${living}`);
    await page.run(() => {
      window.element = probe.element();
      element.play();
    });
    await page.until(() => probe.element().date > "2014-01-02");
    const left = await page.run(async () => {
      element.remove();
      await probe.frames(3);
      const asked = probe.notes.asked;
      await probe.frames(10);
      return { asked: probe.notes.asked - asked, listeners: probe.listeners(), observers: probe.observers() };
    });
    assert.deepEqual(left, { asked: 0, listeners: [], observers: [] });
    assert.equal(await page.run(() => window.freed), 1);
    assert.equal(await page.run(() => element.shadowRoot.querySelectorAll("canvas").length), 0);
    // Whoever still holds it may ask it anything.
    await page.run(() => {
      element.pause();
      element.date = "2015-05-05";
      element.base = "gao";
      element.theme = "dark";
      element.lang = "fr";
    });
    const answers = await page.run(() => [element.date, element.base, element.bases]);
    assert.deepEqual(answers, ["2015-05-05", "gao", []]);
  });

  test("one that is waiting to come near leaves nothing behind either", async () => {
    const page = await open({ css: "mali-bases { margin-top: 6000px }", waits: false });
    await page.until(() => probe.element().shadowRoot && probe.observers().length === 1);
    await page.run(() => probe.element().remove());
    assert.deepEqual(await page.run(() => [probe.listeners(), probe.observers()]), [[], []]);
  });

  test("taken out while it loads, it does not start", async () => {
    let release;
    const held = new Promise((resolve) => (release = resolve));
    const page = await open({ files: { "first-en.bin": () => held }, module: WATCH, waits: false });
    await page.until((name) => probe.hasCome(name), "view_bg.wasm");
    await page.run(() => {
      window.element = probe.element();
      element.remove();
    });
    release();
    await page.until((name) => probe.hasCome(name), "first-en.bin");
    await page.settle();
    assert.deepEqual(await page.events(), []);
    assert.equal(await page.run(() => element.shadowRoot.querySelectorAll("canvas").length), 0);
    await page.run(() => document.body.append(element));
    await page.ready();
  });

  test("moved within the page it goes on as it is", async () => {
    const page = await open({
      body: '<div id="there"></div><mali-bases base="gao"></mali-bases>',
      module: WATCH,
    });
    await page.set("date", "2016-02-03");
    const before = await page.reading();
    const living = await page.run(() => [probe.listeners().sort(), probe.observers()]);
    const requests = page.mount.requests.length;
    await page.run(() => document.querySelector("#there").append(probe.element()));
    assert.deepEqual(await page.reading(), before);
    assert.deepEqual(await page.run(() => [probe.listeners().sort(), probe.observers()]), living);
    assert.equal(page.mount.requests.length, requests);
    assert.equal(await page.run(() => window.freed), 0);
    await page.focus("slider");
    await page.type("ARROW_RIGHT");
    assert.equal(await page.get("date"), "2016-02-04");
    assert.equal((await page.events("mali-ready")).length, 1);
  });

  test("what is set while it is moved is not lost, and it takes the language of its new place", async () => {
    const page = await open({ body: '<div id="there" lang="fr"></div><mali-bases></mali-bases>' });
    const between = await page.run(() => {
      const element = probe.element();
      element.remove();
      element.date = "2016-01-01";
      element.setAttribute("base", "gao");
      element.theme = "dark";
      const between = [element.date, element.base];
      document.querySelector("#there").append(element);
      return between;
    });
    assert.deepEqual(between, ["2016-01-01", "gao"]);
    const { date, base, words } = await page.reading();
    assert.deepEqual([date, base, words[1]], ["2016-01-01", "gao", "1er janvier 2016"]);
    assert.deepEqual([await page.attribute("date"), await page.attribute("base")], ["2016-01-01", "gao"]);
    const ground = await page.run(() => {
      return getComputedStyle(probe.part("map").closest(".root")).backgroundColor;
    });
    assert.equal(ground.replaceAll(",", ""), DARK.ground);
  });

  test("moved while it plays it plays on", async () => {
    const page = await open({ body: '<div id="there"></div><mali-bases date="2014-01-01"></mali-bases>' });
    await page.run(() => probe.element().play());
    await page.run(() => document.querySelector("#there").append(probe.element()));
    await page.until(() => probe.element().date > "2014-01-10");
    assert.equal(await page.get("playing"), true);
  });

  test("put back later it comes back with its day, its selection and its dataset", async () => {
    const page = await open({ module: WATCH });
    await page.run(async () => {
      const data = await fetch("dataset.json").then((response) => response.json());
      data.meta.title.en = "Another title";
      await probe.element().load(data);
    });
    await page.set("date", "2016-02-03");
    await page.set("base", "kidal");
    const before = await page.reading();
    await page.run(async () => {
      const element = probe.element();
      element.remove();
      await probe.frames(3);
      document.body.append(element);
    });
    await page.until(() => probe.notes.events.filter(({ type }) => type === "mali-ready").length === 2);
    assert.deepEqual(await page.reading(), before);
    assert.equal(before.words[0], "Another title");
    assert.equal(await page.run(() => window.freed), 1);
  });

  test("coming and going two hundred times takes no more memory than ten times", async () => {
    const page = await open({ module: WATCH });
    const heap = async () => {
      await page.driver.sendAndGetDevToolsCommand("HeapProfiler.collectGarbage");
      const { usedSize } = await page.driver.sendAndGetDevToolsCommand("Runtime.getHeapUsage");
      return usedSize;
    };
    const after10 = [await page.run(mount, 10), await heap()];
    const after200 = [await page.run(mount, 190), await heap()];
    assert.equal(after200[0], after10[0], "the module's");
    assert.ok(after200[1] - after10[1] < FEW_BYTES, `JavaScript's: ${after10[1]}, then ${after200[1]}`);
    assert.equal(await page.run(() => window.freed), 200);
    const left = await page.run(() => [probe.listeners().length, probe.observers().length]);
    await page.run(() => probe.element().remove());
    await page.settle();
    assert.ok(left[0] > 0);
    assert.deepEqual(await page.run(() => [probe.listeners(), probe.observers()]), [[], []]);
  });
});
