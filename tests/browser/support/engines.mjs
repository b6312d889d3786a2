// The engines that the tests run in: to add one is to add an entry. What a test asks of a browser beyond
// WebDriver's standard (density, a dark page, less motion, a folder for downloads) is a wish given at its start;
// Chromium grants all of them.
//
// The environment is that of `cargo xtask test`: the programs. An engine that it names none of is not there.

import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { chromium } from "../../../xtask/npm/chromium.mjs";

const require = createRequire(new URL("../../../xtask/npm/package.json", import.meta.url));
const { Builder, logging } = require("selenium-webdriver");
const firefox = require("selenium-webdriver/firefox.js");

const { MALI_BASES_FIREFOX, MALI_BASES_GECKODRIVER, MALI_BASES_WEBKIT, MALI_BASES_WEBKITDRIVER } = process.env;

const WINDOW = { width: 1500, height: 1700 };

export const CHROMIUM = { name: "Chromium", start: startChromium };

export const ENGINES = [
  CHROMIUM,
  ...(MALI_BASES_FIREFOX ? [{ name: "Firefox", start: startFirefox }] : []),
  ...(MALI_BASES_WEBKIT ? [{ name: "WebKit", start: startWebKit }] : []),
];

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

function startFirefox() {
  const options = new firefox.Options();
  options.setBinary(MALI_BASES_FIREFOX);
  options.addArguments("-headless", `--width=${WINDOW.width}`, `--height=${WINDOW.height}`);
  const service = new firefox.ServiceBuilder(MALI_BASES_GECKODRIVER);
  return new Builder().forBrowser("firefox").setFirefoxOptions(options).setFirefoxService(service).build();
}

// It has no headless mode: a display is made for it.
async function startWebKit() {
  const port = await freePort();
  const command = ["--auto-servernum", MALI_BASES_WEBKITDRIVER, `--port=${port}`];
  const service = spawn("xvfb-run", command, { stdio: "ignore", detached: true });
  const capabilities = {
    browserName: "MiniBrowser",
    "webkitgtk:browserOptions": { binary: MALI_BASES_WEBKIT, args: ["--automation"] },
  };
  const address = `http://127.0.0.1:${port}`;
  const stop = () => process.kill(-service.pid);
  try {
    await answers(`${address}/status`);
    const driver = await new Builder().usingServer(address).withCapabilities(capabilities).build();
    const quit = driver.quit.bind(driver);
    driver.quit = () => quit().finally(stop);
    await driver.manage().window().setRect(WINDOW);
    return driver;
  } catch (error) {
    stop();
    throw error;
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function answers(address) {
  for (let left = 200; left > 0; left -= 1) {
    if (await fetch(address).then(() => true, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nothing answers at ${address}`);
}
