// The disclosure at the foot: under which license the data stands, whose open data is in it, and the
// data itself as files, made when they are asked for. It writes no word of its own but names.

import { h, link, setText } from "./dom.js";
import FILES from "./files.json" with { type: "json" };
import { exporter } from "./loader.js";

const FORMS = { csv: "CSV", geojson: "GeoJSON" };

// The land is ours, whatever the dataset.
const LAND = { publisher: "Natural Earth", URL: "https://www.naturalearthdata.com/" };

export class Downloads {
  #dataset;
  #license;
  #open = [];
  #summary = h("summary");
  #terms = h("dl");
  #status = h("p", { role: "status" });
  #unavailable = "";
  #address = "";

  constructor() {
    this.node = h("details", { part: "data" }, this.#summary, this.#terms, this.#status);
  }

  // The parsed document that is shown.
  show(dataset) {
    this.#dataset = dataset;
    this.#license = dataset.meta.license;
    this.#open = dataset.sources.filter(({ genre, URL }) => genre === "open data" && URL);
  }

  label(labels, bounds) {
    const license = this.#license;
    const button = (name) => this.#button(name, labels, bounds);
    this.#unavailable = labels.unavailable;
    setText(this.#summary, labels.data);
    setText(this.#status, "");
    this.#terms.replaceChildren(
      ...(license ? [term(labels.license, [link(license.name, license.URL)])] : []),
      term(labels.openData, [...this.#open, LAND].map(({ publisher, URL }) => link(publisher, URL))),
      term(labels.download, FILES.map(button)),
    );
  }

  #button(name, labels, bounds) {
    const [table, form] = name.split(".");
    const button = h("button", { type: "button" }, `${labels.files[table]} ${FORMS[form]}`);
    button.addEventListener("click", () => this.#download(name, bounds));
    return button;
  }

  async #download(name, bounds) {
    const dataset = this.#dataset;
    setText(this.#status, "");
    try {
      const { file } = await exporter();
      const { type, text } = file(name, dataset, bounds);
      this.#save(new Blob([text], { type }), `mali-bases-${name}`);
    } catch {
      setText(this.#status, this.#unavailable);
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
