// The furniture: every HTML part around the drawn picture, built once and filled from the View. It
// knows places and roles; all its words come from the View.

import { Announcer } from "./announcer.js";
import { Bases } from "./bases.js";
import { DayField } from "./day.js";
import { boxes, h, icon, redraw, setAttribute, setText } from "./dom.js";
import { Disclosure } from "./disclosure.js";
import { Flag } from "./flag.js";
import { BASES, DAY, GEOMETRY, PLAYING, SELECTION, TEXT } from "./flags.js";
import { painted } from "./host.js";
import { downloads, outline, sharing } from "./loader.js";
import { Panel } from "./panel.js";
import { TextVersion } from "./text.js";

const ICONS = {
  play: "M4 2.5v11l9-5.5z",
  pause: "M4 3h3v10H4zM9 3h3v10H9z",
  previous: "M10 3L5 8l5 5",
  next: "M6 3l5 5-5 5",
  zoomIn: "M8 3v10M3 8h10",
  zoomOut: "M3 8h10",
  zoomReset: "M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3",
};

// Half the slider's thumb, as the style sheet has it: a native thumb stops that far from the ends.
const HALF_THUMB = 12;

// The height of a page of A4 against its width, without the margins that browsers leave.
const PAGE_SHAPE = 1.45;

export class Furniture {
  zoomed = false; // Whether the map is nearer than at first.

  #labels = {};
  #spoken = "";
  #from; // The button of the text version that led to the panel.

  // `act` is told what the reader wants: { play }, { speed }, { step }, { day }, { zoom }, { focus },
  // { base }, { event } or { close }.
  constructor(act) {
    this.act = act;
    this.panel = new Panel(act);
    this.flag = new Flag();
    this.bases = new Bases(act);
    this.day = new DayField(act);
    this.announcer = new Announcer();
    this.text = new TextVersion((wish) => this.#lead(wish), outline);
    this.share = new Disclosure("share", "share", sharing);
    this.data = new Disclosure("data", "data", downloads);
    this.foot = h("div", { class: "foot" }, this.text.node, this.share.node, this.data.node);
    this.#makeParts();
    this.map = h(
      "div",
      { part: "map", class: "map", role: "group" },
      this.mapCanvases,
      h("div", { class: "stamp" }, this.date, this.day.node, this.count),
      this.bases.node,
      this.hint,
    );
    this.timeline = h(
      "div",
      { part: "timeline", class: "timeline", role: "group" },
      this.timelineCanvases,
      this.slider,
      this.flag.node,
    );
    this.root = this.#assemble();
  }

  #makeParts() {
    this.headline = h("h2", { part: "headline", id: "headline" });
    this.standfirst = h("p", { part: "standfirst" });
    this.credit = h("p", { part: "credit" });
    this.date = h("p", { part: "date" });
    this.count = h("p", { part: "count" });
    this.sense = h("span", { class: "sense", "aria-hidden": "true" });
    this.hint = h("p", { class: "hint", hidden: true, "aria-hidden": "true" }, h("span"), h("span"));
    this.caption = h("button", { type: "button", part: "caption" }, h("span"), " ", h("b"));
    this.caption.addEventListener("click", () => this.panel.show());
    this.mapCanvases = layers(canvas(), canvas(), canvas());
    this.timelineCanvases = layers(canvas(), boxes(), canvas());
    this.slider = h("input", { type: "range", part: "slider", step: "1", dir: "ltr" });
    this.play = this.#button("play", "play", () => ({ play: true }));
    this.play.append(h("span", { class: "word" }));
    this.previous = this.#button("previous", "previous", () => ({ step: -1 }));
    this.next = this.#button("next", "next", () => ({ step: 1 }));
    this.speed = h("button", { type: "button", part: "speed" });
    this.speed.addEventListener("click", () => this.act({ speed: true }));
    this.zoomIn = this.#button("zoom-in", "zoomIn", () => ({ zoom: 1.5 }));
    this.zoomOut = this.#button("zoom-out", "zoomOut", () => ({ zoom: 1 / 1.5 }));
    this.zoomReset = this.#button("zoom-reset", "zoomReset", () => ({ zoom: 0 }));
  }

  #button(part, name, wish) {
    const button = h("button", { type: "button", part }, icon(ICONS[name]));
    button.addEventListener("click", () => this.act(wish()));
    return button;
  }

  // The order of the phone, which is also the order of reading; the wide layout only moves the panel. No item
  // of a grid is laid out for itself: what changes with the day lies in one, so that only that is.
  #assemble() {
    this.zoom = h("div", { class: "zoom" }, this.zoomReset, this.zoomOut, this.zoomIn);
    const controls = h("div", { class: "controls" }, this.play, this.previous, this.next, this.speed, this.zoom);
    return h(
      "div",
      { class: "root", dir: "ltr", role: "group", "aria-labelledby": "headline" },
      h("div", { class: "head" }, this.headline, this.standfirst),
      h(
        "div",
        { class: "body" },
        h("div", { class: "plate" }, this.map),
        this.caption,
        controls,
        h("div", { class: "axis" }, this.timeline),
        h("div", { class: "side" }, this.panel.node),
      ),
      this.credit,
      this.foot,
      this.announcer.node,
    );
  }

  // The words that stay as long as language and dataset do.
  label(view, lang) {
    const labels = (this.#labels = view.labels());
    this.root.lang = lang;
    for (const name of ["headline", "standfirst", "credit"]) setText(this[name], labels[name]);
    this.map.setAttribute("aria-label", labels.map);
    this.timeline.setAttribute("aria-label", labels.timeline);
    this.slider.setAttribute("aria-label", labels.slider);
    for (const name of ["previous", "next", "zoomIn", "zoomOut", "zoomReset"]) {
      this[name].setAttribute("aria-label", labels[name]);
      this[name].title = labels[name];
    }
    setText(this.play.lastChild, view.playing ? labels.pause : labels.play);
    setText(this.hint.firstChild, labels.hintWheel);
    setText(this.hint.lastChild, labels.hintTouch);
    this.caption.title = labels.details;
    this.bases.node.setAttribute("aria-label", labels.files.bases);
    this.day.label(labels);
    this.panel.label(labels);
    this.text.label(labels);
    this.share.label(labels);
    this.data.label(labels);
  }

  update(view, flags) {
    if (flags & GEOMETRY) this.#placeSlider(view.slider());
    if (flags & (DAY | GEOMETRY | TEXT | PLAYING)) this.#showStatus(view.status());
    if (flags & BASES) this.bases.place(view.bases(), flags & GEOMETRY);
    if (flags & PLAYING) this.#showPlaying(view.playing);
    if (flags & (SELECTION | TEXT) && view.panelKey() !== this.panel.key) {
      const panel = view.panel();
      this.panel.render(panel, flags & SELECTION);
      setText(this.caption.firstChild, panel.kicker);
      setText(this.caption.lastChild, panel.title);
    }
  }

  #showStatus(status) {
    this.#spoken = status.spoken;
    this.flag.tell(status);
    this.day.tell(status.day);
    setText(this.date, status.date);
    this.#showSpeed(status.speed);
    setText(this.count, status.count);
    if (this.slider.valueAsNumber !== status.day) this.slider.value = status.day;
    setAttribute(this.slider, "aria-valuetext", status.spoken);
    // Hidden it would lose the focus to the page.
    if (!status.zoomed && this.zoomReset.matches(":focus")) this.zoomIn.focus({ preventScroll: true });
    this.zoomed = status.zoomed;
    this.zoomReset.hidden = !status.zoomed;
    this.map.classList.toggle("zoomed", status.zoomed);
  }

  #showSpeed(speed) {
    const label = `${this.#labels.speed} ${speed}`;
    setText(this.speed, speed);
    setAttribute(this.speed, "aria-label", label);
    setAttribute(this.speed, "title", label);
  }

  #placeSlider(axis) {
    const { slider } = this;
    const { min, max, left, right, top } = axis;
    this.flag.place(axis);
    this.day.place(axis);
    slider.min = min;
    slider.max = max;
    slider.style.left = `${left - HALF_THUMB}px`;
    slider.style.width = `${right - left + 2 * HALF_THUMB}px`;
    slider.style.top = `${top}px`;
  }

  #showPlaying(playing) {
    redraw(this.play.firstChild, playing ? ICONS.pause : ICONS.play);
    setText(this.play.lastChild, playing ? this.#labels.pause : this.#labels.play);
  }

  // From the text version to the panel, once that tells of what was chosen: a frame shows the press, the next the
  // picture.
  async #lead(wish) {
    this.#from = this.root.getRootNode().activeElement;
    this.act(wish);
    for (let frames = 3; frames > 0; frames -= 1) await painted();
    this.panel.show();
  }

  // For someone who pressed a button, or let go of the axis, and does not see the picture. The slider speaks for
  // itself.
  announce() {
    this.announcer.say((turned) => sentences([...turned, this.#spoken, this.panel.kicker, this.panel.title]));
  }

  // While it plays only what opens and closes is told.
  hear(playing) {
    if (this.announcer.hear(this.bases.shown, playing)) this.announcer.say((turned) => sentences([...turned, this.#spoken]));
  }

  print(onPaper) {
    this.root.classList.toggle("paper", onPaper);
    this.root.classList.remove("brief");
    this.panel.unfold(onPaper);
  }

  // To one page, once the picture has its size on it: where not every reference has room each claim has
  // the names of those who say so, and where they are read is left to the data.
  shorten() {
    const { width, height } = this.root.getBoundingClientRect();
    if (height <= width * PAGE_SHAPE) return;
    this.root.classList.add("brief");
    this.panel.unfold(false);
  }

  // Where arrows move the map; on a base they lead to the next one.
  isOfMap(node) {
    return this.zoom.contains(node);
  }

  // After the end of a choice: to where it was made.
  handBack(id) {
    const from = this.#from;
    if (!from?.isConnected) return this.focusBase(id);
    this.#from = undefined;
    from.focus();
  }

  // After a press on the map.
  focusBase(id) {
    this.#from = undefined;
    if (!this.bases.focus(id)) this.slider.focus({ preventScroll: true });
  }
}

const sentences = (parts) => parts.filter(Boolean).join(". ");

// Three stacked layers.
function layers(...nodes) {
  return h("div", { class: "canvases" }, ...nodes);
}

// Left to right in any page, else labels would be mirrored.
function canvas() {
  return h("canvas", { "aria-hidden": "true", dir: "ltr" });
}
