import type { Bench } from './benches.ts';
import { warmedUp } from './commands.ts';
import { atLeast, type Figure, figureOf } from './figure.ts';
import { keepPast } from './history.ts';
import { inFolder, type Server, startHub } from './processes.ts';
import { connected, press, take, type Wire } from './screens.ts';

/** Commands before anything is timed, and timed pairs of them. */
const WARM = 3200;
const PAIRS = 400;

/** A hub whose line stays as long as it is, and whose history was read through. */
interface Grown {
  readonly server: Server;
  readonly kiosk: Wire;
}

async function grown(folder: string, past: number, waiting: number): Promise<Grown> {
  if (past > 0)
    await keepPast(folder, { days: Math.ceil(past / 400), tickets: Math.min(past, 400) });
  const server = await startHub({ folder });
  const kiosk = await connected(server.url);
  for (let n = 0; n < waiting; n++) await press(kiosk, take);
  await verified(server.url);
  await warmedUp(server, WARM);
  return { server, kiosk };
}

/** What is verified behind a start is no part of what a command costs. */
async function verified(url: string): Promise<void> {
  for (let asked = 0; asked < 1200; asked++) {
    const said = await fetch(`${url}/readyz`).then((answer) => answer.text());
    if (said.includes('"history":"verified"')) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('the history was not verified in two minutes');
}

/** A number taken and given up again, each after the other is acknowledged; commands a second. */
async function pairs(kiosk: Wire, count: number): Promise<number> {
  const begun = performance.now();
  for (let n = 0; n < count; n++) {
    const { ticket } = await press(kiosk, take);
    if (ticket) await press(kiosk, { type: 'ticket.giveUp', ticket });
  }
  return (2000 * count) / (performance.now() - begun);
}

/** What grows: tickets in the history, people in the line, tickets since this morning. */
const GROWN = [
  { what: '10,000 tickets in the ledger', past: 10_000, waiting: 10 },
  { what: '100,000 tickets in the ledger', past: 100_000, waiting: 10 },
  { what: '1,000 waiting', past: 100, waiting: 1000 },
] as const;

/** B5: a command's cost with much behind it, against a hub as fresh with little. */
export const growth: Bench = {
  ids: ['B5'],
  measure: ({ quick }) => inFolder((folder) => measured(folder, quick)),
};

async function measured(folder: string, quick: boolean) {
  const figures: Figure[] = [];
  for (const [n, { what, past, waiting }] of GROWN.entries()) {
    const [base, more] = await Promise.all([
      grown(`${folder}/${n}-small`, 100, 10),
      grown(`${folder}/${n}`, quick ? past / 10 : past, waiting),
    ]);
    const given = { ours: [] as number[], bare: [] as number[] };
    for (let round = 0; round < (quick ? 3 : 7); round++) {
      for (const [who, { kiosk }] of turns(round, { ours: more, bare: base }))
        given[who].push(await pairs(kiosk, PAIRS));
    }
    await Promise.all([base.server.end(), more.server.end()]);
    figures.push(figureOf({ ...{ id: 'B5', what, unit: '/s' }, ...given, goals: [atLeast(0.9)] }));
  }
  return { figures };
}

const turns = <T>(round: number, { ours, bare }: { readonly ours: T; readonly bare: T }) =>
  round % 2 === 0
    ? ([
        ['ours', ours],
        ['bare', bare],
      ] as const)
    : ([
        ['bare', bare],
        ['ours', ours],
      ] as const);
