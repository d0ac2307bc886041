import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { test as base, expect } from '@playwright/test';
import { buildIfStale } from '../../server/build.mjs';
import { createHub, type Hub } from '../../server/hub.ts';
import { unseal } from '../../server/ledger/entry.ts';
import { datesIn, pathOf } from '../../server/ledger/files.ts';
import { streamLines } from '../../server/ledger/lines.ts';
import { resume } from '../../server/resume.ts';
import { type Access, onlyThisMachine } from '../../server/web/access.ts';
import { defaultSettings } from '../../shared/defaults.ts';
import type { Fact } from '../../shared/lobby.ts';
import { type HandClock, handClock } from '../kit/handClock.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';
import { Screens } from './branch.ts';
import type { Place } from './paired.ts';

/** Tuesday 24 November 2026, 09:00 in Shanghai. */
const NINE = Date.UTC(2026, 10, 24, 1, 0, 0);
const PAGES = fileURLToPath(new URL('../../dist/pages', import.meta.url));

/** A hub in the story's own process, for stories that turn its clock or set its terms. */
export interface Rig {
  readonly hub: Hub;
  readonly clock: HandClock;
  readonly url: string;
  readonly screens: Screens;
  /** The same as a place for screens. */
  readonly place: Place;
  /** All facts in the ledger, in their order. */
  facts(): Promise<Fact[]>;
}

export const test = base.extend<{ rig: Rig; access: Partial<Access>; foresees: boolean }>({
  access: [{}, { option: true }],
  /** Whether its hub looks ahead. */
  foresees: [true, { option: true }],
  rig: async ({ browser, access, foresees }, use) => {
    await buildIfStale();
    const clock = handClock(NINE);
    const disk = new MemoryDisk();
    const resumed = await resume({ disk, folder: '/data', settings: defaultSettings });
    const said: string[] = [];
    const hub = createHub({
      ...{ resumed, clock, pages: PAGES, settings: null, say: (line) => void said.push(line) },
      access: { ...onlyThisMachine, ...access },
      foresees,
    });
    await new Promise<void>((done) => hub.http.listen(0, '127.0.0.1', done));
    await hub.start();
    const url = `http://127.0.0.1:${(hub.http.address() as AddressInfo).port}`;
    const screens = new Screens(browser, url);
    hub.house.offerSetUp();
    const place: Place = {
      ...{ url, said: () => said.join('\n'), now: () => clock.now().at },
      screen: (path, size, more) => screens.open(path, size, more),
    };
    await use({ hub, clock, url, screens, place, facts: () => factsOn(disk) });
    await screens.close();
    await hub.stop();
    expect(screens.wrong, 'what no story may bring about on any screen').toEqual([]);
  },
});

async function factsOn(disk: MemoryDisk): Promise<Fact[]> {
  const facts: Fact[] = [];
  for (const date of (await datesIn(disk, '/data')) ?? [])
    await streamLines(disk, pathOf('/data', date), (line) => {
      facts.push(...unseal(Buffer.from(line), null).facts);
    });
  return facts;
}
