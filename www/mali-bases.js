// The entry: the one file a page names. It defines <mali-bases>, once however often it is loaded.

import { MaliBases } from "./element.js";

if (!customElements.get("mali-bases")) customElements.define("mali-bases", MaliBases);

export { MaliBases };
