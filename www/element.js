// <mali-bases>: life cycle, attributes, properties, events. It knows nothing of Mali, draws nothing and
// keeps no state of the picture: that is the session's, and which dataset is shown the supply's.
//
// The properties `date`, `base` and `event` are always current. Their attributes follow when a
// gesture, a key or playback ends: a scrub would otherwise write the page's DOM sixty times a second.

import { styleSheet } from "./sheet.js";
import { DAY, SELECTION } from "./flags.js";
import { deferred, languageOf, setOrRemove, takeOver } from "./host.js";
import { asError, engine } from "./loader.js";
import { Permalink } from "./permalink.js";
import { Progress } from "./progress.js";
import { Session } from "./session.js";
import { home } from "./source.js";
import { Supply, discard } from "./supply.js";

const STATE = ["base", "event", "date"]; // An event brings its day with it, so the date comes last.
const KNOWN = { theme: ["auto", "light", "dark"], loading: ["lazy", "eager"] };
const PROPERTIES = ["date", "base", "event", "theme", "plain", "permalink", "src", "loading"];

const FORMS = {
  date: "a day, YYYY-MM-DD",
  base: "the id of a base, see `bases`",
  event: "the id of an event of the dataset",
};

export class MaliBases extends HTMLElement {
  static observedAttributes = ["date", "base", "event", "lang", "theme", "src", "loading"];

  #slot = document.createElement("slot");
  #ready = deferred();
  #life = new AbortController();
  #progress;
  #supply = new Supply((share) => this.#progress.show(share));
  #run; // The attempt to start that counts; any other is out of date.
  #session;
  #stale = false;
  #reflecting = false;
  #wantsPlay = false;
  #permalink;
  #arrived = false; // Whether the page's address has been read.

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [styleSheet()];
    root.append(this.#slot);
    this.#progress = new Progress(root, async () => (await engine()).View.loading(languageOf(this)));
  }

  connectedCallback() {
    PROPERTIES.forEach((name) => takeOver(this, name));
    this.#permalink ??= new Permalink(this.id);
    this.#live();
    if (this.#session) this.#session.connect(this.#life.signal, this.theme);
    else if (this.loading === "eager") this.#start();
    else this.#startWhenNear();
  }

  // Until it is taken out, or fails.
  #live() {
    this.#life = new AbortController();
    this.#permalink.watch((state) => this.#go(state), this.#life.signal);
  }

  // Moving the element within the page disconnects and connects it in one go: nothing is given up
  // before it is clear that it stays away, and what is set in between is the View's as ever.
  disconnectedCallback() {
    this.#life.abort();
    if (this.#stale) this.#reflect();
    queueMicrotask(() => this.isConnected || this.#leave());
  }

  attributeChangedCallback(name, before, value) {
    if (this.#reflecting || before === value) return;
    if (value && KNOWN[name]?.includes(value) === false) warn(name, value, `one of ${KNOWN[name].join(", ")}`);
    if (name === "src") this.#replaceSource(value);
    else if (name === "loading") value === "eager" && this.isConnected && this.#start();
    else if (!this.#session) return;
    else if (name === "lang") this.#session.speak();
    else if (name === "theme") this.#session.theme = this.theme;
    else this.#apply(name, value);
  }

  get ready() {
    return this.#ready.promise;
  }

  get date() {
    return this.#get("date") ?? "";
  }
  set date(value) {
    this.#set("date", value);
  }

  get base() {
    return this.#get("base");
  }
  set base(value) {
    this.#set("base", value);
  }

  get event() {
    return this.#get("event");
  }
  set event(value) {
    this.#set("event", value);
  }

  get theme() {
    const theme = this.getAttribute("theme");
    return KNOWN.theme.includes(theme) ? theme : "auto";
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

  get permalink() {
    return this.hasAttribute("permalink");
  }
  set permalink(value) {
    this.toggleAttribute("permalink", Boolean(value));
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
    return this.#session?.bases.map(brief) ?? [];
  }

  get playing() {
    return this.#session?.playing ?? false;
  }

  play() {
    if (this.#session) this.#session.play();
    else this.#wantsPlay = true;
  }

  pause() {
    this.#wantsPlay = false;
    this.#session?.pause();
  }

  toSVG() {
    return this.#still("svg");
  }

  toPNG(options) {
    return this.#still("png", options);
  }

  async #still(kind, options) {
    if (!this.isConnected) throw new Error("a graphic that is on no page shows nothing");
    this.#start();
    await this.ready;
    return this.#session.still(kind, options);
  }

  load(source) {
    return this.#take(this.#supply.given(source));
  }

  // With the session that there is by then, or by starting one.
  async #take(coming) {
    try {
      const next = await coming;
      if (!next) return undefined;
      const own = next.document && next;
      if (!this.#session) return this.#startWith(own);
      this.#session.load(next);
      this.#supply.own = own;
    } catch (error) {
      throw asError(error);
    }
  }

  #startWith(own) {
    this.#supply.own = own;
    this.#supply.halt();
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
    if (this.#run || this.#session) return;
    const run = (this.#run = {});
    if (this.#life.signal.aborted) this.#live();
    this.#renew();
    try {
      const first = await this.#supply.first(this.src, languageOf(this));
      if (run === this.#run) this.#show(first);
      else if (first.data !== this.#supply.own) discard(first.data);
    } catch (error) {
      if (run === this.#run) this.#fail(error);
    }
  }

  #show(first) {
    this.#supply.own = first.data.document && first.data;
    const linked = this.#linked();
    const state = STATE.map((name) => [name, linked ? linked[name] : this.getAttribute(name)]);
    this.#session = new Session(first, state.filter(([, value]) => value !== null), {
      language: () => languageOf(this),
      stands: () => this.#stand(),
      changed: (flags) => this.#follow(flags),
      lacks: (error) => this.#complain(error),
      failed: (error) => this.#fail(error),
      unknown: (name, value) => warn(name, value, FORMS[name]),
      shared: () => this.#shared(),
    });
    this.#slot.hidden = true;
    this.#session.begin(this.shadowRoot, this.#life.signal, this.theme);
  }

  // An address that is not kept says what is shown at first, not when the element comes back.
  #linked() {
    const linked = this.permalink || !this.#arrived ? this.#permalink.read() : undefined;
    this.#arrived = true;
    return linked;
  }

  #stand() {
    this.#ready.resolve();
    this.#emit("mali-ready", {});
    if (this.#wantsPlay) this.play();
    this.#wantsPlay = false;
  }

  // After each later frame.
  #follow(flags) {
    const { settled, shown } = this.#session;
    this.#stale ||= Boolean(flags & (DAY | SELECTION));
    if (this.#stale && settled) this.#reflect();
    if (settled) this.#stale = false;
    if (flags & DAY) this.#emit("mali-change", { date: this.date, bases: shown.map(brief) });
    if (flags & SELECTION) this.#emit("mali-select", { base: this.base, event: this.event });
  }

  #get(name) {
    return this.#session ? this.#session.get(name) : this.getAttribute(name);
  }

  #set(name, value) {
    if (!this.#session) setOrRemove(this, name, value);
    else if (this.#apply(name, value)) this.#reflect();
  }

  // A key in the same frame may undo what is set here: the attributes are looked at again after it.
  #apply(name, value) {
    const done = this.#session.set(name, value);
    this.#stale ||= Boolean(done);
    return done;
  }

  #reflect() {
    this.#reflecting = true;
    for (const name of STATE) setOrRemove(this, name, this[name]);
    this.#reflecting = false;
    if (this.permalink) this.#permalink.write(this);
  }

  // How a page elsewhere gets the same.
  #shared() {
    return { link: this.#permalink.address(this), home, lang: languageOf(this), theme: this.theme };
  }

  // Back, forward, or a link within the page.
  #go(state) {
    if (this.#session) for (const name of STATE) this[name] = state[name];
  }

  #replaceSource(src) {
    if (this.#session) {
      this.#take(this.#supply.named(src, languageOf(this))).catch((error) => {
        if (this.#session) this.#complain(error); // What brought it down has been told.
      });
      return;
    }
    this.#supply.forget();
    if (this.#run || this.#ready.settled) {
      this.#run = undefined;
      if (this.isConnected) this.#start();
    }
  }

  #fail(thrown) {
    const error = asError(thrown);
    this.#life.abort();
    this.#run = this.#supply.own = undefined;
    this.#dismantle();
    this.#renew();
    this.#ready.reject(error);
    this.#complain(error);
  }

  #complain(thrown) {
    const { message, problems } = asError(thrown);
    console.error(`mali-bases: ${message}`); // Else a page that does not listen would never know.
    this.#emit("mali-error", { message, problems });
  }

  // It stays away: what is under way for it is given up.
  #leave() {
    this.#permalink.end();
    this.#permalink = this.#run = undefined;
    this.#supply.halt();
    this.#dismantle();
  }

  // Back to the children the page put in.
  #dismantle() {
    const session = this.#session;
    this.#session = undefined;
    this.#stale = false;
    this.#slot.hidden = false;
    session?.end();
  }

  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}

// What changes nothing: a developer has mistyped it, and no reader is to see that.
function warn(name, value, form) {
  console.warn(`mali-bases: ${name} “${value}” should be ${form}`);
}

function brief({ id, name, state }) {
  return { id, name, state };
}
