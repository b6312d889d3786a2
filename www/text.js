// The text version of the graphic: a disclosure that is filled whether or not it is open, for the browser's own
// search finds what is in it; but when the browser has nothing else to do, and once the hand rests.

import { h, setText } from "./dom.js";
import { cancelIdle, whenIdle } from "./host.js";

export class TextVersion {
  #summary = h("summary");
  #body = h("div", { class: "text" });
  #act;
  #module;
  #made; // What is in it: of one language and dataset.
  #idle;

  // `act` is told what the reader wants, { base } or { event }; `module` promises what fills it.
  constructor(act, module) {
    this.#act = act;
    this.#module = module;
    this.node = h("details", { part: "table", class: "fold" }, this.#summary, this.#body);
  }

  // Other words.
  label({ textVersion }) {
    setText(this.#summary, textVersion);
    this.#made = undefined;
  }

  // `view()` answers the View, nothing if it is gone.
  follow(view) {
    cancelIdle(this.#idle);
    this.#idle = whenIdle(() => this.#tell(view));
  }

  async #tell(view) {
    const { Outline } = await this.#module().catch(() => ({})); // The next day asks again.
    const told = view();
    if (!Outline || !told) return;
    const reading = told.reading();
    if (this.#made?.first !== reading.first) {
      const [sections, ground] = told.outline();
      const outline = new Outline(sections, ground, this.#act);
      this.#made = { outline, first: reading.first };
      this.#body.replaceChildren(...outline.nodes);
    }
    this.#made.outline.follow(reading);
  }
}
