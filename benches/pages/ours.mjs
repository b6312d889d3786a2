// Ours, as a newsroom embeds it, shown to the runner as the peers are.

import { move, painted } from "./shared/page.mjs";

let element;

async function setUp() {
  element = document.createElement("mali-bases");
  element.loading = "eager";
  document.body.append(element);
  await element.ready;
  await painted();
}

const part = (name) => element.shadowRoot.querySelector(`[part~="${name}"]`);

// As a thumb held down: what waits for the end of a gesture waits here too.
function hold() {
  part("slider").dispatchEvent(new PointerEvent("pointerdown", { button: 0 }));
}

async function begin() {
  await setUp();
  performance.mark("picture");
  const { min, max } = part("slider");
  Object.assign(bench, { first: Number(min), last: Number(max), sizes: ["map", "timeline"].map(sizeOf) });
  hold();
}

function sizeOf(name) {
  const { width, height } = part(name).getBoundingClientRect();
  return `${name}=${Math.round(width)}x${Math.round(height)}`;
}

const bench = {
  setUp: async () => {
    await setUp();
    hold();
  },
  tearDown: () => element.remove(),
  step: (day) => move(part("slider"), day),
  load: async (dataset) => {
    await element.load(dataset);
    await painted();
  },
};
window.bench = bench;
bench.ready = begin();
