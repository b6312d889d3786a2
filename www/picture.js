// The picture: two panes of canvases, their sizes, their pointer and keys, and the one animation
// frame in flight. It passes everything to the View and understands none of it.

import { AGAIN, DAY } from "./flags.js";
import { painted } from "./host.js";
import { measureText } from "./letters.js";
import { Surroundings } from "./surroundings.js";
import { Zoom } from "./zoom.js";

const MOVE = 0;
const DOWN = 1;
const UP = 2;
const LEAVE = 3;

// On paper the picture is drawn as for a pane so much larger, and shown smaller: its least type, 12 px,
// becomes the 7.5 pt that all around it is set in.
const PAPER_ROOM = 1.2;

// Its pixels: 4 to a CSS px of the paper, which is 384 to the inch.
const PAPER_DENSITY = 4 / PAPER_ROOM;

// Frames further apart than this are those before and after a time out of sight.
const PAUSE_MS = 1000;

export class Picture {
  // True while a finger, mouse or thumb is down: a gesture, whose end is what others wait for.
  busy = false;

  #view;
  #furniture;
  #hooks;
  #signal;
  #zoom;
  #around;
  #onPaper = false;
  #unseen = false;
  #broken = false;
  #frame = 0;
  #inSight = true;
  #last = 0; // When the last frame was drawn.
  #away = 0; // How long nobody watched: that time does not play.
  #size = "";
  #widths;

  // hooks: changed(flags) after each frame, failed(error) when the View throws.
  constructor(view, furniture, hooks) {
    this.#view = view;
    this.#furniture = furniture;
    this.#hooks = hooks;
    this.#zoom = new Zoom(furniture.mapCanvases, furniture.hint, (action) => this.act(action));
    this.#around = new Surroundings(furniture.root, furniture.sense, () => this.restyle());
    view.attach(0, ...furniture.mapCanvases.children);
    view.attach(1, ...furniture.timelineCanvases.children);
  }

  // Listens until the signal says stop. Safe to call again with another one: the element moved.
  connect(signal, theme) {
    this.#signal = signal;
    this.#around.theme = theme;
    this.#frame = 0;
    this.busy = false;
    this.#listenToPane(0, this.#furniture.mapCanvases);
    this.#listenToPane(1, this.#furniture.timelineCanvases);
    this.#listenToSlider();
    this.#zoom.connect(signal);
    this.#furniture.root.addEventListener("keydown", (event) => this.#onKey(event), { signal });
    this.#watch();
    this.restyle();
    // Drawing may be what sets a web font loading, so the promise is asked for after it.
    document.fonts?.ready.then(() => signal.aborted || this.restyle());
  }

  // Fonts and colors as on the screen.
  get look() {
    return this.#around.read(false);
  }

  // Runs an action on the View and draws what came of it, if not now then once connected again.
  act(action) {
    try {
      return this.#run(action);
    } finally {
      this.request();
    }
  }

  // The same for what is pressed: that it is pressed is painted first, the picture a frame later.
  press(action) {
    try {
      return this.#run(action);
    } finally {
      painted().then(() => this.request());
    }
  }

  #run(action) {
    if (this.#broken) return undefined;
    try {
      return action(this.#view);
    } catch (error) {
      this.#fail(error);
      return undefined;
    }
  }

  request() {
    if (!this.#signal.aborted) this.#frame ||= requestAnimationFrame((now) => this.draw(now));
  }

  draw(now = performance.now()) {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    if (this.#signal.aborted || !this.#size) return;
    // A tab that is hidden gets no frames, nor asks a graphic out of sight for any.
    if (now - this.#last > PAUSE_MS) this.#away += now - this.#last;
    this.#last = now;
    try {
      const flags = this.#view.frame(now - this.#away);
      if (flags & AGAIN && this.#inSight) this.request();
      this.#hooks.changed(flags);
    } catch (error) {
      this.#fail(error);
    }
  }

  // What threw once is not asked again.
  #fail(error) {
    this.#broken = true;
    this.#hooks.failed(error);
  }

  set theme(theme) {
    this.#around.theme = theme;
    if (!this.#signal.aborted) this.restyle();
  }

  // Type and colors, from the page and the reader's settings. What the text around the picture
  // takes of them is the View's answer, so that both have the same.
  restyle() {
    const { root } = this.#furniture;
    const { font, still, forced, more, colors } = this.#around.read(this.#onPaper);
    const widths = measureText(font, this.#view.constructor.alphabet());
    const taken = this.act((view) => {
      view.style(font, still);
      if (String(widths) !== this.#widths) view.metrics(widths);
      this.#widths = String(widths);
      return view.paint(forced, more, colors);
    });
    for (const [name, color] of Object.entries(taken ?? {})) root.style.setProperty(`--${name}`, color);
    this.refit();
  }

  // On paper: light, as wide as a page, finer than a screen, with as much unfolded as a page has room
  // for. A browser prints the canvases as they are, so they are drawn for it before, and for the screen
  // after.
  #print(onPaper) {
    this.#onPaper = onPaper;
    this.#size = ""; // Empty canvases, even if their size should be the same.
    this.#furniture.print(onPaper);
    this.restyle();
    this.draw();
    if (onPaper) this.#furniture.shorten();
  }

  #watch() {
    const signal = this.#signal;
    // Only the map: the timeline is as wide as the map lets it be, and its height is set here, which
    // while both are observed a browser reports to the page as an error.
    const observer = new ResizeObserver(() => (this.#unseen ? this.restyle() : this.refit()));
    observer.observe(this.#furniture.map);
    signal.addEventListener("abort", () => {
      observer.disconnect();
      cancelAnimationFrame(this.#frame);
    });
    this.#watchSight(signal);
    this.#furniture.flag.watch(this.#furniture.date, signal);
    this.#around.watch(signal);
    addEventListener("beforeprint", () => this.#print(true), { signal });
    addEventListener("afterprint", () => this.#print(false), { signal });
    this.#watchDensity();
  }

  // What plays out of sight waits until it is back.
  #watchSight(signal) {
    const observer = new IntersectionObserver((entries) => {
      const was = this.#inSight;
      this.#inSight = entries.at(-1).isIntersecting;
      if (this.#inSight && !was) this.request();
    });
    observer.observe(this.#furniture.root);
    signal.addEventListener("abort", () => observer.disconnect());
  }

  // The query names one density, so each change asks for a new one.
  #watchDensity() {
    const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    const changed = () => {
      this.refit();
      this.#watchDensity();
    };
    query.addEventListener("change", changed, { once: true, signal: this.#signal });
  }

  // For whatever may change a size; the height of the timeline hangs on data, words and type too. A
  // canvas is empty after such a change, so it is drawn before the page is next painted.
  refit() {
    if (this.act(() => this.#measure())) this.draw();
  }

  #measure() {
    if (this.#onPaper && this.#size) return false; // The printed page shows it as drawn for paper.
    const { map, timeline, mapCanvases, timelineCanvases, panel } = this.#furniture;
    const room = this.#onPaper ? PAPER_ROOM : 1;
    const [mapWidth, mapHeight] = boxOf(map).map((length) => length * room);
    const width = boxOf(timeline)[0] * room;
    // Where nothing is displayed nothing tells of the page's style: it is read when it is again.
    this.#unseen = !(mapWidth > 0 && mapHeight > 0 && width > 0);
    if (this.#unseen) return false;
    const height = this.#view.timelineHeight(width);
    const density = this.#onPaper ? PAPER_DENSITY : devicePixelRatio;
    const size = [mapWidth, mapHeight, width, height, density];
    if (String(size) === this.#size) return false;
    this.#size = String(size);
    timeline.style.height = `${height}px`;
    timeline.style.setProperty("--shape", `${width} / ${height}`); // For paper, where its width is another.
    const mapSize = fit(mapCanvases, mapWidth, mapHeight, density);
    const timelineSize = fit(timelineCanvases, width, height, density);
    this.#view.resize(...mapSize, ...timelineSize, density);
    panel.fit();
    return true;
  }

  #listenToPane(pane, node) {
    const send = (kind) => (event) => {
      if (!event.isPrimary) return;
      const touch = event.pointerType === "touch";
      const tell = (view) => {
        view.pointer(kind, pane, event.offsetX, event.offsetY, touch);
        node.style.cursor = view.cursor();
      };
      kind < UP ? this.act(tell) : this.press(tell); // A finger that is lifted leaves, too.
    };
    const [move, down, up, leave] = [send(MOVE), send(DOWN), send(UP), send(LEAVE)];
    const options = { signal: this.#signal };
    node.addEventListener("pointermove", move, options);
    node.addEventListener("pointerleave", (event) => this.busy || leave(event), options);
    node.addEventListener("pointercancel", (event) => this.#end(event, leave), options);
    node.addEventListener("pointerup", (event) => this.#end(event, up) && this.#focus(pane), options);
    node.addEventListener(
      "pointerdown",
      (event) => {
        if (!event.isPrimary || event.button !== 0) return;
        this.busy = true;
        node.setPointerCapture(event.pointerId);
        down(event);
      },
      options,
    );
  }

  #end(event, send) {
    if (!event.isPrimary || !this.busy) return false;
    this.#letGo();
    send(event);
    return true;
  }

  #letGo() {
    this.busy = false;
    this.#furniture.panel.release();
  }

  // A canvas cannot have the focus: the control that stands for what was pressed takes it, so that
  // the keys go on from there.
  #focus(pane) {
    const base = this.#run((view) => view.base);
    if (pane === 1) this.#furniture.slider.focus({ preventScroll: true });
    else if (base) this.#furniture.focusBase(base);
  }

  #listenToSlider() {
    const { slider } = this.#furniture;
    const options = { signal: this.#signal };
    const release = () => {
      this.#letGo();
      this.request();
    };
    slider.addEventListener("input", () => this.act((view) => view.setDay(slider.valueAsNumber)), options);
    slider.addEventListener("pointerdown", (event) => (this.busy = event.button === 0), options);
    for (const end of ["pointerup", "pointercancel", "lostpointercapture", "change"]) {
      slider.addEventListener(end, release, options);
    }
  }

  // Space and Enter belong to a button or link that has the focus, the panel scrolls by its own keys, so does
  // the field for a day, and the disclosures are none of the picture; everything else is the View's to take or leave.
  #onKey(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    if (this.#furniture.foot.contains(event.target) || event.target === this.#furniture.day.node) return;
    const inPanel = this.#furniture.panel.node.contains(event.target);
    if (inPanel && event.key !== "Escape") return;
    if ((event.key === " " || event.key === "Enter") && event.target.closest("button")) return;
    const onMap = this.#furniture.isOfMap(event.target);
    const base = this.#run((view) => view.base);
    if (!this.press((view) => view.key(event.key, event.shiftKey, onMap))) return;
    event.preventDefault();
    this.#run((view) => this.#furniture.update(view, DAY)); // The thumb is what shows the press.
    this.#furniture.panel.release();
    if (inPanel) this.#furniture.handBack(base);
    if (event.target !== this.#furniture.slider) this.#furniture.announce(); // The slider speaks for itself.
  }
}

// Whole and fractional pixels alike, and not as a transform on the page shows them.
function boxOf(node) {
  const { width, height } = getComputedStyle(node);
  return [parseFloat(width), parseFloat(height)];
}

// Whole device pixels: shown at any other size a canvas would be stretched, and blurred. Answers with
// what that is in CSS px.
function fit(node, width, height, density) {
  const [across, down] = [width, height].map((length) => Math.round(length * density));
  for (const layer of node.children) {
    if (layer instanceof HTMLCanvasElement) [layer.width, layer.height] = [across, down];
    else layer.setAttribute("viewBox", `0 0 ${across / density} ${down / density}`);
  }
  node.style.width = `${across / density}px`;
  node.style.height = `${down / density}px`;
  return [across / density, down / density];
}
