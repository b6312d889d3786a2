// D3 + SVG: keyed joins.

import { map } from "./shared/map.mjs";
import { offer } from "./shared/page.mjs";
import { timeline } from "./shared/timeline.mjs";

offer((boxes, facts) => {
  const showMap = map(boxes.map, facts);
  const showTimeline = timeline(boxes.timeline, facts);
  return {
    show(day) {
      showMap(day);
      showTimeline(day);
    },
  };
});
