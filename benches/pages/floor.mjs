// The floor: a native slider with its value text, the date, the count, and no picture.

import { offer } from "./shared/page.mjs";

offer(() => undefined);
