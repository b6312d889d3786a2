// How far the reading of a long dataset is: a bar at the upper edge, only when it takes so long that a
// reader would wonder. It writes no word of its own.

import { h } from "./dom.js";

const WONDER_MS = 200;
const STEP = 0.02;

export class Progress {
  #bar = h("progress", { part: "progress", max: 1, hidden: true });
  #label;
  #timer;

  // `label` promises its name in the language of the page.
  constructor(root, label) {
    this.#label = label;
    root.append(this.#bar);
  }

  // A share of the whole, or nothing when it is over.
  show(share) {
    if (share === undefined) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#bar.hidden = true;
      return;
    }
    // Each change is painted, with the picture below it.
    if (Math.abs(share - this.#bar.value) >= STEP || share === 0) this.#bar.value = share;
    this.#timer ??= setTimeout(() => this.#reveal(), WONDER_MS);
  }

  async #reveal() {
    this.#bar.hidden = false;
    this.#bar.ariaLabel = await this.#label().catch(() => null);
  }
}
