// What is said to those who do not see the picture: one polite live region. It hears what happened and says it when
// the hand rests, and never more than once in a while.

import { h, setText } from "./dom.js";

const REST_MS = 600;
const APART_MS = 5000;

export class Announcer {
  node = h("p", { class: "unseen", role: "status" });

  #last = -Infinity;
  #timer;
  #bases = new Map();
  #turned = new Set();

  // `words(turned)` answers the words when they are said, given the bases that turned until then: a later call
  // stands for those before.
  say(words) {
    clearTimeout(this.#timer);
    const wait = Math.max(REST_MS, this.#last + APART_MS - performance.now());
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#last = performance.now();
      setText(this.node, words([...this.#turned].map((id) => this.#bases.get(id)?.label)));
      this.#turned.clear();
    }, wait);
  }

  // bases: [{ id, state, label }] as they are now; whether one of them has turned by itself, so that it is worth
  // saying. From the last day playback begins again: that nothing is open yet is none of its turns.
  hear(bases, plays) {
    const before = this.#bases;
    this.#bases = new Map(bases.map((base) => [base.id, base]));
    const turned = bases.filter(({ id, state }) => before.has(id) && before.get(id).state !== state);
    const worth = plays ? turned.filter(({ state }) => state !== "not-yet") : [];
    for (const { id } of worth) this.#turned.add(id);
    return worth.length > 0;
  }

  // What was to be said is out of date; whether there was something.
  hush() {
    clearTimeout(this.#timer);
    const waited = this.#timer !== undefined;
    this.#timer = undefined;
    return waited;
  }
}
