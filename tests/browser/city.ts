import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, expect } from '@playwright/test';
import { buildIfStale } from '../../server/build.mjs';
import { type Center, createCenter } from '../../server/center/center.ts';
import { nodeDisk } from '../../server/ledger/disk.ts';
import { type Received, receivedBy } from '../kit/cityHall.ts';
import { type HandClock, handClock } from '../kit/handClock.ts';
import { Screens } from './branch.ts';

const PAGES = fileURLToPath(new URL('../../dist/pages', import.meta.url));

/** A center in the story's own process, with what it has received of its branches. */
export interface CityRig {
  readonly center: Center;
  readonly clock: HandClock;
  readonly url: URL;
  readonly screens: Screens;
  readonly said: string[];
}

export const test = base.extend<{
  city: CityRig;
  received: { readonly branches: readonly Received[] };
  now: number;
}>({
  /** In an object: a list by itself would be read as a fixture with its options. */
  received: [{ branches: [] }, { option: true }],
  now: [Date.UTC(2026, 10, 5, 2, 30, 0), { option: true }],
  city: async ({ browser, received, now }, use) => {
    await buildIfStale();
    const home = await mkdtemp(join(tmpdir(), 'tingtang-city-'));
    const folder = join(home, 'center');
    await receivedBy(nodeDisk, folder, received.branches);
    const clock = handClock(now);
    const said: string[] = [];
    const center = await createCenter({
      ...{ disk: nodeDisk, folder, clock, pages: PAGES, say: (line) => void said.push(line) },
    });
    await new Promise<void>((done) => center.http.listen(0, '127.0.0.1', done));
    await center.screens.start();
    const { port } = center.http.address() as AddressInfo;
    const url = new URL(`http://127.0.0.1:${port}/`);
    const screens = new Screens(browser, url.origin);
    await use({ center, clock, url, screens, said });
    await screens.close();
    await center.stop();
    await rm(home, { recursive: true });
    expect(screens.wrong, 'what no story may bring about on any screen').toEqual([]);
  },
});
