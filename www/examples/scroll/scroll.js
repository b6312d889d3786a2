// The paragraph that crosses the middle of the screen says which day is shown, and which base is told of.

const graphic = document.querySelector("mali-bases");

const observer = new IntersectionObserver(
  (entries) => {
    const paragraph = entries.findLast(({ isIntersecting }) => isIntersecting)?.target;
    if (paragraph) Object.assign(graphic, { base: paragraph.dataset.base ?? null, date: paragraph.dataset.date });
  },
  { rootMargin: "-50% 0px" },
);

await graphic.ready;
for (const paragraph of document.querySelectorAll("[data-date]")) observer.observe(paragraph);
