// Declares tests in browsers, each with a page of its own.
//
// The environment is that of `cargo xtask test`: MALI_BASES_URL, the address of the built site, and the
// programs of `engines.mjs`.

import { after, afterEach, before, describe } from "node:test";
import { CHROMIUM, ENGINES } from "./engines.mjs";
import { openPage } from "./page.mjs";
import { serveSite } from "./server.mjs";

// Declares the tests of one subject, in Chromium. `define` is given `open`, which opens a
// page of the test's own; whatever a page complains of fails the test that opened it.
export function inChromium(subject, define, wishes = {}) {
  inEach([CHROMIUM], subject, define, wishes);
}

// The same for what every engine has to do alike: once for each that there is.
export function inEveryEngine(subject, define) {
  inEach(ENGINES, subject, define, {});
}

function inEach(engines, subject, define, wishes) {
  for (const engine of engines) {
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
