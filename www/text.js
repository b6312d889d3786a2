// The text version of the graphic: a disclosure that is filled whether or not it is open, for the browser's own
// search finds what is in it; but when the browser has nothing else to do, and once the hand rests.

import { h, setText } from "./dom.js";
import { cancelIdle, whenIdle } from "./host.js";

// Elements that come and go are never filled.
const REST_MS = 300;

export class TextVersion {
  #summary = h("summary");
  #body = h("div", { class: "text" });
  #act;
  #module;
  #made; // What is in it: of one language and dataset.
  #ask;
  #unavailable = "";
  #timer;
  #idle;

  // `act` is told what the reader wants, { base } or { event }; `module` promises what fills it.
  constructor(act, module) {
    this.#act = act;
    this.#module = module;
    this.node = h("details", { part: "table", class: "fold" }, this.#summary, this.#body);
    this.node.addEventListener("toggle", () => this.#made || (this.#ask && this.#tell())); // Once more, if it failed.
  }

  label({ textVersion, unavailable }) {
    this.#unavailable = unavailable;
    setText(this.#summary, textVersion);
    this.forget();
  }

  // It is of another language or dataset.
  forget() {
    this.#made = undefined;
  }

  // `ask(question)` answers a question to the View, nothing if it is gone.
  follow(ask) {
    this.#ask = ask;
    this.rest();
    this.#timer = setTimeout(() => (this.#idle = whenIdle(() => this.#tell())), REST_MS);
  }

  // Nobody reads it.
  rest() {
    clearTimeout(this.#timer);
    cancelIdle(this.#idle);
  }

  async #tell() {
    try {
      const { Outline } = await this.#module();
      const reading = this.#ask((view) => view.reading());
      if (!reading) return;
      if (this.#made?.first !== reading.first) this.#make(Outline, reading);
      this.#made.outline.follow(reading);
    } catch {
      this.#body.replaceChildren(h("p", {}, this.#unavailable));
      this.forget();
    }
  }

  #make(Outline, { first }) {
    const [sections, ground] = this.#ask((view) => view.outline());
    const outline = new Outline(sections, ground, this.#act);
    this.#made = { outline, first };
    this.#body.replaceChildren(...outline.nodes);
  }
}
