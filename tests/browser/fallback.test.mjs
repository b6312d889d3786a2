// When something is missing the reader still sees what the page put in, and the page is told why.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inChromium } from "./support/browser.mjs";
import { POLICY } from "./support/server.mjs";

const BODY = '<mali-bases><p id="fallback">A still picture</p></mali-bases>';
const isShown = () => {
  const child = document.querySelector("#fallback");
  return child.checkVisibility() && child.getBoundingClientRect().height > 0;
};
const hasFailed = () => probe.notes.events.some(({ type }) => type === "mali-error");

// The children show, the reason is told once and is that of the promise.
async function assertFallenBack(page, reason, refused = /^$/) {
  await page.until(hasFailed);
  await page.settle();
  assert.equal(await page.run(isShown), true);
  const errors = await page.events("mali-error");
  assert.equal(errors.length, 1);
  const { message, problems } = errors[0].detail;
  assert.match(message, reason);
  assert.ok(problems.length > 0);
  const rejection = await page.run(() => probe.element().ready.catch((error) => error.message));
  assert.equal(rejection, message);
  const rest = await page.run(() => {
    const { shadowRoot, bases, playing } = probe.element();
    const canvases = shadowRoot.querySelectorAll("canvas").length;
    return { canvases, bases, playing, left: [...probe.listeners(), ...probe.observers()] };
  });
  assert.deepEqual(rest, { canvases: 0, bases: [], playing: false, left: [] });
  const faults = await page.run(() => probe.notes.faults);
  assert.deepEqual(faults.filter((fault) => !refused.test(fault)), []);
  const logged = await page.logged();
  assert.ok(logged.some((line) => line.includes("mali-bases: ")), "the console tells, too");
}

// As if a minute had gone by.
const IMPATIENT = "const timeout = AbortSignal.timeout.bind(AbortSignal); AbortSignal.timeout = () => timeout(300);";
const never = () => new Promise(() => {});

const CASES = {
  "the module is missing": { files: { "view_bg.wasm": 404 }, reason: /view_bg.*\.wasm: HTTP 404/ },
  "the module is cut short": { files: { "view_bg.wasm": cutShort }, reason: /view_bg.*\.wasm: .*decoding/ },
  "the module never comes": { files: { "view_bg.wasm": never }, early: IMPATIENT, reason: /view_bg.*\.wasm: .*timed out/ },
  "the glue never comes": { files: { "view.js": never }, early: IMPATIENT, reason: /view.*\.js: .*timed out/ },
  "the land never comes": { files: { "land.bin": never }, early: IMPATIENT, reason: /land.*\.bin: .*timed out/ },
  "the page's policy forbids to fetch": {
    policy: POLICY.replace("connect-src 'self'", "connect-src 'none'"),
    reason: /\.(wasm|bin): /,
    refused: /^policy: connect-src/,
  },
  "the page's policy forbids WebAssembly": {
    policy: POLICY.replace(" 'wasm-unsafe-eval'", ""),
    reason: /view_bg.*\.wasm: .*Content Security Policy/,
    refused: /^policy: script-src/,
  },
  "the glue has a wrong type": { types: { "view.js": "text/html" }, reason: /view.*\.js/ },
  "the glue is missing": { files: { "view.js": 404 }, reason: /view.*\.js/ },
  "the data is missing": { files: { "first-en.bin": 404 }, reason: /first-en.*\.bin: HTTP 404/ },
  "the data is damaged": { files: { "first-en.bin": "<html>" }, reason: /packed data is damaged/ },
  "the land is missing": { files: { "land.bin": 500 }, reason: /land.*\.bin: HTTP 500/ },
  "the land is damaged": { files: { "land.bin": "{}" }, reason: /packed data is damaged/ },
  "there is no WebAssembly": { early: "delete window.WebAssembly", reason: /WebAssembly/ },
  "there is no 2d context": { early: "HTMLCanvasElement.prototype.getContext = () => null", reason: /./ },
};

function cutShort() {
  return Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 200]);
}

inChromium("fallback", (open) => {
  for (const [name, { reason, refused, ...options }] of Object.entries(CASES)) {
    test(name, async () => {
      const page = await open({ body: BODY, faulty: true, waits: false, ...options });
      await assertFallenBack(page, reason, refused);
    });
  }

  test("a module of a wrong type is read all the same", async () => {
    await open({ body: BODY, types: { "view_bg.wasm": "application/octet-stream" }, faulty: true });
  });

  test("without JavaScript for modules the children simply stay", async () => {
    const page = await open({ body: BODY, files: { "mali-bases.js": 404 }, faulty: true, waits: false });
    assert.equal(await page.run(isShown), true);
  });

  test("a picture that breaks gives way to the children", async () => {
    const module = (named) => `
      import { View } from "./${named("view.js")}";
      window.breakIt = () => {
        View.prototype.frame = () => { throw new WebAssembly.RuntimeError("unreachable"); };
      };`;
    const page = await open({ body: BODY, module, faulty: true });
    await page.run(() => {
      window.breakIt();
      probe.element().date = "2016-01-01";
    });
    await assertFallenBack(page, /unreachable/);
  });

  test("a second try may succeed", async () => {
    let isDown = true;
    const files = { "view_bg.wasm": () => (isDown ? 503 : undefined) };
    const page = await open({ body: BODY, files, faulty: true, waits: false });
    await page.until(hasFailed);
    isDown = false;
    await page.run(async () => {
      const dataset = await fetch("dataset.json").then((response) => response.text());
      await probe.element().load(dataset);
    });
    assert.equal(await page.run(isShown), false);
    assert.equal((await page.events("mali-ready")).length, 1);
    assert.equal(await page.get("date"), "2022-02-17");
  });

  test("one that fails leaves its neighbor alone", async () => {
    const page = await open({
      body: '<mali-bases id="good"></mali-bases><mali-bases id="bad" src="nowhere.json"></mali-bases>',
      faulty: true,
      waits: false,
    });
    await page.until(() => probe.notes.events.length >= 2);
    const events = await page.events();
    const ends = Object.fromEntries(events.map(({ id, type }) => [id, type]));
    assert.deepEqual(ends, { good: "mali-ready", bad: "mali-error" });
    assert.equal((await page.reading(0)).bases.length, 6);
  });
});
