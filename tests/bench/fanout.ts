import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Bench } from './benches.ts';
import { atMost, figureOf } from './figure.ts';
import { inFolder, type Server, startHub, startLimit } from './processes.ts';
import { inTurn, nearestRank } from './rounds.ts';

const WATCHERS = fileURLToPath(new URL('watchers.js', import.meta.url));

/** What the watchers are told to do: so many screens, then more, each time so many changes. */
export interface Watching {
  readonly url: string;
  readonly of: 'hub' | 'echo';
  readonly screens: readonly number[];
  readonly changes: number;
}

export interface Watched {
  /** Of each number of screens: milliseconds until the last of them had each change. */
  readonly taken: readonly (readonly number[])[];
  /** Of the view shown last. */
  readonly bytes: number;
}

/** All screens of a branch, and more, in a process of their own. */
async function watched(watching: Watching): Promise<Watched> {
  const child = fork(WATCHERS);
  child.send(watching);
  const [said] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('the watchers ended'))),
  ]);
  child.kill();
  return said as Watched;
}

const SCREENS = [100, 500];

/** B4: a change shown on the last of many watching screens, from the press that brings it about. */
export const fanout: Bench = {
  ids: ['B4'],
  async measure({ quick }) {
    const [rounds, changes] = quick ? [2, 30] : [5, 60];
    let bytes = 0;
    const round = (of: Watching['of'], start: (folder: string) => Promise<Server>) =>
      inFolder(async (folder) => {
        const server = await start(folder);
        const told = await watched({ url: server.url, of, screens: SCREENS, changes });
        await server.end();
        if (of === 'hub') bytes = told.bytes;
        return told.taken;
      });
    const { ours, bare } = await inTurn(
      rounds,
      () => round('hub', (folder) => startHub({ folder })),
      () => round('echo', (folder) => startLimit('echo', folder, '300', String(bytes))),
    );
    // Of all rounds together: of sixty changes the 99th percentile would be the slowest one.
    const of = (all: typeof ours, n: number, share: number) =>
      nearestRank(
        all.flatMap((taken) => taken[n] ?? []),
        share,
      );
    const middle = (n: number) => ({ ours: of(ours, n, 0.5), bare: of(bare, n, 0.5) });
    return {
      details: Object.fromEntries(SCREENS.map((screens, n) => [`p50 of ${screens}`, middle(n)])),
      figures: SCREENS.map((screens, n) => {
        const what = `press to the last of ${screens} screens, p99 of ${rounds * changes}`;
        const more = { id: 'B4', unit: 'ms', goals: [atMost(1.3)] };
        return figureOf({ ...more, what, ours: [of(ours, n, 0.99)], bare: [of(bare, n, 0.99)] });
      }),
    };
  },
};
