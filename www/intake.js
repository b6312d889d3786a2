// Reads a dataset that a page brings, in slices so short that the page stays alive however long the
// dataset is. It must not know what is in it but that the long part is the list `events`.

const SLICE_MS = 16;
const READ = 1 << 20; // Bytes asked of a blob at once.
const PIECE = 1 << 15; // Bytes, or letters, read without a look at the clock.
const EVENTS = 100; // The same of an object's events.

// The shares of the whole that are over after each step.
const KEPT = 0.2;
const SKIMMED = 0.35;

// Several may be under way, on one page or one element: each waits for a message of its own.
const waiting = [];
const channel = new MessageChannel();
channel.port1.onmessage = () => waiting.shift()();
const turn = () =>
  new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(0);
  });

// The document as it was, and its parts packed: { document, frame, runs }. `told` hears how far it is, 0 to
// 1; `signal` calls it off.
export async function intake(source, { desk, Runs, ground, told, signal }) {
  const rest = pace(signal);
  const text = await kept(source, rest, (share) => told(share * KEPT), signal);
  const parts = await inPieces(text, { desk, Runs, ground, told, rest });
  const document = text instanceof Blob ? text : text.blob();
  // What is of no usual form, or faulty in a way that only shows so, is read in one go, however long that takes.
  return { document, ...(parts ?? { frame: desk.read(await document.text(), ground) }) };
}

async function inPieces(text, { desk, Runs, ground, told, rest }) {
  const made = [new desk.Reading(ground)];
  const [reading] = made;
  try {
    await walk(text, rest, (piece) => reading.skim(piece), (share) => told(KEPT + share * (SKIMMED - KEPT)));
    const count = reading.open();
    if (count === undefined) return undefined;
    const runs = new Runs(count);
    made.push(runs);
    const pack = (piece) => runs.add(reading.pack(piece));
    await walk(text, rest, pack, (share) => told(SKIMMED + share * (1 - SKIMMED)));
    await rest(true);
    made.shift(); // To close it is to give it away.
    const frame = reading.close();
    await rest(true);
    return frame && { frame, runs: made.shift() };
  } finally {
    made.forEach(release);
  }
}

// One that trapped in the middle of a call cannot be freed; the trap is what is told.
function release(made) {
  try {
    made?.free();
  } catch {
    // There is nothing left to do.
  }
}

// Lets the page have its turn whenever a slice is over, or now.
function pace(signal) {
  let since = performance.now();
  return async (now = false) => {
    signal.throwIfAborted();
    if (!now && performance.now() - since < SLICE_MS) return;
    await turn();
    since = performance.now();
    signal.throwIfAborted();
  };
}

async function walk(text, rest, each, told) {
  let done = 0;
  for await (const piece of text instanceof Blob ? read(text) : text.parts) {
    each(piece);
    told((done += piece.length) / text.size);
    await rest();
  }
}

// The next bytes are asked for while the last ones are read.
async function* read(blob) {
  const ask = (at) => {
    const bytes = blob.slice(at, at + READ).arrayBuffer();
    bytes.catch(() => {}); // Told where it is waited for, if it still is.
    return bytes;
  };
  let next = ask(0);
  for (let at = READ; at < blob.size + READ; at += READ) {
    const bytes = new Uint8Array(await next);
    next = ask(at);
    for (let from = 0; from < bytes.length; from += PIECE) yield bytes.subarray(from, from + PIECE);
  }
}

// A text as bytes, until it is read: after that it is a blob, which does not lie in the page's memory.
class Written {
  constructor(parts) {
    this.parts = parts;
    this.size = parts.reduce((sum, part) => sum + part.length, 0);
  }

  blob() {
    return new Blob(this.parts);
  }
}

// What is there already, an object, a JSON text, or the address of one.
async function kept(source, rest, told, signal) {
  if (source instanceof Blob) return source;
  const isText = typeof source === "string" && /^\s*[[{]/.test(source);
  if (!isText && (typeof source === "string" || source instanceof URL)) {
    return fetched(new URL(source, document.baseURI), signal);
  }
  const [encoder, bytes] = [new TextEncoder(), []];
  for (const [part, share] of isText ? cut(source) : written(source)) {
    bytes.push(encoder.encode(part));
    told(share);
    await rest();
  }
  return new Written(bytes);
}

// A text in parts; a pair of surrogates is one letter and stays together.
function* cut(text) {
  for (let from = 0, end; from < text.length; from = end) {
    end = from + PIECE - (/[\uD800-\uDBFF]/.test(text[from + PIECE - 1]) ? 1 : 0);
    yield [text.slice(from, end), Math.min(1, end / text.length)];
  }
}

async function fetched(address, signal) {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
  return response.blob();
}

// As `JSON.stringify` would, the events a few at a time.
function* written(source) {
  if (!Array.isArray(source?.events) || "toJSON" in source) return yield* cut(JSON.stringify(source) ?? "null");
  let opening = "{";
  for (const [key, value] of Object.entries(source)) {
    const name = `${opening}${JSON.stringify(key)}:`;
    const text = key === "events" ? "" : JSON.stringify(value);
    if (text === undefined) continue;
    if (key === "events") yield* list(name, value);
    else for (const [part] of cut(name + text)) yield [part, 0];
    opening = ",";
  }
  yield ["}", 1];
}

function* list(name, events) {
  let opening = `${name}[`;
  for (let from = 0; from < events.length; from += EVENTS) {
    yield [opening + JSON.stringify(events.slice(from, from + EVENTS)).slice(1, -1), from / events.length];
    opening = ",";
  }
  yield [opening === "," ? "]" : `${opening}]`, 1];
}
