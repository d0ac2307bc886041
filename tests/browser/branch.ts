import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
  type ViewportSize,
} from '@playwright/test';
import { type Running, startProcess } from '../kit/process.ts';

/** A branch for one story: a real hub process, and as many screens as it needs. */
export interface Branch {
  readonly folder: string;
  readonly url: string;
  /** What the hub said on its console since it was started last. */
  said(): string;
  /** Opens a screen in a browser context of its own, as on a device of its own. */
  screen(path: string, size: ViewportSize, more?: More): Promise<Page>;
  /** Pulls the plug, and puts it back in on the same port. */
  powerCut(): Promise<void>;
  powerBack(): Promise<void>;
  /** The hub hangs, as behind a cable that was pulled: nothing is closed, nothing answers. */
  freeze(on: boolean): void;
}

interface More extends BrowserContextOptions {
  /** What this device shows at the door; it is held under its page's name. */
  readonly token?: string;
}

export const SIZES = {
  kiosk: { width: 1080, height: 1920 },
  tablet: { width: 1280, height: 800 },
  tv: { width: 1920, height: 1080 },
  desk: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;

export const test = base.extend<{ branch: Branch; hubArgs: readonly string[] }>({
  /** Further words on the hub's command line: `test.use({ hubArgs: ['--pair'] })`. */
  hubArgs: [[], { option: true }],
  branch: async ({ browser, hubArgs }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'tingtang-'));
    const start = { port: await freePort(), args: hubArgs };
    let hub: Running = await startProcess(folder, start);
    const screens = new Screens(browser, hub.url);
    await use({
      folder,
      url: hub.url,
      said: () => hub.output(),
      screen: (path, size, more) => screens.open(path, size, more),
      powerCut: () => hub.kill(),
      async powerBack() {
        hub = await startProcess(folder, start);
      },
      freeze: (on) => void hub.process.kill(on ? 'SIGSTOP' : 'SIGCONT'),
    });
    await screens.close();
    hub.process.kill('SIGCONT');
    await hub.end();
    await rm(folder, { recursive: true, force: true });
    expect(screens.wrong, 'what no story may bring about on any screen').toEqual([]);
  },
});

export { expect };

/**
 * Each new device would fetch all pages and fonts to keep them, at the price of all the rest of its
 * story: only where a screen has to start without its hub (`KEEPS_PAGES`) it does.
 */
const KEEPS_NO_PAGES = 'block' as const;
export const KEEPS_PAGES = { serviceWorkers: 'allow' } as const;

/** With everything moving that moves. */
export const MOVING = { reducedMotion: 'no-preference' } as const;

/**
 * The screens of one story. On each of them every breach of the Content-Security-Policy, every error
 * nobody caught and every dialog is noted.
 */
export class Screens {
  readonly wrong: string[] = [];
  readonly #browser: Browser;
  readonly #url: string;
  readonly #contexts: BrowserContext[] = [];

  constructor(browser: Browser, url: string) {
    this.#browser = browser;
    this.#url = url;
  }

  async open(path: string, viewport: ViewportSize, { token, ...more }: More = {}): Promise<Page> {
    const how = { viewport, locale: 'zh-CN', serviceWorkers: KEEPS_NO_PAGES };
    const context = await this.#browser.newContext({ ...how, ...more });
    this.#contexts.push(context);
    const note = (what: string) => void this.wrong.push(`${path}: ${what}`);
    await context.exposeBinding('noted', (_, what: string) => note(what));
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (e) =>
        Object(globalThis).noted(`${e.violatedDirective} ${e.blockedURI} ${e.sample}`),
      );
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => note(String(error)));
    page.on('console', (m) => /Content.Security.Policy/i.test(m.text()) && note(m.text()));
    page.on('dialog', (dialog) => {
      note(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    if (token) await holdToken(page, path, token);
    await page.goto(new URL(path, this.#url).href);
    return page;
  }

  async close(): Promise<void> {
    for (const context of this.#contexts) await context.close();
  }
}

/** As the page itself keeps it: the token for good, a session for as long as the tab lives. */
async function holdToken(page: Page, path: string, credential: string): Promise<void> {
  const [token = '', session = ''] = credential.split('.');
  const counter = /counter=(\w+)/.exec(path)?.[1] ?? '';
  const name = path.replace(/\?.*/, '').replace('/devices/', '/manager/') + counter;
  await page.addInitScript(
    ([at, own, here]) => {
      localStorage.setItem(`tingtang.token ${at}`, own ?? '');
      if (here) sessionStorage.setItem(`tingtang.session ${at}`, here);
    },
    [name, token, session],
  );
}

/**
 * Waits until each screen says that it lost the hub, or that it no longer has.
 *
 * @param within milliseconds, where they are held to it
 */
export async function haveLost(
  screens: readonly Page[],
  lost: boolean,
  within?: number,
): Promise<void> {
  for (const screen of screens) {
    const notice = screen.getByText(/与主机失去联系/);
    if (lost) await expect(notice).toBeVisible(within ? { timeout: within } : {});
    else await expect(notice).toBeHidden();
  }
}

/** A port that is free now, so that the hub can come back on the same one. */
function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}
