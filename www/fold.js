// What the disclosures at the foot are made of.

import { h, setText } from "./dom.js";

export function button(label, act) {
  const node = h("button", { type: "button" }, label);
  node.addEventListener("click", act);
  return node;
}

export function term(name, items) {
  const list = h("ul", { role: "list" }, ...items.map((item) => h("li", {}, item)));
  return h("div", {}, h("dt", {}, name), h("dd", {}, list));
}

// Work that a press asks for, and what is said of it if it fails. A frame without an origin may not be allowed to
// save files, and no browser tells.
export async function attempt(work, { labels, status, saves = false }) {
  setText(status, "");
  await work().then(
    () => saves && self.origin === "null" && setText(status, labels.maybeSaved),
    () => setText(status, labels.unavailable),
  );
}
