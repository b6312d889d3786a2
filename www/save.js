// Hands a file to the reader, as a download.

import { h } from "./dom.js";

let address = "";

// Nothing tells when a browser is done with a file: the one before is let go with the next.
export function save(blob, name) {
  URL.revokeObjectURL(address);
  address = URL.createObjectURL(blob);
  h("a", { href: address, download: name }).click();
}
