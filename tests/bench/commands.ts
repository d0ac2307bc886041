import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from './benches.ts';
import { atLeast, figureOf } from './figure.ts';
import { inFolder, type Server, startHub, startLimit } from './processes.ts';
import { inTurn, nthOf } from './rounds.ts';
import { connectedAll, press, take } from './screens.ts';

/**
 * Commands before a round is timed, of each server's fresh process: a hub is at work for weeks, and one
 * that has just begun still runs half interpreted. They come from many at once, which is soon over.
 */
const WARM = 9600;
const WARMING = 32;
/** Then, of the same process: so many clients, and how many commands of theirs are timed. */
const TIMED = [
  { id: 'B1', clients: 1, timed: 1600, goals: [atLeast(0.8)] },
  { id: 'B2', clients: 8, timed: 4800, goals: [atLeast(0.6), atLeast(3600, 'ours')] },
  { id: 'B2', clients: 32, timed: 8000, goals: [atLeast(0.6)] },
] as const;

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
async function rateOf({ url }: Pick<Server, 'url'>, clients: number, commands: number) {
  const kiosks = await connectedAll(url, clients);
  const begun = performance.now();
  await Promise.all(
    kiosks.map(async (kiosk) => {
      for (let n = 0; n < commands / clients; n += 2) {
        const { ticket } = await press(kiosk, take);
        if (ticket) await press(kiosk, { type: 'ticket.giveUp', ticket });
      }
    }),
  );
  const took = performance.now() - begun;
  for (const kiosk of kiosks) kiosk.disconnect();
  return (commands / took) * 1000;
}

/** Has a fresh server work until it no longer gets faster. */
export const warmedUp = (server: Pick<Server, 'url'>, commands = WARM) =>
  rateOf(server, WARMING, commands);

/** One round: a fresh process on a fresh folder, so that no round works on another one's day. */
const roundOf = (start: (folder: string) => Promise<Server>, share: number) =>
  inFolder(async (folder) => {
    const server = await start(folder);
    await warmedUp(server);
    const rates: number[] = [];
    for (const { clients, timed } of TIMED)
      rates.push(await rateOf(server, clients, timed * share));
    await server.end();
    return rates;
  });

/** B1 and B2: commands acknowledged a second, after the flush. */
export const commands: Bench = {
  ids: ['B1', 'B2'],
  async measure({ quick }) {
    const bytes = await bytesOfLine();
    const [rounds, share] = quick ? [3, 0.4] : [5, 1];
    const given = await inTurn(
      rounds,
      () => roundOf((folder) => startHub({ folder }), share),
      () => roundOf((folder) => startLimit('echo', folder, String(bytes)), share),
    );
    return {
      figures: TIMED.map(({ clients, id, goals }, n) => {
        const what = `numbers taken and given up, ${clients} ${clients === 1 ? 'client' : 'clients'}`;
        return figureOf({ ...{ id, what, unit: '/s', goals }, ...nthOf(given, n) });
      }),
    };
  },
};
