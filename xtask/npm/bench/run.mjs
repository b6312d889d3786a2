// node run.mjs ADDRESS FOLDER quick|full OUT: measures every page of the benches in one browser, in turn,
// round by round, then what only ours is asked, then how ours and D3 grow; writes the raw numbers as JSON.

import { writeFileSync } from "node:fs";
import { start } from "./browser.mjs";
import { answers, steadiness } from "./alone.mjs";
import { growth } from "./growth.mjs";
import { bytes, cold, slowSteps, step, warm } from "./measure.mjs";

const PAGES = ["ours", "floor", "d3", "leaflet", "maplibre", "timelinejs", "vis"];
const GROWING = ["ours", "d3"];
const MOST_FOR_D3 = 100_000;
const EFFORT = {
  quick: { rounds: 2, patience: 2_500, slow: 40, warm: 2, steps: 1_000, counts: [60, 1_000, 10_000] },
  full: { rounds: 5, patience: 8_000, slow: 120, warm: 3, steps: 10_000, counts: [60, 1_000, 10_000, 100_000, 1_000_000] },
};

const [address, folder, effort, out] = process.argv.slice(2);
const most = EFFORT[effort];

async function measured(browser, name, sizes) {
  await browser.open(`${address}${name}.html?${sizes}`);
  return {
    cold: await cold(browser),
    bytes: await bytes(browser, folder),
    ...(await step(browser, most.patience)),
    slow: await slowSteps(browser, most.slow, 2 * most.patience),
    heap: await browser.heap(),
    warm: await warm(browser, most.warm),
  };
}

// The boxes of the peers are as large as ours.
async function sizesOf(browser) {
  await browser.open(`${address}ours.html`);
  return (await browser.run(() => bench.sizes)).join("&");
}

async function alone(browser) {
  const ours = `${address}ours.html`;
  return { answers: await answers(browser, ours), steady: await steadiness(browser, ours, most.steps) };
}

const browser = await start();
const runs = Object.fromEntries(PAGES.map((name) => [name, []]));
const sizes = await sizesOf(browser);
const version = await browser.version();
let only;
try {
  for (let round = 0; round < most.rounds; round += 1) {
    // Whoever comes first in one round comes last in the next.
    const order = [...PAGES.slice(round % PAGES.length), ...PAGES.slice(0, round % PAGES.length)];
    for (const name of order) runs[name].push(await measured(browser, name, sizes));
    console.log(`  round ${round + 1} of ${most.rounds}`);
  }
  only = await alone(browser);
} finally {
  await browser.quit();
}
const grown = {};
for (const name of GROWING) {
  const counts = name === "ours" ? most.counts : most.counts.filter((count) => count <= MOST_FOR_D3);
  grown[name] = await growth(`${address}${name}.html?${sizes}`, counts);
}
writeFileSync(out, JSON.stringify({ browser: version, sizes, runs, alone: only, growth: grown }));
