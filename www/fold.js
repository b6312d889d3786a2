// What the disclosures at the foot are made of.

import { h } from "./dom.js";

export function button(label, act) {
  const node = h("button", { type: "button" }, label);
  node.addEventListener("click", act);
  return node;
}

export function term(name, items) {
  const list = h("ul", { role: "list" }, ...items.map((item) => h("li", {}, item)));
  return h("div", {}, h("dt", {}, name), h("dd", {}, list));
}
