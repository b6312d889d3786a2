// What is to be shown: the bundled data or a dataset that the page brings, with all that the first
// picture needs besides. Of several datasets the one asked for last counts, whichever is there first. It
// must not know the element, nor what becomes of what it gets.

import { engine, land, opening, read } from "./loader.js";

export class Supply {
  // The page's own dataset as it is shown, packed, and its text; undefined for the bundled one. It
  // outlives the picture: the element may be taken out and put back.
  own;

  #turn = 0;

  // What `Session` is made of, all asked for at once. The bundled dataset has one language.
  async first(src, lang) {
    const coming = this.own ?? (src ? read(src) : undefined);
    const packed = coming ? Promise.resolve(coming).then(({ pack }) => pack) : opening(lang);
    const [{ View }, ground, pack] = await Promise.all([engine(), land(), packed]);
    return { View, ground, pack, own: await coming, lang };
  }

  // What a page hands over: an object, its text, or its address.
  given(source, lang) {
    return this.#last(read(source), lang);
  }

  // What lies at an address, or without one the bundled data.
  named(src, lang) {
    return this.#last(src ? read(src) : undefined, lang);
  }

  // What was given or asked for before is out of date.
  forget() {
    this.own = undefined;
    this.#turn += 1;
  }

  // Nothing if meanwhile another was asked for.
  async #last(coming, lang) {
    const turn = ++this.#turn;
    const own = await coming;
    const pack = own?.pack ?? (await opening(lang));
    return turn === this.#turn ? { pack, own } : undefined;
  }
}
