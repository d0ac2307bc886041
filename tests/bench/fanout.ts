import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Bench } from './benches.ts';
import { atMost, type Figure, figureOf } from './figure.ts';
import { inFolder, type Server, startHub, startLimit } from './processes.ts';
import { inTurn, nearestRank } from './rounds.ts';

const WATCHERS = fileURLToPath(new URL('watchers.js', import.meta.url));

/** What the watchers are told to do. */
export interface Watching {
  readonly url: string;
  readonly of: 'hub' | 'echo';
  readonly screens: number;
  readonly changes: number;
}

export interface Watched {
  /** Milliseconds until the last screen had each change. */
  readonly taken: readonly number[];
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

/** B4: a change shown on the last of many watching screens, from the press that brings it about. */
export const fanout: Bench = {
  ids: ['B4'],
  async measure({ quick }) {
    const [rounds, changes] = quick ? [2, 30] : [5, 100];
    const figures: Figure[] = [];
    let bytes = 0;
    for (const screens of [100, 500]) {
      const round = (of: Watching['of'], start: (folder: string) => Promise<Server>) =>
        inFolder(async (folder) => {
          const server = await start(folder);
          const told = await watched({ url: server.url, of, screens, changes });
          await server.end();
          if (of === 'hub') bytes = told.bytes;
          return nearestRank(told.taken, 0.99);
        });
      const given = await inTurn(
        rounds,
        () => round('hub', (folder) => startHub({ folder })),
        () => round('echo', (folder) => startLimit('echo', folder, '300', String(bytes))),
      );
      const what = `press to the last of ${screens} screens, p99`;
      figures.push(figureOf({ id: 'B4', what, unit: 'ms', ...given, goals: [atMost(1.3)] }));
    }
    return { figures };
  },
};
