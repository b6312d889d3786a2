// The disclosure at the foot: under which license the data stands, whose open data is in it, and the
// data itself as files, all of it made when it is asked for. It writes no word of its own but names.

import { h, link, setText } from "./dom.js";
import FILES from "./files.json" with { type: "json" };
import { desk, exporter } from "./loader.js";

const FORMS = { csv: "CSV", geojson: "GeoJSON" };

// The land is ours, whatever the dataset.
const LAND = { publisher: "Natural Earth", URL: "https://www.naturalearthdata.com/" };

export class Downloads {
  #ask;
  #labels = {};
  #turn = 0;
  #summary = h("summary");
  #terms = h("dl");
  #status = h("p", { role: "status" });
  #address = "";

  constructor() {
    this.node = h("details", { part: "data" }, this.#summary, this.#terms, this.#status);
    this.node.addEventListener("toggle", () => this.#fill());
  }

  // `ask` promises the document that is shown.
  show(ask) {
    this.#ask = ask;
    this.#fill();
  }

  label(labels) {
    this.#labels = labels;
    setText(this.#summary, labels.data);
    this.#fill();
  }

  // Only what is open is read.
  async #fill() {
    const turn = ++this.#turn;
    setText(this.#status, "");
    if (!this.node.open) return;
    try {
      const dataset = await this.#ask();
      if (turn === this.#turn) this.#tell(dataset);
    } catch {
      setText(this.#status, this.#labels.unavailable);
    }
  }

  #tell(dataset) {
    const { license } = dataset.meta;
    const open = dataset.sources.filter(({ genre, URL }) => genre === "open data" && URL);
    const { license: ofLicense, openData, download } = this.#labels;
    this.#terms.replaceChildren(
      ...(license ? [term(ofLicense, [link(license.name, license.URL)])] : []),
      term(openData, [...open, LAND].map(({ publisher, URL }) => link(publisher, URL))),
      term(download, FILES.map((name) => this.#button(name, dataset))),
    );
  }

  #button(name, dataset) {
    const [table, form] = name.split(".");
    const button = h("button", { type: "button" }, `${this.#labels.files[table]} ${FORMS[form]}`);
    button.addEventListener("click", () => this.#download(name, dataset));
    return button;
  }

  async #download(name, dataset) {
    setText(this.#status, "");
    try {
      const [{ file }, { bounds }] = await Promise.all([exporter(), desk()]);
      const { type, text } = file(name, dataset, bounds);
      this.#save(new Blob([text], { type }), `mali-bases-${name}`);
    } catch {
      setText(this.#status, this.#labels.unavailable);
    }
  }

  // Nothing tells when a browser is done with a file: the one before is let go with the next.
  #save(blob, download) {
    URL.revokeObjectURL(this.#address);
    this.#address = URL.createObjectURL(blob);
    h("a", { href: this.#address, download }).click();
  }
}

function term(name, items) {
  const list = h("ul", { role: "list" }, ...items.map((item) => h("li", {}, item)));
  return h("div", {}, h("dt", {}, name), h("dd", {}, list));
}
