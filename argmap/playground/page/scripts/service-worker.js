// Keeps every file of the folder, so that the page works again without a network.
// The line below is made when the folder is: a new version of any file is a new name.

/** @type {{name: string, files: Record<string, string>}} The files by their hashes. */
const KEPT = { name: "", files: {} };
const worker = /** @type {any} */ (self);

// It waits until the page of the version before is closed, or asks for it: no page has files of two.
worker.addEventListener("install", (/** @type {any} */ event) => {
  const all = Object.entries(KEPT.files).map(async ([name, hash]) => {
    const content = (await file(name, hash, "no-cache")) ?? (await file(name, hash, "reload"));
    if (!content) throw new Error(`${name} is another one, or not whole`);
    await (await caches.open(KEPT.name)).put(name, content);
  });
  event.waitUntil(Promise.all(all));
});

/**
 * Return a file of the folder, null where it is not this very one: half of it, or of another version.
 * @param {string} name
 * @param {string} hash
 * @param {RequestCache} cache
 */
async function file(name, hash, cache) {
  const response = await fetch(name, { cache });
  const content = await response.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  const found = [...digest].map((one) => one.toString(16).padStart(2, "0")).join("");
  if (!response.ok || found !== hash) return null;
  return new Response(content, { headers: { "content-type": response.headers.get("content-type") ?? "" } });
}

worker.addEventListener("message", (/** @type {any} */ event) => {
  if (event.data === "take over") worker.skipWaiting();
});

worker.addEventListener("activate", (/** @type {any} */ event) => {
  const ours = KEPT.name.replace(/[^-]*$/, "");
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name.startsWith(ours) && name !== KEPT.name))
      .then((old) => Promise.all(old.map((name) => caches.delete(name))))
      .then(() => worker.clients.claim()),
  );
});

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  event.respondWith(
    caches
      .open(KEPT.name)
      .then((cache) => cache.match(request, { ignoreSearch: true }))
      .then((found) => found ?? fetch(request)),
  );
});
