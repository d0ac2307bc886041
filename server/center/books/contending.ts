import { type RawBuilder, sql } from 'kysely';
import type { BranchId } from '../../../shared/ids.ts';
import { contenderFrom, contenderOf, type MonthFigures } from '../../../shared/month/contender.ts';
import type { DayRow } from '../../../shared/month/dayRow.ts';
import type { Period } from '../../../shared/month/periods.ts';
import type { Inspected, Module } from '../../../shared/month/records.ts';
import type { Rules } from '../../../shared/month/rules.ts';
import { sheetOf } from '../../../shared/month/sheet.ts';
import type { Store } from '../store/database.ts';
import { DAY_SUMS, type DaySums, sumsFrom } from '../store/dayColumns.ts';

interface Summed extends DaySums {
  readonly branch: BranchId;
  /** As text: a few rules are in force at a time, and each is read once. */
  readonly rules: string;
}

const SUMS: RawBuilder<unknown> = sql.raw(
  DAY_SUMS.map((name) => `sum(${name})::bigint ${name}`).join(', '),
);

/** A branch's month is added up where it lies; the rules are those of its last day. */
async function summed({ db }: Store, month: string): Promise<Summed[]> {
  const { rows } = await sql<Summed>`
    select m.*, r.body::text rules from (
      select branch, substr(max(ruled), 17) version, ${SUMS}
      from days where month = ${month} group by branch) m
    join rules r on r.branch = m.branch and r.version = m.version
    order by m.branch`.execute(db);
  return rows;
}

interface Speaking {
  readonly branch: string;
  readonly inspections: readonly Inspected[] | null;
  readonly corrects: readonly string[] | null;
}

/** Days up to the month's last one that say something of other days than their own. */
const speaking = ({ db }: Store, { id, to }: Period): Promise<Speaking[]> =>
  db
    .selectFrom('days')
    .select(['branch', 'inspections', 'corrects'])
    .where((e) => e.or([e('inspections', 'is not', null), e('corrects', 'is not', null)]))
    .where('month', '<=', id)
    .where('date', '<=', to)
    .orderBy('branch')
    .orderBy('date')
    .orderBy('epoch')
    .execute();

/** What every branch is ranked by, from the columns of its days. */
export async function contendersOf(store: Store, period: Period): Promise<MonthFigures[]> {
  const [months, others] = await Promise.all([summed(store, period.id), speaking(store, period)]);
  const standing = new Map<string, Map<Module, Inspected>>();
  const corrected = new Set<string>();
  for (const { branch, inspections, corrects } of others) {
    const own = standing.get(branch) ?? new Map<Module, Inspected>();
    standing.set(branch, own);
    for (const one of inspections ?? []) own.set(one.module, one);
    if (corrects?.some((date) => date.startsWith(period.id))) corrected.add(branch);
  }
  const rulesIn = reading<Rules>();
  const whole = await sheets(store, period, [...corrected]);
  return months.map((month) => {
    const { branch } = month;
    const known = whole.get(branch);
    if (known) return known;
    const rules = rulesIn(month.rules);
    return contenderFrom(branch, sumsFrom(month), {
      ...{ rules, standing: standing.get(branch) ?? new Map() },
    });
  });
}

/** A correction takes one wait out of many for another: where there is one, the whole rows are looked at. */
async function sheets(store: Store, period: Period, branches: readonly string[]) {
  const made = new Map<string, MonthFigures>();
  if (branches.length === 0) return made;
  const found = await store.db
    .selectFrom('days')
    .select(['branch', 'row'])
    .where('branch', 'in', branches)
    .where('month', '<=', period.id)
    .where((e) =>
      e.or([
        e('month', '=', period.id),
        e('inspections', 'is not', null),
        e('corrects', 'is not', null),
      ]),
    )
    .orderBy('branch')
    .orderBy('date')
    .orderBy('epoch')
    .execute();
  const rows = new Map<string, DayRow[]>();
  for (const { branch, row } of found) rows.set(branch, [...(rows.get(branch) ?? []), row]);
  for (const [branch, own] of rows) {
    const { rules } = own.at(-1) ?? {};
    if (!rules) continue;
    const sheet = sheetOf(own, period, { today: period.to, rules });
    made.set(branch, contenderOf(branch as BranchId, sheet));
  }
  return made;
}

/** Each text is parsed once. */
function reading<T>(): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const read = known.get(text) ?? (JSON.parse(text) as T);
    known.set(text, read);
    return read;
  };
}
