// The panel: turns the View's blocks into HTML. It must not know what the blocks speak of, and
// writes no word of its own.

import { h, icon } from "./dom.js";

const CROSS = "M3.5 3.5l9 9M12.5 3.5l-9 9";

export class Panel {
  key; // Of what it shows: undefined if that must be told anew.

  #node;
  #act;
  #close = "";
  #title;

  // `act` is told what the reader wants: { base }, { event } or { close: true }.
  constructor(act) {
    this.#act = act;
    this.#node = h("section", { part: "panel", class: "panel", role: "region" });
    this.#node.addEventListener("scroll", () => this.fit(), { passive: true });
  }

  get node() {
    return this.#node;
  }

  get title() {
    return this.#title?.textContent ?? "";
  }

  // The words of another language come with the same key.
  label({ panel, close }) {
    this.#node.setAttribute("aria-label", panel);
    this.#close = close;
    this.key = undefined;
  }

  // `focused` is the element that has the focus: if it goes, the title takes it over, so that
  // someone who walks through the panel by keyboard is not thrown back to the top of the page.
  render(panel, focused) {
    const held = focused && this.#node.contains(focused);
    this.key = panel.key;
    this.#title = h("h3", { tabindex: "-1" }, panel.title);
    this.#node.replaceChildren(
      ...(panel.closable ? [this.#closeButton()] : []),
      ...(panel.kicker ? [h("p", { class: "kicker" }, panel.kicker)] : []),
      this.#title,
      ...panel.blocks.map((block) => this.#block(block)),
    );
    if (panel.lang) this.#node.lang = panel.lang;
    this.#node.scrollTop = 0;
    if (held) this.#title.focus({ preventScroll: true });
    this.fit();
  }

  // Where the panel has a height of its own it scrolls: say so by a fading edge, and let the
  // keyboard reach it.
  fit() {
    const { scrollTop, scrollHeight, clientHeight } = this.#node;
    this.#node.classList.toggle("more", scrollHeight - clientHeight - scrollTop > 1);
    if (scrollHeight - clientHeight > 1) this.#node.tabIndex = 0;
    else this.#node.removeAttribute("tabindex");
  }

  #closeButton() {
    const label = this.#close;
    const button = h("button", { type: "button", class: "close", "aria-label": label, title: label });
    button.append(icon(CROSS));
    button.addEventListener("click", () => this.#act({ close: true }));
    return button;
  }

  #block(block) {
    switch (block.kind) {
      case "facts":
        return facts(block.rows);
      case "note":
        return section(block.title, "note", block.items.map((text) => h("li", {}, text)));
      case "events":
        return section(block.title, "links", block.items.map((item) => this.#event(item)));
      case "bases":
        return section(block.title, "links inline", block.items.map((item) => this.#base(item)));
      case "sources":
        return section(block.title, "sources", block.items.map(source));
      default:
        return h("p", {}, block.text ?? "");
    }
  }

  #event({ id, date, title }) {
    return this.#link({ event: id }, h("span", { class: "when" }, date), " ", h("span", {}, title));
  }

  #base({ id, name }) {
    return this.#link({ base: id }, h("span", {}, name));
  }

  #link(wish, ...children) {
    const button = h("button", { type: "button" }, ...children);
    button.addEventListener("click", () => this.#act(wish));
    return h("li", {}, button);
  }
}

// A list keeps its role though its bullets are styled away.
function section(title, name, items) {
  const heading = title ? [h("h4", {}, title)] : [];
  return h("div", { class: `block ${name}` }, ...heading, h("ul", { role: "list" }, ...items));
}

function facts(rows) {
  const row = ({ term, text, note }) =>
    h(
      "div",
      {},
      h("dt", {}, term),
      h("dd", {}, text, ...(note ? [" ", h("span", { class: "aside" }, note)] : [])),
    );
  return h("dl", { class: "block facts" }, ...rows.map(row));
}

function source({ name, detail, url, lang }) {
  const href = webAddress(url);
  const title = href
    ? h("a", { href, hreflang: lang, target: "_blank", rel: "noopener" }, name)
    : h("strong", {}, name);
  return h("li", {}, title, ...(detail ? [" ", h("span", {}, detail)] : []));
}

// A dataset may come from anywhere: only an address of the web becomes a link.
function webAddress(url) {
  return /^https?:\/\//i.test(url ?? "") ? url : undefined;
}
