// The folder on any host: what its files are called, how they are packed, and where they may lie.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { inChromium } from "./support/browser.mjs";
import { POLICY } from "./support/server.mjs";

const DIST = join(process.env.MALI_BASES_ROOT, "dist");
const dist = (name) => readFile(join(DIST, name));
const listed = async () => JSON.parse(await dist("integrity.json"));
const sri = (bytes) => `sha256-${createHash("sha256").update(bytes).digest("base64")}`;
const MARKED = /-([\w-]{10})\.(js|wasm|bin)$/;

test("what has a hash in its name is what it says, and may be kept for good", async () => {
  const headers = String(await dist("_headers"));
  const marked = (await readdir(DIST)).filter((name) => MARKED.test(name));
  assert.ok(marked.length > 10);
  const hashes = await listed();
  for (const name of marked) {
    const hash = sri(await dist(name));
    assert.equal(hash, hashes[name], name);
    const [, mark] = MARKED.exec(name);
    assert.equal(hash.slice(7, 17).replaceAll("+", "-").replaceAll("/", "_"), mark, name);
    assert.match(headers, new RegExp(`^/${name}\n(  .*\n)*  Cache-Control: .*immutable`, "m"));
  }
  for (const name of ["mali-bases.js", "mali-bases.inline.js", "parent.js"]) assert.equal(sri(await dist(name)), hashes[name], name);
});

test("beside whatever packs lies the same packed, and smaller", async () => {
  const names = await readdir(DIST, { recursive: true });
  const packed = names.filter((name) => name.endsWith(".br"));
  assert.ok(packed.length > 30);
  for (const name of packed) {
    const plain = await dist(name.slice(0, -3));
    assert.deepEqual(brotliDecompressSync(await dist(name)), plain, name);
    assert.deepEqual(gunzipSync(await dist(name.replace(/br$/, "gz"))), plain, name);
  }
  const text = names.filter((name) => /\.(css|html|js|json|svg|wasm|bin|csv|geojson)$/.test(name));
  assert.deepEqual(text.filter((name) => !packed.includes(`${name}.br`)), ["integrity.json"]);
});

inChromium("hosting", (open) => {
  test("a page that names the hash of the script holds the module and the data to theirs", async () => {
    const hashes = await listed();
    const script = `src="mali-bases.js" integrity="${hashes["mali-bases.js"]}"`;
    await open({ script });
    const [name] = Object.keys(hashes).filter((file) => file.startsWith("land-") && !file.startsWith("land-near"));
    const other = Buffer.concat([await dist(name), Buffer.from([0])]);
    const page = await open({ script, files: { "land.bin": other }, faulty: true, waits: false });
    await page.until(() => probe.notes.events.some(({ type }) => type === "mali-error"));
    const [{ detail }] = await page.events("mali-error");
    assert.match(detail.message, /land-.*\.bin: /);
  });

  test("an import map holds the scripts that are fetched later to theirs", async () => {
    const hashes = await listed();
    const later = Object.keys(hashes).filter((name) => /^sharing-.*js$/.test(name));
    const shared = async (hash) => {
      const imports = JSON.stringify({ integrity: Object.fromEntries(later.map((name) => [`./${name}`, hash(name)])) });
      const policy = POLICY.replace("script-src", `script-src '${sri(imports)}'`);
      const page = await open({ imports, policy, faulty: true });
      await page.run(() => probe.part("share").querySelector("summary").click());
      return page.until(() => probe.part("share").querySelector("button, p")?.textContent);
    };
    assert.equal(later.length, 1);
    assert.equal(await shared((name) => hashes[name]), "Link");
    assert.match(await shared(() => sri("another")), /not available/);
  });

  test("it may lie on another host", async () => {
    const host = new URL(process.env.MALI_BASES_URL).origin;
    const policy = POLICY.replaceAll("'self'", `'self' ${host}`);
    const page = await open({ policy, script: `src="${host}/mali-bases.js"` });
    const asked = await page.run(() => performance.getEntriesByType("resource").map(({ name }) => name));
    assert.ok(asked.includes(`${host}/mali-bases.js`));
    assert.equal(page.mount.requests.includes("view_bg.wasm"), false);
  });

  test("it runs where only trusted types may become script", async () => {
    const page = await open({ policy: `${POLICY}; require-trusted-types-for 'script'; trusted-types 'none'` });
    await page.run(async () => {
      probe.element().base = "gao";
      await probe.element().toPNG();
      await probe.element().load(await fetch("dataset.json").then((response) => response.text()));
    });
    await page.settle();
  });

  const INLINE = {
    body: '<script src="mali-bases.inline.js"></script><mali-bases></mali-bases>',
    script: "",
    policy: POLICY.replace("connect-src 'self'", "connect-src 'none'"),
  };

  test("one script has everything in it, where a page can have no other file", async () => {
    const page = await open(INLINE);
    await page.set("lang", "fr");
    await page.until(() => /ouvertes/.test(probe.part("count").textContent));
    await page.run(() => probe.part("zoom-in").click());
    const dataset = String(await dist("dataset.json")).replace("How France", "How, again, France");
    const svg = await page.run(async (dataset) => {
      probe.element().lang = "en";
      await probe.element().load(dataset);
      return probe.element().toSVG();
    }, dataset);
    assert.match(svg, /How, again, France/);
    for (const name of ["share", "data"]) {
      await page.run((name) => probe.part(name).querySelector("summary").click(), name);
      await page.until((name) => probe.part(name).querySelector("button"), name);
    }
    const code = page.mount.requests.filter((name) => !/^(page|early|probe|late)/.test(name));
    assert.deepEqual(code, ["mali-bases.inline.js"]);
  });

  test("that one runs from a folder of one's own machine, too", async () => {
    const folder = await mkdtemp(join(tmpdir(), "mali-bases-"));
    try {
      await writeFile(join(folder, "mali-bases.inline.js"), await dist("mali-bases.inline.js"));
      await writeFile(join(folder, "page.html"), `<!doctype html><meta charset="utf-8">${INLINE.body}`);
      const page = await open(INLINE);
      await page.driver.get(pathToFileURL(join(folder, "page.html")).href);
      await page.until(() => document.querySelector("mali-bases").bases.length === 6);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
