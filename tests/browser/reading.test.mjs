// The text version, the live region, the field for a day, and the way from base to base by keyboard.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inChromium } from "./support/browser.mjs";

// In the page: the text version as it stands, once it is there.
const text = () => probe.part("table").querySelector(".lead") && probe.part("table").lastElementChild.textContent;

// In the page: what is before and after the day shown, by the title of each event.
function around() {
  const list = [...probe.part("table").querySelectorAll("ol > li")];
  const now = list.findIndex((item) => item.className === "now");
  const titles = list.map((item) => item.querySelector("h4")?.textContent);
  return { marker: list[now].textContent, before: titles.slice(0, now), after: titles.slice(now + 1) };
}

// In the page: every word that the live region says from now on, with its time.
function listen() {
  window.said = [];
  const node = probe.element().shadowRoot.querySelector('.root > [role="status"]');
  new MutationObserver(() => said.push([node.textContent, performance.now()])).observe(node, { childList: true, characterData: true, subtree: true });
}
const said = (page) => page.run(() => window.said.map(([words]) => words));

inChromium("reading", (open) => {
  test("the text version is there to be found without being opened, and has every base, figure and event", async () => {
    const page = await open({ body: '<mali-bases date="2021-12-14" lang="fr"></mali-bases>' });
    const words = await page.until(text);
    const dataset = JSON.parse(await page.run(() => fetch("dataset.json").then((response) => response.text())));
    for (const { title } of dataset.events) assert.ok(words.includes(title.fr), title.fr);
    for (const { text } of dataset.strength) assert.ok(words.includes(text.fr), text.fr);
    for (const { properties } of dataset.bases.features) assert.ok(words.includes(properties.role.text.fr));
    assert.match(words, /^14 décembre 2021, 3 bases ouvertes sur.6\. Kidal, fermée\u00a0; /);
    assert.equal(await page.run(() => probe.part("table").open), false);
  });

  test("it follows the day, and leads from what is told to the panel", async () => {
    const page = await open();
    await page.until(text);
    await page.set("date", "2013-02-01");
    await page.until((day) => probe.part("table").querySelector("li.now").textContent.includes(day), "1 February 2013");
    const { before, after } = await page.run(around);
    assert.equal(before.length + after.length, 89);
    assert.ok(before.length > 5 && after.length > 50);
    assert.match(await page.run(text), /^1 February 2013, 3 of 6 bases open/);
    await page.run(() => {
      probe.part("table").open = true;
      probe.part("table").querySelector("ol button").focus();
    });
    await page.type("ENTER");
    const at = (name) =>
      page.until((name, title) => {
        const { localName, textContent } = probe.element().shadowRoot.activeElement;
        return localName === name && textContent === title;
      }, name, before[0]);
    await at("h3");
    assert.ok(await page.get("event"));
    await page.type("ESCAPE");
    await at("button");
  });

  test("who says so, and in what, is said in its own language", async () => {
    const page = await open({ body: '<mali-bases base="timbuktu"></mali-bases>' });
    await page.until(text);
    const french = () => {
      const of = (node) => [...node.querySelectorAll("[lang=fr]")].map(({ textContent }) => textContent);
      return [of(probe.part("panel")), of(probe.part("table"))];
    };
    await page.until(() => probe.part("panel").querySelector("details li"));
    const [panel, table] = await page.run(french);
    assert.ok(panel.includes("Ministère des Armées") && table.includes("Ministère des Armées"), panel.join());
    assert.ok(panel.some((words) => /^“.*Tombouctou.*”$/.test(words)), panel.join());
  });

  test("it is in the words of the page's own dataset", async () => {
    const page = await open();
    await page.until(text);
    await page.run(async () => {
      const dataset = await fetch("dataset.json").then((response) => response.json());
      dataset.events[0].title.en = "Something else happened";
      await probe.element().load(dataset);
    });
    await page.until(() => /Something else happened/.test(probe.part("table").textContent));
  });

  test("a hand that scrubs is told of once, at its end", async () => {
    const page = await open();
    await page.run(listen);
    await page.focus("play");
    await page.type("HOME");
    await page.until(() => window.said.length > 0);
    assert.match((await said(page))[0], /^1 January 2012, 0 of 6 bases open/);
    await page.run(() => void (window.said.length = 0));
    const { left, right, y } = await page.axis();
    await page.drag([0.2, 0.3, 0.4, 0.5, 0.6].map((share) => ({ x: left + (right - left) * share, y: y - 60 })));
    await page.until(() => window.said.length > 0);
    const [words] = await said(page);
    assert.ok(words.startsWith(await page.run(() => probe.part("slider").ariaValueText)), words);
    assert.equal((await said(page)).length, 1);
  });

  test("while it plays only what opens and closes is told, and never twice in five seconds", async () => {
    const page = await open({ body: '<mali-bases date="2021-09-20"></mali-bases>' });
    await page.run(listen);
    await page.run(() => probe.element().play());
    await page.until(() => !probe.element().playing);
    await page.until(() => window.said.some(([words]) => words.includes("Gao, closed")));
    const all = await page.run(() => window.said);
    for (const [words] of all) assert.match(words, /^(Kidal|Tessalit|Timbuktu|Gossi|Ménaka|Gao), /);
    const told = all.map(([words]) => words).join(" ");
    for (const name of ["Kidal", "Tessalit", "Timbuktu", "Gossi", "Ménaka", "Gao"]) assert.ok(told.includes(`${name}, closed`), `${name}: ${told}`);
    for (const [at, [, time]] of all.entries()) assert.ok(at === 0 || time - all[at - 1][1] > 4900, told);
  });

  test("a day can be typed, and what is none changes nothing", async () => {
    const page = await open();
    await page.focus("day");
    await page.type("1", "2", "1", "4", "2", "0", "2", "1");
    assert.equal(await page.get("date"), "2022-02-17"); // Not yet.
    await page.type("ENTER");
    await page.until(() => probe.element().date === "2021-12-14");
    await page.focus("play");
    await page.focus("day");
    await page.type("0", "1", "0", "1", "1", "9", "9", "9", "ENTER");
    assert.equal(await page.run(() => probe.part("day").validity.rangeUnderflow), true);
    await page.focus("play");
    assert.equal(await page.get("date"), "2021-12-14");
    assert.equal(await page.run(() => probe.part("day").value), "2021-12-14");
  });

  test("tab leads to one base, and the arrow keys to every other, as they lie on the map", async () => {
    const page = await open();
    const { bases, stops } = await page.run(() => {
      const buttons = [...probe.element().shadowRoot.querySelectorAll("[part=base]")];
      return { bases: buttons.map((node) => node.dataset.base), stops: buttons.filter((node) => node.tabIndex === 0).length };
    });
    assert.equal(stops, 1);
    const date = await page.get("date");
    const seen = new Set([bases[0]]);
    const ways = { ARROW_RIGHT: [1, 0], ARROW_LEFT: [-1, 0], ARROW_UP: [0, -1], ARROW_DOWN: [0, 1] };
    for (const id of seen) {
      for (const [key, [right, down]] of Object.entries(ways)) {
        await page.focus(`base:${id}`);
        const from = await page.box(`base:${id}`);
        await page.type(key);
        const next = await page.focused();
        const to = await page.box(next);
        if (next !== `base:${id}`) assert.ok((to.x - from.x) * right + (to.y - from.y) * down > 0, `${id} ${key} ${next}`);
        seen.add(next.split(":")[1]);
      }
    }
    assert.deepEqual([...seen].sort(), [...bases].sort());
    assert.equal(await page.get("date"), date);
  });
});
