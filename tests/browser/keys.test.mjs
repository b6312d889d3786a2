// The keyboard, from one control to the next.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inChromium } from "./support/browser.mjs";

// From 17 February 2022.
const STEPS = {
  ARROW_RIGHT: "2022-02-18",
  ARROW_UP: "2022-02-18",
  ARROW_LEFT: "2022-02-16",
  ARROW_DOWN: "2022-02-16",
  "SHIFT+ARROW_RIGHT": "2022-03-17",
  "SHIFT+ARROW_UP": "2022-03-17",
  "SHIFT+ARROW_LEFT": "2022-01-17",
  "SHIFT+ARROW_DOWN": "2022-01-17",
  PAGE_DOWN: "2021-02-17",
  HOME: "2012-01-01",
  END: "2022-12-31",
};

inChromium("keys", (open) => {
  test("they move the day, from the slider and from a button alike", async () => {
    const page = await open();
    for (const control of ["slider", "next"]) {
      await page.focus(control);
      for (const [key, date] of Object.entries(STEPS)) {
        await page.set("date", "2022-02-17");
        await page.type(key);
        assert.equal(await page.get("date"), date, `${key} on ${control}`);
        assert.equal(await page.attribute("date"), date);
      }
      await page.set("date", "2020-02-29");
      await page.type("PAGE_UP");
      assert.equal(await page.get("date"), "2021-02-28");
    }
  });

  test("at the ends of the axis they stay there", async () => {
    const page = await open({ body: '<mali-bases date="2012-01-01"></mali-bases>' });
    await page.focus("slider");
    await page.type("ARROW_LEFT", "PAGE_DOWN");
    assert.equal(await page.get("date"), "2012-01-01");
    await page.type("END", "ARROW_RIGHT", "PAGE_UP");
    assert.equal(await page.get("date"), "2022-12-31");
  });

  test("space plays and pauses on the slider, and presses a button that has the focus", async () => {
    const page = await open({ body: '<mali-bases date="2014-01-01"></mali-bases>' });
    for (const control of ["slider", "play"]) {
      await page.focus(control);
      await page.type("SPACE");
      assert.equal(await page.get("playing"), true, control);
      await page.type("SPACE");
      assert.equal(await page.get("playing"), false, control);
    }
  });

  test("escape lets go of what is selected", async () => {
    const page = await open({ body: '<mali-bases base="gao"></mali-bases>' });
    await page.focus("slider");
    await page.type("ESCAPE");
    assert.equal(await page.get("base"), null);
    assert.equal(await page.attribute("base"), null);
  });

  test("outside the element, and with ctrl or alt, they are the page's", async () => {
    const body = '<button id="outside">Outside</button><mali-bases base="gao"></mali-bases>';
    const page = await open({ body });
    const before = await page.reading();
    await page.run(() => document.querySelector("#outside").focus());
    await page.type(...Object.keys(STEPS), "ESCAPE", "SPACE");
    await page.focus("base:kidal");
    await page.type("CONTROL+PAGE_UP", "ALT+ARROW_UP");
    await page.run(() => document.querySelector("#outside").focus());
    assert.deepEqual(await page.reading(), before);
    assert.equal(await page.get("playing"), false);
  });

  test("tab walks through every control; a base is selected with enter or space", async () => {
    const page = await open({ body: '<button id="outside">Outside</button><mali-bases></mali-bases>' });
    await page.run(() => document.querySelector("#outside").focus());
    const walked = [];
    while (walked.at(-1) !== "slider" && walked.length < 30) {
      await page.type("TAB");
      walked.push(await page.focused());
    }
    const [first] = await page.get("bases");
    assert.deepEqual([...new Set(walked)], ["day", `base:${first.id}`, "play", "previous", "next", "speed", "zoom-out", "zoom-in", "slider"]);

    await page.focus("base:gao");
    await page.type("ENTER");
    assert.equal(await page.get("base"), "gao");
    assert.equal(await page.focused(), "base:gao");
    assert.equal(await page.run(() => probe.part("base:gao").ariaPressed), "true");
    await page.type("SPACE");
    assert.equal(await page.get("base"), null);
    assert.equal(await page.run(() => probe.part("base:gao").ariaPressed), "false");
  });

  test("the buttons to and fro step from event to event", async () => {
    const page = await open();
    const seen = [];
    for (const key of ["next", "next", "previous"]) {
      await page.focus(key);
      await page.type("ENTER");
      seen.push([await page.get("event"), await page.get("date")]);
      assert.equal(await page.focused(), key);
    }
    const [[first], [second, day], [third]] = seen;
    assert.ok(first && second && first !== second);
    assert.equal(first, third);
    assert.ok(day >= "2022-02-17");
  });

  test("the button that shows all of the map hands the focus on as it goes", async () => {
    const page = await open();
    await page.focus("zoom-in");
    await page.type("ENTER");
    await page.focus("zoom-reset");
    await page.type("ENTER");
    assert.equal(await page.run(() => probe.part("zoom-reset").hidden), true);
    assert.equal(await page.focused(), "zoom-in");
  });

  test("a base that takes the focus comes into view on a zoomed map, and is marked there", async () => {
    const page = await open();
    await page.focus("zoom-in");
    await page.type("ENTER", "ENTER", "ENTER", "ENTER");
    const ids = (await page.get("bases")).map(({ id }) => id);
    const map = await page.box("map");
    const margin = (box) => {
      const [x, y] = [box.x - map.left, box.y - map.top];
      return Math.min(x, y, map.width - x, map.height - y);
    };
    const margins = [];
    for (const id of ids) margins.push(margin(await page.box(`base:${id}`)));
    assert.ok(margins.filter((margin) => margin < 1).length > 2, "some are out of sight at first");
    for (const id of ids) {
      await page.focus(`base:${id}`);
      await page.settle();
      const box = await page.box(`base:${id}`);
      assert.ok(margin(box) > 40, `${id}: ${margin(box)}`);
      assert.equal(await page.run(markAt, id), true, `${id} is where its button is`);
    }
  });

  test("what a pointer presses stays where it is", async () => {
    const page = await open();
    await page.focus("zoom-in");
    await page.type("ENTER", "ENTER");
    const map = await page.box("map");
    await page.drag([{ x: map.x, y: map.y }, { x: map.x - 90, y: map.y }]);
    const gao = await page.box("base:gao");
    await page.drag([{ x: map.x, y: map.y }, { x: map.x + (map.left + map.width - 30 - gao.x), y: map.y }]);
    const before = await page.box("base:gao");
    await page.click(before);
    await page.settle();
    assert.equal(await page.focused(), "base:gao");
    assert.deepEqual(await page.box("base:gao"), before);
  });

  test("arrows move a zoomed map that has the focus, and else the day", async () => {
    const page = await open();
    await page.focus("zoom-in");
    await page.type("ARROW_LEFT");
    assert.equal(await page.get("date"), "2022-02-16");
    await page.type("ENTER", "ENTER", "ENTER");
    const moved = async (key) => {
      const from = await page.box("base:gao");
      await page.type(key);
      const to = await page.box("base:gao");
      return [to.x - from.x, to.y - from.y].map(Math.round);
    };
    await page.focus("base:gao"); // It comes into view.
    await page.focus("zoom-out");
    await page.settle();
    assert.deepEqual(await moved("ARROW_RIGHT"), [-80, 0]);
    assert.deepEqual(await moved("ARROW_LEFT"), [80, 0]);
    assert.deepEqual(await moved("ARROW_DOWN"), [0, -80]);
    assert.deepEqual(await moved("ARROW_UP"), [0, 80]);
    assert.equal(await page.get("date"), "2022-02-16");
    await page.focus("play");
    assert.deepEqual(await moved("ARROW_RIGHT"), [0, 0]);
    assert.equal(await page.get("date"), "2022-02-17");
  });

  test("the focus points at a base as the pointer does", async () => {
    const page = await open();
    const { pixels: plain } = await page.reading();
    await page.focus("play");
    await page.type("SHIFT+TAB");
    const { pixels: focused } = await page.reading();
    const last = await page.box(await page.focused());
    await page.focus("play");
    assert.equal((await page.reading()).pixels, plain);
    await page.hover(last);
    assert.equal((await page.reading()).pixels, focused);
  });

  test("what moves is spoken: the slider's value in words, the bases by name and state", async () => {
    const page = await open();
    await page.set("date", "2021-12-14");
    await page.settle();
    const { spoken, name } = await page.run(() => ({
      spoken: probe.part("slider").ariaValueText,
      name: probe.part("base:timbuktu").ariaLabel,
    }));
    assert.equal(spoken, "14 December 2021, 3 of 6 bases open");
    assert.equal(name, "Timbuktu, closed");
    const panel = await page.run(() => [probe.part("panel").role, probe.part("panel").ariaLabel]);
    assert.equal(panel[0], "group");
    assert.ok(panel[1]);
  });
});

// Whether the picture has a base's mark, which is no land, in the middle of its button.
function markAt(id) {
  const [map, button] = [probe.part("map"), probe.part(`base:${id}`)].map((node) => node.getBoundingClientRect());
  const place = { x: button.x + button.width / 2 - map.x, y: button.y + button.height / 2 - map.y };
  const here = Object.keys(probe.colors("map", place, 7));
  const beside = Object.keys(probe.colors("map", { x: place.x + 24, y: place.y - 24 }, 2));
  return here.length > beside.length;
}
