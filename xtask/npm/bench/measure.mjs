// What is measured of one page.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

export const SLOW_DOWN = 4;
export const STRIDE_DAYS = 13; // A finger that moves briskly.
const SETTLING_STEPS = 60;

// The days of a sweep over the whole axis.
async function sweep(browser) {
  const { first, last } = await browser.run(() => ({ first: bench.first, last: bench.last }));
  return Array.from({ length: Math.floor((last - first) / STRIDE_DAYS) }, (_, index) => first + index * STRIDE_DAYS);
}

// In the page: every step and its frame; as many as there is time for.
async function scrub(days, patience) {
  const start = performance.now();
  let steps = 0;
  for (const day of days) {
    await bench.step(day);
    steps += 1;
    if (performance.now() - start > patience) break;
  }
  return { steps, took: performance.now() - start };
}

// Main-thread and wall time a step, ms.
export async function step(browser, patience) {
  const days = await sweep(browser);
  await browser.run(scrub, days.slice(0, SETTLING_STEPS), patience / 4);
  const before = await browser.worked();
  const done = await browser.run(scrub, days, patience);
  return { step: (await browser.worked() - before) / done.steps, wall: done.took / done.steps };
}

// Main-thread time of each step for itself on a slow machine, ms, over the last days, the crowded ones;
// as many as there is time for.
export async function slowSteps(browser, steps, patience) {
  const start = performance.now();
  const days = (await sweep(browser)).slice(-steps);
  await browser.slowDown(SLOW_DOWN);
  const times = [];
  let before = await browser.worked();
  for (const day of days) {
    await browser.step(day);
    const now = await browser.worked();
    times.push(now - before);
    before = now;
    if (performance.now() - start > patience) break;
  }
  await browser.slowDown(1);
  return times;
}

// From the run of the page's script to its first picture, ms.
export function cold(browser) {
  return browser.run(() => {
    const at = (name) => performance.getEntriesByName(name)[0].startTime;
    return at("picture") - at("script");
  });
}

// The same again in the page as it stands, from data that is there, ms.
export function warm(browser, times) {
  return browser.run(async (times) => {
    const took = [];
    while (took.length < times) {
      bench.tearDown();
      const start = performance.now();
      await bench.setUp();
      took.push(performance.now() - start);
    }
    return took;
  }, times);
}

// Everything fetched up to the first picture but the article itself, after brotli at its best. What
// shows ours to the runner is no part of the product.
export async function bytes(browser, folder) {
  const names = await browser.run(() => {
    const [{ startTime }] = performance.getEntriesByName("picture");
    const fetched = performance.getEntriesByType("resource").filter((entry) => entry.startTime < startTime);
    return [...new Set(fetched.map(({ name }) => new URL(name).pathname.slice(1)))];
  });
  const counted = names.filter((name) => name && !name.startsWith("ours.") && !name.startsWith("floor."));
  const packed = (name) => brotliCompressSync(readFileSync(join(folder, name))).length;
  return Object.fromEntries(counted.map((name) => [name.replace(/-[\w-]{10}(?=\.)/, ""), packed(name)]));
}
