import { sql } from 'kysely';
import { contendersOf } from '../../../server/center/books/contending.ts';
import { monthOf } from '../../../server/center/books/filesBooks.ts';
import { dayOf } from '../../../server/center/books/keeping.ts';
import type { Store } from '../../../server/center/store/database.ts';
import { DAY_SUMS } from '../../../server/center/store/dayColumns.ts';
import { readAll } from '../../../server/upkeep/kept.ts';
import type { DayRow } from '../../../shared/month/dayRow.ts';
import { rank } from '../../../shared/month/ranking.ts';
import type { PlayedBranch } from '../../kit/accounts.ts';
import { inTurn, type Rounds, taking } from '../rounds.ts';

const BRANCHES = 1000;
const SAMPLES = {
  ...{ averageWait: 100, satisfaction: 30, premiumSatisfaction: 30, invitationRate: 100 },
};
const MONTH = '2026-09';

/** B12: a month of 1,000 branches, one in a hundred with a correction; the rows are those of a real day. */
export async function ranking(store: Store, branch: PlayedBranch, rounds: number): Promise<Rounds> {
  const [day] = (await readAll(branch.disk, '/data'))?.kept[0]?.days ?? [];
  if (!day) throw new Error('no day');
  await filled(store, day.row);
  const period = monthOf(MONTH);
  const sums = sql.raw(DAY_SUMS.map((name) => `sum(${name})`).join(', '));
  const group = sql`select branch, ${sums} from days where month = ${MONTH} group by branch`;
  const ours = () => taking(async () => rank(await contendersOf(store, period), SAMPLES));
  const bare = () => taking(() => group.execute(store.db));
  // Two rounds warm both up.
  await inTurn(2, ours, bare);
  return inTurn(rounds, ours, bare);
}

/** One branch's month is written as the books write it, those of the others are copied from it. */
async function filled(store: Store, row: DayRow): Promise<void> {
  await store.monthsReady([MONTH]);
  for (let date = 1; date <= 30; date++) {
    const made = { ...row, date: `${MONTH}-${String(date).padStart(2, '0')}` as typeof row.date };
    const { corrects: _, ...day } = dayOf({ branch: 'r0', epoch: 1 }, { row: made, seq: date });
    await store.db
      .insertInto('days')
      .values({ ...day, corrects: null })
      .execute();
  }
  const others = DAY_SUMS.filter((name) => name !== 'wait_ms').join(', ');
  await sql`
    insert into days (branch, month, epoch, seq, date, ruled, inspections, "row", corrects, wait_ms, ${sql.raw(others)})
    select 'r' || n, month, epoch, seq, date, ruled, inspections, "row",
      case when seq = 20 and n % 100 = 0 then '["2026-09-03"]'::jsonb end,
      wait_ms + n * 1000, ${sql.raw(others)}
    from days cross join generate_series(1, ${BRANCHES - 1}::int) n where month = ${MONTH}`.execute(
    store.db,
  );
  const { version } = row.rules;
  const body = JSON.stringify(row.rules);
  await sql`
    insert into rules (branch, version, body)
    select 'r' || n, ${version}, ${body}::jsonb from generate_series(0, ${BRANCHES - 1}::int) n`.execute(
    store.db,
  );
  await sql`analyze days`.execute(store.db).catch(() => {});
}
