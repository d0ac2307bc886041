import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import type { Store } from '../../server/center/store/database.ts';
import type { BranchId } from '../../shared/ids.ts';
import { enrolled, openOffice, playedBranch, segmentOf, sent } from '../kit/accounts.ts';
import { isAbsent, openStore } from '../kit/stores.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const real = test.skipIf(isAbsent('postgres'));

/** Small, and the same everywhere: copied to every node. */
const REFERENCE = [
  ...['codes', 'keys'],
  ...['people', 'sessions', 'passes', 'tries', 'socket_io_attachments'],
];
const own = (name: string) => !name.startsWith('kysely_') && !REFERENCE.includes(name);

real('every unique key, and every index, begins with the branch', async () => {
  const store = await openStore('postgres');
  const { rows } = await sql<{ name: string; keys: string }>`
    select t.relname name, pg_get_indexdef(i.indexrelid) keys from pg_index i
    join pg_class t on t.oid = i.indrelid
    join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
    where t.relkind in ('r', 'p') and not t.relispartition`.execute(store.db);
  const found = rows.filter(({ name }) => own(name));
  expect(found.length).toBeGreaterThanOrEqual(13);
  expect(found.filter(({ keys }) => !/\(branch[,)]/.test(keys))).toEqual([]);
});

/** Statements that a store was asked since. */
function listening({ pool }: Store): string[] {
  const asked: string[] = [];
  pool?.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((...args: unknown[]) => {
      if (typeof args[0] === 'string') asked.push(args[0]);
      return query(...args);
    }) as typeof client.query;
  });
  return asked;
}

real('whatever is asked of one branch names it: no statement goes to all shards', async () => {
  const store = await openStore('postgres');
  const asked = listening(store);
  const office = await openOffice('postgres', store);
  const east = await playedBranch('east', { from: '2026-10-30', days: 3, tickets: 12 });
  const member = await enrolled(office, east);
  await sent(office, member, await segmentOf(east, 0, 60));
  await sent(office, member, await segmentOf(east, 30));
  await office.intake.fetch(member, { v: 1, after: { seq: 0, hash: '0'.repeat(64) } });
  const books = office.books();
  await books.rows('east' as BranchId);
  await books.lobby('east' as BranchId);
  await books.entries('east' as BranchId, '2026-10-30' as never);
  const told = asked.filter((text) => !/^(begin|commit|rollback|select make_month)/.test(text));
  expect(told.length).toBeGreaterThan(30);
  const names = /"?branch"? = \$|insert into "?\w+"? \("?branch"?,/;
  expect([...new Set(told)].filter((text) => !names.test(text))).toEqual([]);
});

real('a month is read from its own partitions, and a branch’s day from one', async () => {
  const store = await openStore('postgres');
  await store.monthsReady(['2026-08', '2026-09', '2026-10', '2026-11']);
  const plan = async (statement: string) => {
    const { rows } = await sql
      .raw<{ 'QUERY PLAN': string }>(`explain ${statement}`)
      .execute(store.db);
    const text = rows.map((row) => row['QUERY PLAN']).join('\n');
    return [...new Set(text.match(/\b\w+_(20\d\d_\d\d|other)(?=\b)/g))].filter(
      (name) => !name.includes('pkey'),
    );
  };
  const day = `branch = 'east' and month = '2026-10'`;
  expect(
    await plan(`select sum(wait_ms) from days where month = '2026-10' group by branch`),
  ).toEqual(['days_2026_10']);
  expect(await plan(`select "row" from days where ${day} and date = '2026-10-05'`)).toEqual([
    'days_2026_10',
  ]);
  expect(await plan(`select line from entries where ${day} and epoch = 1 and seq > 5`)).toEqual([
    'entries_2026_10',
  ]);
  expect(await plan(`select sig from heads where ${day} and epoch = 1 and seq = 5`)).toEqual([
    'heads_2026_10',
  ]);
});

real(
  'months far from now, and nonsense, make no partition; their rows are kept all the same',
  async () => {
    const store = await openStore('postgres');
    await store.monthsReady(['2099-01', 'x; drop table days', '2026-13', '2026-10']);
    const { rows } = await sql<{ name: string }>`
    select relname name from pg_class where relispartition and relkind = 'r'
    and relname like 'days%' order by 1`.execute(store.db);
    expect(rows.map(({ name }) => name)).toEqual(['days_2026_10', 'days_other']);
    await Promise.all(
      Array.from({ length: 8 }, () => sql`select make_month('2026-11')`.execute(store.db)),
    );
  },
);
