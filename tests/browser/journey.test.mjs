// A whole visit without a pointer: the headline, the 14th of December 2021, which bases closed that autumn, what
// Timbuktu's sources say, play, pause, share. By keyboard alone in every engine; by what the accessibility tree
// offers, and nothing else, in Chromium, which shows its own.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inChromium, inEveryEngine } from "./support/browser.mjs";

const BODY = '<button id="outside">Outside</button><mali-bases></mali-bases>';

// In the page: what has the focus, in a word or two.
function focused() {
  const { activeElement } = document;
  const node = activeElement.shadowRoot?.activeElement ?? activeElement;
  const part = node.closest("[part]")?.getAttribute("part");
  return `${part ?? node.id} ${node.dataset.base ?? node.localName}`;
}

async function tabTo(page, wanted, key = "TAB") {
  for (let left = 60; left > 0; left -= 1) {
    await page.type(key);
    if ((await page.run(focused)) === wanted) return;
  }
  assert.fail(`${key} never leads to ${wanted}`);
}

inEveryEngine("a visit by keyboard", (open) => {
  test("from the headline to the link", async () => {
    const page = await open({ body: BODY });
    await page.run(() => document.querySelector("#outside").focus());
    assert.match(await page.text("headline"), /bases in Mali/);
    await tabTo(page, "slider input");
    await page.type("SHIFT+ARROW_LEFT", "SHIFT+ARROW_LEFT", "ARROW_LEFT", "ARROW_LEFT", "ARROW_LEFT");
    assert.equal(await page.run(() => probe.part("slider").ariaValueText), "14 December 2021, 3 of 6 bases open");
    const closed = (await page.get("bases")).filter(({ state }) => state === "closed").map(({ name }) => name);
    assert.deepEqual(closed, ["Kidal", "Tessalit", "Timbuktu"]);

    await tabTo(page, "base kidal", "SHIFT+TAB");
    const way = [];
    for (const key of ["ARROW_DOWN", ...Array(5).fill("ARROW_LEFT")]) {
      if ((await page.run(focused)) === "base timbuktu") break;
      await page.type(key);
      way.push(await page.run(focused));
    }
    assert.equal(way.at(-1), "base timbuktu", way.join());
    await page.type("ENTER");
    assert.equal(await page.get("base"), "timbuktu");
    await tabTo(page, "panel summary");
    await page.type("ENTER");
    await page.until(() => probe.part("panel").querySelector("details[open] li"));

    await tabTo(page, "play button", "SHIFT+TAB");
    await page.type("SPACE");
    await page.until(() => probe.element().playing);
    await page.type("SPACE");
    assert.equal(await page.get("playing"), false);

    await tabTo(page, "share summary");
    await page.type("ENTER");
    await page.until(() => probe.part("share").querySelector("button"));
    await tabTo(page, "share button");
    await page.type("ENTER");
    await page.until(() => /#mali-bases=1;date=/.test(probe.part("share").querySelector("textarea").value));
  });
});

inChromium("a visit by the accessibility tree", (open) => {
  test("from the headline to the link", async () => {
    const page = await open({ body: BODY });
    const ask = (command, given = {}) => page.driver.sendAndGetDevToolsCommand(command, given);
    const tree = async () => (await ask("Accessibility.getFullAXTree")).nodes.filter(({ ignored }) => !ignored);
    // The only way in: what has this role and this name there, and what it says of itself.
    const find = async (role, name) => {
      const all = await tree();
      const found = all.filter((node) => node.role?.value === role && name.test(node.name?.value ?? ""));
      assert.ok(found.length > 0, `no ${role} ${name} among ${all.map((node) => `${node.role?.value} ${node.name?.value}`).join("; ")}`);
      return found[0];
    };
    const act = async ({ backendDOMNodeId: backendNodeId }, functionDeclaration) => {
      const { object } = await ask("DOM.resolveNode", { backendNodeId });
      await ask("Runtime.callFunctionOn", { objectId: object.objectId, functionDeclaration });
      await page.settle();
    };
    const press = async (role, name) => act(await find(role, name), "function () { this.click(); }");
    await ask("Accessibility.enable");
    await ask("DOM.enable");

    assert.equal((await find("heading", /bases in Mali/)).name.value, "How France’s bases in Mali opened, and closed");
    await find("slider", /^Day shown$/);
    await find("StaticText", /^17 February 2022$/);
    const day = await find("Date", /^Go to a day$/);
    await act(day, 'function () { this.value = "2021-12-14"; this.dispatchEvent(new Event("input", { bubbles: true })); }');
    await find("StaticText", /^14 December 2021$/);
    await find("StaticText", /^3 of 6 bases open$/);
    for (const name of ["Kidal", "Tessalit", "Timbuktu"]) await find("button", new RegExp(`^${name}, closed$`));
    await press("button", /^Timbuktu, closed$/);
    await find("heading", /^Timbuktu$/);
    await press("DisclosureTriangle", /^Sources: /);
    await find("link", /Ministère des Armées|via /);
    await press("button", /^Play$/);
    await press("button", /^Pause$/);
    assert.equal(await page.get("playing"), false);
    await press("DisclosureTriangle", /^Share$/);
    await page.until(() => probe.part("share").querySelector("button"));
    await press("button", /^Link$/);
    assert.match((await find("textbox", /^Link$/)).value.value, /#mali-bases=1;date=2021-1/);
    await press("DisclosureTriangle", /^Text version$/);
    await find("columnheader", /^Soldiers$/);
  });
});
