// A dataset with as many events as asked for, the same ones for the same number: the bundled one with
// its events replaced by made-up ones, evenly strewn over the years.

const CATEGORIES = ["attack", "bases", "military", "politics"];
const SEED = 2012;

export function synthetic(dataset, count) {
  const random = mulberry32(SEED);
  const [first, last] = dataset.meta.span.split("/").map((day) => Date.parse(day));
  const [source] = dataset.sources;
  const event = (_, number) => ({
    id: `event-${number}`,
    date: new Date(first + random() * (last - first)).toISOString().slice(0, 10),
    category: CATEGORIES[Math.floor(random() * CATEGORIES.length)],
    title: both(`Event ${number}`, `Événement ${number}`),
    text: both(`What happened in event ${number}.`, `Ce qui s’est passé, événement ${number}.`),
    sources: [{ source: source.id }],
  });
  return { ...dataset, events: Array.from({ length: count }, event) };
}

const both = (en, fr) => ({ en, fr });

// Tommy Ettinger's generator of 32 bits, in the public domain.
function mulberry32(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
