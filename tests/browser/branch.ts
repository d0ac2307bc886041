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
}

export const SIZES = {
  kiosk: { width: 1080, height: 1920 },
  tablet: { width: 1280, height: 800 },
  tv: { width: 1920, height: 1080 },
  desk: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;

export const test = base.extend<{ branch: Branch }>({
  branch: async ({ browser }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'tingtang-'));
    const port = await freePort();
    const contexts: BrowserContext[] = [];
    let hub: Running = await startProcess(folder, port);
    await use({
      folder,
      async screen(path, viewport) {
        const context = await browser.newContext({ viewport, locale: 'zh-CN' });
        contexts.push(context);
        const page = await context.newPage();
        await page.goto(`http://127.0.0.1:${port}${path}`);
        return page;
      },
      said: () => hub.output(),
      powerCut: () => hub.kill(),
      async powerBack() {
        hub = await startProcess(folder, port);
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
