// A dataset far larger than ours: read while the page goes on, told by a bar, called off by another.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inChromium } from "./support/browser.mjs";

const MANY = 6_000;

// The bundled data with its events over and over, kept in the page as `archive`.
const gather = (page, count) =>
  page.run(async (count) => {
    const data = await fetch("dataset.json").then((response) => response.json());
    const event = (_, number) => ({ ...data.events[number % data.events.length], id: `event-${number}` });
    window.archive = { ...data, events: Array.from({ length: count }, event) };
  }, count);

const bar = () => {
  const node = probe.part("progress");
  return { shown: !node.hidden, name: node.ariaLabel, value: node.value };
};

inChromium("archive", (open) => {
  for (const form of ["an object", "a text", "an address", "a file"]) {
    test(`the page has its turn while ${form} is read`, async () => {
      const page = await open({ files: { "own.json": () => text } });
      await gather(page, MANY);
      const text = await page.run(() => JSON.stringify(window.archive));
      const turns = await page.run(async (form) => {
        const { archive } = window;
        const text = JSON.stringify(archive);
        const forms = { "an object": archive, "a text": text, "an address": "own.json", "a file": new Blob([text]) };
        const source = forms[form];
        let [turns, reads] = [0, true];
        const turn = () => reads && ((turns += 1), setTimeout(turn));
        turn();
        await probe.element().load(source);
        reads = false;
        return turns;
      }, form);
      assert.ok(turns >= 4, `${turns} turns`);
      assert.equal(await page.get("event"), null);
      await page.set("event", `event-${MANY - 1}`);
      await page.settle();
      assert.equal(await page.get("event"), `event-${MANY - 1}`);
    });
  }

  test("a bar tells how far it is, in the words of the page", async () => {
    let release;
    const held = new Promise((resolve) => (release = resolve));
    const page = await open({ body: '<mali-bases lang="fr"></mali-bases>', files: { "slow.json": () => held } });
    assert.equal((await page.run(bar)).shown, false);
    await page.run(() => void (window.slow = probe.element().load("slow.json")));
    await page.until(() => !probe.part("progress").hidden && probe.part("progress").ariaLabel);
    assert.deepEqual(await page.run(bar), { shown: true, name: "Lecture des données", value: 0 });
    await gather(page, MANY);
    release(await page.run(() => JSON.stringify(window.archive)));
    const heard = await page.run(async () => {
      const [node, heard] = [probe.part("progress"), new Set()];
      const watch = new MutationObserver(() => heard.add(node.value));
      watch.observe(node, { attributes: true });
      await window.slow;
      watch.disconnect();
      return [...heard];
    });
    assert.ok(heard.length > 5 && heard.every((share, at) => share <= 1 && !(share < heard[at - 1])), `${heard}`);
    assert.equal((await page.run(bar)).shown, false);
  });

  test("another one calls it off, however far it is", async () => {
    const page = await open();
    await gather(page, MANY);
    const outcome = await page.run(async () => {
      const { archive } = window;
      const title = { en: "A short one", fr: "Un court" };
      const short = { ...archive, meta: { ...archive.meta, title }, events: archive.events.slice(0, 50) };
      const first = probe.element().load(archive);
      while (probe.part("progress").value < 0.5) await new Promise((resolve) => setTimeout(resolve));
      await probe.element().load(short);
      return [await first, probe.part("progress").hidden];
    });
    assert.deepEqual(outcome, [null, true]);
    assert.equal(await page.text("headline"), "A short one");
    await page.set("event", `event-${MANY - 1}`);
    assert.equal(await page.get("event"), null);
    assert.match((await page.logged()).join(), /event “event-\d+” should be/);
  });

  test("two elements read at the same time, each its own", async () => {
    const page = await open({ body: '<mali-bases id="a"></mali-bases><mali-bases id="b"></mali-bases>' });
    await gather(page, MANY);
    const titles = await page.run(async () => {
      const { archive } = window;
      const titled = (en) => ({ ...archive, meta: { ...archive.meta, title: { en, fr: en } } });
      await Promise.all([probe.element(0).load(titled("One")), probe.element(1).load(titled("Two"))]);
      return [0, 1].map((index) => probe.part("headline", index).textContent);
    });
    assert.deepEqual(titles, ["One", "Two"]);
  });

  test("moved while it is read it comes all the same; taken out it does not, and what is given counts", async () => {
    const page = await open({ files: { "own.json": () => text } });
    await gather(page, MANY);
    const text = await page.run(() => JSON.stringify(window.archive));
    const reads = () => page.run(async () => {
      const element = document.createElement("mali-bases");
      Object.assign(element, { id: "late", loading: "eager", src: "own.json" });
      document.body.append(element);
      const bar = element.shadowRoot.querySelector("progress");
      while (bar.value < 0.5) await new Promise((resolve) => setTimeout(resolve));
    });
    await reads();
    const moved = await page.run(async () => {
      const late = document.querySelector("#late");
      document.body.prepend(late);
      await late.ready;
      late.remove();
      return late.date;
    });
    assert.equal(moved, "2022-02-17");
    await reads();
    const given = await page.run(async () => {
      const late = document.querySelector("#late");
      const { archive } = window;
      await late.load({ ...archive, meta: { ...archive.meta, opens: "2014-01-01" }, events: [] });
      return late.date;
    });
    assert.equal(given, "2014-01-01");
    await page.run(() => document.querySelector("#late").remove());
    await reads();
    const left = await page.run(async () => {
      const late = document.querySelector("#late");
      late.remove();
      const bar = late.shadowRoot.querySelector("progress");
      while (!bar.hidden) await new Promise((resolve) => setTimeout(resolve));
      await probe.frames(5);
      return late.shadowRoot.querySelector("[part~=map]");
    });
    assert.equal(left, null);
  });

  test("what is wrong in it is told as ever, and the picture stays", async () => {
    const page = await open();
    await gather(page, MANY);
    const before = await page.reading();
    const problems = await page.run(async () => {
      const { archive } = window;
      const events = archive.events.map((event) => ({ ...event }));
      events[5_000].category = "gossip";
      events[5_999].id = "event-7";
      const faulty = [{ ...archive, events: events.slice(0, 5_500) }, { ...archive, events }];
      const told = [];
      for (const data of faulty) await probe.element().load(data).catch((error) => told.push(error.problems));
      return told.map((problems) => problems.map(({ path }) => path));
    });
    assert.deepEqual(problems, [["events[5000].category"], ["events[5000].category", "events[5999].id"]]);
    assert.deepEqual(await page.reading(), before);
  });
});
