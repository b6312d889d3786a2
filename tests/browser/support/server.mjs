// The built site, mounted anew for every page a test opens: in a folder of its own, with files of the
// test's own put in or put in the place of others, under the policy the graphic promises to keep.

import { createServer } from "node:http";

export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
  "img-src 'self' data: blob:; connect-src 'self'";

const MARK = /-[\w-]{10}(?=\.)/;

const TYPES = {
  css: "text/css",
  html: "text/html; charset=utf-8",
  js: "text/javascript",
  json: "application/json",
  svg: "image/svg+xml",
  wasm: "application/wasm",
};

// Names are those that files are built under: the mark of its hash that a release gives a name is taken off.
//
// A file put in is its text, its bytes, a status to refuse it with, or a function that gives one of
// these, or a promise of it.
export async function serveSite(upstream) {
  const built = new Map();
  const mounts = [];
  const server = createServer(async (request, response) => {
    const [, number, asked] = /^\/(\d+)\/([^?#]*)/.exec(request.url) ?? [];
    const mount = mounts[number];
    if (!mount) return response.writeHead(404).end();
    const name = mount.bare ? asked : (logical.get(asked) ?? asked);
    mount.requests.push(name);
    const given = await valueOf(mount.files[name]);
    const head = { "Content-Security-Policy": mount.policy, "Cache-Control": "no-store" };
    if (mount.crossOrigin) head["Access-Control-Allow-Origin"] = "*";
    const refuse = (status) => response.writeHead(status, { ...head, "Content-Type": "text/plain" }).end();
    if (typeof given === "number") return refuse(given);
    const body = given ?? (mount.bare ? undefined : await original(name).catch(() => undefined));
    if (body === undefined) return refuse(404);
    const type = mount.types[name] ?? TYPES[name.split(".").pop()] ?? "application/octet-stream";
    response.writeHead(200, { ...head, "Content-Type": type }).end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;

  const listed = await fetchBytes(new URL("integrity.json", upstream)).catch(() => "{}"); // Not while one works on it.
  const marked = Object.keys(JSON.parse(listed)).filter((name) => MARK.test(name));
  const logical = new Map(marked.map((name) => [name, name.replace(MARK, "")]));
  const named = (name) => marked.find((file) => logical.get(file) === name) ?? name;

  function original(name) {
    if (!built.has(name)) built.set(name, fetchBytes(new URL(named(name), upstream)));
    return built.get(name);
  }

  return {
    origin,
    original,
    named,
    mount(files, { policy = POLICY, types = {}, crossOrigin = true, bare = false } = {}) {
      const said = typeof policy === "function" ? policy(origin) : policy; // Some name their own host.
      const mount = { files, policy: said, types, crossOrigin, bare, requests: [], address: `${origin}/${mounts.length}/` };
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

async function fetchBytes(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}
