// A page with the graphic in it, as a test sees it: asks it, waits for it, points and types at it.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";

const require = createRequire(new URL("../../../xtask/npm/package.json", import.meta.url));
const { Key, logging } = require("selenium-webdriver");
const { Origin, Pointer } = require("selenium-webdriver/lib/input.js");

const PROBE = await readFile(new URL("probe.js", import.meta.url), "utf8");
const TIMEOUT_MS = 20_000;

// body: the markup with the element; width: of the body, CSS px; css: more of the page's style; early:
// a script that runs before the graphic's; module: one that runs after it, or a function of the name that
// another file goes out under; script: the attributes of the element's script; imports: an import map; files, policy, types (of files, by name), crossOrigin,
// bare (nothing of the build): for the server;
// faulty: the page is meant to complain; waits: for the first picture; address: a page of the build.
export async function openPage(driver, site, options = {}) {
  const { files = {}, faulty = false, waits = true, address = "page.html", fragment = "" } = options;
  const own = {
    "page.html": markup(options),
    "page-test.css": style(options),
    "probe.js": PROBE,
    "early.js": options.early ?? "",
    "late.js": late(options.module, site),
    ...files,
  };
  const mount = site.mount(own, options);
  await driver.get(`${mount.address}${address}${fragment}`);
  const page = new Page(driver, mount, faulty);
  if (waits) await page.ready();
  return page;
}

function late(module = "", { named }) {
  return typeof module === "function" ? module(named) : module;
}

function markup({ body = "<mali-bases></mali-bases>", dir = "ltr", lang = "en", module, imports, script = 'src="mali-bases.js"' }) {
  const map = imports === undefined ? "" : `<script type="importmap">${imports}</script>`;
  const late = module === undefined ? "" : '<script type="module" src="late.js"></script>';
  return `<!doctype html>
<html lang="${lang}" dir="${dir}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A page of the tests</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="page-test.css">
${map}
<script src="probe.js"></script>
<script src="early.js"></script>
<script type="module" ${script}></script>
${late}
<body>${body}</body>
</html>`;
}

function style({ width = 1000, css = "" }) {
  return `
:root { color-scheme: light dark; background: Canvas; }
body { width: ${width}px; margin: 0; font: 16px/1.4 "Liberation Sans", Arial, sans-serif; }
${css}`;
}

class Page {
  #closed = false;

  constructor(driver, mount, faulty) {
    Object.assign(this, { driver, mount, faulty });
  }

  // Calls a function in the page; a promise it returns is waited for.
  run(ask, ...given) {
    assert.ok(!this.#closed, "another page was opened since");
    return this.driver.executeScript(`return (${ask}).apply(null, arguments)`, ...given);
  }

  // Asks the page in the first <iframe> instead.
  async inFrame(ask) {
    await this.driver.switchTo().frame(0);
    try {
      await ask();
    } finally {
      await this.driver.switchTo().defaultContent();
    }
  }

  // Until a question to the page has a true answer, which is returned.
  async until(ask, ...given) {
    let answer;
    const asked = async () => (answer = await this.run(ask, ...given));
    await this.driver.wait(asked, TIMEOUT_MS, `never so: ${ask} ${JSON.stringify(given)}`);
    return answer;
  }

  async ready() {
    const count = await this.run(() => document.querySelectorAll("mali-bases").length);
    await this.until((count) => {
      const started = probe.notes.events.filter(({ type }) => /ready|error/.test(type));
      return started.length >= count;
    }, count);
    assert.deepEqual(await this.events("mali-error"), []);
    await this.settle();
  }

  // Until what was asked for is drawn, the words have come, and web fonts and observers had their say.
  async settle() {
    await this.run(() => probe.frames(3));
    await this.until(() => probe.told());
  }

  async events(type) {
    const events = await this.run(() => probe.notes.events);
    return type ? events.filter((event) => event.type === type) : events;
  }

  async forgetEvents() {
    await this.settle();
    await this.run(() => void (probe.notes.events.length = 0));
  }

  reading(index = 0) {
    return this.run(async (index) => {
      await probe.rest();
      return probe.reading(index);
    }, index);
  }

  get(name, index = 0) {
    return this.run((name, index) => probe.element(index)[name], name, index);
  }

  set(name, value, index = 0) {
    const assign = (name, value, index) => void (probe.element(index)[name] = value);
    return this.run(assign, name, value, index);
  }

  attribute(name, index = 0) {
    return this.run((name, index) => probe.element(index).getAttribute(name), name, index);
  }

  // The name of the part that has the focus, in the element or outside it.
  focused() {
    return this.run(() => {
      const { activeElement } = document;
      const inner = activeElement.shadowRoot?.activeElement ?? activeElement;
      return [inner.getAttribute("part") ?? inner.id, inner.dataset.base].filter(Boolean).join(":");
    });
  }

  text(part) {
    return this.run((part) => probe.part(part).textContent, part);
  }

  // The box of a part in the viewport.
  box(part, index = 0) {
    return this.run((part, index) => {
      const { left, top, width, height } = probe.part(part, index).getBoundingClientRect();
      return { left, top, width, height, x: left + width / 2, y: top + height / 2 };
    }, part, index);
  }

  // Where each day stands: the ends of the slider's axis, in the viewport.
  axis() {
    return this.run(() => {
      const slider = probe.part("slider");
      const box = slider.getBoundingClientRect();
      const [min, max, value] = [slider.min, slider.max, slider.value].map(Number);
      const thumb = 24;
      const left = box.left + thumb / 2;
      const right = box.right - thumb / 2;
      return { min, max, value, left, right, y: box.top + box.height / 2 };
    });
  }

  // The middles, in the viewport, of the marks of these colors that a vertical line of a pane crosses;
  // what is thinner than a mark is left out.
  marksAlong(pane, x, colors, least = 5) {
    return this.run((pane, x, colors, least) => {
      const box = probe.part(pane).getBoundingClientRect();
      const runs = probe.runs(pane, x - box.left, colors).filter(({ length }) => length >= least);
      return runs.map(({ middle }) => ({ x, y: box.top + middle }));
    }, pane, x, colors, least);
  }

  click(point) {
    return this.#actions().move(at(point)).press().release().perform();
  }

  press(point) {
    return this.#actions().move(at(point)).press().perform();
  }

  release() {
    return this.#actions().release().perform();
  }

  // Presses at the first point and lets go at the last.
  drag([first, ...others]) {
    const actions = this.#actions().move(at(first)).press();
    others.forEach((point) => actions.move(at(point, 20)));
    return actions.release().perform();
  }

  hover(point) {
    return this.#actions().move(at(point)).perform();
  }

  // Out of the way, so that nothing is hovered.
  rest() {
    return this.hover({ x: 1, y: 1 });
  }

  touch([first, ...others]) {
    const finger = new Pointer("finger", Pointer.Type.TOUCH);
    const actions = this.#actions().insert(finger, finger.move(at(first)), finger.press());
    const moves = others.map((point) => finger.move(at(point, 40)));
    return actions.insert(finger, ...moves, finger.release()).perform();
  }

  // Two fingers at once, along their places.
  fingers([first, ...others]) {
    const hands = ["left", "right"].map((name) => new Pointer(name, Pointer.Type.TOUCH));
    const actions = this.#actions();
    const lines = hands.map((hand, side) => [
      hand.move(at(first[side])),
      hand.press(),
      ...others.map((pair) => hand.move(at(pair[side], 40))),
      hand.release(),
    ]);
    lines[0].forEach((_, step) => actions.insert(hands[0], lines[0][step]).insert(hands[1], lines[1][step]));
    return actions.perform();
  }

  // A wheel over the middle of a box, with a key held or without.
  async wheel({ x, y }, delta, key) {
    const actions = this.#actions();
    if (key) actions.keyDown(Key[key]);
    actions.scroll(Math.round(x), Math.round(y), 0, delta);
    if (key) actions.keyUp(Key[key]);
    await actions.perform();
  }

  // Keys by the names of selenium's Key, or letters; "SHIFT+ARROW_LEFT" holds one down.
  async type(...keys) {
    const actions = this.#actions();
    for (const name of keys) {
      const [key, ...held] = name.split("+").reverse().map((word) => Key[word] ?? word);
      held.forEach((modifier) => actions.keyDown(modifier));
      actions.keyDown(key).keyUp(key);
      held.forEach((modifier) => actions.keyUp(modifier));
    }
    await actions.perform();
    await this.settle();
  }

  focus(part) {
    return this.run((part) => probe.part(part).focus(), part);
  }

  #actions() {
    return this.driver.actions({ async: true });
  }

  // Not without having been quiet: no error, no refusal by the policy, nothing on the console.
  async close() {
    const logged = await this.logged();
    const faults = await this.run(() => window.probe?.notes.faults ?? []);
    this.#closed = true;
    if (this.faulty) return;
    assert.deepEqual(faults, []);
    assert.deepEqual(logged, []);
  }

  // What the console was told since this was last asked.
  async logged() {
    const capabilities = await this.driver.getCapabilities();
    if (capabilities.getBrowserName() !== "chrome") return []; // Others tell nobody.
    const entries = await this.driver.manage().logs().get(logging.Type.BROWSER);
    return entries.map(({ message }) => message);
  }
}

// Pointers take whole pixels.
function at({ x, y }, duration = 0) {
  return { x: Math.round(x), y: Math.round(y), origin: Origin.VIEWPORT, duration };
}
