// Keeps the built pages for a start without the hub. The build puts two lines in front of this one:
// VERSION, which changes with any byte of any page, and FILES, every address to keep.

/** Files of the same content have the same name, in all versions. */
const KEPT = `pages ${VERSION}`;

/** Longer than this nobody looks at an empty screen, milliseconds. */
const PATIENCE = 1500;

/** What is kept from the version before is not fetched again. */
async function keep() {
  const cache = await caches.open(KEPT);
  for (const file of FILES) {
    const old = file.startsWith('/assets/') ? await caches.match(file) : undefined;
    const found = old ?? (await fetch(file, { cache: 'no-cache' }));
    if (!found.ok) throw new Error(`${file}: ${found.status}`);
    await cache.put(file, found);
  }
  await self.skipWaiting();
}

async function forgetOlder() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** The hub's page; where it does not answer, or is being started, the kept one. */
async function page(request, path) {
  const kept = async () => (await caches.open(KEPT)).match(path);
  const late = new Promise((done) => setTimeout(done, PATIENCE)).then(kept);
  const fresh = fetch(request).then(
    async (answer) => (answer.status < 500 ? answer : ((await kept()) ?? answer)),
    async () => (await kept()) ?? Response.error(),
  );
  return (await Promise.race([fresh, late])) ?? fresh;
}

async function asset(request, path) {
  const kept = await (await caches.open(KEPT)).match(path);
  return kept ?? fetch(request);
}

self.addEventListener('install', (event) => event.waitUntil(keep()));
self.addEventListener('activate', (event) => event.waitUntil(forgetOlder()));

// Data and commands have other addresses: they go by this as if it were not there.
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
  if (!FILES.includes(path)) return;
  const isPage = path.endsWith('.html');
  event.respondWith(isPage ? page(request, path) : asset(request, path));
});
