import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';
import type { Bench } from './benches.ts';
import { inBrowser } from './browser.ts';
import { atMost, figureOf } from './figure.ts';
import { inFolder, startHub } from './processes.ts';

/** Built by run.mjs, as the screens are. */
const BARE = fileURLToPath(new URL('page/assets', import.meta.url));

/** Says the page's own clock once there is a button that a finger can press. */
const noting = () => {
  const look = () => {
    const button = document.querySelector('.cards button:not([disabled])');
    if (!button || button.getBoundingClientRect().height === 0) return;
    watch.disconnect();
    requestAnimationFrame(() => console.debug(`usable ${performance.now()}`));
  };
  const watch = new MutationObserver(look);
  watch.observe(document, { subtree: true, childList: true, attributes: true });
};

/** Milliseconds from the navigation to a kiosk that can be used, its script's addresses beside it. */
async function opening(browser: Browser, url: string) {
  const context = await browser.newContext({ viewport: { width: 1080, height: 1920 } });
  const page = await context.newPage();
  const device = await context.newCDPSession(page);
  await device.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(noting);
  // It says so by itself: to ask it is a script of its own that it has to compile first.
  const [said] = await Promise.all([
    page.waitForEvent('console', (word) => word.text().startsWith('usable ')),
    page.goto(`${url}/kiosk/ticket/`),
  ]);
  const usable = Number(said.text().slice('usable '.length));
  const needed = await scriptsBefore(page, usable);
  await context.close();
  return { usable, needed };
}

/** Whatever it asked for after that it could do without. */
const scriptsBefore = (page: Page, usable: number) =>
  page.evaluate(
    (at) =>
      performance
        .getEntriesByType('resource')
        .filter(({ name, startTime }) => name.endsWith('.js') && startTime < at)
        .map(({ name }) => name),
    usable,
  );

/** Kilobytes on the wire, as the hub serves them to a browser. */
async function kilobytes(addresses: readonly string[]): Promise<number> {
  let sum = 0;
  for (const address of addresses) {
    const answer = await fetch(address, { headers: { 'Accept-Encoding': 'br' } });
    const bytes = (await answer.arrayBuffer()).byteLength;
    sum += Number(answer.headers.get('content-length') ?? bytes);
  }
  return sum / 1000;
}

async function bareKilobytes(): Promise<number> {
  const names = (await readdir(BARE)).filter((name) => name.endsWith('.js'));
  const files = await Promise.all(names.map((name) => readFile(join(BARE, name))));
  return files.reduce((sum, file) => sum + brotliCompressSync(file).length, 0) / 1000;
}

/** B9: what a kiosk fetches before it can be used, and how soon it can, on a processor four times slower. */
export const page: Bench = {
  ids: ['B9'],
  measure: ({ quick }) =>
    inFolder((folder) =>
      inBrowser(async (browser) => {
        const hub = await startHub({ folder });
        const usable: number[] = [];
        let needed: readonly string[] = [];
        for (let round = 0; round < (quick ? 3 : 7); round++) {
          const opened = await opening(browser, hub.url);
          usable.push(opened.usable);
          needed = opened.needed;
        }
        const script = [await kilobytes(needed)];
        await hub.end();
        const bare = [await bareKilobytes()];
        const what = 'a ticket kiosk, 4 × slower processor, until it can be used';
        return {
          details: { needed: needed.map((address) => new URL(address).pathname) },
          figures: [
            figureOf({
              ...{ id: 'B9', what: 'a ticket kiosk’s script, brotli', unit: 'kB' },
              ...{ ours: script, bare, goals: [atMost(2), atMost(45, 'ours')] },
            }),
            figureOf({ id: 'B9', what, unit: 'ms', ours: usable, goals: [atMost(1000, 'ours')] }),
          ],
        };
      }),
    ),
};
