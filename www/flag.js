// The day at the slider's thumb, while the one on the map is out of sight: on a low screen the timeline is all
// that is seen of the graphic.

import { h, setText } from "./dom.js";

// Under the thumb, over the years.
const UNDER_PX = 14;

export class Flag {
  node = h("p", { class: "flag", hidden: true, "aria-hidden": "true" }, h("b"), " ", h("span"));

  #axis;
  #status;

  // `stamp` is the day on the map.
  watch(stamp, signal) {
    const observer = new IntersectionObserver((entries) => {
      this.node.hidden = entries.at(-1).isIntersecting;
      this.#show();
    });
    observer.observe(stamp);
    signal.addEventListener("abort", () => observer.disconnect());
  }

  // axis: { min, max, left, right, top }, days and CSS px.
  place(axis) {
    this.#axis = axis;
    this.#show();
  }

  // status: { day, date, count }.
  tell(status) {
    this.#status = status;
    this.#show();
  }

  #show() {
    if (this.node.hidden || !this.#axis || !this.#status) return;
    const { min, max, left, right, top } = this.#axis;
    const { day, date, count } = this.#status;
    const share = (day - min) / (max - min);
    setText(this.node.firstChild, date);
    setText(this.node.lastChild, count);
    this.node.style.top = `${top + UNDER_PX}px`;
    // As far along itself as along the axis: so it never sticks out.
    this.node.style.left = `${left + (right - left) * share}px`;
    this.node.style.transform = `translateX(${-100 * share}%)`;
  }
}
