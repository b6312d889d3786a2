import type { Day, Problem } from "./mali-bases.js";

/** Everything wrong with a dataset, the object or its JSON text; empty if it is good. */
export function check(dataset: object | string): Promise<readonly Problem[]>;

export interface StillOptions {
  /** The object or its JSON text; without it, the bundled data. */
  dataset?: object | string;
  /** Without it, the dataset's own first date. */
  date?: Day;
  base?: string;
  event?: string;
  lang?: "en" | "fr";
  theme?: "light" | "dark";
  /** CSS px. */
  width?: number;
  /** CSS px; without it, as high as the picture needs. */
  height?: number;
}

/** The static picture, in a page or in Node.js. */
export function svg(options?: StillOptions): Promise<string>;
