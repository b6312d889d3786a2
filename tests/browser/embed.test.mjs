// The graphic in an <iframe>, in a sandbox without an origin, and what passes between it and its parent.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inChromium } from "./support/browser.mjs";
import { POLICY } from "./support/server.mjs";

const policy = `${POLICY}; frame-src 'self'`;
const frame = (query, more = "") =>
  `<iframe sandbox="allow-scripts" src="embed.html${query}" width="100%" height="100" title="Bases" ${more}></iframe>`;

// Keeps what every frame tells, by its place on the page.
const LISTEN = `
window.told = [];
addEventListener("message", ({ source, data }) => {
  const frame = [...document.querySelectorAll("iframe")].findIndex(({ contentWindow }) => contentWindow === source);
  told.push({ frame, data });
});`;

inChromium("embed", (open) => {
  const embed = (body, options) => open({ body, policy, early: LISTEN, waits: false, width: 600, ...options });
  const events = (type) => told.map(({ data }) => data["mali-bases"]).filter((event) => event?.type === type);
  const until = (page, type) =>
    page.until((type) => told.some(({ data }) => data["mali-bases"]?.type === type), type);
  const say = (page, message) =>
    page.run((message) => document.querySelector("iframe").contentWindow.postMessage(message, "*"), message);

  test("it takes its options from the address", async () => {
    const page = await embed(frame("?date=2021-12-14&base=timbuktu&lang=fr-FR&theme=dark&plain"));
    await until(page, "mali-ready");
    await page.inFrame(async () => {
      const shown = await page.run(() => {
        const graphic = document.querySelector("mali-bases");
        const { date, base, theme, plain, shadowRoot } = graphic;
        const count = shadowRoot.querySelector('[part="count"]').textContent;
        const alt = document.querySelector("img").alt.slice(0, 13);
        return { date, base, theme, plain, count, alt, title: document.title, lang: document.documentElement.lang, origin: self.origin };
      });
      const { count, ...rest } = shown;
      assert.match(count, /^3 bases ouvertes sur.6$/);
      const { meta } = JSON.parse(await page.run(() => fetch("dataset.json").then((response) => response.text())));
      const words = { title: meta.title.fr, alt: "Carte du Mali", lang: "fr" };
      const expected = { date: "2021-12-14", base: "timbuktu", theme: "dark", plain: true, ...words, origin: "null" };
      assert.deepEqual(rest, expected);
    });
  });

  test("it tells its height by every protocol, and only when that changes", async () => {
    const page = await embed(frame("?id=abc12&childId=bases"));
    await until(page, "mali-ready");
    const heights = () =>
      told
        .map(({ data }) => data)
        .map((data) => {
          if (data["datawrapper-height"]) return ["datawrapper", data["datawrapper-height"].abc12];
          if (data.sentinel === "amp" && data.type === "embed-size") return ["amp", data.height];
          if (typeof data !== "string") return undefined;
          const pym = /^pymxPYMxbasesxPYMxheightxPYMx(\d+)$/.exec(data);
          if (pym) return ["pym", Number(pym[1])];
          const { context, src, height } = JSON.parse(data);
          return context === "iframe.resize" && src.includes("embed.html") && ["medium", height];
        })
        .filter(Boolean);
    await page.run(() => probe.frames(30));
    const first = await page.run(heights);
    for (const name of ["datawrapper", "amp", "pym", "medium"]) {
      const own = first.filter(([protocol]) => protocol === name).map(([, height]) => height);
      assert.ok(own.length && own.at(-1) > 900, `${name}: ${own}`);
      assert.deepEqual(own, own.filter((height, at) => height !== own[at - 1]), name);
    }
    await page.run(() => (document.querySelector("iframe").style.width = "320px"));
    await page.until((count) => told.filter(({ data }) => data.sentinel).length > count, first.length / 4);
    const narrow = (await page.run(heights)).at(-1)[1];
    assert.notEqual(narrow, first.at(-1)[1]);
    await say(page, "pymxPYMxbasesxPYMxwidthxPYMx320");
    await page.until((count) => told.filter(({ data }) => data.sentinel).length > count, first.length / 4 + 1);
  });

  test("it does what its parent asks in a form that is known, and tells what happens", async () => {
    const page = await embed(frame(""));
    await until(page, "mali-ready");
    const odd = [null, 7, "play", [], { date: "2013-01-01" }, { "mali-bases": "play" }, { "mali-bases": { date: 7, base: {} } }];
    for (const message of odd) await say(page, message);
    const heights = () => told.filter(({ data }) => data.sentinel).length;
    const before = await page.run(heights);
    await say(page, { "mali-bases": { height: true } });
    await page.until((before) => told.filter(({ data }) => data.sentinel).length > before, before);
    assert.deepEqual(await page.run(events, "mali-change"), []);
    await say(page, { "mali-bases": { date: "2013-02-08", base: "tessalit" } });
    await until(page, "mali-select");
    const [change] = await page.run(events, "mali-change");
    assert.equal(change.detail.date, "2013-02-08");
    assert.equal(change.detail.bases.find(({ id }) => id === "tessalit").state, "open");
    const [selection] = await page.run(events, "mali-select");
    assert.deepEqual(selection.detail, { base: "tessalit", event: null });
    await say(page, { "mali-bases": { play: true } });
    await page.until(() => told.some(({ data }) => data["mali-bases"]?.detail?.date > "2013-02-20"));
  });

  test("nobody but its parent is heeded, and a parent may ask before it is there", async () => {
    const rogue = `
      parent.frames[0].postMessage({ "mali-bases": { date: "2013-01-20" } }, "*");
      parent.postMessage("asked", "*");`;
    const files = { "rogue.html": '<script src="rogue.js"></script>', "rogue.js": rogue };
    const page = await embed(`${frame("")}<iframe id="other" sandbox="allow-scripts" title="Another"></iframe>`, { files });
    await page.until(() => told.some(({ data }) => data.sentinel));
    await say(page, { "mali-bases": { event: "pau-summit", date: "2020-02-01", play: false } });
    await until(page, "mali-ready");
    await page.run(() => (document.querySelector("#other").src = "rogue.html"));
    await page.until(() => told.some(({ data }) => data === "asked"));
    await say(page, { "mali-bases": { base: "gao" } });
    await page.until(() => told.some(({ data }) => data["mali-bases"]?.detail?.base === "gao"));
    await page.inFrame(async () => {
      const shown = await page.run(() => document.querySelector("mali-bases").date);
      assert.equal(shown, "2020-02-01");
    });
  });

  test("a parent without a resizer has parent.js, which heeds its own frames alone", async () => {
    const body = `${frame("", "data-mali-bases")}${frame("?lang=fr")}<script src="parent.js"></script>`;
    const page = await embed(body);
    await page.until(() => told.filter(({ data }) => data["mali-bases"]?.type === "mali-ready").length === 2);
    await page.until(() => document.querySelector("iframe").height > 900);
    await page.run(() => {
      const forged = [1e9, -1, "200", null, Infinity, NaN].map((height) => ({ "datawrapper-height": { x: height } }));
      for (const data of [...forged, { "datawrapper-height": null }, "datawrapper-height", null]) {
        dispatchEvent(new MessageEvent("message", { data, source: document.querySelector("iframe").contentWindow }));
        dispatchEvent(new MessageEvent("message", { data: { "datawrapper-height": { x: 300 } }, source: window }));
      }
    });
    const [own, other] = await page.run(() => [...document.querySelectorAll("iframe")].map(({ height }) => height));
    assert.ok(own > 900 && own < 4000, own); // Its texts may still come.
    assert.equal(other, "100");
  });

  test("without scripts' consent to cross origins the static picture shows", async () => {
    const page = await embed(frame("?lang=fr"), { crossOrigin: false, faulty: true });
    await page.inFrame(async () => {
      await page.until(() => document.querySelector("img")?.complete);
      const shown = await page.run(() => document.querySelector("img").checkVisibility());
      assert.equal(shown, true);
    });
  });
});
