// For pages that show the graphic in an <iframe data-mali-bases> and have nothing that sizes frames: makes
// each as high as it says it is. It listens to those frames alone.

(() => {
  const HIGHEST = 10000;
  const frames = () => document.querySelectorAll("iframe[data-mali-bases]");

  addEventListener("message", ({ source, data }) => {
    const [height] = Object.values(data?.["datawrapper-height"] ?? {});
    if (!(typeof height === "number" && height > 0 && height <= HIGHEST)) return;
    for (const frame of frames()) if (frame.contentWindow === source) frame.height = Math.ceil(height);
  });

  // Those that told before this script was here.
  const ask = (frame) => frame.contentWindow?.postMessage({ "mali-bases": { height: true } }, "*");
  frames().forEach(ask);
})();
