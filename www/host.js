// What any custom element needs of its host: its language, properties set too early, attributes that
// come and go, a promise made before its answer.

const LANGUAGES = ["en", "fr"];

// The nearest `lang` outwards, through shadow roots too, as one of the languages there are.
export function languageOf(element) {
  for (let node = element; node; node = node.getRootNode().host) {
    const owner = node.closest("[lang]");
    if (!owner) continue;
    const language = owner.lang.toLowerCase().split("-")[0];
    return LANGUAGES.includes(language) ? language : LANGUAGES[0];
  }
  return LANGUAGES[0];
}

// A property set before the element was defined hides the accessor: hand its value over.
export function takeOver(element, name) {
  if (!Object.hasOwn(element, name)) return;
  const value = element[name];
  delete element[name];
  element[name] = value;
}

export function setOrRemove(element, name, value) {
  if (value == null || value === "") element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
}

// WebKit has no idle callbacks.
export const whenIdle = globalThis.requestIdleCallback ?? ((call) => setTimeout(call));
export const cancelIdle = globalThis.cancelIdleCallback ?? clearTimeout;

// When the next frame has been painted.
export const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

// A promise whose rejection may go unheard: a page that does not ask is told by an event.
export function deferred() {
  const made = { settled: false };
  made.promise = new Promise((resolve, reject) => {
    made.resolve = () => ((made.settled = true), resolve());
    made.reject = (error) => ((made.settled = true), reject(error));
  });
  made.promise.catch(() => {});
  return made;
}
