// A disclosure at the foot. What is in it is made by a module that is fetched with its first opening, and made
// anew when words or dataset change.

import { h, setText } from "./dom.js";

export class Disclosure {
  #word;
  #module;
  #means;
  #labels = {};
  #turn = 0;
  #summary = h("summary");
  #body = h("div");

  // `part` is its name, `word` its summary's label; `module` promises `make(labels, means)`, which answers, or
  // promises, nodes.
  constructor(part, word, module) {
    this.#word = word;
    this.#module = module;
    this.node = h("details", { part, class: "fold" }, this.#summary, this.#body);
    this.node.addEventListener("toggle", () => this.#fill());
  }

  offer(means) {
    this.#means = means;
    this.#fill();
  }

  label(labels) {
    this.#labels = labels;
    setText(this.#summary, labels[this.#word]);
    this.#fill();
  }

  // Only what is open is made.
  async #fill() {
    const turn = ++this.#turn;
    if (!this.node.open) return;
    try {
      const { make } = await this.#module();
      const nodes = await make(this.#labels, this.#means);
      if (turn === this.#turn) this.#body.replaceChildren(...nodes);
    } catch {
      if (turn === this.#turn) this.#body.replaceChildren(h("p", { role: "status" }, this.#labels.unavailable));
    }
  }
}
