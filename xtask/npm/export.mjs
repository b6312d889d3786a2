// node export.mjs SITE NAME…: writes files of the site's dataset into SITE/data, by the module that a
// page makes them with and the dates' bounds of the site's own wasm.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, ...names] = process.argv.slice(2);
const site = resolve(folder);
const load = (name) => import(pathToFileURL(join(site, name)));

const { file } = await load("export.js");
const { bounds, initSync } = await load("desk.js");
initSync({ module: readFileSync(join(site, "desk_bg.wasm")) });

const dataset = JSON.parse(readFileSync(join(site, "dataset.json"), "utf8"));
mkdirSync(join(site, "data"), { recursive: true });
for (const name of names) {
  writeFileSync(join(site, "data", name), file(name, dataset, bounds).text);
}
