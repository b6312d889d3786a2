// The built site, mounted anew for every page a test opens: in a folder of its own, with files of the
// test's own put in or put in the place of others, under the policy the graphic promises to keep.

import { createServer } from "node:http";

const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
  "img-src 'self' data: blob:; connect-src 'self'";

const TYPES = {
  css: "text/css",
  html: "text/html; charset=utf-8",
  js: "text/javascript",
  json: "application/json",
  svg: "image/svg+xml",
  wasm: "application/wasm",
};

// A file put in is its text, its bytes, a status to refuse it with, or a function that gives one of
// these, or a promise of it.
export async function serveSite(upstream) {
  const built = new Map();
  const mounts = [];
  const server = createServer(async (request, response) => {
    const [, number, name] = /^\/(\d+)\/([^?#]*)/.exec(request.url) ?? [];
    const mount = mounts[number];
    if (!mount) return refuse(response, 404);
    mount.requests.push(name);
    const given = await valueOf(mount.files[name]);
    if (typeof given === "number") return refuse(response, given);
    const body = given ?? (await original(name).catch(() => undefined));
    if (body === undefined) return refuse(response, 404);
    const type = TYPES[name.split(".").pop()] ?? "application/octet-stream";
    response.writeHead(200, { ...head(), "Content-Type": type }).end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;

  function original(name) {
    if (!built.has(name)) built.set(name, fetchBytes(new URL(name, upstream)));
    return built.get(name);
  }

  return {
    origin,
    original,
    mount(files) {
      const mount = { files, requests: [], address: `${origin}/${mounts.length}/` };
      mounts.push(mount);
      return mount;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

function valueOf(file) {
  return typeof file === "function" ? file() : file;
}

function head() {
  return { "Content-Security-Policy": POLICY, "Cache-Control": "no-store" };
}

function refuse(response, status) {
  response.writeHead(status, { ...head(), "Content-Type": "text/plain" }).end();
}

async function fetchBytes(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}
