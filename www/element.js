// <mali-bases>: life cycle, attributes, properties, events. It knows nothing of Mali, draws nothing
// and keeps no state of the picture: that is the View's.
//
// The properties `date`, `base` and `event` are always current. Their attributes follow when a
// gesture, a key or playback ends: a scrub would otherwise write the page's DOM sixty times a second.

import css from "./mali-bases.css";
import controlsCss from "./controls.css";
import downloadsCss from "./downloads.css";
import mapCss from "./map.css";
import panelCss from "./panel.css";
import printCss from "./print.css";
import settingsCss from "./settings.css";
import timelineCss from "./timeline.css";
import { DAY, GEOMETRY, SELECTION } from "./flags.js";
import { Furniture } from "./furniture.js";
import { deferred, languageOf, painted, setOrRemove, takeOver } from "./host.js";
import { asError, bundled, engine, land, landNear, opening, read, whole } from "./loader.js";
import { Picture } from "./picture.js";

const STATE = ["base", "event", "date"]; // An event brings its day with it, so the date comes last.
const PROPERTIES = ["date", "base", "event", "theme", "plain", "src", "loading"];
const ANNOUNCE_AFTER_MS = 600;

let sheet;

function styleSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync([css, mapCss, timelineCss, settingsCss, controlsCss, panelCss, downloadsCss, printCss].join(""));
  }
  return sheet;
}

export class MaliBases extends HTMLElement {
  static observedAttributes = ["date", "base", "event", "lang", "theme", "src", "loading"];

  #slot = document.createElement("slot");
  #ready = deferred();
  #life = new AbortController();
  #run; // The attempt to start that counts; any other is out of date.
  #loads = 0;
  #own; // What `load` was given, packed, and its text: kept for when the element is taken out and put back.
  #view;
  #furniture;
  #picture;
  #refined; // The View that has, or waits for, the finer land.
  #home; // The dataset's own first date.
  #stands = false;
  #stale = false;
  #reflecting = false;
  #wantsPlay = false;
  #timer;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [styleSheet()];
    root.append(this.#slot);
  }

  connectedCallback() {
    PROPERTIES.forEach((name) => takeOver(this, name));
    this.#life = new AbortController();
    if (this.#view) {
      this.#picture.connect(this.#life.signal, this.theme);
      if (this.#furniture?.root.lang !== languageOf(this)) this.#speak();
    } else if (this.loading === "eager") this.#start();
    else this.#startWhenNear();
  }

  // Moving the element within the page disconnects and connects it in one go: nothing is given up
  // before it is clear that it stays away, and what is set in between is the View's as ever.
  disconnectedCallback() {
    this.#life.abort();
    this.#run = undefined;
    clearTimeout(this.#timer);
    if (this.#stale) this.#reflect();
    queueMicrotask(() => this.isConnected || this.#dismantle());
  }

  attributeChangedCallback(name, before, value) {
    if (this.#reflecting || before === value) return;
    if (name === "src") this.#replaceSource(value);
    else if (name === "loading") value === "eager" && this.isConnected && this.#start();
    else if (!this.#view) return;
    else if (name === "lang") this.#speak();
    else if (name === "theme") this.#picture.theme = this.theme;
    else this.#apply(name, value);
  }

  get ready() {
    return this.#ready.promise;
  }

  get date() {
    return this.#view ? this.#view.date : (this.getAttribute("date") ?? "");
  }
  set date(value) {
    this.#setState("date", value);
  }

  get base() {
    return this.#view ? (this.#view.base ?? null) : this.getAttribute("base");
  }
  set base(value) {
    this.#setState("base", value);
  }

  get event() {
    return this.#view ? (this.#view.event ?? null) : this.getAttribute("event");
  }
  set event(value) {
    this.#setState("event", value);
  }

  get theme() {
    const theme = this.getAttribute("theme");
    return theme === "light" || theme === "dark" ? theme : "auto";
  }
  set theme(value) {
    this.setAttribute("theme", value);
  }

  get plain() {
    return this.hasAttribute("plain");
  }
  set plain(value) {
    this.toggleAttribute("plain", Boolean(value));
  }

  get src() {
    return this.getAttribute("src") ?? "";
  }
  set src(value) {
    setOrRemove(this, "src", value);
  }

  get loading() {
    return this.getAttribute("loading") === "eager" ? "eager" : "lazy";
  }
  set loading(value) {
    this.setAttribute("loading", value);
  }

  get bases() {
    return this.#view ? this.#view.bases().map(brief) : [];
  }

  get playing() {
    return this.#view?.playing ?? false;
  }

  play() {
    if (this.#view) this.#picture.act((view) => view.play());
    else this.#wantsPlay = true;
  }

  pause() {
    this.#wantsPlay = false;
    if (this.#view) this.#picture.act((view) => view.pause());
  }

  load(source) {
    return this.#take(read(source));
  }

  // Of several asked for at once the last one wins, whichever answers first.
  async #take(coming) {
    const turn = ++this.#loads;
    const own = await coming.catch((error) => Promise.reject(asError(error)));
    if (turn !== this.#loads) return;
    if (!this.#view) return this.#startWith(own);
    try {
      this.#view.load(own?.pack ?? (await opening(languageOf(this))));
    } catch (thrown) {
      const error = asError(thrown);
      if (thrown instanceof WebAssembly.RuntimeError) this.#fail(error);
      throw error;
    }
    this.#own = own;
    this.#home = this.#view.date;
    this.#offer();
    this.#speak();
  }

  #startWith(own) {
    this.#own = own;
    this.#run = undefined;
    this.#renew();
    if (this.isConnected) this.#start();
    return this.ready;
  }

  #renew() {
    if (this.#ready.settled) this.#ready = deferred();
  }

  #startWhenNear() {
    const near = ([entry]) => entry.isIntersecting && (observer.disconnect(), this.#start());
    const observer = new IntersectionObserver((entries) => near(entries.slice(-1)), { rootMargin: "200px" });
    observer.observe(this);
    this.#life.signal.addEventListener("abort", () => observer.disconnect());
  }

  async #start() {
    if (this.#run || this.#view) return;
    const run = (this.#run = {});
    if (this.#life.signal.aborted) this.#life = new AbortController();
    this.#renew();
    try {
      const lang = languageOf(this);
      const own = this.#own ?? (this.src ? read(this.src) : undefined);
      const data = own ? Promise.resolve(own).then(({ pack }) => pack) : opening(lang);
      const [{ View }, ground, pack] = await Promise.all([engine(), land(), data]);
      if (run !== this.#run) return;
      this.#own = await own;
      this.#show(new View(pack, ground, lang), lang);
    } catch (error) {
      if (run === this.#run) this.#fail(error);
    }
  }

  // All in one task, so that no half-made picture is ever painted.
  #show(view, lang) {
    this.#view = view;
    this.#home = view.date;
    for (const name of STATE) {
      if (this.hasAttribute(name)) this.#put(name, this.getAttribute(name));
    }
    this.#furniture = new Furniture((wish) => this.#grant(wish));
    this.#offer();
    this.#slot.hidden = true;
    this.shadowRoot.append(this.#furniture.root, this.#furniture.sense);
    const hooks = { changed: (flags) => this.#follow(flags), failed: (error) => this.#fail(error) };
    this.#picture = new Picture(view, this.#furniture, hooks);
    this.#furniture.label(view, lang);
    this.#picture.connect(this.#life.signal, this.theme);
  }

  // After each frame.
  #follow(flags) {
    if (!this.#stands) return this.#stand();
    this.#furniture.update(this.#view, flags);
    if (flags & GEOMETRY && this.#furniture.zoomed) this.#refine();
    this.#stale ||= Boolean(flags & (DAY | SELECTION));
    const settled = !this.#picture.busy && !this.#view.playing;
    if (this.#stale && settled) this.#reflect();
    if (settled) this.#stale = false;
    if (flags & DAY) this.#emit("mali-change", { date: this.date, bases: this.#furniture.shown.map(brief) });
    if (flags & SELECTION) this.#emit("mali-select", { base: this.base, event: this.event });
  }

  // The land of the first view is too coarse nearer by. Without a finer one it stays.
  async #refine() {
    const view = this.#view;
    if (this.#refined === view) return;
    this.#refined = view;
    try {
      const ground = await landNear();
      if (view !== this.#view) return;
      view.refine(ground);
      this.#picture.request();
    } catch (error) {
      this.#refined = undefined; // The next step nearer asks again.
      console.warn(`mali-bases: no finer land: ${asError(error).message}`);
    }
  }

  #stand() {
    this.#stands = true;
    this.#furniture.update(this.#view, ~0);
    this.#ready.resolve();
    this.#emit("mali-ready", {});
    if (this.#wantsPlay) this.play();
    this.#wantsPlay = false;
    if (!this.#own) this.#speakOnceSeen();
  }

  // What the reader asks for through a button.
  #grant(wish) {
    const base = this.base;
    this.#picture.act((view) => {
      if (wish.play) view.playing ? view.pause() : view.play();
      if (wish.speed) view.nextSpeed();
      if (wish.step) view.step(wish.step);
      if ("zoom" in wish) view.zoom(wish.zoom);
      if (wish.base) view.setBase(wish.base === view.base ? undefined : wish.base);
      if (wish.event) view.setEvent(wish.event);
      if ("focus" in wish) view.focusBase(wish.focus);
      if (wish.close) view.key("Escape", false, false);
    });
    if (wish.close) this.#furniture?.focusBase(base);
    if (wish.play || wish.speed || "zoom" in wish || "focus" in wish) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#furniture?.announce(), ANNOUNCE_AFTER_MS);
  }

  #setState(name, value) {
    if (!this.#view) setOrRemove(this, name, value);
    else if (this.#apply(name, value)) this.#reflect();
  }

  // A key in the same frame may undo what is set here: the attributes are looked at again after it.
  #apply(name, value) {
    const done = this.#picture.act(() => this.#put(name, value));
    this.#stale ||= Boolean(done);
    return done;
  }

  #put(name, value) {
    const wanted = value || undefined;
    if (name === "base") return this.#view.setBase(wanted);
    if (name === "event") return this.#view.setEvent(wanted);
    return this.#view.setDate(String(wanted ?? this.#home));
  }

  #reflect() {
    this.#reflecting = true;
    for (const name of STATE) setOrRemove(this, name, this[name]);
    this.#reflecting = false;
  }

  // The first picture comes first: what it can do without waits until it is seen.
  async #speakOnceSeen() {
    const view = this.#view;
    const settle = this.#furniture.panel.wait();
    await painted();
    if (view === this.#view && !this.#own) this.#speak();
    settle();
  }

  // In the language of the page. The bundled data comes in one at a time, and to the first picture without
  // what only the panel tells: the rest is fetched, and until it is there what stands stays.
  async #speak() {
    const [view, lang, own] = [this.#view, languageOf(this), this.#own];
    const settle = this.#furniture.panel.wait();
    try {
      const words = own ? undefined : await whole(lang);
      if (view !== this.#view || own !== this.#own || lang !== languageOf(this)) return;
      if (words) view.tell(words, lang);
      this.#picture.act(() => {
        view.setLang(lang);
        this.#furniture.label(view, lang);
        this.#furniture.update(view, ~0);
      });
      this.#picture.refit();
    } catch (error) {
      this.#complain(asError(error));
    } finally {
      settle();
    }
  }

  // The data as files to download, from the document that it was made from.
  #offer() {
    const own = this.#own;
    this.#furniture.downloads.show(own ? async () => JSON.parse(own.text) : bundled);
  }

  #replaceSource(source) {
    if (this.#view) {
      this.#take(source ? read(source) : Promise.resolve()).catch((error) => this.#complain(error));
      return;
    }
    this.#own = undefined;
    this.#loads += 1; // What `load` was given before is out of date.
    if (this.#run || this.#ready.settled) {
      this.#run = undefined;
      if (this.isConnected) this.#start();
    }
  }

  #fail(thrown) {
    const error = asError(thrown);
    this.#life.abort();
    this.#run = this.#own = undefined;
    this.#dismantle();
    this.#renew();
    this.#ready.reject(error);
    this.#complain(error);
  }

  #complain(error) {
    this.#emit("mali-error", { message: error.message, problems: error.problems });
  }

  // Back to the children the page put in.
  #dismantle() {
    const view = this.#view;
    this.#view = this.#picture = undefined;
    this.#furniture?.root.remove();
    this.#furniture?.sense.remove();
    this.#furniture = undefined;
    this.#stands = this.#stale = false;
    this.#slot.hidden = false;
    try {
      view?.free();
    } catch {
      // A View that trapped in the middle of a call cannot be freed; there is nothing left to do.
    }
  }

  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}

function brief({ id, name, state }) {
  return { id, name, state };
}
