// What the page and the reader's settings want of the picture: font, colors, theme, motion. It reads
// computed styles and says when to read again; what becomes of the colors is the View's business.

// The sense is an element that is never seen: each of its borders has one of the page's colors (see
// the style sheet), clear where there is none. A change of them, of the page's text color or of its
// font, wherever it comes from, starts a transition there, which is the only thing that tells of it.
const COLORS = {
  text: "borderTopColor",
  accent: "borderRightColor",
  land: "borderBottomColor",
  closed: "borderLeftColor",
};

export class Surroundings {
  theme = "auto";

  #root;
  #sense;
  #changed;
  #dark = matchMedia("(prefers-color-scheme: dark)");
  #still = matchMedia("(prefers-reduced-motion: reduce)");
  #more = matchMedia("(prefers-contrast: more)");
  #forced = matchMedia("(forced-colors: active)");
  #context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });

  constructor(root, sense, changed) {
    this.#root = root;
    this.#sense = sense;
    this.#changed = changed;
  }

  watch(signal) {
    const options = { signal };
    for (const query of [this.#dark, this.#still, this.#more, this.#forced]) {
      query.addEventListener("change", this.#changed, options);
    }
    this.#sense.addEventListener("transitionrun", this.#changed, options);
    // The ground may belong to any element around, and fade from one color to another.
    const isAround = (node) => node.contains?.(this.#root.getRootNode().host);
    addEventListener("transitionend", ({ target }) => isAround(target) && this.#changed(), options);
  }

  // Colors are 0xRRGGBB, -1 where the page has no wish: the ground, text, accent, land, and what is closed.
  // Paper is white: of the page's colors it takes the accent alone.
  read(onPaper) {
    const root = this.#root;
    const dark = this.theme === "dark" || (this.theme !== "light" && this.#dark.matches);
    root.classList.toggle("dark", dark && !onPaper);
    const ground = this.#flat("white", ...groundsBehind(root));
    const style = getComputedStyle(this.#sense);
    const colors = Object.entries(COLORS).map(([name, border]) => [name, this.#wish(style[border], ground)]);
    const { text, accent, land, closed } = Object.fromEntries(colors);
    return {
      font: getComputedStyle(root).fontFamily,
      still: this.#still.matches,
      more: this.#more.matches,
      forced: this.#forced.matches && !onPaper,
      colors: onPaper ? [ground, -1, accent, -1, -1] : [ground, text, accent, land, closed],
    };
  }

  #wish(color, ground) {
    this.#context.clearRect(0, 0, 1, 1);
    const [, , , alpha] = this.#paint(color);
    return alpha ? this.#flat(`#${ground.toString(16).padStart(6, "0")}`, color) : -1;
  }

  // Colors painted over each other.
  #flat(...colors) {
    const [red, green, blue] = colors.map((color) => this.#paint(color)).at(-1);
    return (red << 16) | (green << 8) | blue;
  }

  // In whichever of CSS's notations: what comes out is sRGB.
  #paint(color) {
    this.#context.fillStyle = color;
    this.#context.fillRect(0, 0, 1, 1);
    return this.#context.getImageData(0, 0, 1, 1).data;
  }
}

// Every ground that a node stands on, from the page inwards.
function groundsBehind(node) {
  const grounds = [];
  for (let at = node; at; at = at.assignedSlot ?? at.parentElement ?? at.getRootNode().host) {
    grounds.unshift(getComputedStyle(at).backgroundColor);
  }
  return grounds;
}
