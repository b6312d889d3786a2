// The one face that every page shows the runner, `window.bench`, and what every peer's page has beside
// its picture: a native slider with its value text, the date, the count, and as ours the title of the
// latest event.
//
//   ready          a promise: the first picture stands
//   first, last    the slider's days
//   setUp()        the picture once more, from data that is there
//   tearDown()     takes it away
//   step(day)      moves the slider and awaits the frame
//   load(dataset)  shows another dataset

import { countText, dateText, factsOf, fetchFacts, latestEvent } from "./facts.mjs";

const channel = new MessageChannel();

// After the next frame is painted.
export function painted() {
  return new Promise((resolve) => {
    channel.port1.onmessage = resolve;
    requestAnimationFrame(() => channel.port2.postMessage(0));
  });
}

// What a reader's hand does to a slider.
export function move(slider, day) {
  slider.value = day;
  slider.dispatchEvent(new Event("input", { bubbles: true }));
  return painted();
}

// make({ map, timeline }, facts) gives, or promises, { show(day), remove() }; the floor has none. The sizes of both boxes
// are ours: the runner measures them and passes them on in the address.
export function offer(make) {
  let facts, page;
  const build = async () => {
    page = await setUp(make, facts);
    await painted();
  };
  const begin = async () => {
    facts = await fetchFacts();
    await build();
    performance.mark("picture");
    Object.assign(bench, { first: facts.first, last: facts.last });
  };
  const bench = {
    setUp: build,
    tearDown: () => page.remove(),
    step: (day) => move(page.slider, day),
    load: async (dataset) => {
      page.remove();
      facts = { ...factsOf(dataset), basemap: facts.basemap };
      await build();
    },
  };
  window.bench = bench;
  bench.ready = begin();
}

async function setUp(make, facts) {
  const { root, map, timeline, slider, date, count, title } = furniture(facts);
  document.body.append(root);
  const picture = await make({ map, timeline }, facts);
  const show = (day) => {
    date.textContent = dateText(day);
    count.textContent = countText(facts, day);
    slider.setAttribute("aria-valuetext", `${date.textContent}: ${count.textContent}`);
    const told = latestEvent(facts, day)?.title ?? "";
    if (picture && title.textContent !== told) title.textContent = told;
    return picture?.show(day);
  };
  slider.addEventListener("input", () => show(slider.valueAsNumber));
  await show(facts.opens);
  const remove = () => {
    picture?.remove?.();
    root.remove();
  };
  return { slider, remove };
}

function furniture({ first, last, opens }) {
  const add = (parent, name, set) => parent.appendChild(Object.assign(document.createElement(name), set));
  const root = document.createElement("div");
  const [date, count, title] = ["date", "count", "title"].map((className) => add(root, "p", { className }));
  const [map, timeline] = ["map", "timeline"].map((className) => sized(add(root, "div", { className })));
  const slider = add(root, "input", { type: "range", min: first, max: last });
  slider.value = opens;
  return { root, map, timeline, slider, date, count, title };
}

function sized(box) {
  const size = new URLSearchParams(location.search).get(box.className) ?? "0x0";
  [box.style.width, box.style.height] = size.split("x").map((length) => `${length}px`);
  return box;
}
