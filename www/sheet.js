// The style sheet of every element on the page, made once of its parts. It knows no selector.

import css from "./mali-bases.css";
import controlsCss from "./controls.css";
import disclosuresCss from "./disclosures.css";
import mapCss from "./map.css";
import outlineCss from "./outline.css";
import panelCss from "./panel.css";
import printCss from "./print.css";
import progressCss from "./progress.css";
import settingsCss from "./settings.css";
import timelineCss from "./timeline.css";

const PARTS = [
  css,
  mapCss,
  timelineCss,
  settingsCss,
  controlsCss,
  panelCss,
  disclosuresCss,
  outlineCss,
  progressCss,
  printCss,
];

let sheet;

export function styleSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(PARTS.join(""));
  }
  return sheet;
}
