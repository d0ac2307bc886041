import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from './benches.ts';
import { atLeast, figureOf } from './figure.ts';
import { inFolder, type Server, startHub, startLimit } from './processes.ts';
import { inTurn } from './rounds.ts';
import { connectedAll, press, take } from './screens.ts';

/** Commands before a round is timed, and timed ones, of each server's fresh process. */
const WARM = 1280;
const TIMED = { 1: 1600, 8: 4800, 32: 8000 } as const;
type Clients = keyof typeof TIMED;

/** Bytes of a taken ticket's line in the ledger, so that the limit writes as many. */
async function bytesOfLine(): Promise<number> {
  return inFolder(async (folder) => {
    const hub = await startHub({ folder });
    const [kiosk] = await connectedAll(hub.url, 1);
    if (kiosk) await press(kiosk, take);
    kiosk?.disconnect();
    await hub.end();
    const ledger = join(folder, 'data', 'ledger');
    const [day = ''] = await readdir(ledger);
    const lines = (await readFile(join(ledger, day), 'utf8')).trimEnd().split('\n');
    return Buffer.byteLength(lines.at(-1) ?? '') + 1;
  });
}

/**
 * Commands acknowledged a second, one after another by each client: numbers taken, and given up again,
 * so that the line stays as long as a branch's and every command costs what it costs there.
 */
export async function rateOf({ url }: Pick<Server, 'url'>, clients: number, timed: number) {
  const kiosks = await connectedAll(url, clients);
  const each = (commands: number) =>
    Promise.all(
      kiosks.map(async (kiosk) => {
        for (let n = 0; n < commands / clients; n += 2) {
          const { ticket } = await press(kiosk, take);
          if (ticket) await press(kiosk, { type: 'ticket.giveUp', ticket });
        }
      }),
    );
  await each(WARM);
  const begun = performance.now();
  await each(timed);
  const took = performance.now() - begun;
  for (const kiosk of kiosks) kiosk.disconnect();
  return (timed / took) * 1000;
}

/** One round: a fresh process on a fresh folder, so that no round works on another one's day. */
const roundOf = (start: (folder: string) => Promise<Server>, clients: Clients, share: number) =>
  inFolder(async (folder) => {
    const server = await start(folder);
    const rate = await rateOf(server, clients, TIMED[clients] * share);
    await server.end();
    return rate;
  });

/** B1 and B2: commands acknowledged a second, after the flush. */
export const commands: Bench = {
  ids: ['B1', 'B2'],
  async measure({ quick }) {
    const bytes = await bytesOfLine();
    const [rounds, share] = quick ? [3, 0.4] : [5, 1];
    const figures = [];
    for (const clients of [1, 8, 32] as const) {
      const given = await inTurn(
        rounds,
        () => roundOf((folder) => startHub({ folder }), clients, share),
        () => roundOf((folder) => startLimit('echo', folder, String(bytes)), clients, share),
      );
      const goals = clients === 1 ? [atLeast(0.8)] : [atLeast(0.6)];
      if (clients === 8) goals.push(atLeast(3600, 'ours'));
      const what = `numbers taken and given up, ${clients} ${clients === 1 ? 'client' : 'clients'}`;
      figures.push(
        figureOf({ ...{ id: clients === 1 ? 'B1' : 'B2', what }, unit: '/s', ...given, goals }),
      );
    }
    return { figures };
  },
};
