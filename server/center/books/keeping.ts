import { type Insertable, sql } from 'kysely';
import { sumsIn } from '../../../shared/month/contender.ts';
import type { Store } from '../store/database.ts';
import { columnsOf, DAY_SUMS } from '../store/dayColumns.ts';
import type { DaysTable } from '../store/schema.ts';
import type { Account, Difference } from './account.ts';
import type { MadeRow } from './fold.ts';
import type { EpochId } from './received.ts';

/** Up to which entry an epoch's rows are made. */
export async function madeUpTo({ db }: Store, { branch, epoch }: EpochId): Promise<number> {
  const row = db.selectFrom('folds').select('seq');
  const own = row.where('branch', '=', branch).where('epoch', '=', epoch);
  return (await own.executeTakeFirst())?.seq ?? 0;
}

export async function markOf({ db }: Store, { branch, epoch }: EpochId): Promise<string | null> {
  const row = db.selectFrom('folds').select('mark');
  const own = row.where('branch', '=', branch).where('epoch', '=', epoch);
  return (await own.executeTakeFirst())?.mark ?? null;
}

export interface Kept {
  readonly account: Account;
  readonly differences: readonly Difference[];
  /** Whether its state is kept as well. */
  readonly mark: boolean;
}

/** Writes what changed, all of it or nothing. What another server made further already stays. */
export async function keepAccount(
  store: Store,
  { branch, epoch }: EpochId,
  { account, differences, mark }: Kept,
): Promise<void> {
  const made = account.touched();
  const rows = made.map((one) => dayOf({ branch, epoch }, one));
  const rules = new Map(made.map(({ row }) => [row.rules.version, row.rules]));
  const months = [
    ...rows.map(({ month }) => month),
    ...differences.map(({ date }) => monthOf(date)),
  ];
  await store.monthsReady(new Set(months));
  const { head, broken } = account.fold;
  const text = mark ? account.mark() : null;
  await store.db.transaction().execute(async (trx) => {
    if (rows.length > 0)
      await trx
        .insertInto('days')
        .values(rows)
        .onConflict((conflict) =>
          conflict
            .columns(['branch', 'month', 'date', 'epoch'])
            .doUpdateSet((e) =>
              Object.fromEntries(CHANGING.map((c) => [c, e.ref(`excluded.${c}`)])),
            )
            .whereRef('days.seq', '<=', 'excluded.seq'),
        )
        .execute();
    for (const [version, body] of rules)
      await trx
        .insertInto('rules')
        .values({ branch, version, body: JSON.stringify(body) })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    for (const { date, seq } of differences)
      await trx
        .insertInto('differences')
        .values({ branch, month: monthOf(date), epoch, date, seq })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    await trx
      .insertInto('folds')
      .values({ branch, epoch, seq: head.seq, hash: head.hash, broken, mark: text })
      .onConflict((conflict) =>
        conflict
          .columns(['branch', 'epoch'])
          .doUpdateSet({
            seq: sql`excluded.seq`,
            hash: sql`excluded.hash`,
            broken: sql`excluded.broken`,
            mark: sql`coalesce(excluded.mark, folds.mark)`,
          })
          .whereRef('folds.seq', '<=', 'excluded.seq'),
      )
      .execute();
  });
}

const monthOf = (date: string) => date.slice(0, 7);

const CHANGING = ['seq', 'ruled', 'inspections', 'corrects', 'row', ...DAY_SUMS] as const;

/** A day's row as its table keeps it. */
export function dayOf({ branch, epoch }: EpochId, { row, seq }: MadeRow): Insertable<DaysTable> {
  const { inspections = [], withdrawn = [], corrections } = row.records;
  // What was taken back stands among them: the ranking reads no whole rows.
  const said = [...inspections, ...withdrawn.map(({ id, at }) => ({ id, at, module: null }))];
  const corrects = corrections?.map(({ date }) => date);
  return {
    ...{ branch, epoch, seq, date: row.date, month: monthOf(row.date) },
    ...columnsOf(sumsIn(row)),
    ruled: `${row.date} ${String(epoch).padStart(4, '0')} ${row.rules.version}`,
    inspections: said.length > 0 ? JSON.stringify(said) : null,
    corrects: corrects ? JSON.stringify(corrects) : null,
    row: JSON.stringify(row),
  };
}
