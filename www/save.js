// Hands a file to the reader, as a download. It must not know what is in it.

import { h } from "./dom.js";

let address = "";

// Nothing tells when a browser is done with a file: the one before is let go with the next.
export function save(blob, name) {
  URL.revokeObjectURL(address);
  address = URL.createObjectURL(blob);
  h("a", { href: address, download: name }).click();
}

// A file of the dataset that is shown, with a day as it was on it.
export async function saveTable(table, name, { document, exporter, desk }, day) {
  const [dataset, { file }, { bounds }] = await Promise.all([document(), exporter(), desk()]);
  const { type, text } = file(table, dataset, bounds, day);
  save(new Blob([text], { type }), name);
}
