import { sql } from 'kysely';
import { contendersOf } from '../../server/center/books/contending.ts';
import { monthOf } from '../../server/center/books/filesBooks.ts';
import { dayOf } from '../../server/center/books/keeping.ts';
import { checked } from '../../server/center/check.ts';
import type { Segment } from '../../server/center/protocol.ts';
import type { Member } from '../../server/center/roster.ts';
import { openPostgres, type Store } from '../../server/center/store/database.ts';
import { DAY_SUMS } from '../../server/center/store/dayColumns.ts';
import { prepared } from '../../server/center/store/preparing.ts';
import { readAll } from '../../server/upkeep/kept.ts';
import { rank } from '../../shared/month/ranking.ts';
import {
  type BooksOffice,
  enrolled,
  openOffice,
  type PlayedBranch,
  playedBranch,
  segmentOf,
} from '../kit/accounts.ts';
import { startPostgres } from '../kit/postgres.ts';
import type { Measured } from './benches.ts';
import { type Country, country } from './country.ts';
import { atLeast, atMost, figureOf } from './figure.ts';
import { copied, copyLine } from './limits/copying.ts';

const ROUNDS = 5;

/** What both gave, round by round. */
interface Rounds {
  readonly ours: readonly number[];
  readonly bare: readonly number[];
}

async function taking(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** On a real PostgreSQL that flushes. @throws where there is none */
export async function benchCenter(): Promise<Measured> {
  const server = await startPostgres({ flushes: true });
  if (!server) throw new Error('no PostgreSQL is installed here: apt install postgresql');
  try {
    const name = await server.create();
    await prepared(server.ownerUrl(name), server.url(name));
    const owner = openPostgres(server.ownerUrl(name), () => {});
    const store = openPostgres(server.url(name), () => {});
    try {
      return await measured(store, owner);
    } finally {
      await store.close();
      await owner.close();
    }
  } finally {
    await server.stop();
  }
}

async function measured(store: Store, owner: Store): Promise<Measured> {
  const branch = await playedBranch('b', { from: '2026-10-01', days: 10, tickets: 200 });
  const segments = await pieces(branch);
  const office = await openOffice('postgres', store);
  await store.monthsReady(['2026-10']);
  await sql`create table copied (like entries including all)`.execute(owner.db);
  const [ours, limit]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    const member = await enrolled(office, { ...branch, id: `b${round}` });
    const entries = segments.at(-1)?.head.seq ?? 0;
    const rate = (ms: number) => (entries / ms) * 1000;
    ours.push(rate(await taking(() => takenIn(office, member, segments))));
    limit.push(rate(await taking(() => bare(owner, member, segments))));
  }
  const rowsTook = await taking(() => office.books().rows('b0' as never));
  const entries = segments.at(-1)?.head.seq ?? 0;
  const B11 = { what: 'center: entries taken in a second', unit: '/s', goals: [atLeast(0.6)] };
  const B12 = {
    ...{ what: 'center: a month’s rankings of 1,000 branches', unit: 'ms' },
    goals: [atMost(1.5), atMost(300, 'ours')],
  };
  const figures = [
    figureOf({ id: 'B11', ...B11, ours, bare: limit }),
    figureOf({ id: 'B12', ...B12, ...(await ranking(store, branch)) }),
  ];
  const rows = Math.round((entries / rowsTook) * 1000);
  const sustains = await country(office, branch);
  return { figures, details: { rows, country: sustains }, print: () => printed(rows, sustains) };
}

/** As an uplink sends them: 256 KiB a segment. */
async function pieces(branch: PlayedBranch): Promise<Segment[]> {
  const whole = await segmentOf(branch, 0);
  const segments: Segment[] = [];
  const step = Math.floor(whole.head.seq / Math.ceil(JSON.stringify(whole.days).length / 262_144));
  for (let at = 0; at < whole.head.seq; at += step)
    segments.push({ ...(await segmentOf(branch, at, at + step)), closings: [] });
  return segments;
}

async function takenIn({ intake }: BooksOffice, member: Member, segments: readonly Segment[]) {
  for (const segment of segments) {
    const answer = await intake.take(member, segment);
    if (!answer.ok) throw new Error(answer.code);
  }
}

/** The same entries verified in memory, then copied. */
async function bare({ pool }: Store, member: Member, segments: readonly Segment[]): Promise<void> {
  for (const segment of segments) if ('no' in checked(segment, member)) throw new Error('unsound');
  let seq = 0;
  const text = segments
    .flatMap(({ days }) => days)
    .flatMap(({ date, lines }) =>
      lines.map((line) => copyLine([member.branch, date.slice(0, 7), 1, ++seq, date, line])),
    )
    .join('');
  const client = await pool?.connect();
  if (!client) throw new Error('no pool');
  await copied(client, 'copied (branch, month, epoch, seq, date, line)', text);
  client.release();
}

const BRANCHES = 1000;
const SAMPLES = {
  ...{ averageWait: 100, satisfaction: 30, premiumSatisfaction: 30, invitationRate: 100 },
};

/** A month of 1,000 branches, one in a hundred with a correction; the rows are those of real days. */
async function ranking(store: Store, branch: PlayedBranch): Promise<Rounds> {
  const [day] = (await readAll(branch.disk, '/data'))?.kept[0]?.days ?? [];
  if (!day) throw new Error('no day');
  await store.monthsReady(['2026-09']);
  for (let date = 1; date <= 30; date++) await filled(store, day.row, date);
  await sql`analyze days`.execute(store.db).catch(() => {});
  const period = monthOf('2026-09');
  const sums = sql.raw(DAY_SUMS.map((name) => `sum(${name})`).join(', '));
  const [ours, limit]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS + 2; round++) {
    const own = await taking(async () => rank(await contendersOf(store, period), SAMPLES));
    const group = sql`select branch, ${sums} from days where month = '2026-09' group by branch`;
    const bare = await taking(() => group.execute(store.db));
    // The first two warm both up.
    if (round > 1) {
      ours.push(own);
      limit.push(bare);
    }
  }
  return { ours, bare: limit };
}

async function filled({ db }: Store, row: Parameters<typeof dayOf>[1]['row'], date: number) {
  const name = `2026-09-${String(date).padStart(2, '0')}`;
  const made = { ...row, date: name as typeof row.date };
  const { corrects: _, ...day } = dayOf({ branch: '', epoch: 1 }, { row: made, seq: date });
  const all = Array.from({ length: BRANCHES }, (_, n) => ({
    ...{ ...day, branch: `r${n}`, wait_ms: Number(day.wait_ms) + n * 1000 },
    corrects: date === 20 && n % 100 === 0 ? JSON.stringify(['2026-09-03']) : null,
  }));
  for (let n = 0; n < BRANCHES; n += 250)
    await db
      .insertInto('days')
      .values(all.slice(n, n + 250))
      .execute();
  if (date > 1) return;
  const { version } = row.rules;
  const rules = all.map(({ branch }) => ({ branch, version, body: JSON.stringify(row.rules) }));
  await db.insertInto('rules').values(rules).execute();
}

function printed(rows: number, { steps, sustained, branches }: Country): string {
  return [
    `rows are made of ${rows} entries a second, behind the intake`,
    ...steps.map(
      (s) =>
        `country  ${s.offered} segments a second: ${s.answered} answered, p50 ${s.p50} ms, p99 ${s.p99} ms`,
    ),
    `sustained: ${sustained} segments a second, ${branches} branches that send once a minute`,
  ].join('\n');
}
