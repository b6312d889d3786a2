// Runs in the page before anything else: notes what happens there, and reads the picture. It changes
// nothing that the graphic could notice.

(() => {
  const notes = { faults: [], events: [], asked: 0 };
  const nextFrame = window.requestAnimationFrame.bind(window);

  window.requestAnimationFrame = (callback) => {
    notes.asked += 1;
    return nextFrame(callback);
  };

  addEventListener("error", (event) => notes.faults.push(`error: ${event.message}`));
  addEventListener("unhandledrejection", (event) => notes.faults.push(`unhandled: ${event.reason}`));
  addEventListener("securitypolicyviolation", (event) => {
    notes.faults.push(`policy: ${event.violatedDirective} ${event.blockedURI}`);
  });

  for (const type of ["mali-ready", "mali-change", "mali-select", "mali-error"]) {
    document.addEventListener(type, ({ target, detail, composed }) => {
      // Of all callbacks of one frame this clock shows the same.
      const frame = document.timeline.currentTime;
      notes.events.push({ type, id: target.id, detail, composed, frame });
    });
  }

  // Listeners on what outlives the element.
  const listening = new Set();
  const isShared = (target) =>
    target === window || target === document || target instanceof MediaQueryList || !target;
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  const same = (a) => (b) => a.target === b.target && a.type === b.type && a.listener === b.listener;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    if (isShared(this)) {
      const entry = { target: this, type, listener };
      listening.add(entry);
      options?.signal && add.call(options.signal, "abort", () => listening.delete(entry));
    }
    return add.call(this, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    for (const entry of [...listening].filter(same({ target: this, type, listener }))) {
      listening.delete(entry);
    }
    return remove.call(this, type, listener, options);
  };

  // Observers that still watch something.
  const watching = new Set();
  for (const name of ["ResizeObserver", "IntersectionObserver", "MutationObserver"]) {
    window[name] = class extends window[name] {
      observe(...given) {
        watching.add(this);
        super.observe(...given);
      }
      disconnect() {
        watching.delete(this);
        super.disconnect();
      }
    };
  }

  const element = (index = 0) => document.querySelectorAll("mali-bases")[index];
  // By its name; "base:gao" is the button of a base.
  function part(name, index) {
    const [word, id] = name.split(":");
    const which = id ? `[data-base="${id}"]` : "";
    return element(index).shadowRoot.querySelector(`[part~="${word}"]${which}`);
  }

  // The layers of a pane, canvases or an svg of boxes, each as a canvas.
  function layers(pane, index) {
    const nodes = [...part(pane, index).querySelector("canvas").parentElement.children];
    const { width, height } = nodes[0];
    return nodes.map((node) => (node instanceof HTMLCanvasElement ? node : boxes(node, width, height)));
  }

  function boxes(svg, width, height) {
    const sheet = Object.assign(document.createElement("canvas"), { width, height });
    const context = sheet.getContext("2d", { willReadFrequently: true });
    const { width: across, height: down } = svg.viewBox.baseVal;
    context.scale(width / across, height / down);
    for (const box of svg.children) {
      const { fill, fillOpacity } = getComputedStyle(box);
      [context.fillStyle, context.globalAlpha] = [fill, fillOpacity];
      const [x, y, w, h] = ["x", "y", "width", "height"].map((name) => Number(box.getAttribute(name)));
      context.fillRect(x, y, w, h);
    }
    return sheet;
  }

  // All of them as one picture.
  function picture(pane, index) {
    const sheets = layers(pane, index);
    const whole = document.createElement("canvas");
    [whole.width, whole.height] = [sheets[0].width, sheets[0].height];
    const context = whole.getContext("2d", { willReadFrequently: true });
    for (const sheet of sheets) context.drawImage(sheet, 0, 0);
    return context.getImageData(0, 0, whole.width, whole.height);
  }

  const css = (data, at) => `rgb(${data[at]} ${data[at + 1]} ${data[at + 2]})`;

  // How many pixels of which color the column of a pane has, as it stands on a page of that color.
  function colorsOn(ground, pane, x, index) {
    const sheets = layers(pane, index);
    const [column, height] = [Math.round(x * devicePixelRatio), sheets[0].height];
    const context = Object.assign(document.createElement("canvas"), { width: 1, height }).getContext("2d");
    context.fillStyle = ground;
    context.fillRect(0, 0, 1, height);
    for (const sheet of sheets) context.drawImage(sheet, -column, 0);
    const { data } = context.getImageData(0, 0, 1, height);
    const counts = {};
    for (let at = 0; at < data.length; at += 4) counts[css(data, at)] = (counts[css(data, at)] ?? 0) + 1;
    return counts;
  }

  // How many pixels of which color a square of a pane has; place and reach in CSS px.
  function colors(pane, { x, y }, reach, index) {
    const { data, width, height } = picture(pane, index);
    const px = (length) => Math.round(length * devicePixelRatio);
    const counts = {};
    for (let row = Math.max(0, px(y - reach)); row < Math.min(height, px(y + reach)); row += 1) {
      for (let column = Math.max(0, px(x - reach)); column < Math.min(width, px(x + reach)); column += 1) {
        const color = css(data, (row * width + column) * 4);
        counts[color] = (counts[color] ?? 0) + 1;
      }
    }
    return counts;
  }

  // The stretches of a column of a pane that have one of these colors, CSS px.
  function runs(pane, x, wanted, index) {
    const { data, width, height } = picture(pane, index);
    const column = Math.round(x * devicePixelRatio);
    const found = [];
    let open;
    for (let row = 0; row < height; row += 1) {
      const color = css(data, (row * width + column) * 4);
      if (!wanted.includes(color)) open = undefined;
      else if (open?.color === color) open.rows += 1;
      else found.push((open = { color, first: row, rows: 1 }));
    }
    return found.map(({ color, first, rows }) => ({
      color,
      middle: (first + rows / 2) / devicePixelRatio,
      length: rows / devicePixelRatio,
    }));
  }

  // Of every pixel of both panes one number.
  function fingerprint(index) {
    let hash = 2166136261;
    for (const pane of ["map", "timeline"]) {
      const { data, width, height } = picture(pane, index);
      for (const value of [width, height]) hash = Math.imul(hash ^ value, 16777619);
      for (const pixel of new Uint32Array(data.buffer)) hash = Math.imul(hash ^ pixel, 16777619);
    }
    return hash >>> 0;
  }

  // All a reader gets.
  function reading(index) {
    const { date, base, event, bases } = element(index);
    const text = (name) => part(name, index).textContent;
    const spoken = part("slider", index).getAttribute("aria-valuetext");
    const value = part("slider", index).value;
    const words = ["headline", "date", "count", "panel"].map(text);
    return { date, base, event, bases, words, spoken, value, pixels: fingerprint(index) };
  }

  async function frames(count) {
    for (let left = count; left > 0; left -= 1) await new Promise(nextFrame);
  }

  // Whether every graphic has the words of its panel, and what is folded in it.
  const told = () =>
    [...document.querySelectorAll("mali-bases")].every(
      ({ shadowRoot }) => !shadowRoot?.querySelector("[part~=panel][aria-busy], .sources:not(:has(li))"),
    );

  // Until the graphic asks for no more frames, and its panel has told all: a pulse has run out. What plays is not waited for.
  async function rest() {
    let [before, still] = [notes.asked, 0];
    for (let left = 200; left > 0 && still < 3; left -= 1) {
      await frames(1);
      still = notes.asked === before && told() ? still + 1 : 0;
      before = notes.asked;
    }
  }

  function listeners() {
    return [...listening].map(({ target, type }) => `${target?.constructor.name ?? "Window"} ${type}`);
  }

  const observers = () => [...watching].map((observer) => Object.getPrototypeOf(observer).constructor.name);

  // Whether a file has come, by the name that it is built under.
  const hasCome = (file) =>
    performance.getEntriesByType("resource").some(({ name }) => {
      const [last] = new URL(name).pathname.split("/").slice(-1);
      return last.replace(/-[\w-]{10}(?=\.)/, "") === file;
    });

  window.probe = {
    notes, element, part, layers, picture, colors, colorsOn, runs, reading, frames, rest, told, listeners,
    observers, hasCome,
  };
})();
