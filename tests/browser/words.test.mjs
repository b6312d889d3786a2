// What comes after the first picture: the texts and sources of the panel, in the reader's language.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inChromium } from "./support/browser.mjs";

const held = () => {
  let release;
  const answer = new Promise((resolve) => (release = resolve));
  return { answer, release };
};

const panel = (page) =>
  page.run(() => {
    const node = probe.part("panel");
    return { busy: node.ariaBusy, text: node.textContent, sources: node.querySelectorAll("details").length };
  });

inChromium("words", (open) => {
  test("the picture stands before the sources are there, and changes for them", async () => {
    const { answer, release } = held();
    const page = await open({ files: { "all-en.bin": () => answer }, waits: false });
    await page.until(() => probe.notes.events.some(({ type }) => type === "mali-ready"));
    const first = await panel(page);
    assert.deepEqual([first.busy, first.sources], ["true", 0]);
    assert.match(first.text, /France announces its exit from Mali.*are to stay in the Sahel/s);
    release();
    await page.settle();
    const whole = await panel(page);
    assert.equal(whole.busy, null);
    assert.ok(whole.sources > 2 && whole.text.includes("Al Mayadeen"));
    assert.deepEqual((await page.events()).map(({ type }) => type), ["mali-ready"]);
  });

  // Right after an event is told, before the browser had a moment to build what is folded.
  const atOnce = (page, ask) =>
    page.run(
      (ask) =>
        new Promise((resolve) => {
          const part = () => probe.part("panel").querySelector("details.sources");
          const sourcesOf = () => part().querySelectorAll("li").length;
          const told = new MutationObserver(() => {
            told.disconnect();
            const before = sourcesOf();
            const done = () => resolve([before, sourcesOf() > 0 && part().open]);
            part().addEventListener("toggle", done, { once: true });
            if (ask === "paper") dispatchEvent(new Event("beforeprint"));
            else part().open = true;
          });
          told.observe(probe.part("panel"), { childList: true });
          probe.element().event = "pau-summit";
        }),
      ask,
    );

  for (const ask of ["click", "paper"]) {
    test(`sources that are wanted at once are there: ${ask}`, async () => {
      const page = await open();
      await page.settle();
      assert.deepEqual(await atOnce(page, ask), [0, true]);
    });
  }

  test("sources that nobody opens are there for the browser's search", async () => {
    const page = await open();
    await page.settle();
    await page.until(() => probe.part("panel").querySelectorAll("details.sources li").length > 2);
  });

  test("what a reader does in between stands", async () => {
    const { answer, release } = held();
    const page = await open({ files: { "all-en.bin": () => answer }, waits: false });
    await page.until(() => probe.notes.events.some(({ type }) => type === "mali-ready"));
    await page.run(() => {
      Object.assign(probe.element(), { date: "2016-05-01", base: "gao" });
      probe.part("zoom-in").click();
    });
    release();
    await page.settle();
    const reading = await page.reading();
    assert.deepEqual([reading.date, reading.base], ["2016-05-01", "gao"]);
    assert.match((await panel(page)).text, /France’s main base in Mali/);
    assert.equal(await page.run(() => probe.part("zoom-reset").hidden), false);
  });

  test("without them the picture stays, and the page is told", async () => {
    for (const answer of [404, "damaged"]) {
      const page = await open({ files: { "all-en.bin": answer }, faulty: true, waits: false });
      await page.until(() => probe.notes.events.some(({ type }) => type === "mali-error"));
      const events = await page.events();
      assert.deepEqual(events.map(({ type }) => type), ["mali-ready", "mali-error"]);
      assert.match(events[1].detail.message, /all-en.*\.bin: HTTP 404|packed data is damaged/);
      await page.set("date", "2014-01-01");
      await page.settle();
      assert.equal(await page.text("count"), "4 of 6 bases open");
    }
  });

  test("a language that is set while a dataset comes is the one it speaks", async () => {
    const { answer, release } = held();
    const page = await open({
      body: '<mali-bases src="own.json"></mali-bases>',
      files: { "own.json": () => answer },
      waits: false,
    });
    await page.until((name) => probe.hasCome(name), "view_bg.wasm");
    await page.run(() => (probe.element().lang = "fr"));
    release(await page.run(() => fetch("dataset.json").then((response) => response.text())));
    await page.ready();
    assert.match(await page.text("count"), /^3 bases ouvertes sur.6$/);
  });

  test("another language is fetched once, and a late one is not shown", async () => {
    const { answer, release } = held();
    const page = await open({ files: { "all-fr.bin": () => answer } });
    const before = await page.reading();
    await page.run(() => (probe.element().lang = "fr"));
    await page.run(() => probe.frames(3));
    assert.equal(await page.text("count"), "3 of 6 bases open", "no half of it");
    await page.run(() => (probe.element().lang = "en"));
    release();
    await page.settle();
    assert.deepEqual(await page.reading(), before);
    await page.set("lang", "fr");
    assert.match(await page.text("count"), /^3 bases ouvertes sur.6$/);
    assert.match((await panel(page)).text, /La France annonce son retrait du Mali/);
    const asked = page.mount.requests.filter((name) => name === "all-fr.bin").length;
    assert.equal(asked, 1);
  });
});
