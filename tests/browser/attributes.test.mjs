// The attributes and the properties that go with them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inChromium } from "./support/browser.mjs";
import { DARK, LIGHT } from "./support/theme.mjs";

const setAttribute = (name, value) => probe.element().setAttribute(name, value);

const BASES = ["kidal", "tessalit", "timbuktu", "gossi", "menaka", "gao"];
const STATES = {
  "2012-06-01": "not-yet not-yet not-yet not-yet not-yet not-yet",
  "2013-01-26": "not-yet not-yet not-yet not-yet not-yet open",
  "2018-06-15": "open open open not-yet maybe-open open",
  "2021-10-20": "maybe-closed open open open open open",
  "2022-02-17": "closed closed closed open open open",
  "2022-08-15": "closed closed closed closed closed closed",
};

inChromium("attributes", (open) => {
  test("they are read at the start", async () => {
    const page = await open({
      body: '<mali-bases date="2021-12-14" base="timbuktu" lang="fr" theme="dark" plain></mali-bases>',
    });
    assert.equal(await page.get("date"), "2021-12-14");
    assert.equal(await page.get("base"), "timbuktu");
    assert.equal(await page.text("date"), "14 décembre 2021");
    assert.equal(await page.get("plain"), true);
    assert.match(await page.text("panel"), /Tombouctou/);
    const shown = await page.run(() =>
      ["headline", "standfirst", "credit"].map((name) => probe.part(name).checkVisibility()),
    );
    assert.deepEqual(shown, [false, false, false]);
  });

  test("an event brings its day, unless a date is given too", async () => {
    const page = await open({ body: '<mali-bases event="bamako-hotel"></mali-bases>' });
    assert.deepEqual([await page.get("date"), await page.get("event")], ["2015-11-20", "bamako-hotel"]);
    const body = '<mali-bases event="bamako-hotel" date="2016-01-01"></mali-bases>';
    const other = await open({ body });
    assert.deepEqual([await other.get("date"), await other.get("event")], ["2016-01-01", null]);
  });

  test("properties set before the element is defined are kept", async () => {
    const early = `
      document.addEventListener("readystatechange", () => {
        const element = document.querySelector("mali-bases");
        if (element && !customElements.get("mali-bases")) {
          Object.assign(element, { date: "2016-05-04", base: "kidal", theme: "dark", plain: true });
          window.wasEarly = true;
        }
      });`;
    const page = await open({ early });
    assert.equal(await page.run(() => window.wasEarly), true);
    const reading = await page.reading();
    assert.deepEqual([reading.date, reading.base], ["2016-05-04", "kidal"]);
    assert.deepEqual([await page.get("theme"), await page.attribute("theme")], ["dark", "dark"]);
    assert.equal(await page.attribute("plain"), "");
    assert.equal(await page.run(() => Object.hasOwn(probe.element(), "date")), false);
  });

  test("attribute and property are two names of one thing", async () => {
    const page = await open();
    const values = { date: "2014-03-02", base: "gossi", theme: "light", loading: "eager" };
    for (const [name, value] of Object.entries(values)) {
      await page.run(setAttribute, name, value);
      assert.equal(await page.get(name), value, name);
    }
    await page.run(setAttribute, "event", "bamako-hotel");
    assert.equal(await page.get("event"), "bamako-hotel");
    const others = { date: "2014-03-03", base: "gao", theme: "dark", loading: "lazy" };
    for (const [name, value] of Object.entries(others)) {
      await page.set(name, value);
      assert.equal(await page.attribute(name), value, name);
    }
    await page.set("plain", true);
    assert.equal(await page.attribute("plain"), "");
    await page.set("plain", false);
    assert.equal(await page.attribute("plain"), null);
    await page.set("base", null);
    assert.equal(await page.attribute("base"), null);
    await page.run(() => probe.element().removeAttribute("date"));
    assert.equal(await page.get("date"), "2022-02-17");
  });

  test("what makes no sense changes nothing, and the console warns of it", async () => {
    const page = await open({ body: '<mali-bases base="gao"></mali-bases>', faulty: true });
    const before = await page.reading();
    for (const date of ["2021-02-30", "yesterday", "2021", "12/14/2021", {}]) await page.set("date", date);
    await page.set("base", "atlantis");
    await page.set("event", "atlantis");
    await page.run(setAttribute, "date", "never");
    assert.deepEqual(await page.reading(), before);
    assert.equal(await page.get("theme"), "auto");
    await page.set("theme", "purple");
    assert.equal(await page.get("theme"), "auto");
    const warned = (await page.logged()).join("\n");
    for (const what of ["date “yesterday” should be a day", "base “atlantis”", "event “atlantis”", "theme “purple” should be one of auto"]) {
      assert.ok(warned.includes(what), `${what}: ${warned}`);
    }
    await page.set("date", "1999-01-01");
    assert.equal(await page.get("date"), "2012-01-01");
    await page.set("date", "2099-01-01");
    assert.equal(await page.get("date"), "2022-12-31");
  });

  test("bases tells every base's state on the day shown", async () => {
    const page = await open();
    for (const [date, states] of Object.entries(STATES)) {
      await page.set("date", date);
      const bases = await page.get("bases");
      assert.deepEqual(bases.map(({ id }) => id), BASES);
      assert.equal(bases.map(({ state }) => state).join(" "), states, date);
    }
    assert.equal((await page.get("bases")).find(({ id }) => id === "menaka").name, "Ménaka");
  });

  test("lang changes every word, and follows the page where there is none", async () => {
    const page = await open({ lang: "fr-CA" });
    const french = await page.reading();
    assert.deepEqual(french.words.slice(1, 3), ["17 février 2022", "3 bases ouvertes sur\u00a06"]);
    await page.run(setAttribute, "lang", "en");
    const english = await page.reading();
    assert.deepEqual(english.words.slice(1, 3), ["17 February 2022", "3 of 6 bases open"]);
    assert.notEqual(english.pixels, french.pixels);
    assert.equal(await page.run(() => probe.part("play").textContent), "Play");
    assert.equal(await page.run(() => probe.part("base:timbuktu").ariaLabel), "Timbuktu, closed");
    await page.run(() => probe.element().removeAttribute("lang"));
    assert.deepEqual(await page.reading(), french);
    await page.run(setAttribute, "lang", "de");
    assert.deepEqual(await page.reading(), english);
    assert.deepEqual(await page.events("mali-change"), []);
  });

  test("theme changes the ground, and back", async () => {
    const page = await open({ body: '<mali-bases theme="light"></mali-bases>' });
    const light = await page.reading();
    const has = (color) =>
      page.run((color) => color in probe.colors("map", { x: 100, y: 100 }, 100), color);
    assert.deepEqual([await has(LIGHT.land), await has(DARK.land)], [true, false]);
    await page.set("theme", "dark");
    await page.settle();
    assert.deepEqual([await has(LIGHT.land), await has(DARK.land)], [false, true]);
    const ink = await page.run(() => getComputedStyle(probe.part("date")).color);
    assert.match(ink, /^rgb\(2\d\d, 2\d\d, 2\d\d\)$/);
    await page.set("theme", "auto"); // The tests' reader has a light screen.
    assert.deepEqual(await page.reading(), light);
    assert.deepEqual(await page.events("mali-change"), []);
  });

  test("another width is another picture, and no other day", async () => {
    const page = await open();
    const wide = await page.reading();
    const resize = (width) => page.run((width) => void (document.body.style.width = width), width);
    await resize("390px");
    await page.settle();
    const narrow = await page.reading();
    assert.notEqual(narrow.pixels, wide.pixels);
    const [map, timeline] = [await page.box("map"), await page.box("timeline")];
    assert.deepEqual([map.width, timeline.width], [390, 390]);
    const sheets = await page.run(() => ["map", "timeline"].map((pane) => probe.picture(pane).width));
    assert.deepEqual(sheets, [390, 390]);
    await resize("");
    await page.settle();
    assert.deepEqual(await page.reading(), wide);
    assert.deepEqual(await page.events("mali-change"), []);
  });
});
