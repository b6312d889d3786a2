// What is to be shown: the bundled data or a dataset that the page brings, with all that the first
// picture needs besides. Of several datasets the one asked for last counts, and calls off those before. It
// must not know the element, nor what becomes of what it gets.
//
// Data is { frame, runs, document, src }: packed, the long part apart, and the document it was made from,
// which the bundled data has not, with the address that the page named. Who shows it takes the packed parts out.

import { engine, land, opening, read } from "./loader.js";

export class Supply {
  // The page's own dataset as it is shown; undefined for the bundled one. It outlives the picture: the
  // element may be taken out and put back.
  own;

  #told;
  #heard = []; // The readings under way; the last one is told of.
  #start = new AbortController();
  #call = new AbortController();

  // `told` hears how far a reading is, 0 to 1, and undefined when none is under way.
  constructor(told) {
    this.#told = told;
  }

  // What `Session` is made of, all asked for at once.
  async first(src, lang) {
    const { signal } = this.#start;
    const { own } = this;
    const source = own?.document ?? src;
    const coming = own?.frame ? own : source ? this.#read(source, signal, own ? own.src : src) : bundled(lang);
    const [{ View }, ground, data] = await Promise.all([engine(), land(), coming]);
    return { View, ground, data, lang };
  }

  // The start is given up, or begun again.
  halt() {
    this.#start.abort();
    this.#start = new AbortController();
  }

  // What a page hands over: an object, its text, or its address. Nothing if meanwhile another was asked for.
  given(source) {
    return this.#last((signal) => this.#read(source, signal));
  }

  // What lies at an address, or without one the bundled data, which has one language.
  named(src, lang) {
    return this.#last((signal) => (src ? this.#read(src, signal, src) : bundled(lang)));
  }

  // What was given or asked for before is out of date.
  forget() {
    this.own = undefined;
    this.halt();
    this.#call.abort();
  }

  async #last(get) {
    this.#call.abort();
    const { signal } = (this.#call = new AbortController());
    try {
      const data = await get(signal);
      return signal.aborted ? discard(data) : data;
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  async #read(source, signal, src) {
    const reading = { share: 0 };
    this.#heard.push(reading);
    const tell = () => this.#told(this.#heard.at(-1)?.share);
    tell();
    try {
      const told = (share) => ((reading.share = share), tell());
      return { ...(await read(source, told, signal)), src };
    } finally {
      this.#heard.splice(this.#heard.indexOf(reading), 1);
      tell();
    }
  }
}

// Data that nobody will show: the long part lies in the module's memory.
export function discard(data) {
  data.runs?.free();
  data.frame = data.runs = undefined;
}

const bundled = async (lang) => ({ frame: await opening(lang) });
