// The browser of the benches, and what its DevTools tell of a page: main-thread time, heap.

import { chromium } from "../chromium.mjs";

const PATIENCE_MS = 60_000;

export async function start() {
  const driver = await chromium([
    "--enable-unsafe-swiftshader", // WebGL where there is no GPU.
    "--force-prefers-reduced-motion", // No page pulses: the same work a step.
    "--disable-frame-rate-limit", // A step's frame comes when it is ready, not at the next 16.7 ms.
    "--disable-gpu-vsync",
    "--window-size=1100,1700",
  ]);
  await driver.manage().setTimeouts({ script: PATIENCE_MS, pageLoad: PATIENCE_MS });
  return new Browser(driver);
}

class Browser {
  constructor(driver) {
    this.driver = driver;
  }

  ask(method, params = {}) {
    return this.driver.sendAndGetDevToolsCommand(method, params);
  }

  // Calls a function in the page; a promise it returns is waited for.
  run(ask, ...given) {
    return this.driver.executeScript(`return (${ask}).apply(null, arguments)`, ...given);
  }

  // A page as if it had never been seen.
  async open(address) {
    await this.driver.get("about:blank");
    await this.ask("Network.clearBrowserCache");
    await this.driver.get(address);
    // A thread's own time does not run while other programs have the processor.
    await this.ask("Performance.enable", { timeDomain: "threadTicks" });
    await this.run(() => window.bench.ready);
  }

  // What the main thread has worked since the page began, ms: scripts, style, layout, paint and all
  // else that ran as a task.
  async worked() {
    const { metrics } = await this.ask("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
  }

  // One step for itself, with less around it than `run` has.
  async step(day) {
    await this.ask("Runtime.evaluate", { expression: `bench.step(${day})`, awaitPromise: true });
  }

  // After a collection: JavaScript's own, the DOM's, the buffers of both, and wasm memories. Bytes.
  async heap() {
    await this.ask("HeapProfiler.collectGarbage");
    const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await this.ask("Runtime.getHeapUsage");
    return usedSize + embedderHeapUsedSize + backingStorageSize + (await this.#wasmMemory());
  }

  async #wasmMemory() {
    const { result } = await this.ask("Runtime.evaluate", { expression: "WebAssembly.Memory.prototype" });
    const { objects } = await this.ask("Runtime.queryObjects", { prototypeObjectId: result.objectId });
    const total = (memories) => memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
    const call = { functionDeclaration: `function () { return (${total})(this) }`, objectId: objects.objectId };
    return (await this.ask("Runtime.callFunctionOn", { ...call, returnByValue: true })).result.value;
  }

  slowDown(rate) {
    return this.ask("Emulation.setCPUThrottlingRate", { rate });
  }

  async version() {
    return (await this.driver.getCapabilities()).getBrowserVersion();
  }

  quit() {
    return this.driver.quit();
  }
}
