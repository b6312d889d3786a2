/** A day, `YYYY-MM-DD`. */
export type Day = string;

export type Theme = "auto" | "light" | "dark";

export type BaseState = "not-yet" | "maybe-open" | "open" | "maybe-closed" | "closed";

export interface Base {
  readonly id: string;
  readonly name: string;
  readonly state: BaseState;
}

/** One thing wrong with a dataset: where it is, and what it is. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

/** What `load` rejects with. The picture before it stands untouched. */
export interface DatasetError extends Error {
  readonly problems: readonly Problem[];
}

export interface ChangeDetail {
  readonly date: Day;
  readonly bases: readonly Base[];
}

export interface SelectDetail {
  readonly base: string | null;
  readonly event: string | null;
}

export interface ErrorDetail {
  readonly message: string;
  readonly problems: readonly Problem[];
}

export interface MaliBasesEventMap {
  "mali-ready": CustomEvent<Record<string, never>>;
  "mali-change": CustomEvent<ChangeDetail>;
  "mali-select": CustomEvent<SelectDetail>;
  "mali-error": CustomEvent<ErrorDetail>;
}

/**
 * `<mali-bases>`: a map and a timeline of France's bases in Mali. Its children are shown until it is
 * ready, and again if it fails.
 */
export class MaliBases extends HTMLElement {
  /** The day shown: always current. The attribute follows when a gesture, a key or playback ends. */
  date: Day;
  /** The id of the selected base. */
  base: string | null;
  /** The id of the selected event. Selecting one also moves to its day. */
  event: string | null;
  get theme(): Theme;
  set theme(value: Theme);
  /** No headline, standfirst and credit: the page supplies them. */
  plain: boolean;
  /** Keeps date and selection in the fragment of the page's address. */
  permalink: boolean;
  /** The address of a dataset that replaces the bundled one. */
  get src(): string;
  set src(value: string | null);
  /** `lazy` (the default) starts when the element comes near the viewport. */
  loading: "lazy" | "eager";

  /** Resolves when the first picture stands, rejects with the reason if it cannot. */
  readonly ready: Promise<void>;
  /** The bases at the day shown; empty until the graphic is ready. */
  readonly bases: Base[];
  readonly playing: boolean;

  /**
   * Shows a dataset: the object, its JSON text, its address, or a file. Rejects with a `DatasetError`.
   * A later call calls it off: then it resolves and has shown nothing.
   */
  load(dataset: object | string | URL | Blob): Promise<void>;
  /** The static picture of what is shown, in the page's colors and fonts, as SVG. */
  toSVG(): Promise<string>;
  /** The same as PNG, so many pixels broad; without a width sharp on a screen of 2×. */
  toPNG(options?: { width?: number }): Promise<Blob>;
  play(): void;
  pause(): void;

  addEventListener<K extends keyof MaliBasesEventMap>(
    type: K,
    listener: (this: MaliBases, event: MaliBasesEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: MaliBases, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** What the tag takes in JSX besides what every tag takes. */
export interface MaliBasesAttributes {
  date?: Day;
  base?: string | null;
  event?: string | null;
  lang?: string;
  theme?: Theme;
  plain?: boolean;
  permalink?: boolean;
  src?: string;
  loading?: "lazy" | "eager";
  "onmali-ready"?: (event: MaliBasesEventMap["mali-ready"]) => unknown;
  "onmali-change"?: (event: MaliBasesEventMap["mali-change"]) => unknown;
  "onmali-select"?: (event: MaliBasesEventMap["mali-select"]) => unknown;
  "onmali-error"?: (event: MaliBasesEventMap["mali-error"]) => unknown;
}

// @ts-ignore: who has no React has no such module.
declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      // @ts-ignore: nor what is in it.
      "mali-bases": DetailedHTMLProps<HTMLAttributes<MaliBases>, MaliBases> & MaliBasesAttributes;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "mali-bases": MaliBases;
  }

  interface GlobalEventHandlersEventMap extends MaliBasesEventMap {}
}
