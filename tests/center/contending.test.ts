import { expect, test, vi } from 'vitest';
import { contendersOf } from '../../server/center/books/contending.ts';
import { monthOf } from '../../server/center/books/filesBooks.ts';
import { dayOf } from '../../server/center/books/keeping.ts';
import type { Store } from '../../server/center/store/database.ts';
import { Days } from '../../server/upkeep/days.ts';
import type { BranchId, BusinessDate } from '../../shared/ids.ts';
import { contenderOf } from '../../shared/month/contender.ts';
import type { DayRow } from '../../shared/month/dayRow.ts';
import { unpacked } from '../../shared/month/packed.ts';
import type { Corrected, Inspected, Module } from '../../shared/month/records.ts';
import { sheetOf } from '../../shared/month/sheet.ts';
import { Lively } from '../kit/lively.ts';
import { isAbsent, KINDS, openStore } from '../kit/stores.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const october = monthOf('2026-10');

/** Some days of one branch, each other than the one before. */
function livelyRows(seed: number, tickets: number): DayRow[] {
  const branch = new Lively({ from: '2026-10-01', tickets, seed });
  const days = new Days(branch.begun);
  for (const date of ['2026-10-01', '2026-10-02'])
    for (const { facts } of branch.day(date)) for (const fact of facts) days.take(fact);
  return days.all().map(({ row }) => row);
}
const some = [livelyRows(1, 40), livelyRows(2, 60), livelyRows(3, 25)].flat();

const on = (date: string, n: number, more: Partial<DayRow> = {}): DayRow => {
  const row = some[n % some.length];
  if (!row) throw new Error('no day');
  return { ...row, date: date as BusinessDate, ...more };
};

const month = (n: number, more: (date: string) => Partial<DayRow> = () => ({})) =>
  Array.from({ length: 12 }, (_, i) => {
    const date = `2026-10-${String(2 * i + 1).padStart(2, '0')}`;
    return on(date, n + i, more(date));
  });

const inspection = (module: Module, score: number): Inspected => ({
  ...{ id: `${module}-${score}`, module, score, at: 0 },
});

/** Takes the place of a wait that the day has; `at` orders those of one ticket. */
function correction(row: DayRow, to: number | null, more: Partial<Corrected> = {}): Corrected {
  const group = row.groups.find(({ waits }) => waits !== '');
  const [from = 0] = unpacked(group?.waits ?? '').slice(-1);
  return {
    ...{ id: `c-${row.date}`, date: row.date, ticket: 'x', what: 'wait', from, to, at: 1 },
    ...{ class: group?.class ?? '', service: group?.service ?? '', by: ['a', 'b'], reason: 'x' },
    ...more,
  };
}

const corrected = month(5);
const [third, fifth] = [corrected[2], corrected[4]];
if (!third || !fifth) throw new Error('no days');
const first = correction(third, 61_001);
const entered = [
  ...[first, { ...first, from: 61_001, to: 30_007, at: 2, id: 'again' }],
  ...[correction(fifth, null), correction(on('2026-09-30', 1), 5)],
];
// Nobody waited so long on the day it names, but on others somebody did; and nobody ever waited that long.
const [, other] = corrected;
const longest = (row: DayRow | undefined) =>
  unpacked(row?.groups.find(({ waits }) => waits !== '')?.waits ?? '').at(-1) ?? 0;
const elsewhere = [
  correction(third, 44_001, { from: longest(other) }),
  correction(fifth, 1, { from: 7, id: 'never', at: 2 }),
];
const points = { verySatisfied: 100, satisfied: 85.3, fair: 60.1, dissatisfied: 0.7 };
const ruled = (row: DayRow): DayRow['rules'] => ({ ...row.rules, points, version: 'later.0001' });

/** Each branch's days, oldest first; the number is the epoch that a day belongs to. */
const branches: Readonly<Record<string, readonly (readonly [number, DayRow])[]>> = {
  plain: month(0).map((row) => [1, row]),
  opensLate: [
    [1, on('2026-10-30', 3)],
    [1, on('2026-10-31', 4)],
  ],
  inspected: [
    [1, on('2026-08-11', 1, { records: { inspections: [inspection('environment', 71.3)] } })],
    [1, on('2026-09-11', 1, { records: { inspections: [inspection('environment', 88.1)] } })],
    ...month(2, (date) => ({
      records: date === '2026-10-11' ? { inspections: [inspection('duty', 90)] } : {},
    })).map((row) => [1, row] as const),
    [1, on('2026-11-02', 1, { records: { inspections: [inspection('duty', 10)] } })],
  ],
  takenBack: [
    [1, on('2026-09-11', 1, { records: { inspections: [inspection('environment', 88.1)] } })],
    ...month(6, (date) => ({
      records:
        date === '2026-10-11'
          ? { inspections: [inspection('environment', 20), inspection('duty', 90)] }
          : date === '2026-10-15'
            ? { withdrawn: [{ id: 'environment-20', at: 0 }] }
            : {},
    })).map((row) => [1, row] as const),
    [1, on('2026-11-02', 1, { records: { withdrawn: [{ id: 'duty-90', at: 0 }] } })],
  ],
  corrected: [
    ...corrected.map((row) => [1, row] as const),
    [1, on('2026-10-29', 2, { records: { corrections: entered } })],
    [1, on('2026-11-03', 2, { records: { corrections: [correction(fifth, 7)] } })],
  ],
  correctedElsewhere: [
    ...corrected.map((row) => [1, row] as const),
    [1, on('2026-10-29', 2, { records: { corrections: elsewhere } })],
  ],
  newRules: month(3).map((row) => [
    1,
    row.date > '2026-10-14' ? { ...row, rules: ruled(row) } : row,
  ]),
  newEpoch: [
    ...month(4).map((row) => [1, row] as const),
    [2, on('2026-10-23', 1, { rules: ruled(on('2026-10-23', 1)) })],
  ],
  elsewhen: [
    [1, on('2026-09-30', 1)],
    [1, on('2026-11-01', 2)],
  ],
};

async function put({ db, monthsReady }: Store): Promise<void> {
  for (const [branch, days] of Object.entries(branches))
    for (const [i, [epoch, row]] of days.entries()) {
      const day = dayOf({ branch, epoch }, { row, seq: i + 1 });
      await monthsReady([day.month]);
      await db.insertInto('days').values(day).execute();
      const { version } = row.rules;
      await db
        .insertInto('rules')
        .values({ branch, version, body: JSON.stringify(row.rules) })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
}

for (const kind of KINDS)
  test.skipIf(isAbsent(kind))(
    `what branches are ranked by comes from columns as the sheet says it, to the last digit (${kind})`,
    async () => {
      const store = await openStore(kind);
      await put(store);
      const found = new Map((await contendersOf(store, october)).map((one) => [one.branch, one]));
      for (const [id, days] of Object.entries(branches)) {
        const rows = days.map(([, row]) => row);
        const own = rows.filter(({ date }) => date.startsWith('2026-10'));
        const { rules } = own.at(-1) ?? {};
        const sheet = rules && sheetOf(rows, october, { today: october.to, rules });
        const branch = id as BranchId;
        expect(found.get(branch), id).toEqual(sheet && contenderOf(branch, sheet));
      }
      const { figures, total } = found.get('corrected' as BranchId) ?? {};
      expect(figures?.averageWait.value).not.toBe(
        found.get('plain' as BranchId)?.figures.averageWait.value,
      );
      expect(total?.weight).toBe(60);
      expect(found.get('inspected' as BranchId)?.total.weight).toBe(85);
      const items = found.get('takenBack' as BranchId)?.items;
      expect(items?.find(({ item }) => item === 'environment')?.score).toBe(88.1);
      expect(items?.find(({ item }) => item === 'duty')?.score).toBe(90);
    },
  );
