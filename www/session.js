// One run of the graphic, from the first picture until it is taken down: a View, its picture and the
// furniture around it. It passes wishes to the View, and fetches what the View lacks by then: words and
// finer land. It must not know attributes, nor the page that it stands in.

import { BASES, DAY, GEOMETRY } from "./flags.js";
import { Furniture } from "./furniture.js";
import { painted } from "./host.js";
import { asError, bundled, desk, exporter, landNear, pressed, stills, whole } from "./loader.js";
import { Picture } from "./picture.js";

export class Session {
  #view;
  #furniture = new Furniture((wish) => this.#grant(wish));
  #picture;
  #hooks;
  #own; // The document of the page's own dataset, if it is what is shown.
  #home; // The dataset's own first date.
  #stands = false;
  #refined = false; // The View has, or waits for, the finer land.
  #life = new AbortController();
  #worded = false; // The View has all words of what is shown.
  #moved = false; // The day ran, by itself or under a hand, and has not been told since.

  // Made of what `Supply` got first, and of a state as pairs of name and value. hooks: language() answers
  // which one to speak; stands() after the first frame, changed(flags) after each later one, lacks(error)
  // when there are no words, failed(error) when the View throws, unknown(name, value) when there is nothing of
  // that name; shared() answers what else the page says of it.
  constructor({ View, ground, data, lang }, state, hooks) {
    this.#view = new View(...taken(data), ground, lang);
    this.#hooks = hooks;
    this.#show(data);
    for (const [name, value] of state) this.#put(name, value);
    this.#furniture.label(this.#view, lang);
  }

  // Puts it up in a shadow root, all in one task, so that no half-made picture is ever painted. Only then
  // it takes wishes.
  begin(root, signal, theme) {
    const { failed } = this.#hooks;
    root.append(this.#furniture.root, this.#furniture.sense);
    this.#picture = new Picture(this.#view, this.#furniture, { changed: (flags) => this.#follow(flags), failed });
    this.connect(signal, theme);
  }

  // Listens until the signal says stop, and again with another one: the element moved.
  connect(signal, theme) {
    signal.addEventListener("abort", () => (this.#furniture.announcer.hush(), this.#furniture.text.rest()));
    this.#followText();
    this.#picture.connect(signal, theme);
    if (this.#furniture.root.lang !== this.#hooks.language()) this.speak();
  }

  // Takes it down.
  end() {
    this.#life.abort();
    this.#furniture.root.remove();
    this.#furniture.sense.remove();
    try {
      this.#view.free();
    } catch {
      // A View that trapped in the middle of a call cannot be freed; there is nothing left to do.
    }
  }

  // `date`, `base` or `event`, null where nothing is chosen.
  get(name) {
    return this.#view[name] ?? null;
  }

  // The same; nothing chooses none, and the dataset's own first date. Whether there is such a one.
  set(name, value) {
    return this.#picture.act(() => this.#put(name, value));
  }

  get #over() {
    return this.#life.signal.aborted;
  }

  get #state() {
    const { date, base, event } = this.#view;
    return { date, base, event };
  }

  set theme(theme) {
    this.#picture.theme = theme;
  }

  get bases() {
    return this.#view.bases();
  }

  // The bases as of the last frame.
  get shown() {
    return this.#furniture.bases.shown;
  }

  get playing() {
    return this.#view.playing;
  }

  // Neither a gesture nor playback is under way.
  get settled() {
    return !this.#picture.busy && !this.#view.playing;
  }

  play() {
    this.#picture.act((view) => view.play());
  }

  pause() {
    this.#picture.act((view) => view.pause());
  }

  // What is shown as a static picture, `svg` as text or `png` as a blob.
  async still(kind, options) {
    const { root, headline } = this.#furniture;
    const { look } = this.#picture;
    const shown = { ...this.#state, look, room: root.clientWidth, headline: getComputedStyle(headline).fontFamily };
    const [make, press] = await Promise.all([stills(), pressed(this.#own, this.#hooks.language(), this.#life.signal)]);
    return make[kind](press, shown, options);
  }

  // Another dataset that `Supply` got. If the View refuses it, what stood before stays.
  load(data) {
    try {
      this.#view.load(...taken(data));
    } catch (thrown) {
      if (thrown instanceof WebAssembly.RuntimeError) this.#hooks.failed(thrown);
      throw thrown;
    }
    this.#show(data);
    this.speak();
  }

  // In the language of the page. The bundled data comes in one at a time, and to the first picture without
  // what only the panel tells: the rest is fetched, and until it is there what stands stays.
  async speak() {
    const [own, lang] = [this.#own, this.#hooks.language()];
    const settle = this.#furniture.panel.wait();
    try {
      const words = own ? undefined : await whole(lang);
      if (this.#over || own !== this.#own) return;
      if (lang !== this.#hooks.language()) return await this.speak(); // Nobody tells of a `lang` further out.
      if (words) this.#view.tell(words, lang);
      this.#picture.act((view) => {
        view.setLang(lang);
        this.#furniture.label(view, lang);
        this.#furniture.update(view, ~0);
      });
      this.#picture.refit();
      this.#worded = true;
      this.#followText();
    } catch (error) {
      this.#hooks.lacks(error);
    } finally {
      settle();
    }
  }

  // The first picture comes first: what it can do without waits until it is seen.
  async #speakOnceSeen() {
    const settle = this.#furniture.panel.wait();
    await painted();
    if (!this.#over && !this.#own) this.speak();
    settle();
  }

  // Files are made of the document that the data was made from.
  #show({ document, src }) {
    this.#own = document;
    this.#worded = Boolean(document);
    this.#furniture.text.forget();
    this.#home = this.#view.date;
    const files = { document: document ? async () => JSON.parse(await document.text()) : bundled, exporter, desk };
    const shown = () => ({ ...this.#hooks.shared(), ...this.#state, bases: this.bases, own: document, src });
    this.#furniture.data.offer(files);
    this.#furniture.share.offer({ ...files, shown, still: (kind) => this.still(kind) });
  }

  #put(name, value) {
    const wanted = value || undefined;
    const set = { base: "setBase", event: "setEvent", date: "setDate" }[name];
    const done = this.#view[set](name === "date" ? String(wanted ?? this.#home) : wanted);
    if (!done) this.#hooks.unknown(name, wanted);
    return done;
  }

  // After each frame.
  #follow(flags) {
    if (!this.#stands) return this.#stand();
    this.#furniture.update(this.#view, flags);
    if (flags & BASES) this.#furniture.hear(this.playing);
    this.#rest(flags);
    if (flags & GEOMETRY && this.#furniture.zoomed) this.#refine();
    this.#hooks.changed(flags);
  }

  // What waits until neither a hand nor playback moves the day.
  #rest(flags) {
    const { panel, announcer } = this.#furniture;
    if (!this.settled) {
      if (flags & DAY) panel.hold();
      const hushed = !this.playing && announcer.hush();
      this.#moved ||= hushed || Boolean(flags & DAY);
      return;
    }
    if (this.#moved) this.#furniture.announce();
    if (this.#moved || flags & DAY) this.#followText();
    this.#moved = false;
  }

  // Not before all words are there.
  #followText() {
    if (this.#worded) this.#furniture.text.follow((ask) => this.#ask(ask));
  }

  #ask(ask) {
    if (this.#over) return undefined;
    try {
      return ask(this.#view);
    } catch (thrown) {
      this.#hooks.failed(asError(thrown));
    }
  }

  #stand() {
    this.#stands = true;
    this.#furniture.update(this.#view, ~0);
    this.#furniture.hear(false);
    this.#hooks.stands();
    if (this.#own) this.#followText();
    else this.#speakOnceSeen();
  }

  // The land of the first view is too coarse nearer by. Without a finer one it stays.
  async #refine() {
    if (this.#refined) return;
    this.#refined = true;
    try {
      const ground = await landNear();
      if (this.#over) return;
      this.#view.refine(ground);
      this.#picture.request();
    } catch (error) {
      this.#refined = false; // The next step nearer asks again.
      console.warn(`mali-bases: no finer land: ${asError(error).message}`);
    }
  }

  // What the reader asks for through a button.
  #grant(wish) {
    if (this.#over) return;
    this.#furniture.panel.release();
    if (wish.play) this.#furniture.announcer.hush();
    const base = this.#view.base;
    this.#picture.press((view) => {
      if (wish.play) view.playing ? view.pause() : view.play();
      if (wish.speed) view.nextSpeed();
      if (wish.step) view.step(wish.step);
      if ("zoom" in wish) view.zoom(wish.zoom);
      if (wish.day) view.setDate(wish.day);
      if (wish.base) view.setBase(wish.toggle && wish.base === view.base ? undefined : wish.base);
      if (wish.event) view.setEvent(wish.event);
      if ("focus" in wish) view.focusBase(wish.focus);
      if (wish.close) view.key("Escape", false, false);
    });
    if (wish.close) this.#furniture.handBack(base);
    if (wish.play || wish.speed || "zoom" in wish || "focus" in wish) return;
    this.#furniture.announce();
  }
}

// The packed parts are the View's alone: they may be long.
function taken(data) {
  const { frame, runs } = data;
  data.frame = data.runs = undefined;
  return [frame, runs];
}
