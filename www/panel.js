// The panel: turns the View's blocks into HTML. It must not know what the blocks speak of, and
// writes no word of its own.

import { h, icon, link, setText } from "./dom.js";
import { cancelIdle, whenIdle } from "./host.js";
import { languageOf, names } from "./voices.js";

const CROSS = "M3.5 3.5l9 9M12.5 3.5l-9 9";

// A title that stands for less nobody reads on from: a hand runs through the years.
const READING_MS = 100;

// What is folded is built when the browser has nothing else to do, but no later than this: its own search
// wants it too.
const FOLDED_MS = 200;

export class Panel {
  key; // Of what it shows: undefined if that must be told anew.

  #node;
  #act;
  #unfolded = [];
  #close = "";
  #waits = 0;
  #held = false;
  #kicker = h("p", { class: "kicker" });
  #title = h("h3", { tabindex: "-1" });
  #panel; // What the title is of, until it is told in full.
  #since = -Infinity; // When the title came.
  #timer;
  #settle; // Called when it is told in full.
  #folded = []; // What builds each part that is folded.
  #idle;

  // `act` is told what the reader wants: { base }, { event } or { close: true }.
  constructor(act) {
    this.#act = act;
    this.#node = h("section", { part: "panel", class: "panel", role: "group" });
    this.#node.append(this.#kicker, this.#title);
    this.#node.addEventListener("scroll", () => this.fit(), { passive: true });
    this.#node.addEventListener("toggle", () => this.#unfolds(), { capture: true });
    this.#node.addEventListener("pointerdown", () => this.release());
  }

  get node() {
    return this.#node;
  }

  get kicker() {
    return this.#kicker.hidden ? "" : this.#kicker.textContent;
  }

  get title() {
    return this.#title.textContent;
  }

  // Until the answer is called more is to come, of which assistive technology need not hear before.
  wait() {
    this.#waits += 1;
    this.#node.ariaBusy = "true";
    return () => (this.#waits -= 1) || (this.#node.ariaBusy = null);
  }

  // Brought before the reader's eyes, where it lies below the screen.
  show() {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.#node.scrollIntoView({ block: "start", behavior: still ? "auto" : "smooth" });
    this.#title.focus({ preventScroll: true });
  }

  // The words of another language come with the same key.
  label({ panel, close }) {
    this.#node.setAttribute("aria-label", panel);
    this.#close = close;
    this.key = undefined;
  }

  // Once the picture has been painted. Where the one before had no time to be read and nobody asked for this
  // one, its title comes at once and the rest when the hand rests.
  render(panel, chosen) {
    const now = performance.now();
    const first = this.key === undefined;
    const runs = now - this.#since < READING_MS && !chosen;
    this.key = panel.key;
    this.#since = now;
    this.#panel = panel;
    clearTimeout(this.#timer);
    cancelIdle(this.#idle);
    if (first) return this.#tell();
    this.#settle ??= this.wait();
    if (runs) this.#runAhead();
    this.#timer = setTimeout(() => this.#tell(), runs ? READING_MS : 0);
  }

  #runAhead() {
    this.#head();
    this.#node.classList.add("ahead"); // The text below is another's.
  }

  #head() {
    const { kicker, title } = this.#panel;
    setText(this.#kicker, kicker);
    this.#kicker.hidden = !kicker;
    setText(this.#title, title);
  }

  // If the element that has the focus goes, the title takes it over, so that someone who walks through
  // the panel by keyboard is not thrown back to the top of the page.
  #tell() {
    clearTimeout(this.#timer);
    this.#head();
    const { closable, blocks } = this.#panel;
    const held = this.#node.contains(this.#node.getRootNode().activeElement);
    this.#panel = undefined;
    this.#settle?.();
    this.#settle = undefined;
    this.#folded = [];
    this.#node.classList.remove("ahead");
    this.#node.replaceChildren(
      ...(closable ? [this.#closeButton()] : []),
      this.#kicker,
      this.#title,
      ...blocks.map((block) => this.#block(block)),
    );
    this.#node.scrollTop = 0;
    if (held) this.#title.focus({ preventScroll: true });
    this.fit();
    this.#idle = whenIdle(() => this.#fill(), { timeout: FOLDED_MS });
  }

  #fill() {
    cancelIdle(this.#idle);
    for (const build of this.#folded) build();
    this.#folded = [];
  }

  // A reader was quicker.
  #unfolds() {
    this.#fill();
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

  // While the day runs by itself or under a hand what lies below on the page stays where it is: one column
  // keeps its height, and scrolls.
  hold() {
    if (this.#held) return;
    this.#held = true;
    this.#node.style.setProperty("--held", `${this.#node.offsetHeight}px`);
    this.#node.classList.add("held");
    this.fit();
  }

  // The reader did something, and may well read now.
  release() {
    if (!this.#held) return;
    this.#held = false;
    this.#node.classList.remove("held");
    this.fit();
  }

  // Opens what is folded, and folds again only what it opened.
  unfold(open) {
    if (this.#panel) this.#tell();
    this.#fill();
    const folded = () => [...this.#node.querySelectorAll("details:not([open])")];
    const details = open ? folded() : this.#unfolded;
    this.#unfolded = open ? [...this.#unfolded, ...details] : [];
    for (const node of details) node.open = open;
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
      case "claim":
        return claim(block, (build) => this.#folded.push(build));
      case "events":
        return list(block.title, "links", block.items.map((item) => this.#event(item)));
      case "bases":
        return list(block.title, "links inline", block.items.map((item) => this.#base(item)));
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
function list(title, name, items) {
  return h("div", { class: `block ${name}` }, h("h4", {}, title), h("ul", { role: "list" }, ...items));
}

// What is claimed, where sources differ, and who says so. `later` takes what builds what is folded.
function claim({ title, value, text, differs, sources }, later) {
  return h(
    "div",
    { class: "block" },
    ...(title ? [h("h4", {}, title)] : []),
    ...(value ? [h("p", { class: "value" }, value)] : []),
    ...(text ? [h("p", { class: value && "aside" }, text)] : []),
    ...(differs ? [differ(differs, title ? "h5" : "h4")] : []),
    ...(sources ? [voices(sources, later)] : []),
  );
}

function differ({ title, text }, heading) {
  return h("div", { class: "differ" }, h(heading, {}, title), h("p", {}, text));
}

// The names stand in the open; what each says and where is a tap away.
function voices({ title, count, items }, later) {
  const summary = h(
    "summary",
    {},
    h("b", {}, title),
    h("span", { class: "names" }, " ", ...names(items), ...(count ? [" ", h("i", {}, count)] : [])),
  );
  const details = h("details", { class: "sources" }, summary);
  later(() => details.append(h("ul", { role: "list" }, ...items.map(voice))));
  return details;
}

// One document stands on its voice's own line; several stand under it.
function voice({ name, documents }) {
  const named = h("span", { lang: languageOf({ documents }) }, name);
  if (documents.length === 1) return h("li", {}, ...reading([named, ...parts(documents[0])], documents[0]));
  const papers = documents.map((paper) => {
    const told = parts(paper);
    return h("li", {}, ...reading(told.length ? told : [named.cloneNode(true)], paper));
  });
  return h("li", {}, h("strong", {}, named), h("ul", { role: "list" }, ...papers));
}

const parts = ({ carrier, detail, title, place, lang }) =>
  [carrier, detail, title && h("span", { lang }, title), place].filter(Boolean);

// Where a voice is read: the first part carries the link.
function reading([first, ...rest], { says, url, lang }) {
  const line = [link(first, url, lang), ...rest.flatMap((part) => [", ", part])];
  return [...line, ...(says ? [h("span", { class: "says" }, says)] : [])];
}
