// How a scrub step grows with the dataset: synthetic ones of every size, through `load`. A browser for
// each, since one that does not answer any more can only be ended.

import { start } from "./browser.mjs";
import { step } from "./measure.mjs";

const PATIENCE_MS = 5_000;
const LONGEST_STEP_MS = 1_000;

// A list of { events, load, step, heap }, the last one { events, fault } if it failed.
export async function growth(address, counts) {
  const name = new URL(address).pathname.slice(1);
  const points = [];
  for (const events of counts) {
    const point = await grown(address, events);
    points.push(point);
    console.log(`  ${name}: ${JSON.stringify(point)}`);
    if (point.fault || point.step > LONGEST_STEP_MS) break;
  }
  return points;
}

async function grown(address, events) {
  const browser = await start();
  try {
    await browser.open(address);
    await browser.run(make, events);
    const load = await browser.run(show);
    const { step: took } = await step(browser, PATIENCE_MS);
    return { events, load, step: took, heap: await browser.heap() };
  } catch (error) {
    return { events, fault: faultOf(error) };
  } finally {
    await browser.quit();
  }
}

function faultOf(error) {
  if (error.name === "ScriptTimeoutError" || error.name === "TimeoutError") return "no answer in a minute";
  return error.message.split("\n")[0];
}

// In the page.
async function make(events) {
  const { synthetic } = await import("./synthetic.js");
  const bundled = await (await fetch("dataset.json")).json();
  window.dataset = synthetic(bundled, events);
}

async function show() {
  const start = performance.now();
  await bench.load(window.dataset);
  const took = performance.now() - start;
  delete window.dataset; // Only what the page itself keeps is its heap.
  return took;
}
