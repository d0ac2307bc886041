import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, test as base, type Page, type ViewportSize } from '@playwright/test';
import { type Running, startProcess } from '../kit/process.ts';

/** A branch for one story: a real hub process, and as many screens as it needs. */
export interface Branch {
  readonly folder: string;
  /** Opens a screen in a browser context of its own, as on a device of its own. */
  screen(path: string, size: ViewportSize): Promise<Page>;
  /** Pulls the plug, and puts it back in on the same port. */
  powerCut(): Promise<void>;
  powerBack(): Promise<void>;
  /** Everything the hub has printed since it last started. */
  said(): string;
  /** The machine hangs: its lines stay open and say nothing. And goes on. */
  freeze(): void;
  thaw(): void;
}

export const SIZES = {
  kiosk: { width: 1080, height: 1920 },
  tablet: { width: 1280, height: 800 },
  tv: { width: 1920, height: 1080 },
  desk: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;

export const test = base.extend<{ branch: Branch; options: string[] }>({
  /** What else the hub is told on its command line. */
  options: [[], { option: true }],
  branch: async ({ browser, options }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'tingtang-'));
    const port = await freePort();
    const contexts: BrowserContext[] = [];
    let hub: Running = await startProcess(folder, port, 'hub', options);
    await use({
      folder,
      async screen(path, viewport) {
        const context = await browser.newContext({ viewport, locale: 'zh-CN' });
        contexts.push(context);
        const page = await context.newPage();
        await page.goto(new URL(path, `http://127.0.0.1:${port}`).href);
        return page;
      },
      said: () => hub.output(),
      powerCut: () => hub.kill(),
      freeze: () => void hub.process.kill('SIGSTOP'),
      thaw: () => void hub.process.kill('SIGCONT'),
      async powerBack() {
        hub = await startProcess(folder, port, 'hub', options);
      },
    });
    for (const context of contexts) await context.close();
    await hub.end();
    await rm(folder, { recursive: true, force: true });
  },
});

export { expect } from '@playwright/test';

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
