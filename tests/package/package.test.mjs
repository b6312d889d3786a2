// The package as published, put through what newsrooms build with, and each result opened in a browser. What
// they build with is pinned beside this file.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { inChromium } from "../browser/support/browser.mjs";

const ROOT = process.env.MALI_BASES_ROOT;
const DIST = join(ROOT, "dist");
const HERE = join(ROOT, "tests/package");
const MADE = join(HERE, "node_modules/.made");
const TARBALL = join(MADE, "mali-bases-0.1.0.tgz");

const require = createRequire(join(HERE, "package.json"));
const load = async (name) => import(pathToFileURL(require.resolve(name)).href);
const run = promisify(execFile);
const bin = (name) => join(HERE, "node_modules/.bin", name);

// As installed: what the tarball has, and nothing else of the folder.
const installed = (async () => {
  await rm(MADE, { recursive: true, force: true });
  await mkdir(MADE, { recursive: true });
  await run("npm", ["pack", DIST, "--pack-destination", MADE, "--loglevel=error"]);
  await run("tar", ["-xzf", TARBALL, "-C", MADE]);
  const link = join(HERE, "node_modules/mali-bases");
  await rm(link, { recursive: true, force: true });
  await symlink(join(MADE, "package"), link);
  await rm(join(MADE, "examples"), { recursive: true, force: true });
  await cp(join(ROOT, "www/examples"), join(MADE, "examples"), { recursive: true });
})();

test("publint and @arethetypeswrong find nothing", async () => {
  await installed;
  const { publint } = await load("publint");
  const { messages } = await publint({ pkgDir: join(MADE, "package"), strict: true });
  assert.deepEqual(messages, []);
  await run(bin("attw"), [TARBALL, "--profile", "esm-only", "--exclude-entrypoints", "schema", "wasm"]); // Fails if it finds any.
});

test("the types are those of the element, in JSX too", async () => {
  await installed;
  const source = `
    import { MaliBases, type Base } from "mali-bases";
    const graphic = document.querySelector("mali-bases")!;
    graphic.addEventListener("mali-select", ({ detail }) => detail.base?.toUpperCase());
    const bases: readonly Base[] = graphic.bases;
    const svg: Promise<string> = graphic.toSVG();
    const same: MaliBases = graphic;
    // @ts-expect-error
    graphic.date = 7;
    // @ts-expect-error
    graphic.loading = "soon";
    export const page = <mali-bases date="2021-12-14" base="gao" plain onmali-select={({ detail }) => detail.event} ref={(node) => node?.play()} />;
    // @ts-expect-error
    export const wrong = <mali-bases theme="blue" />;
    console.log(bases, svg, same);`;
  await writeFile(join(MADE, "types.tsx"), source);
  const options = "--noEmit --strict --jsx react-jsx --module esnext --moduleResolution bundler --target es2022 --skipLibCheck".split(" ");
  const told = await run(bin("tsc"), [...options, "--lib", "dom,es2023", join(MADE, "types.tsx")], { cwd: HERE }).catch((error) => error);
  assert.equal(told.stdout, "");
});

test("the types want no React", async () => {
  await installed;
  const away = await mkdtemp(join(tmpdir(), "mali-bases-"));
  try {
    await cp(join(MADE, "package"), join(away, "node_modules/mali-bases"), { recursive: true });
    await writeFile(join(away, "types.ts"), 'import { svg } from "mali-bases/pure";\nimport type {} from "mali-bases";\nexport const drawn: Promise<string> = svg();');
    const options = "--noEmit --strict --module esnext --moduleResolution bundler --target es2022 --lib dom,es2023".split(" ");
    const told = await run(bin("tsc"), [...options, "types.ts"], { cwd: away }).catch((error) => error);
    assert.equal(told.stdout, "");
  } finally {
    await rm(away, { recursive: true });
  }
});

test("without an element, in Node.js: a dataset is checked, a picture drawn", async () => {
  await installed;
  const { check, svg } = await import(pathToFileURL(join(MADE, "package/pure.js")).href);
  const bundled = await readFile(join(DIST, "dataset.json"), "utf8");
  assert.deepEqual(await check(bundled), []);
  const broken = JSON.parse(bundled);
  broken.bases.features[0].properties.name.en = 7;
  const [problem] = await check(broken);
  assert.match(problem.path, /bases.*name\.en/);
  assert.equal((await check("{")).length, 1);
  const drawn = await svg({ date: "2021-12-14", base: "timbuktu", lang: "fr", theme: "dark", width: 800 });
  assert.match(drawn, /^<svg .*width="800"/);
  assert.ok(drawn.includes("Tombouctou") && drawn.includes("14 décembre 2021") && drawn.includes("#15181B"));
  const own = JSON.parse(bundled);
  own.meta.title.en = "Another headline";
  assert.match(await svg({ dataset: own }), /<title>Another headline<\/title>/);
  for (const [options, told] of [
    [{ lang: "de" }, /lang “de” should be one of en, fr/],
    [{ theme: "blue" }, /theme “blue”/],
    [{ width: 0 }, /width 0 should be from 280/],
    [{ base: "bamako" }, /base “bamako” is not in the dataset/],
    [{ event: "none" }, /event “none”/],
    [{ date: "yesterday" }, /date “yesterday” should be a day/],
  ]) {
    await assert.rejects(svg(options), told);
  }
});

test("every entry of the package leads to a file", async () => {
  await installed;
  const { exports } = JSON.parse(await readFile(join(MADE, "package/package.json"), "utf8"));
  const entries = Object.values(exports).flatMap((entry) => (typeof entry === "string" ? entry : Object.values(entry)));
  for (const entry of entries.filter((path) => !path.includes("*"))) await readFile(join(MADE, "package", entry));
});

// Every file of a folder by its name.
async function filesOf(folder) {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(await Promise.all(files.map(async (file) => [file.slice(folder.length + 1), await readFile(file)])));
}

async function withVite(root, outDir, plugins = []) {
  const { build } = await load("vite");
  await build({ root, base: "./", logLevel: "error", configFile: false, plugins, build: { outDir, emptyOutDir: true, modulePreload: { polyfill: false } } });
  return filesOf(outDir);
}

const BUNDLERS = {
  Vite: async (out) => {
    const root = join(MADE, "vite");
    await mkdir(root, { recursive: true });
    await writeFile(join(root, "main.js"), 'import "mali-bases";');
    await writeFile(join(root, "index.html"), '<!doctype html><title>Vite</title><link rel="icon" href="data:,"><mali-bases></mali-bases><script type="module" src="./main.js"></script>');
    return withVite(root, out);
  },
  webpack: async (out) => {
    const entry = join(MADE, "webpack.js");
    await writeFile(entry, 'import "mali-bases";');
    const { default: webpack } = await load("webpack");
    const output = { path: out, filename: "main.js", publicPath: "auto" };
    const stats = await promisify(webpack)({ mode: "production", entry, output, performance: { hints: false } });
    assert.equal(stats.hasErrors(), false, stats.toString());
    return { "index.html": page("main.js"), ...(await filesOf(out)) };
  },
  // It takes no files along: they are put beside what it makes.
  esbuild: async (out) => {
    const entry = join(MADE, "esbuild.js");
    await writeFile(entry, 'import "mali-bases";');
    const esbuild = await import(pathToFileURL(join(ROOT, "xtask/npm/node_modules/esbuild/lib/main.js")).href);
    await esbuild.build({ entryPoints: { main: entry }, bundle: true, splitting: true, format: "esm", outdir: out, logLevel: "error" });
    for (const name of await readdir(join(MADE, "package"))) {
      if (/\.(wasm|bin)$/.test(name)) await cp(join(MADE, "package", name), join(out, name));
    }
    return { "index.html": page("main.js"), ...(await filesOf(out)) };
  },
  "esbuild, everything inside": async (out) => {
    const entry = join(MADE, "inline.js");
    await writeFile(entry, 'import "mali-bases/inline";');
    const esbuild = await import(pathToFileURL(join(ROOT, "xtask/npm/node_modules/esbuild/lib/main.js")).href);
    await esbuild.build({ entryPoints: { main: entry }, bundle: true, outdir: out, logLevel: "error" });
    return { "index.html": page("main.js"), ...(await filesOf(out)) };
  },
};

const page = (script) =>
  `<!doctype html><title>A bundle</title><link rel="icon" href="data:,"><mali-bases></mali-bases><script type="module" src="${script}"></script>`;

const FRAMEWORKS = {
  react: async () => [(await load("@vitejs/plugin-react")).default()],
  vue: async () => {
    const { default: vue } = await load("@vitejs/plugin-vue");
    return [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === "mali-bases" } } })];
  },
  svelte: async () => [(await load("@sveltejs/vite-plugin-svelte")).svelte({ configFile: false })],
};

inChromium("package", (open) => {
  const built = (files) => open({ files, address: "index.html", bare: true, waits: false });
  const shown = (page) =>
    page.until(() => {
      const graphic = document.querySelector("mali-bases");
      return graphic?.bases?.length === 6;
    });

  for (const [name, build] of Object.entries(BUNDLERS)) {
    test(`${name} builds it, and it runs`, async () => {
      await installed;
      const page = await built(await build(join(MADE, `out-${name.replace(/\W+/g, "-")}`)));
      await shown(page);
      const svg = await page.run(() => document.querySelector("mali-bases").toSVG());
      assert.match(svg, /^<svg/);
    });
  }

  for (const [name, plugins] of Object.entries(FRAMEWORKS)) {
    test(`it is an element of a page in ${name}`, async () => {
      await installed;
      const page = await built(await withVite(join(MADE, "examples", name), join(MADE, `out-${name}`), await plugins()));
      await shown(page);
      const base = () => document.querySelector("mali-bases").base;
      const told = () => document.querySelector("#told").textContent;
      assert.deepEqual([await page.run(base), await page.run(told)], ["gao", "gao"]);
      await page.run(() => document.querySelector("#choose").click());
      await page.until(() => document.querySelector("mali-bases").base === "timbuktu");
      await page.run(() => document.querySelector("mali-bases").shadowRoot.querySelector('[data-base="kidal"]').click());
      await page.until(() => document.querySelector("#told").textContent === "kidal");
      await page.run(() => document.querySelector("#route").click());
      await page.until(() => !document.querySelector("mali-bases"));
      await page.run(() => document.querySelector("#route").click());
      await shown(page);
      assert.equal(await page.run(base), "kidal");
    });
  }

  test("paragraphs that pass set day and base", async () => {
    const page = await open({ address: "examples/scroll/index.html", waits: false });
    await shown(page);
    for (const [at, id] of [[1, "kidal"], [4, "gao"], [2, "tessalit"]]) {
      await page.run((at) => document.querySelectorAll("[data-date]")[at].scrollIntoView({ block: "center" }), at);
      await page.until((id) => document.querySelector("mali-bases").base === id, id);
      const states = await page.run(() => Object.fromEntries(document.querySelector("mali-bases").bases.map(({ id, state }) => [id, state])));
      assert.equal(states[id], "closed", "what the paragraph says is so in the data");
    }
    await page.run(() => document.querySelector("[data-date]").scrollIntoView({ block: "center" }));
    await page.until(() => document.querySelector("mali-bases").base === null);
    assert.ok(await page.run(() => document.querySelector("mali-bases").bases.every(({ state }) => state === "open")));
  });
});
