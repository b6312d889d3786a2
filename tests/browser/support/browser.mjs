// The browsers that the tests run in: to add one is to add an entry to ENGINES. What a test asks of a
// browser beyond WebDriver's standard (density, a dark page, less motion, a folder for downloads) is a
// wish given at its start, so that each engine can grant it in its own way.
//
// The environment is that of `cargo xtask test`: MALI_BASES_URL, the address of the built site, and
// what a browser is started with.

import { createRequire } from "node:module";
import { after, afterEach, before, describe } from "node:test";
import { chromium } from "../../../xtask/npm/chromium.mjs";
import { openPage } from "./page.mjs";
import { serveSite } from "./server.mjs";

const require = createRequire(new URL("../../../xtask/npm/package.json", import.meta.url));
const { logging } = require("selenium-webdriver");

const WINDOW = { width: 1500, height: 1700 };

const ENGINES = [{ name: "Chromium", start: startChromium }];

async function startChromium({ density = 1, dark = false, reducedMotion = false, downloads }) {
  const flags = [
    "--disable-gpu",
    "--disable-sync",
    `--window-size=${WINDOW.width},${WINDOW.height}`,
    `--force-device-scale-factor=${density}`,
    ...(reducedMotion ? ["--force-prefers-reduced-motion"] : []),
  ];
  const driver = await chromium(flags, (options) => {
    if (downloads) options.setUserPreferences({ "download.default_directory": downloads });
    const logs = new logging.Preferences();
    logs.setLevel(logging.Type.BROWSER, logging.Level.ALL);
    options.setLoggingPrefs(logs);
  });
  const features = [{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }];
  await driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { features });
  return driver;
}

// Declares the tests of one subject, once for every engine. `define` is given `open`, which opens a
// page of the test's own; whatever a page complains of fails the test that opened it.
export function inEveryBrowser(subject, define, wishes = {}) {
  for (const engine of ENGINES) {
    describe(`${subject}, ${engine.name}`, () => {
      let driver, site, page;
      before(async () => {
        site = await serveSite(process.env.MALI_BASES_URL);
        await site.original("mali-bases.js"); // Without a site every test would wait in vain.
        driver = await engine.start(wishes);
      });
      after(async () => {
        await driver?.quit();
        await site?.close();
      });
      // A browser shows one page at a time: to open another is to be done with the one before.
      const close = async () => {
        const done = page;
        page = undefined;
        await done?.close();
      };
      afterEach(close);
      define(async (options) => {
        await close();
        page = await openPage(driver, site, options);
        return page;
      });
    });
  }
}
