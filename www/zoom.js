// Nearer and further on the map: two fingers, or the wheel with the Control key. One finger and the
// plain wheel scroll the page; whoever tries the map with them is told how. It knows no picture.

const WHEEL_STEP = 0.01; // A notch of a wheel is about 100; a pinch on a trackpad sends a few.
const HINT_MS = 1800;
const TRIED_PX = 24;

export class Zoom {
  #map;
  #act;
  #hint;
  #timer;
  #fingers; // Middle and spread of the two, when last seen.
  #first; // Where a single finger came down.

  // `act` is given what to do with the View.
  constructor(map, hint, act) {
    this.#map = map;
    this.#hint = hint;
    this.#act = act;
  }

  // The browser decides on the first event whether it scrolls, so none of these may be passive.
  connect(signal) {
    const options = { signal, passive: false };
    this.#map.addEventListener("wheel", (event) => this.#onWheel(event), options);
    this.#map.addEventListener("touchstart", (event) => this.#onStart(event), options);
    this.#map.addEventListener("touchmove", (event) => this.#onMove(event), options);
    for (const end of ["touchend", "touchcancel"]) {
      this.#map.addEventListener(end, (event) => this.#onEnd(event), { signal });
    }
  }

  #onWheel(event) {
    if (!event.ctrlKey) {
      if (event.deltaMode === 0 && Math.abs(event.deltaY) < 4) return; // The last of a swing.
      this.#tell("wheel");
      return;
    }
    event.preventDefault();
    const { left, top } = this.#map.getBoundingClientRect();
    const pixels = event.deltaY * (event.deltaMode === 1 ? 33 : 1);
    const factor = Math.exp(-Math.max(-60, Math.min(60, pixels)) * WHEEL_STEP);
    this.#act((view) => view.zoomAt(event.clientX - left, event.clientY - top, factor));
  }

  #onStart(event) {
    if (event.touches.length === 2) {
      event.preventDefault();
      this.#first = undefined;
      this.#fingers = this.#measure(event.touches);
    } else if (event.touches.length === 1) {
      const [{ clientX, clientY }] = event.touches;
      this.#first = { x: clientX, y: clientY };
    }
  }

  #onMove(event) {
    if (event.touches.length === 2 && this.#fingers) {
      event.preventDefault();
      const before = this.#fingers;
      const now = (this.#fingers = this.#measure(event.touches));
      this.#act((view) => {
        view.pan(now.x - before.x, now.y - before.y);
        view.zoomAt(now.x, now.y, now.spread / before.spread);
      });
    } else if (this.#first && event.touches.length === 1) {
      const [{ clientX, clientY }] = event.touches;
      const aside = Math.abs(clientX - this.#first.x);
      if (aside < TRIED_PX || aside < Math.abs(clientY - this.#first.y)) return;
      this.#first = undefined;
      this.#tell("touch");
    }
  }

  #onEnd({ touches }) {
    if (touches.length < 2) this.#fingers = undefined;
    if (touches.length === 0) this.#first = undefined;
  }

  #measure([a, b]) {
    const { left, top } = this.#map.getBoundingClientRect();
    return {
      x: (a.clientX + b.clientX) / 2 - left,
      y: (a.clientY + b.clientY) / 2 - top,
      spread: Math.max(1, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY)),
    };
  }

  #tell(how) {
    this.#hint.dataset.how = how;
    this.#hint.hidden = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.#hint.hidden = true), HINT_MS);
  }
}
