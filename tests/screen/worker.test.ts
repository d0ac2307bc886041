import { readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';

const source = readFileSync(new URL('../../shared/screen/worker.js', import.meta.url), 'utf8');
const HUB = 'http://127.0.0.1:8080';
const FILES = ['/assets/a-1.js', '/kiosk/ticket/index.html'];

type Fetch = (path: string) => Promise<Response>;
type Handler = (event: object) => void;

/** A browser's half of a service worker: caches that last, and a network that the test plays. */
class Browser {
  readonly caches = new Map<string, Map<string, Response>>();
  network: Fetch = async (path) => new Response(`new ${path}`);
  readonly #handlers = new Map<string, Handler>();

  /** The worker of one build, as the browser runs it. */
  async runs(version: string, files = FILES): Promise<void> {
    const self = {
      location: { origin: HUB },
      addEventListener: (name: string, handler: Handler) => this.#handlers.set(name, handler),
      skipWaiting: async () => {},
      clients: { claim: async () => {} },
    };
    const head = `const VERSION = '${version}'; const FILES = ${JSON.stringify(files)};`;
    const fetches = (what: string | Request) =>
      this.network(typeof what === 'string' ? what : new URL(what.url).pathname);
    new Function('self', 'caches', 'fetch', head + source)(self, this.#storage(), fetches);
    for (const name of ['install', 'activate']) await this.#waits(name);
  }

  /** What a page gets for this address; undefined: the worker leaves it to the browser. */
  async gets(address: string, method = 'GET'): Promise<string | undefined> {
    let answer: Promise<Response> | undefined;
    const event = {
      request: new Request(address, { method }),
      respondWith: (given: Promise<Response>) => {
        answer = given;
      },
    };
    this.#handlers.get('fetch')?.(event);
    return answer && (await answer).clone().text();
  }

  async #waits(name: string): Promise<void> {
    let done: Promise<void> = Promise.resolve();
    this.#handlers.get(name)?.({
      waitUntil: (given: Promise<void>) => {
        done = given;
      },
    });
    await done;
  }

  #storage() {
    const { caches } = this;
    const match = (cache: Map<string, Response>, path: string) => cache.get(path)?.clone();
    return {
      open: async (name: string) => {
        const cache = caches.get(name) ?? new Map<string, Response>();
        caches.set(name, cache);
        return {
          match: async (path: string) => match(cache, path),
          put: async (path: string, found: Response) => void cache.set(path, found),
        };
      },
      match: async (path: string) =>
        [...caches.values()].map((cache) => match(cache, path)).find(Boolean),
      keys: async () => [...caches.keys()],
      delete: async (name: string) => caches.delete(name),
    };
  }
}

const PAGE = `${HUB}/kiosk/ticket/`;
const down: Fetch = async () => {
  throw new TypeError('nobody there');
};

/** A browser that has kept the first build, whose files say `old`. */
async function kept(): Promise<Browser> {
  const browser = new Browser();
  browser.network = async (path) => new Response(`old ${path}`);
  await browser.runs('1');
  browser.network = async (path) => new Response(`new ${path}`);
  return browser;
}

afterEach(() => void vi.useRealTimers());

test('a page comes from the hub, and from what was kept when there is none', async () => {
  const browser = await kept();
  expect(await browser.gets(`${PAGE}?lang=en`)).toBe('new /kiosk/ticket/');
  browser.network = down;
  expect(await browser.gets(`${PAGE}?lang=en`)).toBe('old /kiosk/ticket/index.html');
});

test('a hub that is slow or fails is not waited for', async () => {
  const browser = await kept();
  browser.network = async () => new Response('', { status: 503 });
  expect(await browser.gets(PAGE)).toBe('old /kiosk/ticket/index.html');
  vi.useFakeTimers();
  browser.network = () => new Promise(() => {});
  const page = browser.gets(PAGE);
  await vi.advanceTimersByTimeAsync(1500);
  expect(await page).toBe('old /kiosk/ticket/index.html');
});

test('a file whose name tells its content is kept; data and commands never are', async () => {
  const browser = await kept();
  expect(await browser.gets(`${HUB}/assets/a-1.js`)).toBe('old /assets/a-1.js');
  for (const path of ['/api/views/kiosk', '/socket.io/?EIO=4', '/livez', '/assets/b-9.js'])
    expect(await browser.gets(HUB + path), path).toBeUndefined();
  expect(await browser.gets(PAGE, 'POST')).toBeUndefined();
  expect(await browser.gets('http://other.example/assets/a-1.js')).toBeUndefined();
});

test('a new build replaces the old one, and fetches only what has changed', async () => {
  const browser = await kept();
  const fetched: string[] = [];
  browser.network = async (path) => {
    fetched.push(path);
    return new Response(`new ${path}`);
  };
  await browser.runs('2', [...FILES, '/assets/b-2.js']);
  expect(fetched.sort()).toEqual(['/assets/b-2.js', '/kiosk/ticket/index.html']);
  expect([...browser.caches.keys()]).toEqual(['pages 2']);
  browser.network = down;
  expect(await browser.gets(PAGE)).toBe('new /kiosk/ticket/index.html');
});

test('a build of which a file is missing is not taken, and the one before stays', async () => {
  const browser = await kept();
  browser.network = async () => new Response('', { status: 404 });
  await expect(browser.runs('2')).rejects.toThrow('index.html: 404');
  await browser.runs('1').catch(() => {});
  browser.network = down;
  expect(await browser.gets(PAGE)).toBe('old /kiosk/ticket/index.html');
});
