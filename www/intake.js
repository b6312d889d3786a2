// Reads a dataset that a page brings, in slices so short that the page stays alive however long the
// dataset is. It must not know what is in it but that the long part is the list `events`.

const SLICE_MS = 16;
const READ = 1 << 20; // Bytes asked of a blob at once.
const PIECE = 1 << 15; // Bytes, or letters, read without a look at the clock.
const EVENTS = 100; // The same of an object's events.

// The shares of the whole that are over after each step.
const KEPT = 0.2;
const SKIMMED = 0.35;

const channel = new MessageChannel();
const turn = () => new Promise((resolve) => {
  channel.port1.onmessage = resolve;
  channel.port2.postMessage(0);
});

// The document as it was, and its parts packed: { document, frame, runs }. `told` hears how far it is, 0 to
// 1; `signal` calls it off.
export async function intake(source, { desk, Runs, ground, told, signal }) {
  const rest = pace(signal);
  const document = await kept(source, rest, (share) => told(share * KEPT));
  const reading = new desk.Reading(ground);
  let runs;
  try {
    await walk(document, rest, (piece) => reading.skim(piece), (share) => told(KEPT + share * (SKIMMED - KEPT)));
    const count = reading.open();
    if (count === undefined) return await whole(document, desk, ground);
    runs = new Runs(count);
    const pack = (piece) => runs.add(reading.pack(piece));
    await walk(document, rest, pack, (share) => told(SKIMMED + share * (1 - SKIMMED)));
  } catch (error) {
    runs?.free();
    reading.free();
    throw error;
  }
  const frame = reading.close();
  if (frame) return { document, frame, runs };
  runs.free();
  return whole(document, desk, ground);
}

// In one go, as long as that takes: what is of no usual form, or faulty in a way that only shows so.
async function whole(document, desk, ground) {
  return { document, frame: desk.read(await document.text(), ground) };
}

// Lets the page have its turn whenever a slice is over.
function pace(signal) {
  let since = performance.now();
  return async () => {
    if (performance.now() - since > SLICE_MS) {
      await turn();
      since = performance.now();
    }
    signal.throwIfAborted();
  };
}

async function walk(document, rest, each, told) {
  let done = 0;
  for await (const [piece, length] of document instanceof Blob ? read(document) : document.pieces()) {
    each(piece);
    told((done += length) / document.size);
    await rest();
  }
}

// The next bytes are asked for while the last ones are read.
async function* read(blob) {
  let next = blob.slice(0, READ).arrayBuffer();
  for (let at = READ; at < blob.size + READ; at += READ) {
    const bytes = new Uint8Array(await next);
    next = blob.slice(at, at + READ).arrayBuffer();
    for (let from = 0; from < bytes.length; from += PIECE) {
      const piece = bytes.subarray(from, from + PIECE);
      yield [piece, piece.length];
    }
  }
}

// A text in parts, with what `walk` and `whole` ask of a blob: as one it would be copied.
class Written {
  #parts;

  constructor(parts) {
    this.#parts = parts;
    this.size = parts.reduce((sum, part) => sum + part.length, 0);
  }

  async text() {
    return this.#parts.join("");
  }

  *pieces() {
    const bytes = new Uint8Array(3 * PIECE); // As long as a letter can be.
    const encoder = new TextEncoder();
    for (const part of this.#parts) {
      for (let from = 0, read; from < part.length; from += read) {
        // A pair of surrogates is one letter: it is not cut.
        const end = from + PIECE - (/[\uD800-\uDBFF]/.test(part[from + PIECE - 1]) ? 1 : 0);
        const encoded = encoder.encodeInto(part.slice(from, end), bytes);
        ({ read } = encoded);
        yield [bytes.subarray(0, encoded.written), read];
      }
    }
  }
}

// What is there already, an object, a JSON text, or the address of one.
async function kept(source, rest, told) {
  if (source instanceof Blob || source instanceof Written) return source;
  if (typeof source === "string" && /^\s*[[{]/.test(source)) return new Written([source]);
  if (typeof source === "string" || source instanceof URL) return fetched(new URL(source, document.baseURI));
  const parts = [];
  for (const [part, share] of written(source)) {
    parts.push(part);
    told(share);
    await rest();
  }
  return new Written(parts);
}

async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
  return response.blob();
}

// As `JSON.stringify` would, the events a few at a time.
function* written(source) {
  if (!Array.isArray(source?.events) || "toJSON" in source) return yield [JSON.stringify(source) ?? "null", 1];
  let opening = "{";
  for (const [key, value] of Object.entries(source)) {
    const name = `${opening}${JSON.stringify(key)}:`;
    if (key === "events") yield* list(name, value);
    else if (JSON.stringify(value) === undefined) continue;
    else yield [name + JSON.stringify(value), 0];
    opening = ",";
  }
  yield [opening === "{" ? "{}" : "}", 1];
}

function* list(name, events) {
  let opening = `${name}[`;
  for (let from = 0; from < events.length; from += EVENTS) {
    yield [opening + JSON.stringify(events.slice(from, from + EVENTS)).slice(1, -1), from / events.length];
    opening = ",";
  }
  yield [opening === "," ? "]" : `${opening}]`, 1];
}
