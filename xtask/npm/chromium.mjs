// Chromium for all that drive one: the tests, the benches, the pictures. The environment is that of
// `cargo xtask`: MALI_BASES_CHROMIUM and MALI_BASES_CHROMEDRIVER, the programs.

import { Builder } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";

const FLAGS = [
  "--headless=new",
  "--no-sandbox",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
];

// Starts one, with further flags. What is no flag `adjust` sets of its options.
export function chromium(flags, adjust = () => {}) {
  const options = new chrome.Options();
  options.setChromeBinaryPath(process.env.MALI_BASES_CHROMIUM);
  options.addArguments(...FLAGS, ...flags);
  adjust(options);
  return new Builder()
    .forBrowser("chrome")
    .setChromeOptions(options)
    .setChromeService(new chrome.ServiceBuilder(process.env.MALI_BASES_CHROMEDRIVER))
    .build();
}
