import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { agreed, unmade } from '../../server/center/books/agreeing.ts';
import { alarmsIn } from '../../server/center/books/alarms.ts';
import { seal } from '../../server/ledger/entry.ts';
import { readAll } from '../../server/upkeep/kept.ts';
import type { BranchId } from '../../shared/ids.ts';
import {
  enrolled,
  openOffice,
  type PlayedBranch,
  playedBranch,
  segmentOf,
  sent,
} from '../kit/accounts.ts';
import { FOLDER } from '../kit/ledgers.ts';
import { isAbsent, KINDS, type Kind, openStore } from '../kit/stores.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

const EAST = 'east' as BranchId;
const east = await playedBranch(EAST, { from: '2026-10-29', days: 4, tickets: 30 });

/** Entry behind which each business day begins, oldest first. */
const begins = daysOf(east).map(({ first }) => first - 1);

function daysOf({ disk }: PlayedBranch) {
  const names = ['2026-10-29', '2026-10-30', '2026-10-31', '2026-11-01'];
  return names.map((date) => {
    const [line = ''] = String(disk.peek(`${FOLDER}/ledger/${date}.jsonl`)).split('\n');
    return { date, first: Number(JSON.parse(line).seq) };
  });
}

const rowsOf = async ({ disk }: PlayedBranch) =>
  (await readAll(disk, FOLDER))?.kept[0]?.days.map(({ row }) => row) ?? [];

async function given(kind: Kind) {
  const office = await openOffice(kind, await openStore(kind));
  return { office, member: await enrolled(office, east), store: office.store };
}

/** Which transaction wrote each row: it changes with every touch. */
const writersOf = async ({ store }: { store: Awaited<ReturnType<typeof openStore>> }) =>
  new Map(
    (
      await sql<{ date: string; writer: string }>`
        select date, xmin::text writer from days order by date`.execute(store.db)
    ).rows.map(({ date, writer }) => [date, writer]),
  );

function story(name: string, run: (kind: Kind) => Promise<void>): void {
  for (const kind of KINDS) test.skipIf(isAbsent(kind))(`${name} (${kind})`, () => run(kind));
}

story('a late segment touches its own day’s row and no other', async (kind) => {
  const { office, member } = await given(kind);
  const books = office.books();
  const [, second = 0, third = 0] = begins;
  await sent(office, member, await segmentOf(east, 0, third + 20));
  expect((await books.rows(EAST)).map(({ date }) => date)).toEqual([
    ...['2026-10-29', '2026-10-30', '2026-10-31'],
  ]);
  const before = await writersOf(office);
  await sent(office, member, await segmentOf(east, third + 20, third + 60));
  await books.rows(EAST);
  const after = await writersOf(office);
  const touched = [...after].filter(([date, writer]) => before.get(date) !== writer);
  expect(touched.map(([date]) => date)).toEqual(['2026-10-31']);
  expect(second).toBeGreaterThan(0);

  await sent(office, member, await segmentOf(east, third + 60));
  const rows = await office.books().rows(EAST);
  expect(rows).toEqual(await rowsOf(east));
  const last = await writersOf(office);
  const untouched = ['2026-10-29', '2026-10-30'];
  expect(untouched.map((date) => last.get(date))).toEqual(untouched.map((d) => before.get(d)));
});

story('rows come out the same from every start, and when they are made anew', async (kind) => {
  const { office, member, store } = await given(kind);
  for (let at = 0; at < (begins[3] ?? 0); at += 97) {
    await sent(office, member, await segmentOf(east, at, at + 97));
    await office.books().rows(EAST);
  }
  const whole = await segmentOf(east, 0);
  await sent(office, member, whole);
  const rows = await rowsOf(east);
  expect(await office.books().rows(EAST)).toEqual(rows);
  const now = await office.books().lobby(EAST);
  expect(now?.head.seq).toBe(whole.head.seq);
  const month = await office.books().month('2026-10');
  expect(month.get(EAST)).toEqual(rows.slice(0, 3));
  await unmade(store, EAST);
  const [one, two] = [office.books(), office.books()];
  await Promise.all([one.rows(EAST), two.rows(EAST), one.lobby(EAST)]);
  expect(await one.rows(EAST)).toEqual(rows);
  expect((await two.entries(EAST, '2026-10-30')).length).toBe((begins[2] ?? 0) - (begins[1] ?? 0));
  expect(await alarmsIn(store)).toEqual(new Map());
});

story('rows that were made of another ledger are found at the start', async (kind) => {
  const { office, member, store } = await given(kind);
  await sent(office, member, await segmentOf(east, 0));
  const rows = await office.books().rows(EAST);
  expect(await agreed(store, office.kept)).toEqual([]);
  await store.db
    .updateTable('folds')
    .set({ hash: 'f'.repeat(64) })
    .execute();
  await store.db.updateTable('days').set({ wait_ms: 1 }).execute();
  expect(await agreed(store, office.kept)).toEqual([EAST]);
  expect(await office.books().rows(EAST)).toEqual(rows);
});

story('sums of its own that differ from its facts are an alarm, for its own day', async (kind) => {
  const { office, member, store } = await given(kind);
  const told = await segmentOf(east, 0);
  const [first = '', second = '', ...others] = told.closings;
  const { key: _, sig: __, ...closing } = JSON.parse(second);
  closing.all.wait.mean -= 60;
  const { key, sig } = east.key.sign(closing);
  const better = JSON.stringify({ ...closing, key, sig });
  // Entries first: their closings follow a minute later, after a restart of the center.
  await sent(office, member, { ...told, closings: [] });
  await office.books().rows(EAST);
  await sent(office, member, { ...told, days: [], closings: [first, better, ...others] });
  await office.books().lobby(EAST);
  expect(await alarmsIn(store)).toEqual(
    new Map([[EAST, { differs: { days: 1, last: '2026-10-30' }, broken: null }]]),
  );
});

story('a fact that makes no sense stops its own branch’s rows, and is said', async (kind) => {
  const { office, member, store } = await given(kind);
  await sent(office, member, await segmentOf(east, 0));
  const west = await playedBranch('west', { from: '2026-10-29', days: 1, tickets: 5 });
  const other = await enrolled(office, west);
  const whole = await segmentOf(west, 0);
  const nonsense = {
    ...{ at: whole.head.at, id: 'x', body: 'x', device: null, person: null },
    facts: [{ type: 'ticket.called' }] as never,
  };
  const { entry, line } = seal(nonsense, whole.head);
  await sent(office, other, whole);
  await sent(office, other, {
    ...{ v: 1, closings: [], head: west.key.sign(entry) },
    days: [{ date: '2026-10-29' as never, lines: [line.trimEnd()] }],
  });
  expect(await office.books().rows('west' as BranchId)).toHaveLength(1);
  expect(await office.books().contenders('2026-10')).toHaveLength(2);
  expect((await alarmsIn(store)).get('west')?.broken).toBe(entry.seq);
});
