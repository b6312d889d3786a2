// Passing the graphic on: its link, the code that embeds it, pictures of it.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { inChromium } from "./support/browser.mjs";

const require = createRequire(new URL("../../xtask/npm/package.json", import.meta.url));
const { parse } = require("csv-parse/sync"); // Not by the library that wrote it.

const downloads = mkdtempSync(join(tmpdir(), "mali-bases-"));
after(() => rmSync(downloads, { recursive: true, maxRetries: 5 }));

const CHOSEN = '<mali-bases date="2021-12-14" base="timbuktu" theme="dark"></mali-bases>';
const FILES = ["PNG", "SVG", "CSV", "GeoJSON"];
const names = (page) =>
  page.until(() => {
    const buttons = [...probe.part("share").querySelectorAll("button")].map(({ textContent }) => textContent);
    return buttons.length > 0 && buttons;
  });

async function unfold(page) {
  await page.run(() => probe.part("share").querySelector("summary").click());
  return names(page);
}

// What a press on a button puts into the clipboard, or before the reader's eyes.
async function copied(page, name) {
  await page.run((name) => {
    const buttons = [...probe.part("share").querySelectorAll("button")];
    buttons.find(({ textContent }) => textContent === name).click();
  }, name);
  return page.until(() => {
    const [text, status] = ["textarea", '[role="status"]'].map((what) => probe.part("share").querySelector(what));
    return status.textContent && { words: text.value, status: status.textContent, label: text.getAttribute("aria-label") };
  });
}

// A real click: browsers save no second file that nobody has asked for.
async function press(page, name) {
  const middle = await page.run((name) => {
    const buttons = [...probe.part("share").querySelectorAll("button")];
    const button = buttons.find(({ textContent }) => textContent === name);
    button.scrollIntoView({ block: "center" });
    const { left, top, width, height } = button.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }, name);
  await page.click(middle);
}

// What a press on a button saves, under the day's name.
async function saved(page, name, encoding = "utf8") {
  await press(page, name);
  const path = join(downloads, `mali-bases-2021-12-14.${name.toLowerCase()}`);
  const read = () => readFile(path, encoding).catch(() => undefined);
  return page.driver.wait(read, 20_000, `${name} never came`);
}

inChromium("share", (open) => {
  test("it is fetched when it is opened, and offers all there is", async () => {
    const page = await open({ body: CHOSEN });
    const asked = () => page.mount.requests.includes("sharing.js");
    assert.equal(asked(), false);
    assert.deepEqual(await unfold(page), ["Link", "Embed code", "Code for an iframe", ...FILES]);
    assert.equal(asked(), true);
  });

  test("the link leads to the day and the selection shown", async () => {
    const page = await open({ body: CHOSEN });
    await unfold(page);
    await page.set("date", "2022-08-15");
    const { words, label } = await copied(page, "Link");
    assert.equal(label, "Link");
    const { href, hash } = new URL(words);
    assert.equal(hash, "#mali-bases=1;date=2022-08-15;base=timbuktu");
    const other = await open({ body: "<mali-bases></mali-bases>", fragment: hash });
    assert.ok(href.startsWith(page.mount.address));
    assert.deepEqual([await other.get("date"), await other.get("base")], ["2022-08-15", "timbuktu"]);
  });

  test("the code embeds the same elsewhere", async () => {
    const page = await open({ body: CHOSEN });
    await unfold(page);
    const { words } = await copied(page, "Embed code");
    const { address } = page.mount;
    assert.ok(words.startsWith(`<script type="module" src="${address}mali-bases.js"></script>\n`), words);
    const element = words.slice(words.indexOf("<mali-bases"));
    const copy = await open({ body: element });
    const shown = await copy.run(() => {
      const { date, base, theme } = probe.element();
      const [phone, still] = ["source", "img"].map((name) => probe.element().querySelector(name));
      return { date, base, theme, still: still.src, phone: phone.srcset, sizes: [phone, still].map((node) => [node.getAttribute("width"), node.getAttribute("height")]) };
    });
    const sizes = await Promise.all(["still-en-phone.svg", "still-en.svg"].map(async (name) => {
      const svg = await (await fetch(`${address}${name}`)).text();
      return ["width", "height"].map((side) => new RegExp(` ${side}="(\\d+)"`).exec(svg)[1]);
    }));
    const stills = { still: `${address}still-en.svg`, phone: `${address}still-en-phone.svg`, sizes };
    assert.deepEqual(shown, { date: "2021-12-14", base: "timbuktu", theme: "dark", ...stills });
  });

  test("the code for a frame shows the same in one, and sizes it", async () => {
    const page = await open({ body: CHOSEN });
    await unfold(page);
    const { words } = await copied(page, "Code for an iframe");
    const src = /src="([^"]+)"/.exec(words)[1].replaceAll("&amp;", "&");
    assert.deepEqual(Object.fromEntries(new URL(src).searchParams), {
      lang: "en",
      theme: "dark",
      date: "2021-12-14",
      base: "timbuktu",
    });
    assert.match(words, /<iframe data-mali-bases .*title="How France’s bases/);
    assert.ok(words.endsWith(`<script src="${page.mount.address}parent.js" async></script>`), words);
  });

  test("of a dataset that no code would bring there is none", async () => {
    const page = await open();
    await page.run(async () => probe.element().load(await fetch("dataset.json").then((response) => response.text())));
    assert.deepEqual(await unfold(page), ["Link", ...FILES]);
    const other = await open({ body: '<mali-bases src="dataset.json"></mali-bases>' });
    assert.deepEqual(await unfold(other), ["Link", "Embed code", ...FILES]);
    assert.match((await copied(other, "Embed code")).words, /src="http[^"]+dataset\.json"/);
  });

  test("where the browser refuses its clipboard the words are there to be copied", async () => {
    const early = 'Object.defineProperty(navigator, "clipboard", { value: undefined })';
    const page = await open({ body: CHOSEN, early });
    await unfold(page);
    const { status } = await copied(page, "Link");
    assert.equal(status, "Please copy the text above.");
    const selected = await page.run(() => {
      const { value, selectionStart, selectionEnd } = probe.part("share").querySelector("textarea");
      return value.slice(selectionStart, selectionEnd);
    });
    assert.match(selected, /^http.*#mali-bases=1/);
  });

  test("pictures are saved under the day, and typing there leaves the graphic alone", async () => {
    const page = await open({ body: CHOSEN });
    await unfold(page);
    await page.run(() => probe.part("share").querySelector("button:last-of-type").focus());
    await page.type("ARROW_RIGHT", "HOME");
    assert.equal(await page.get("date"), "2021-12-14");
    for (const [name, begins] of [["PNG", "\x89PNG"], ["SVG", "<svg"]]) {
      const bytes = await saved(page, name, "latin1");
      assert.ok(bytes.startsWith(begins), bytes.slice(0, 40));
    }
  });

  test("the bases are saved as they are on the day", async () => {
    const page = await open({ body: CHOSEN });
    await unfold(page);
    const shown = await page.run(() => probe.element().bases.map(({ id, state }) => [id, "2021-12-14", state]));
    const rows = parse(await saved(page, "CSV"), { columns: true });
    assert.deepEqual(rows.map(({ id, date, state }) => [id, date, state]), shown);
    const { features } = JSON.parse(await saved(page, "GeoJSON"));
    assert.deepEqual(features.map(({ id, properties: { date, state } }) => [id, date, state]), shown);
    assert.ok(shown.some(([, , state]) => state === "closed") && shown.some(([, , state]) => state === "open"));
  });
}, { downloads });
