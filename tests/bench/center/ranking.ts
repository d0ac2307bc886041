import { sql } from 'kysely';
import { contendersOf } from '../../../server/center/books/contending.ts';
import { monthOf } from '../../../server/center/books/filesBooks.ts';
import { dayOf } from '../../../server/center/books/keeping.ts';
import type { Store } from '../../../server/center/store/database.ts';
import { DAY_SUMS } from '../../../server/center/store/dayColumns.ts';
import { readAll } from '../../../server/upkeep/kept.ts';
import type { BusinessDate } from '../../../shared/ids.ts';
import type { DayRow } from '../../../shared/month/dayRow.ts';
import { unpacked } from '../../../shared/month/packed.ts';
import { rank } from '../../../shared/month/ranking.ts';
import type { Corrected } from '../../../shared/month/records.ts';
import type { PlayedBranch } from '../../kit/accounts.ts';
import { inTurn, type Rounds, taking } from '../rounds.ts';
import type { Place } from './places.ts';

const BRANCHES = 1000;
const SAMPLES = {
  ...{ averageWait: 100, satisfaction: 30, premiumSatisfaction: 30, invitationRate: 100 },
};
const MONTH = '2026-09';
const MINUTE = 60_000;
const on = (day: number) => `${MONTH}-${String(day).padStart(2, '0')}` as BusinessDate;

/** B12: a month of 1,000 branches, one in a hundred with a correction; the rows are those of a real day. */
export async function ranking(
  { store, owner }: Pick<Place, 'store' | 'owner'>,
  branch: PlayedBranch,
  rounds: number,
): Promise<Rounds> {
  const [day] = (await readAll(branch.disk, '/data'))?.kept[0]?.days ?? [];
  if (!day) throw new Error('no day');
  await filled(store, day.row);
  // As a database does by itself within a minute: without, both halves sort on the disk.
  await sql`analyze days`.execute(owner.db);
  const period = monthOf(MONTH);
  const sums = sql.raw(DAY_SUMS.map((name) => `sum(${name})`).join(', '));
  const group = sql`select branch, ${sums} from days where month = ${MONTH} group by branch`;
  const ours = () => taking(async () => rank(await contendersOf(store, period), SAMPLES));
  const bare = () => taking(() => group.execute(store.db));
  await seeCorrected(store);
  // Two rounds warm both up.
  await inTurn(2, ours, bare);
  return inTurn(rounds, ours, bare);
}

/** What one branch in a hundred corrected on the 20th: the last wait of the 3rd was a minute longer. */
function correcting(row: DayRow): DayRow {
  const group = row.groups.find(({ waits }) => waits !== '');
  const from = unpacked(group?.waits ?? '').at(-1);
  if (!group || from === undefined) throw new Error('no waits');
  const one: Corrected = {
    ...{ id: 'c1', date: on(3), ticket: 'x', what: 'wait', from, to: from + MINUTE, at: 1 },
    ...{ class: group.class, service: group.service, by: ['a', 'b'], reason: 'forgotten' },
  };
  return { ...row, records: { ...row.records, corrections: [one] } };
}

/** A month without corrections would be measured in silence. Each branch waits a second a day longer than the one before. */
async function seeCorrected(store: Store): Promise<void> {
  const found = await contendersOf(store, monthOf(MONTH));
  const waited = (id: string) => {
    const { value, n } = found.find(({ branch }) => branch === id)?.figures.averageWait ?? { n: 0 };
    return Math.round((value ?? 0) * n);
  };
  if (waited('r100') - waited('r99') !== 30 + MINUTE / 1000) throw new Error('nothing corrected');
}

/** One branch's month is written as the books write it, those of the others are copied from it. */
async function filled(store: Store, row: DayRow): Promise<void> {
  await store.monthsReady([MONTH]);
  for (let date = 1; date <= 30; date++) {
    const day = dayOf({ branch: 'r0', epoch: 1 }, { row: { ...row, date: on(date) }, seq: date });
    await store.db.insertInto('days').values(day).execute();
  }
  const others = DAY_SUMS.filter((name) => name !== 'wait_ms').join(', ');
  const { row: speaks, corrects } = dayOf(
    { branch: 'r0', epoch: 1 },
    { row: correcting({ ...row, date: on(20) }), seq: 20 },
  );
  const isSpeaking = sql`seq = 20 and n % 100 = 0`;
  await sql`
    insert into days (branch, month, epoch, seq, date, ruled, inspections, "row", corrects, wait_ms, ${sql.raw(others)})
    select 'r' || n, month, epoch, seq, date, ruled, inspections,
      case when ${isSpeaking} then ${speaks}::jsonb else "row" end,
      case when ${isSpeaking} then ${corrects}::jsonb end,
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
}
