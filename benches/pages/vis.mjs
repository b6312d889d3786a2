// vis-timeline: the timeline alone, lanes as groups of ranges, events as points, its own time bar as the
// cursor.

import { DataSet } from "vis-data";
import { Timeline } from "vis-timeline";
import { dateOf } from "./shared/facts.mjs";
import { offer } from "./shared/page.mjs";

offer(({ timeline }, facts) => {
  const { bases, operations, events, first, last } = facts;
  const range = (id, group, content, start, end) => ({ id, group, content, start: dateOf(start), end: dateOf(end), type: "range" });
  const groups = [
    { id: "operations", content: "" },
    ...bases.map(({ id, name }) => ({ id, content: name })),
    { id: "events", content: "" },
  ];
  const items = [
    ...operations.map(({ name, start, end }) => range(name, "operations", name, start, end)),
    ...bases.map(({ id, turns }) => range(id, id, "", turns[0], Math.min(turns[3], last))),
    ...events.map(({ id, day, category }) => ({
      id: `event-${id}`,
      group: "events",
      content: "",
      start: dateOf(day),
      type: "point",
      className: category,
    })),
  ];
  const options = {
    start: dateOf(first),
    end: dateOf(last),
    height: timeline.clientHeight,
    showCurrentTime: false,
    zoomable: false,
    moveable: false,
    selectable: false,
    margin: { item: 1, axis: 1 },
  };
  const view = new Timeline(timeline, new DataSet(items), new DataSet(groups), options);
  view.addCustomTime(dateOf(facts.opens), "day");
  return {
    show: (day) => view.setCustomTime(dateOf(day), "day"),
    remove: () => view.destroy(),
  };
});
