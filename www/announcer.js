// What is said to those who do not see the picture: one polite live region. It hears what happened and says it when
// the hand rests, and never more than once in a while.

import { h, setText } from "./dom.js";

const REST_MS = 600;
const APART_MS = 5000;

export class Announcer {
  node = h("p", { class: "unseen", role: "status" });

  #last = -Infinity;
  #timer;
  #labels = new Map();
  #turned = new Map();

  // `words()` answers the words when they are said: a later call stands for those before.
  say(words) {
    clearTimeout(this.#timer);
    const wait = Math.max(REST_MS, this.#last + APART_MS - performance.now());
    this.#timer = setTimeout(() => {
      this.#last = performance.now();
      setText(this.node, words([...this.#turned.values()]));
      this.#turned.clear();
    }, wait);
  }

  // bases: [{ id, label }] as they are told now; whether one of them is told otherwise than before. `runs`: by itself,
  // so that the change itself is worth saying.
  hear(bases, runs) {
    const before = this.#labels;
    this.#labels = new Map(bases.map(({ id, label }) => [id, label]));
    if (!runs) this.#turned.clear();
    const turned = bases.filter(({ id, label }) => runs && before.has(id) && before.get(id) !== label);
    for (const { id, label } of turned) this.#turned.set(id, label);
    return turned.length > 0;
  }

  end() {
    clearTimeout(this.#timer);
  }
}
