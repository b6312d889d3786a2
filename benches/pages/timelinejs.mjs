// TimelineJS3: the timeline alone. It has no cursor: a step goes to the event that was last on that day.

import { Timeline } from "@knight-lab/timelinejs";
import { bisector } from "d3-array";
import { dateOf } from "./shared/facts.mjs";
import { offer } from "./shared/page.mjs";

const { right } = bisector(({ day }) => day);

offer(async ({ timeline }, { events, bases, last }) => {
  const date = (day) => {
    const at = dateOf(day);
    return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
  };
  const slides = events.map(({ id, day, title }) => ({ unique_id: id, start_date: date(day), text: { headline: title } }));
  const stays = bases.map(({ id, name, turns }) => ({
    unique_id: id,
    start_date: date(turns[0]),
    end_date: date(Math.min(turns[3], last)),
    group: "Bases",
    text: { headline: name },
  }));
  const options = { font: null, duration: 0, start_at_slide: 0, hash_bookmark: false, script_path: location.href, soundcite: false };
  const view = new Timeline(timeline, { events: [...slides, ...stays] }, options);
  await new Promise((resolve) => view.on("ready", resolve));
  let shown;
  return {
    show(day) {
      const { id } = events[Math.max(0, right(events, day) - 1)];
      if (id !== shown) view.goToId((shown = id));
    },
  };
});
