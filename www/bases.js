// The bases' buttons, each over its place on the map: one stop for Tab, and from one to the next by the arrow keys,
// as they lie on the map.

import { h, setAttribute } from "./dom.js";

const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

export class Bases {
  node = h("div", { class: "bases", role: "toolbar" });
  shown = []; // As last placed.

  #act;
  #buttons = new Map();
  #stop; // The id of the one that Tab leads to.
  #selected;
  #handing = false; // The focus is being given, not taken.

  // `act` is told what the reader wants: { base, toggle } or { focus }.
  constructor(act) {
    this.#act = act;
    this.node.addEventListener("keydown", (event) => this.#walk(event));
  }

  // Buttons are kept from one call to the next, so that the focus stays where it is.
  place(bases, moved) {
    this.shown = bases;
    for (const base of bases) {
      const button = this.#buttons.get(base.id) ?? this.#add(base.id);
      setAttribute(button, "aria-label", base.label);
      setAttribute(button, "aria-pressed", String(base.selected));
      if (!moved) continue;
      button.style.left = `clamp(0px, ${base.x}px, 100%)`; // Zoomed out of sight, it still can be focused.
      button.style.top = `clamp(0px, ${base.y}px, 100%)`;
    }
    const selected = bases.find((base) => base.selected)?.id;
    if (selected !== this.#selected) this.#stop = selected ?? this.#stop;
    this.#selected = selected;
    this.#drop(new Set(bases.map(({ id }) => id)));
    this.#lead(this.#buttons.has(this.#stop) ? this.#stop : bases[0]?.id);
  }

  // After a press on the map or the end of a choice: the map stays as it is. Whether there is such a base.
  focus(id) {
    this.#handing = true;
    this.#buttons.get(id)?.focus({ preventScroll: true });
    this.#handing = false;
    return this.#buttons.has(id);
  }

  #add(id) {
    const button = h("button", { type: "button", part: "base", "data-base": id });
    button.addEventListener("click", () => this.#act({ base: id, toggle: true }));
    button.addEventListener("focus", () => {
      this.#lead(id);
      if (!this.#handing) this.#act({ focus: id });
    });
    button.addEventListener("blur", () => this.#act({ focus: undefined }));
    this.#buttons.set(id, button);
    this.node.append(button);
    return button;
  }

  #drop(known) {
    for (const [id, button] of this.#buttons) {
      if (known.has(id)) continue;
      button.remove();
      this.#buttons.delete(id);
    }
  }

  #lead(stop) {
    this.#stop = stop;
    for (const [id, button] of this.#buttons) setAttribute(button, "tabindex", id === stop ? "0" : "-1");
  }

  #walk(event) {
    const way = WAYS[event.key];
    if (!way || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const next = this.#neighbor(event.target.dataset.base, way);
    if (next) this.#buttons.get(next.id).focus({ preventScroll: true });
  }

  // The nearest one in a direction; one that lies aside counts as further away.
  #neighbor(id, [right, down]) {
    const from = this.shown.find((base) => base.id === id);
    const near = this.shown.map((base) => {
      const [x, y] = [base.x - from.x, base.y - from.y];
      const [along, aside] = [x * right + y * down, Math.abs(x * down) + Math.abs(y * right)];
      return { id: base.id, along, cost: along + 2 * aside };
    });
    return near.filter(({ along }) => along > 0).sort((a, b) => a.cost - b.cost)[0];
  }
}
