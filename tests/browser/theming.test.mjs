// The page's colors, paper, and the system's own colors: the picture and the text around it take them
// alike, and at once.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inChromium } from "./support/browser.mjs";
import { LIGHT } from "./support/theme.mjs";

// The colors around a base on the map, and of the date beside it, which is text.
const look = (id) => {
  const [map, button] = [probe.part("map"), probe.part(`base:${id}`)].map((node) => node.getBoundingClientRect());
  const place = { x: button.x + button.width / 2 - map.x, y: button.y + button.height / 2 - map.y };
  const near = Object.keys(probe.colors("map", place, 3));
  const style = (name) => getComputedStyle(probe.part(name));
  const [, red, green, blue] = /(\d+), (\d+), (\d+)/.exec(style("date").color);
  return { near, text: `rgb(${red} ${green} ${blue})`, ground: style("map").backgroundColor };
};

async function becomes(page, wanted) {
  let found;
  for (let tries = 0; tries < 20; tries += 1) {
    await page.settle();
    found = await page.run(look, "gao");
    if (found.near.join() === wanted.base && found.text === wanted.text) return;
  }
  assert.fail(`${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);
}

const OURS = { base: LIGHT.open, text: LIGHT.ink };

inChromium("theming", (open) => {
  test("a property set on the element is taken at once, and given back", async () => {
    const page = await open();
    await becomes(page, OURS);
    await page.run(() => {
      const { style } = probe.element();
      style.setProperty("--mali-bases-accent", "oklch(0.452 0.3132 264.05)"); // #0000ff
      style.setProperty("--mali-bases-text", "rgb(0 51 0)");
      style.setProperty("--mali-bases-land", "#ffffee");
    });
    await becomes(page, { base: "rgb(0 0 255)", text: "rgb(0 51 0)" });
    assert.equal((await page.run(look, "gao")).ground, "rgb(255, 255, 238)");
    await page.run(() => probe.element().removeAttribute("style"));
    await becomes(page, OURS);
  });

  test("a class somewhere on the page is enough, and a dark ground turns all dark", async () => {
    const css = `
      .night { --mali-bases-ground: #0b1626; --mali-bases-text: #eef3fb; --mali-bases-accent: #ffd23f; }`;
    const page = await open({ css, body: "<div><mali-bases></mali-bases></div>" });
    const toggle = () => page.run(() => document.body.classList.toggle("night"));
    await toggle();
    await becomes(page, { base: "rgb(255 210 63)", text: "rgb(238 243 251)" });
    const scheme = await page.run(() => getComputedStyle(probe.part("panel")).colorScheme);
    assert.equal(scheme, "dark");
    await toggle();
    await becomes(page, OURS);
  });

  test("the ground of a page that fades into another is read when it has", async () => {
    const css = "body { background: #fff; transition: background-color 0.05s } .night { background: #111 }";
    const page = await open({ css });
    await page.run(() => void document.body.classList.add("night"));
    await page.until(() => getComputedStyle(probe.part("panel")).colorScheme === "dark");
  });

  test("what is no color, or cannot be read, is not taken as it is", async () => {
    const css = ":root { --mali-bases-land: nonsense; --mali-bases-text: #eeeeee; }";
    const page = await open({ css });
    const { text } = await page.run(look, "gao");
    const [red] = /\d+/.exec(text);
    assert.ok(Number(red) < 0x77, text);
  });

  test("the page of four looks stands, each in its own colors", async () => {
    const page = await open({ address: "looks.html", waits: false });
    await page.until(() => {
      const all = [...document.querySelectorAll("mali-bases")];
      for (const one of all) one.loading = "eager";
      return all.length === 4 && all.every((one) => one.bases.length === 6);
    });
    const inks = await page.run(() =>
      [...document.querySelectorAll("mali-bases")].map((one) => {
        const accent = one.shadowRoot.querySelector(".root").style.getPropertyValue("--accent");
        return [accent, getComputedStyle(one).getPropertyValue("--mali-bases-accent").trim()];
      }),
    );
    for (const [taken, wanted] of inks) assert.equal(taken, wanted);
    assert.equal(new Set(inks.flat()).size, 4);
  });
});

inChromium("forced colors", (open) => {
  test("the picture has the system's colors", async () => {
    const page = await open();
    const force = (value) => {
      const features = [{ name: "forced-colors", value }];
      return page.driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { features });
    };
    await force("active");
    const system = await page.run(() => {
      const node = document.body.appendChild(document.createElement("i"));
      const color = (name) => {
        node.style.color = name;
        return getComputedStyle(node).color.replaceAll(",", "");
      };
      const colors = { base: color("LinkText"), text: color("CanvasText") };
      node.remove();
      return colors;
    });
    assert.notEqual(system.base, OURS.base);
    await becomes(page, system);
    await force("none");
    await becomes(page, OURS);
  });
});

inChromium("print", (open) => {
  const PAGES = /\/Type\s*\/Page\b/g;

  test("every base, and the fullest event, is one page of A4", async () => {
    const page = await open({ css: "body { width: auto }" });
    const paper = { paperWidth: 8.27, paperHeight: 11.69 };
    const pages = async () => {
      await page.settle();
      const { data } = await page.driver.sendAndGetDevToolsCommand("Page.printToPDF", paper);
      return Buffer.from(data, "base64").toString("latin1").match(PAGES)?.length;
    };
    for (const lang of ["en", "fr"]) {
      await page.set("lang", lang);
      for (const { id } of await page.get("bases")) {
        await page.set("base", id);
        assert.equal(await pages(), 1, `${lang}: ${id}`);
      }
      await page.set("event", "withdrawal-announced");
      assert.equal(await pages(), 1, `${lang}: event`);
    }
  });

  test("nothing on paper is set below 7.5 pt, and no picture is squeezed", async () => {
    const page = await open({ body: '<mali-bases base="gao"></mali-bases>' });
    await page.run(() => void dispatchEvent(new Event("beforeprint")));
    const { least, shapes } = await page.run(() => {
      const told = ["headline", "date", "count", "panel", "credit"].map((name) => probe.part(name));
      const nodes = told.flatMap((node) => [node, ...node.querySelectorAll("*")]);
      const sizes = nodes.filter((node) => node.checkVisibility()).map((node) => parseFloat(getComputedStyle(node).fontSize));
      const canvases = ["map", "timeline"].map((name) => probe.part(name).querySelector("canvas"));
      const boxes = canvases.map((canvas) => [canvas, canvas.getBoundingClientRect()]);
      return {
        least: Math.min(...sizes),
        shapes: boxes.map(([canvas, box]) => canvas.width / canvas.height / (box.width / box.height)),
      };
    });
    assert.ok(least >= 10, `${least} px`);
    for (const shape of shapes) assert.ok(Math.abs(shape - 1) < 0.003, `${shape}`);
    await page.run(() => void dispatchEvent(new Event("afterprint")));
  });

  test("a panel that kept its height while it played has that of its text on paper", async () => {
    const page = await open({ width: 600 });
    await page.set("date", "2022-11-01");
    await page.run(() => probe.element().play());
    await page.until(() => !probe.element().playing && probe.part("panel").classList.contains("held"));
    await page.run(() => void dispatchEvent(new Event("beforeprint")));
    const [height, held] = await page.run(() => {
      const style = getComputedStyle(probe.part("panel"));
      return [style.height, style.getPropertyValue("--held")];
    });
    assert.notEqual(height, held);
    await page.run(() => void dispatchEvent(new Event("afterprint")));
  });

  test("paper is light, unfolded and without controls, and the screen is as before", async () => {
    const page = await open({ body: '<mali-bases theme="dark" event="withdrawal-announced"></mali-bases>', width: 390 });
    const pixels = async () => (await page.reading()).pixels;
    const before = await pixels();
    const shown = () => page.run(() => {
      const { shadowRoot } = probe.element();
      const visible = (name) => probe.part(name).checkVisibility();
      const details = [...shadowRoot.querySelectorAll("[part=panel] details")];
      return {
        controls: ["play", "next", "zoom-in", "slider", "data"].filter(visible),
        told: ["headline", "map", "timeline", "panel", "credit"].filter(visible),
        folded: details.filter(({ open }) => !open).length > 0,
      };
    });
    const screen = await shown();
    assert.deepEqual([screen.controls.length, screen.folded], [5, true]);
    await page.run(() => void dispatchEvent(new Event("beforeprint")));
    assert.deepEqual(await shown(), {
      controls: [],
      told: ["headline", "map", "timeline", "panel", "credit"],
      folded: false,
    });
    const { near, text } = await page.run(() => {
      const { width, height } = probe.picture("map");
      const near = Object.keys(probe.colors("map", { x: width / 2, y: height / 2 }, width));
      return { near, text: getComputedStyle(probe.part("date")).color.replaceAll(",", "") };
    });
    assert.ok(near.includes(LIGHT.open) && near.includes(LIGHT.land));
    assert.equal(text, LIGHT.ink);
    await page.run(() => void dispatchEvent(new Event("afterprint")));
    assert.equal(await pixels(), before);
    assert.deepEqual(await shown(), screen);
  });
});
