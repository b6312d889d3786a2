// The static picture of what is shown, made by a press that has the dataset in it. It draws nothing itself,
// and lets the press go.

import { measureText } from "./letters.js";

// Layouts narrower or broader than these are none that a reader would keep.
const NARROWEST = 320;
const BROADEST = 1280;

const SHARP = 2; // Pixels to a CSS px, where nothing else is asked for.

// As SVG, as text.
export const svg = (press, shown) =>
  printed(press, shown, (width, height) => press.svg(width, height));

// Letters cannot be read in a smaller one, and browsers make no canvas that is broader or higher than the other.
const LEAST_PIXELS = 100;
const MOST_PIXELS = 16_384;

// As PNG, so many pixels broad.
export const png = (press, shown, { width: wanted } = {}) =>
  printed(press, shown, async (width, height) => {
    const scale = wanted === undefined ? SHARP : wanted / width;
    if (!(width * scale >= LEAST_PIXELS && Math.max(width, height) * scale <= MOST_PIXELS)) {
      throw new RangeError(`a picture ${wanted} pixels broad cannot be made: from ${LEAST_PIXELS} to ${MOST_PIXELS}, its height too`);
    }
    const canvas = document.createElement("canvas");
    press.draw(canvas, Math.round(width * scale), Math.round(height * scale), scale);
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
    if (!blob) throw new Error("the browser makes no PNG of this canvas");
    return blob;
  });

// shown: { room, date, base, event, headline, look }, the room in CSS px.
async function printed(press, { room, date, base, event, headline, look }, print) {
  try {
    const { font, forced, more, colors } = look;
    press.style(font, headline, measureText(font, press.constructor.alphabet()));
    press.paint(forced, more, colors);
    press.show(date, base, event);
    const width = Math.round(Math.min(Math.max(room, NARROWEST), BROADEST));
    return await print(width, press.height(width));
  } finally {
    press.free();
  }
}
