// Making nodes. Only elements, attributes and text: no markup is ever parsed and no style attribute
// ever written, so that a strict content policy has nothing to refuse.

const SVG = "http://www.w3.org/2000/svg";

// Attributes with a null, undefined or false value are left out; children are nodes or strings.
export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) node.setAttribute(name, "");
    else if (value != null && value !== false) node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

// A 16 × 16 drawing in the color of the text around it.
export function icon(path) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  const shape = document.createElementNS(SVG, "path");
  shape.setAttribute("d", path);
  svg.append(shape);
  return svg;
}

// A drawing of boxes in CSS px, to be filled; the edges stand on whole pixels.
export function boxes() {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("shape-rendering", "crispEdges");
  return svg;
}

export function redraw(svg, path) {
  svg.firstChild.setAttribute("d", path);
}

// A dataset may come from anywhere: only an address of the web becomes a link.
export function link(text, href, lang) {
  if (!/^https?:\/\//i.test(href ?? "")) return h("strong", {}, text);
  return h("a", { href, hreflang: lang, target: "_blank", rel: "noopener" }, text);
}

// Unchanged text is left alone: touching it would end a reader's selection and cost a layout.
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

export function setAttribute(node, name, value) {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}
