// The names of those who say so, each in the language in which they are read: a voice that knows says them so.

import { h } from "./dom.js";

// Of a voice whose documents are all in one language.
export function languageOf({ documents }) {
  const [first, ...others] = new Set(documents.map(({ lang }) => lang));
  return others.length ? undefined : first;
}

// voices: [{ name, documents: [{ lang }] }], as nodes of one line.
export function names(voices) {
  return voices.flatMap((voice, at) => [...(at ? [", "] : []), h("span", { lang: languageOf(voice) }, voice.name)]);
}
