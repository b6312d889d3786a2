// The data as files: what a reader downloads at the foot of the graphic, and what the build writes.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import FILES from "../../www/files.json" with { type: "json" };
import { inChromium } from "./support/browser.mjs";

const require = createRequire(new URL("../../xtask/npm/package.json", import.meta.url));
const { parse } = require("csv-parse/sync"); // Not by the library that wrote it.

const downloads = mkdtempSync(join(tmpdir(), "mali-bases-"));
after(() => rmSync(downloads, { recursive: true, maxRetries: 5 }));

const built = async (name) => (await fetch(new URL(name, process.env.MALI_BASES_URL))).text();
const dataset = JSON.parse(await built("dataset.json"));

// The rows, each with the head's names.
function rows(text) {
  assert.equal(text.replaceAll("\r\n", "").search(/[\r\n]/), -1, "a line that ends otherwise");
  return parse(text, { columns: true, record_delimiter: "\r\n" });
}

async function unfold(page) {
  await page.run(() => void (probe.part("data").open = true));
  await page.until(() => probe.part("data").querySelector("button"));
}

const words = (page) =>
  page.run(() => [...probe.part("data").querySelectorAll("button")].map(({ textContent }) => textContent));

const told = (page) => page.run(() => probe.part("data").querySelector("[role=status]").textContent);

// A real click: browsers save no second file that nobody has asked for.
async function press(page, name) {
  const middle = await page.run((at) => {
    const button = probe.part("data").querySelectorAll("button")[at];
    button.scrollIntoView({ block: "center" });
    const { left, top, width, height } = button.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }, FILES.indexOf(name));
  await page.click(middle);
}

// What the browser has saved.
async function arrived(page, name) {
  const path = join(downloads, `mali-bases-${name}`);
  const read = () => readFile(path, "utf8").catch(() => undefined);
  const text = await page.driver.wait(read, 20_000, `${name} never came`);
  rmSync(path);
  return text;
}

async function saved(page, name) {
  await press(page, name);
  return arrived(page, name);
}

const load = (page, own) => page.run((own) => probe.element().load(own), own);

inChromium("export", (open) => {
  test("before a reader asks nothing is fetched, and then once", async () => {
    const page = await open();
    const asked = () => page.mount.requests.filter((name) => name === "export.js").length;
    await unfold(page);
    await page.settle();
    assert.equal(asked(), 0);
    await saved(page, "bases.csv");
    await saved(page, "events.csv");
    assert.equal(asked(), 1);
  });

  test("each download is the file that the build wrote", async () => {
    const page = await open();
    await unfold(page);
    for (const name of FILES) assert.equal(await saved(page, name), await built(`data/${name}`), name);
    assert.equal(await told(page), "");
  });

  test("the disclosure works by keyboard, and its keys leave the picture alone", async () => {
    const page = await open();
    const date = await page.get("date");
    const isOpen = () => page.run(() => probe.part("data").open);
    await page.run(() => probe.part("data").querySelector("summary").focus());
    await page.type("ENTER");
    assert.equal(await isOpen(), true);
    await page.type("SPACE");
    assert.equal(await isOpen(), false);
    await page.type("SPACE", "ARROW_RIGHT", "HOME");
    const links = await page.run(() => probe.part("data").querySelectorAll("a").length);
    await page.type(...Array(links + 1).fill("TAB"));
    const focused = await page.run(() => probe.element().shadowRoot.activeElement.textContent);
    assert.equal(focused, "Bases CSV");
    await page.type("ENTER");
    await arrived(page, "bases.csv");
    assert.deepEqual([await page.get("date"), await page.get("playing")], [date, false]);
  });

  test("it says whose the data is, in the page's language, also where the page is plain", async () => {
    const page = await open({ body: '<mali-bases lang="fr" plain></mali-bases>' });
    await unfold(page);
    const links = await page.run(() =>
      [...probe.part("data").querySelectorAll("a")].map(({ textContent, href }) => [textContent, href]),
    );
    assert.deepEqual(links, [
      ["CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"],
      ["OurAirports", "https://ourairports.com/data/"],
      ["GeoNames", "https://www.geonames.org/"],
      ["Natural Earth", "https://www.naturalearthdata.com/"],
    ]);
    assert.match(await page.text("data"), /^Données et sourcesLicence.*Données ouvertes.*Télécharger/);
    assert.equal((await words(page)).join(), [
      "Bases CSV",
      "Bases GeoJSON",
      "Événements CSV",
      "Soldats français CSV",
      "Opérations CSV",
      "Sources CSV",
      "Références CSV",
    ].join());
    await page.set("lang", "en");
    await page.settle();
    assert.equal((await words(page))[2], "Events CSV");
    assert.equal(await page.run(() => probe.part("data").open), true);
  });

  test("of another dataset, another license and other files", async () => {
    const page = await open();
    const own = structuredClone(dataset);
    delete own.meta.license;
    own.operations = [];
    own.sources = own.sources.map(({ URL, ...source }) => source);
    Object.assign(own.events[0], {
      title: { en: '=HYPERLINK("x")', fr: "+1" },
      text: { en: 'He said "no",\nand\r\nleft; twice', fr: " – " },
      date: "2021-06-03/..",
    });
    await load(page, own);
    await unfold(page);
    assert.equal((await page.run(() => probe.part("data").querySelector("a").textContent)), "Natural Earth");
    const text = await saved(page, "events.csv");
    const [row] = parse(text, { columns: true, record_delimiter: "\r\n" });
    assert.deepEqual([row.title_en, row.title_fr], [`'=HYPERLINK("x")`, "'+1"]);
    assert.deepEqual([row.text_en, row.text_fr], [own.events[0].text.en, " – "]);
    assert.deepEqual([row.date, row.date_earliest, row.date_latest], ["2021-06-03/..", "2021-06-03", ""]);
    const head = (await built("data/operations.csv")).split("\r\n")[0];
    assert.equal(await saved(page, "operations.csv"), `${head}\r\n`);
    await load(page, dataset);
    assert.equal(await saved(page, "events.csv"), await built("data/events.csv"));
  });

  test("where files cannot be made the reader is told, and the graphic goes on", async () => {
    const page = await open({ files: { "export.js": 404 }, faulty: true });
    await unfold(page);
    await press(page, "bases.csv");
    await page.until(() => probe.part("data").querySelector("[role=status]").textContent);
    assert.equal(await told(page), "This is not available right now. Please try again later.");
    await page.set("date", "2014-01-01");
    assert.match((await page.reading()).words[1], /2014/);
    assert.deepEqual(await page.events("mali-error"), []);
  });

  test("at any width nothing juts out, folded or not", async () => {
    for (const width of [320, 390, 768, 1440]) {
      const page = await open({ width, body: '<mali-bases lang="fr"></mali-bases>' });
      await unfold(page);
      await page.settle();
      const over = await page.run(() => {
        const box = probe.element().getBoundingClientRect();
        const all = [...probe.part("data").querySelectorAll("*")];
        return all.filter((node) => node.getBoundingClientRect().right > box.right + 0.5).length;
      });
      assert.equal(over, 0, `${width}`);
    }
  });

  test("the demo page describes the data, and whatever it points at is there", async () => {
    const page = await open({ address: "index.html", waits: false });
    const told = await page.run(() => {
      const { textContent } = document.querySelector('script[type="application/ld+json"]');
      return JSON.parse(textContent);
    });
    assert.equal(told["@type"], "Dataset");
    assert.equal(told.citation.length, dataset.sources.length);
    const names = told.distribution.map(({ contentUrl }) => contentUrl);
    assert.deepEqual(names, ["dataset.json", ...FILES.map((name) => `data/${name}`)]);
    for (const name of names) assert.equal((await fetch(new URL(name, process.env.MALI_BASES_URL))).status, 200);
  });
}, { downloads });

test("the tables of the build are read by others as they were meant", async () => {
  const table = async (name) => rows(await built(`data/${name}.csv`));
  const events = await table("events");
  assert.deepEqual(
    events.map(({ id, text_fr, date, bases }) => ({ id, text_fr, date, bases })),
    dataset.events.map(({ id, text, date, bases = [] }) => {
      return { id, text_fr: text.fr, date, bases: bases.join("; ") };
    }),
  );
  const strength = await table("strength");
  assert.deepEqual(
    strength.map(({ figure_low, figure_high }) => [Number(figure_low), Number(figure_high)]),
    dataset.strength.map(({ figure }) => figure),
  );
  const sources = new Set((await table("sources")).map(({ id }) => id));
  assert.equal(sources.size, dataset.sources.length);
  const citations = await table("citations");
  assert.ok(citations.every(({ source }) => sources.has(source)));
  const [kidal] = await table("bases");
  const { handed_over_earliest, handed_over_latest, longitude, latitude } = kidal;
  assert.deepEqual([handed_over_earliest, handed_over_latest], ["2021-10-12", "2021-10-31"]);
  assert.deepEqual([Number(longitude), Number(latitude)], dataset.bases.features[0].geometry.coordinates);
  const cited = JSON.stringify({ ...dataset, sources: [] }).split('"source":').length - 1;
  assert.equal(citations.length, cited);
});

test("the bases of the build are flat GeoJSON", async () => {
  const { type, features } = JSON.parse(await built("data/bases.geojson"));
  assert.equal(type, "FeatureCollection");
  for (const [at, { id, geometry, properties }] of features.entries()) {
    assert.deepEqual([id, geometry], [dataset.bases.features[at].id, dataset.bases.features[at].geometry]);
    assert.deepEqual(Object.keys(properties), Object.keys(features[0].properties));
    assert.ok(Object.values(properties).every((value) => value === null || typeof value === "string"));
    assert.match(properties.arrived_earliest, /^\d{4}-\d\d-\d\d$/);
  }
});

// A key that the module does not know would vanish without a word.
test("every text of the dataset is in one of the tables", async () => {
  const tables = await Promise.all(FILES.filter((name) => name.endsWith(".csv")).map((name) => built(`data/${name}`)));
  const cells = new Set(tables.flatMap((table) => rows(table).flatMap((row) => Object.values(row))));
  const { bases, events, strength, operations, sources } = dataset;
  const texts = (value) => {
    if (typeof value === "string") return [value];
    return value && typeof value === "object" ? Object.values(value).flatMap(texts) : [];
  };
  const known = (text) => cells.has(text) || [...cells].some((cell) => cell.split("; ").includes(text));
  const told = bases.features.map(({ id, properties }) => ({ id, properties }));
  const all = [told, events, strength, operations, sources.map(({ author, ...source }) => source)];
  const lost = all.flatMap(texts).filter((text) => !known(text));
  assert.deepEqual([...new Set(lost)], []);
});
