import type { Browser, Page } from '@playwright/test';
import { WebSocket } from 'ws';
import { defaultSettings } from '../../shared/defaults.ts';
import type { CounterId } from '../../shared/ids.ts';
import type { ViewKey } from '../../shared/views/views.ts';
import type { Bench } from './benches.ts';
import { distanceTo, inBrowser } from './browser.ts';
import { atMost, figureOf } from './figure.ts';
import { inFolder, startHub, startLimit } from './processes.ts';
import { inTurn, nearestRank } from './rounds.ts';
import { connected, press, take, type Wire, watch } from './screens.ts';

const counter = '1' as CounterId;
/** A teller may call again at once: the bench has not got all day. */
const settings = { ...defaultSettings, rules: { ...defaultSettings.rules, callGap: 0 } };
/** The ten other screens of a small branch. */
const others: readonly ViewKey[] = [
  ...(['kiosk', 'lobby', 'floor', 'manager', 'home'] as const).map((name) => ({ name })),
  ...['1', '2', '3'].map((id) => ({ name: 'counter', counter: id as CounterId }) as const),
  ...['1', '2'].map((id) => ({ name: 'rating', counter: id as CounterId }) as const),
];

/** Something that calls a number, and the page on which it then stands. */
interface Called {
  readonly page: Page;
  /** The page's clock ahead of ours, milliseconds. */
  readonly distance: number;
  /** Makes ready for a press; its own press comes later and returns what the page must show. */
  prepare(): Promise<void>;
  press(): Promise<string> | string;
}

/** Notes when a number was painted: the frame after the one that first had it. */
const noting = () => {
  const noted = window as unknown as { painted: Record<string, number> };
  noted.painted = {};
  const look = () => {
    const text = document.querySelector('.number')?.textContent ?? '';
    if (!text || text in noted.painted) return;
    noted.painted[text] = Number.NaN;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        noted.painted[text] = performance.now();
      };
      port2.postMessage(null);
    });
  };
  const watching = { subtree: true, childList: true, characterData: true };
  new MutationObserver(look).observe(document, watching);
};

async function opened(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await page.addInitScript(noting);
  await page.goto(url);
  await page.waitForTimeout(1500);
  return page;
}

/** Milliseconds from the press to the frame that shows its number. */
async function paintedAfter(called: Called): Promise<number> {
  const { page, distance } = called;
  await called.prepare();
  // Long enough for the last one's work to be over, and at any moment of a frame.
  await page.waitForTimeout(60 + Math.random() * 40);
  const pressed = performance.now();
  const number = await called.press();
  const shown = await page.waitForFunction(
    (text) => (window as unknown as { painted: Record<string, number> }).painted[text],
    number,
    { polling: 20 },
  );
  return Number(await shown.jsonValue()) - distance - pressed;
}

async function ofHub(browser: Browser, url: string): Promise<Called> {
  const teller = await connected(url);
  for (const key of others) await watch(await connected(url), key);
  await press(teller, { type: 'counter.open', counter });
  const page = await opened(browser, `${url}/display/lobby/`);
  let [number, isFirst] = ['', true];
  return {
    ...{ page, distance: await distanceTo(page) },
    async prepare() {
      if (!isFirst) await served(teller);
      isFirst = false;
      number = (await press(teller, take)).number ?? '';
    },
    async press() {
      await press(teller, { type: 'call.next', counter });
      return number;
    },
  };
}

async function served(teller: Wire): Promise<void> {
  await press(teller, { type: 'service.start', counter });
  await press(teller, { type: 'service.end', counter });
}

async function ofWire(browser: Browser, url: string): Promise<Called> {
  const sockets = await Promise.all(Array.from({ length: 1 + others.length }, () => opens(url)));
  const page = await opened(browser, url);
  let n = 0;
  return {
    ...{ page, distance: await distanceTo(page) },
    prepare: async () => {},
    press() {
      const number = `A${String(++n).padStart(3, '0')}`;
      sockets[0]?.send(number);
      return number;
    },
  };
}

async function opens(url: string): Promise<WebSocket> {
  const socket = new WebSocket(url.replace('http', 'ws'));
  socket.on('message', () => {});
  await new Promise((done) => socket.once('open', done));
  return socket;
}

/** B3: a call, from the press to the painted number on the lobby display, with ten other screens. */
export const paint: Bench = {
  ids: ['B3'],
  measure: ({ quick }) =>
    inFolder((folder) =>
      inBrowser(async (browser) => {
        const [hub, wire] = [
          await startHub({ folder, settings }),
          await startLimit('wire', folder),
        ];
        const ours = await ofHub(browser, hub.url);
        const bare = await ofWire(browser, wire.url);
        const [rounds, calls] = quick ? [2, 20] : [6, 50];
        const all = { ours: [] as number[][], bare: [] as number[][] };
        const round = (who: keyof typeof all, called: Called) => async () => {
          const taken: number[] = [];
          for (let n = 0; n < calls; n++) taken.push(await paintedAfter(called));
          all[who].push(taken);
          return nearestRank(taken, 0.5);
        };
        await inTurn(
          1,
          () => paintedAfter(ours),
          () => paintedAfter(bare),
        );
        const p50 = await inTurn(rounds, round('ours', ours), round('bare', bare));
        await Promise.all([hub.end(), wire.end()]);
        // Of one round the 99th percentile is its slowest call but none: it is taken of all of them.
        const p99 = (of: readonly number[][]) => [nearestRank(of.flat(), 0.99)];
        const what = (p: string) => `call pressed to number painted, ${p} of ${rounds * calls}`;
        const more = { id: 'B3', unit: 'ms' };
        return {
          figures: [
            figureOf({ ...more, what: what('p50'), ...p50, goals: [atMost(1.8)] }),
            figureOf({
              ...{ ...more, what: what('p99'), ours: p99(all.ours), bare: p99(all.bare) },
              goals: [atMost(1.2)],
            }),
          ],
        };
      }),
    ),
};
