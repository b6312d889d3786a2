// A field to type a day in. It lies over the day on the map and is seen when it has the focus.

import { h, setAttribute } from "./dom.js";

const DAY_MS = 86_400_000;
const iso = (day) => new Date(day * DAY_MS).toISOString().slice(0, 10);

export class DayField {
  node = h("input", { type: "date", part: "day", required: true });

  #shown;

  // `act` is told of { day }.
  constructor(act) {
    // While a year is typed it is one of long ago: too early a day is none yet.
    this.node.addEventListener("input", () => this.node.validity.valid && act({ day: this.node.value }));
    this.node.addEventListener("blur", () => (this.node.value = this.#shown));
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
