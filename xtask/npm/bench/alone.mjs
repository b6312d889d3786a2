// What only ours is asked: how soon after each press something is painted, on a phone's screen with a slow
// processor, and whether the heap stays as it is however long one scrubs.

import { createRequire } from "node:module";
import { SLOW_DOWN, STRIDE_DAYS } from "./measure.mjs";

const require = createRequire(import.meta.url);
const { Key } = require("selenium-webdriver");
const { Origin, Pointer } = require("selenium-webdriver/lib/input.js");

const PHONE = { width: 390, height: 844, deviceScaleFactor: 2, mobile: false };
const HELD_MS = 80; // As long as a finger is down.
const TIMES = 6;
const HEAP_READINGS = 5;

const part = (name) => `[part~="${name}"]`;
const base = (id) => `[data-base="${id}"]`;

// By control what is pressed, time after time: a place to tap, or a key on the slider.
const CONTROLS = {
  next: [{ tap: part("next") }],
  previous: [{ tap: part("previous") }],
  "play, pause": [{ tap: part("play") }],
  speed: [{ tap: part("speed") }],
  "zoom in, out": [{ tap: part("zoom-in") }, { tap: part("zoom-out") }],
  "whole map": [{ tap: part("zoom-in"), aside: true }, { tap: part("zoom-reset") }],
  "a base": ["gao", "kidal", "gossi"].map((id) => ({ tap: base(id) })),
  "arrow keys": [{ key: Key.ARROW_RIGHT }, { key: Key.ARROW_LEFT }],
  "page keys": [{ key: Key.PAGE_DOWN }, { key: Key.PAGE_UP }],
  "Home, End": [{ key: Key.HOME }, { key: Key.END }],
  "let go (Escape)": [{ tap: base("gao"), aside: true }, { key: Key.ESCAPE }],
  sources: [{ tap: ".sources summary" }],
  data: [{ tap: `${part("data")} summary` }],
};

// By control the ms from each press to the next paint; 0 where that is too short to be recorded.
export async function answers(browser, address) {
  await browser.ask("Emulation.setDeviceMetricsOverride", PHONE);
  await browser.open(address);
  await browser.run(listen);
  await browser.slowDown(SLOW_DOWN);
  const took = {};
  for (const [name, presses] of Object.entries(CONTROLS)) took[name] = await pressed(browser, presses);
  await browser.slowDown(1);
  await browser.ask("Emulation.clearDeviceMetricsOverride");
  return took;
}

async function pressed(browser, presses) {
  const took = [];
  for (let time = 0; took.length < TIMES; time += 1) {
    const press = presses[time % presses.length];
    await (press.key ? strike(browser, press.key) : tap(browser, press.tap));
    const longest = await browser.run(() => window.answered());
    if (!press.aside) took.push(longest);
  }
  return took;
}

async function strike({ driver }, key) {
  const slider = await driver.executeScript(find, part("slider"));
  await driver.executeScript((node) => node.focus({ preventScroll: true }), slider);
  await driver.actions({ async: true }).keyDown(key).keyUp(key).perform();
}

async function tap({ driver }, what) {
  const node = await driver.executeScript(find, what);
  const finger = new Pointer("finger", Pointer.Type.TOUCH);
  const held = [finger.move({ origin: node }), finger.press(), finger.move({ origin: Origin.POINTER, duration: HELD_MS }), finger.release()];
  await driver.actions({ async: true }).insert(finger, ...held).perform();
}

// In the page.
function find(what) {
  const node = document.querySelector("mali-bases").shadowRoot.querySelector(what);
  node.scrollIntoView({ block: "center" });
  return node;
}

// In the page: keeps what the browser tells of presses, until it is asked.
function listen() {
  const took = [];
  const keep = (list) => took.push(...list.getEntries().filter((entry) => entry.interactionId));
  new PerformanceObserver(keep).observe({ type: "event", durationThreshold: 16 });
  const idle = () => new Promise((resolve) => requestIdleCallback(resolve));
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  window.answered = async () => {
    for (let frames = 0; frames < 30; frames += 1) await frame();
    await idle();
    return Math.max(0, ...took.splice(0).map(({ duration }) => duration));
  };
}

// As many steps to and fro over the axis, and what is held after each part of them: [steps, bytes].
export async function steadiness(browser, address, steps) {
  await browser.open(address);
  const readings = [];
  const part = steps / HEAP_READINGS;
  for (let done = 0; done <= steps; done += part) {
    if (done > 0) await browser.run(scrub, part, STRIDE_DAYS);
    readings.push([done, await browser.heap()]);
  }
  return readings;
}

// In the page.
async function scrub(steps, stride) {
  const days = bench.last - bench.first;
  for (let step = 0; step < steps; step += 1) await bench.step(bench.first + ((step * stride) % days));
}
