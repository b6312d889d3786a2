// node shots.mjs ADDRESS FOLDER: takes pictures of the demo page's graphic as readers see it, at every
// width, theme and language on six telling days, and lays them side by side in FOLDER/index.html and,
// a width a sheet, in FOLDER/sheet-WIDTH.png. The environment names the browser, as for the tests.

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "./chromium.mjs";

const WIDTHS = [300, 320, 390, 600, 768, 1024, 1440];
const THEMES = ["light", "dark"];
const LANGS = ["en", "fr"];

// Day, and what is chosen on it.
const DAYS = [
  { date: "2012-06-01" },
  { date: "2013-02-10", base: "gao" },
  { date: "2018-06-15", base: "menaka" },
  { date: "2021-10-20", base: "kidal" },
  { date: "2022-02-17" },
  { date: "2022-08-15", event: "gao-handed-over" },
];
const DENSITY = 2;

const [address, folder] = process.argv.slice(2);

const driver = await chromium(["--disable-gpu", "--hide-scrollbars"]);

const devtools = (method, params) => driver.sendAndGetDevToolsCommand(method, params);

async function surround(width, theme) {
  const metrics = { width, height: 900, deviceScaleFactor: DENSITY, mobile: false };
  await devtools("Emulation.setDeviceMetricsOverride", metrics);
  const features = [{ name: "prefers-color-scheme", value: theme }];
  await devtools("Emulation.setEmulatedMedia", { features });
}

// In the page: shows a state, and answers with the box of the graphic once nothing moves any more.
async function show(lang, state) {
  const element = document.querySelector("mali-bases");
  element.loading = "eager";
  await element.ready;
  Object.assign(element, { lang, base: null, event: null, ...state });
  if (state.event) element.event = state.event;
  await new Promise((resolve) => setTimeout(resolve, 1100)); // A pulse.
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + scrollX, y: top + scrollY, width, height };
}

async function shoot(name, lang, state) {
  const clip = await driver.executeScript(`return (${show}).apply(null, arguments)`, lang, state);
  const params = { clip: { ...clip, scale: 1 }, captureBeyondViewport: true };
  const { data } = await devtools("Page.captureScreenshot", params);
  writeFileSync(join(folder, `${name}.png`), Buffer.from(data, "base64"));
  return name;
}

// A long panel is cut off below: what is judged here is how it all stands together.
function sheet(names, width) {
  const figure = (name) => `<figure><img src="${name}.png"><figcaption>${name}</figcaption></figure>`;
  const style = `body { margin: 12px; background: #8a8f98; font: 13px sans-serif }
    figure { display: inline-block; margin: 6px; vertical-align: top } img { display: block; width: ${width}px; max-height: 700px; object-fit: cover; object-position: top }`;
  return `<!doctype html><meta charset="utf-8"><style>${style}</style>${names.map(figure).join("")}`;
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
try {
  const all = [];
  for (const width of WIDTHS) {
    const names = [];
    for (const theme of THEMES) {
      await surround(width, theme);
      await driver.get(address);
      for (const lang of LANGS) {
        for (const state of DAYS) {
          names.push(await shoot(`${width}-${theme}-${lang}-${state.date}`, lang, state));
        }
      }
    }
    const page = join(folder, `sheet-${width}.html`);
    writeFileSync(page, sheet(names, width < 500 ? 240 : 440));
    await devtools("Emulation.setDeviceMetricsOverride", { width: 2400, height: 900, deviceScaleFactor: 1, mobile: false });
    await driver.get(pathToFileURL(page).href);
    const height = await driver.executeScript("return document.documentElement.scrollHeight");
    const params = { clip: { x: 0, y: 0, width: 2400, height, scale: 1 }, captureBeyondViewport: true };
    const { data } = await devtools("Page.captureScreenshot", params);
    writeFileSync(join(folder, `sheet-${width}.png`), Buffer.from(data, "base64"));
    console.log(`  ${names.length} pictures at ${width} px`);
    all.push(...names);
  }
  writeFileSync(join(folder, "index.html"), sheet(all, 300));
} finally {
  await driver.quit();
}
