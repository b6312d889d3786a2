// A graphic's day and selection in the fragment of the page's address, beside whatever else is in there:
// `#mali-bases=1;date=2021-12-14;base=gao`, or `mali-bases.ID=…` for an element with an id. It is read from
// any page's address, and written only where the page asks for that.

const VERSION = "1";
const NAMES = ["date", "base", "event"];

// A browser takes only so many changes of an address; a hand that stepped rests before the next.
const REST_MS = 300;

// On one page no two have the same.
const taken = new Set();

export class Permalink {
  #key;
  #timer;

  // `id` as the page gave it; without one the first such element has the plain name, the next a number.
  constructor(id) {
    const own = id ? `mali-bases.${encodeURIComponent(id)}` : "mali-bases"; // As an address has it.
    for (let number = 2, key = own; !this.#key; key = `${own}.${number++}`) if (!taken.has(key)) this.#key = key;
    taken.add(this.#key);
  }

  // The state in the address: { date, base, event }, nothing if there is none of this version.
  read() {
    const part = parts().find((part) => part.startsWith(`${this.#key}=`));
    const [version, ...pairs] = decoded(part?.slice(this.#key.length + 1)).split(";");
    if (version !== VERSION) return undefined;
    const state = Object.fromEntries(pairs.map((pair) => pair.split("=")));
    return Object.fromEntries(NAMES.map((name) => [name, state[name] || null]));
  }

  // Calls back with a state that comes by back, forward or a link; what `write` does no browser tells.
  watch(changed, signal) {
    const look = () => {
      const state = this.read();
      if (state) changed(state);
    };
    addEventListener("hashchange", look, { signal });
    signal.addEventListener("abort", () => clearTimeout(this.#timer));
  }

  // Once, when the hand rests.
  write(state) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#write(state), REST_MS);
  }

  #write(state) {
    const address = this.address(state);
    if (address === location.href) return;
    try {
      history.replaceState(history.state, "", address);
    } catch {
      // A frame without an origin has no address of its own to write.
    }
  }

  // The page's address with a state in it.
  address(state) {
    const pairs = NAMES.filter((name) => state[name]).map((name) => `${name}=${state[name]}`);
    const own = `${this.#key}=${[VERSION, ...pairs].join(";")}`;
    const others = parts().filter((part) => part && !part.startsWith(`${this.#key}=`));
    return Object.assign(new URL(location.href), { hash: [...others, own].join("&") }).href;
  }

  end() {
    clearTimeout(this.#timer);
    taken.delete(this.#key);
  }
}

const parts = () => location.hash.slice(1).split("&");

// What somebody typed may be no encoded text.
function decoded(text = "") {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
