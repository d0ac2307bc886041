import { nodeDisk } from '../../../server/ledger/disk.ts';
import {
  type BooksOffice,
  enrolmentOf,
  openOffice,
  type PlayedBranch,
  playedBranch,
} from '../../kit/accounts.ts';
import { startPostgres } from '../../kit/postgres.ts';
import type { Bench, Measured, Terms } from '../benches.ts';
import { atLeast, atMost, figureOf } from '../figure.ts';
import { startCenter } from '../processes.ts';
import { taking } from '../rounds.ts';
import { BRANCHES, type Country, country, PACE, piecesFor, QUICK, sayCountry } from './country.ts';
import { onFiles, onPostgres, type Places } from './places.ts';
import { ranking } from './ranking.ts';
import { branchName, byHttp, smallPieces } from './roads.ts';
import { senderName, takingIn } from './taking.ts';

const SAYS = { postgres: 'PostgreSQL', embedded: 'files and PGlite' } as const;

/** B11, B12 and a country's day, on a real PostgreSQL that flushes and on what needs no installing. */
export const center: Bench = {
  ids: ['B11', 'B12'],
  async measure(terms) {
    const days = terms.quick ? 2 : 10;
    const branch = await playedBranch('b', { from: '2026-10-01', days, tickets: 200 });
    const server = await startPostgres({ flushes: true });
    if (!server) console.error('center on PostgreSQL left out: none is installed here');
    const all: Measured[] = [];
    try {
      if (server) all.push(await measured(onPostgres(server), branch, terms));
    } finally {
      await server?.stop();
    }
    all.push(await measured(onFiles, branch, terms));
    return {
      figures: all.flatMap(({ figures }) => figures),
      details: Object.assign({}, ...all.map(({ details }) => details)),
      print: () => all.map(({ print }) => print?.()).join('\n'),
    };
  },
};

async function measured(places: Places, branch: PlayedBranch, terms: Terms): Promise<Measured> {
  const { kind } = places;
  const name = SAYS[kind];
  const rounds = terms.quick ? 2 : 5;
  const found = await places.here(async ({ store, owner, keeps, folder }) => {
    const office = await openOffice(kind, store, { disk: nodeDisk, folder });
    await store.monthsReady(['2026-10']);
    const all = {
      alone: await takingIn(office, branch, { keeps, rounds, atATime: 1 }),
      taken: await takingIn(office, branch, { keeps, rounds, atATime: 4 }),
      rows: await rowsASecond(office),
      ranked: await ranking({ store, owner }, branch, rounds),
    };
    await Promise.all([office.intake.close(), office.kept.roster.close()]);
    return all;
  });
  const { alone, taken, ranked, rows } = found;
  const http = await countryApart(places, branch, terms);
  const goals = [atMost(1.5), atMost(300, 'ours')];
  const B11 = { id: 'B11', unit: '/s', goals: [atLeast(0.6)] };
  const says = (of: string) => `center: entries taken in, ${of}, ${name}`;
  const B12 = { id: 'B12', what: `center: a month’s rankings of 1,000 branches, ${name}` };
  return {
    figures: [
      figureOf({ ...B11, ...alone, what: says('of one branch alone') }),
      figureOf({ ...B11, ...taken, what: says('of four at a time') }),
      figureOf({ ...B12, unit: 'ms', ...ranked, goals }),
    ],
    details: { [kind]: { rows, country: http } },
    print: () =>
      [
        `${name}: rows are made of ${rows} entries a second, behind the intake`,
        sayCountry(name, http),
      ].join('\n'),
  };
}

/** How fast day rows are made of what one branch has sent. */
async function rowsASecond({ kept, books }: BooksOffice): Promise<number> {
  const id = senderName(1, 0);
  const [stood] = await kept.shelves.standsOf(await kept.roster.of(id));
  const took = await taking(() => books().rows(id as never));
  return Math.round(((stood?.head.seq ?? 0) / took) * 1000);
}

/** Over HTTP, to a center that makes the rows as well; whoever sends works on the same two cores. */
function countryApart(places: Places, branch: PlayedBranch, { quick }: Terms): Promise<Country> {
  const pace = quick ? QUICK : PACE;
  return places.apart(
    async (roster) => {
      for (let n = 0; n < BRANCHES; n++)
        await roster.add(enrolmentOf({ ...branch, id: branchName(n) }));
    },
    async (ground) => {
      const pieces = await smallPieces(branch, piecesFor(pace));
      const server = await startCenter(ground);
      try {
        return await country(await byHttp(server.url, branch, pieces), pace);
      } finally {
        await server.end();
      }
    },
  );
}
