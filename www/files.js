// The files that a dataset can be had as, in the order in which they are offered.
export const FILES = [
  "bases.csv",
  "bases.geojson",
  "events.csv",
  "strength.csv",
  "operations.csv",
  "sources.csv",
  "citations.csv",
];
