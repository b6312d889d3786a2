// All files that the element asks for, in its one script: takes the place of `source.js` where a page can have
// no other files. They are packed, and unpacked when they are asked for.

import * as desk from "./desk.js";
import * as downloads from "./downloads.js";
import * as exporter from "./export.js";
import * as intake from "./intake.js";
import * as outline from "./outline.js";
import * as press from "./press.js";
import * as sharing from "./sharing.js";
import * as still from "./still.js";
import * as view from "./view.js";

import allEn from "./all-en.bin.gz";
import allFr from "./all-fr.bin.gz";
import dataset from "./dataset.json.gz";
import deskWasm from "./desk_bg.wasm.gz";
import firstEn from "./first-en.bin.gz";
import firstFr from "./first-fr.bin.gz";
import landNear from "./land-near.bin.gz";
import land from "./land.bin.gz";
import pressWasm from "./press_bg.wasm.gz";
import viewWasm from "./view_bg.wasm.gz";

const CODE = {
  "desk.js": desk,
  "downloads.js": downloads,
  "export.js": exporter,
  "intake.js": intake,
  "outline.js": outline,
  "press.js": press,
  "sharing.js": sharing,
  "still.js": still,
  "view.js": view,
};

const FILES = {
  "all-en.bin": allEn,
  "all-fr.bin": allFr,
  "dataset.json": dataset,
  "desk_bg.wasm": deskWasm,
  "first-en.bin": firstEn,
  "first-fr.bin": firstFr,
  "land-near.bin": landNear,
  "land.bin": land,
  "press_bg.wasm": pressWasm,
  "view_bg.wasm": viewWasm,
};

// None: there is nothing beside it that a page elsewhere could name.
export const home = undefined;

export const code = async (name) => CODE[name];

export async function fetched(name) {
  const bytes = Uint8Array.from(atob(FILES[name]), (letter) => letter.charCodeAt(0));
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const type = name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
  return new Response(plain, { headers: { "Content-Type": type } });
}

export function fail(name, cause) {
  throw new Error(`${name}: ${cause.message ?? cause}`, { cause });
}
