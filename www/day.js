// A field to type a day in, or to pick one. It lies over the day on the map and is seen when it has the focus.

import { h, setAttribute } from "./dom.js";

const DAY_MS = 86_400_000;
const iso = (day) => new Date(day * DAY_MS).toISOString().slice(0, 10);

export class DayField {
  node = h("input", { type: "date", part: "day", required: true });

  #act;
  #shown;
  #typed = false;

  // `act` is told of { day }.
  constructor(act) {
    this.#act = act;
    this.node.addEventListener("keydown", ({ key }) => this.#onKey(key));
    // What is picked is meant; what is typed is many other days on its way.
    this.node.addEventListener("input", () => this.#typed || this.#take());
    this.node.addEventListener("blur", () => {
      this.#take();
      this.#typed = false;
      this.node.value = this.#shown;
    });
  }

  #onKey(key) {
    if (key === "Tab") return;
    this.#typed = true;
    if (key === "Enter" && !this.#take()) this.node.reportValidity();
  }

  #take() {
    const { value, validity } = this.node;
    if (validity.valid && value !== this.#shown) this.#act({ day: (this.#shown = value) });
    return validity.valid;
  }

  label({ goToDay }) {
    setAttribute(this.node, "aria-label", goToDay);
  }

  // Day numbers.
  place({ min, max }) {
    setAttribute(this.node, "min", iso(min));
    setAttribute(this.node, "max", iso(max));
  }

  // The day shown; not under the hand that types.
  tell(day) {
    this.#shown = iso(day);
    if (!this.node.matches(":focus")) this.node.value = this.#shown;
  }
}
