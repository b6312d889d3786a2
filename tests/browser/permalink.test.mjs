// The day and the selection in the page's address.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inChromium } from "./support/browser.mjs";

const LINKED = "<mali-bases permalink></mali-bases>";
const LINK = "#mali-bases=1;date=2021-12-14;base=timbuktu";
const state = (page) => page.run(() => ({ date: probe.element().date, base: probe.element().base }));
const fragment = (page) => page.run(() => location.hash);

inChromium("permalink", (open) => {
  test("an address is read, whether or not the page keeps one", async () => {
    for (const body of [LINKED, '<mali-bases date="2014-01-01" base="gao"></mali-bases>']) {
      const page = await open({ body, fragment: LINK });
      assert.deepEqual(await state(page), { date: "2021-12-14", base: "timbuktu" });
    }
  });

  test("it is written once a hand rests, and only where the page wants it", async () => {
    const page = await open({ body: LINKED });
    assert.equal(await fragment(page), "");
    await page.run(() => {
      window.written = 0;
      const { replaceState } = history;
      history.replaceState = (...given) => ((window.written += 1), replaceState.apply(history, given));
    });
    const before = await page.run(() => history.length);
    await page.focus("slider");
    await page.type(...Array(12).fill("ARROW_RIGHT"));
    await page.until(() => location.hash === "#mali-bases=1;date=2022-03-01");
    assert.ok((await page.run(() => window.written)) <= 2);
    assert.equal(await page.run(() => history.length), before);
    await page.set("base", "gao");
    await page.until(() => location.hash === "#mali-bases=1;date=2022-03-01;base=gao");
    const other = await open({ body: `<mali-bases></mali-bases>${LINKED}` });
    await other.set("date", "2014-01-01", 0);
    await other.set("date", "2014-01-01", 1); // Written later than the first would have been.
    await other.until(() => location.hash.includes("2014-01-01"));
    assert.equal(await fragment(other), "#mali-bases.2=1;date=2014-01-01");
  });

  test("back, forward and links within the page are followed", async () => {
    const page = await open({ body: LINKED, fragment: LINK });
    await page.run(() => void (location.hash = "#mali-bases=1;date=2013-02-08"));
    await page.until(() => probe.element().date === "2013-02-08" && probe.element().base === null);
    await page.run(() => history.back());
    await page.until(() => probe.element().date === "2021-12-14" && probe.element().base === "timbuktu");
    // Back to what a hand has written.
    await page.set("date", "2014-05-01");
    await page.until(() => location.hash.includes("2014-05-01"));
    await page.run(() => void (location.hash = "#mali-bases=1;date=2013-02-08"));
    await page.until(() => probe.element().date === "2013-02-08");
    await page.run(() => history.back());
    await page.until(() => probe.element().date === "2014-05-01");
  });

  test("without an address that is kept, one that was read does not come back", async () => {
    const page = await open({ fragment: LINK });
    await page.set("date", "2014-05-01");
    await page.run(async () => {
      const graphic = probe.element();
      graphic.remove();
      await probe.frames(2);
      document.body.append(graphic);
      await graphic.ready;
    });
    assert.equal((await state(page)).date, "2014-05-01");
  });

  test("it is followed again after a failure", async () => {
    const page = await open({ body: LINKED, files: { "view_bg.wasm": 404 }, faulty: true, waits: false });
    await page.until(() => probe.notes.events.some(({ type }) => type === "mali-error"));
    page.mount.files["view_bg.wasm"] = undefined;
    await page.run(async () => probe.element().load(await fetch("dataset.json").then((response) => response.text())));
    await page.run((link) => void (location.hash = link), LINK);
    await page.until(() => probe.element().base === "timbuktu");
  });

  test("what else is in the address stays, and several do not fight", async () => {
    const body = `${LINKED}${LINKED}<mali-bases permalink id="carte à 3" date="2015-01-01"></mali-bases>`;
    const page = await open({ body, fragment: "#chapter-2&mali-bases.2=1;date=2016-01-01" });
    assert.equal(await page.run(() => probe.element(1).date), "2016-01-01");
    await page.set("date", "2014-01-01", 0);
    await page.until(() => location.hash.includes("2014"));
    await page.set("base", "gao", 2);
    await page.until(() => location.hash.includes("gao"));
    await page.set("base", "kidal", 2);
    await page.until(() => location.hash.includes("kidal"));
    const expected = ["chapter-2", "mali-bases.2=1;date=2016-01-01", "mali-bases=1;date=2014-01-01"];
    assert.equal(await fragment(page), `#${[...expected, "mali-bases.carte%20%C3%A0%203=1;date=2015-01-01;base=kidal"].join("&")}`);
  });

  test("what is no such address changes nothing", async () => {
    for (const odd of ["#mali-bases", "#mali-bases=2;date=2013-01-01", "#mali-bases=1;date=yesterday;base=nowhere", "#%E0%A4%A"]) {
      const page = await open({ body: LINKED, fragment: odd, faulty: true }); // The console warns.
      assert.deepEqual(await state(page), { date: "2022-02-17", base: null }, odd);
    }
  });
});
