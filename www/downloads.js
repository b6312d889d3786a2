// What is in the disclosure of the data: under which license it stands, whose open data is in it, and the data
// itself as files. It writes no word of its own but names.
//
// `means.document()` promises the document that is shown; `means.exporter()` and `means.desk()` the modules
// that make files of it.

import { h, link } from "./dom.js";
import FILES from "./files.json" with { type: "json" };
import { attempt, button, term } from "./fold.js";
import { saveTable } from "./save.js";

const FORMS = { csv: "CSV", geojson: "GeoJSON" };

// The land is ours, whatever the dataset.
const LAND = { publisher: "Natural Earth", URL: "https://www.naturalearthdata.com/" };

export async function make(labels, means) {
  const dataset = await means.document();
  const { license } = dataset.meta;
  const open = dataset.sources.filter(({ genre, URL }) => genre === "open data" && URL);
  const status = h("p", { role: "status" });
  const files = FILES.map((name) => {
    const [table, form] = name.split(".");
    const download = () => saveTable(name, `mali-bases-${name}`, means);
    return button(`${labels.files[table]} ${FORMS[form]}`, () => attempt(download, { labels, status, saves: true }));
  });
  const terms = [
    ...(license ? [term(labels.license, [link(license.name, license.URL)])] : []),
    term(labels.openData, [...open, LAND].map(({ publisher, URL }) => link(publisher, URL))),
    term(labels.download, files),
  ];
  return [h("dl", {}, ...terms), status];
}
