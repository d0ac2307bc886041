import { type RawBuilder, sql } from 'kysely';
import type { BranchId } from '../../../shared/ids.ts';
import {
  contenderFrom,
  holdAll,
  type MonthFigures,
  type Waits,
  withCorrections,
} from '../../../shared/month/contender.ts';
import type { Period } from '../../../shared/month/periods.ts';
import type { Corrected, Inspected, Module } from '../../../shared/month/records.ts';
import type { Rules } from '../../../shared/month/rules.ts';
import type { Store } from '../store/database.ts';
import { DAY_SUMS, type DaySums, sumsFrom } from '../store/dayColumns.ts';
import type { SaidOfInspections } from '../store/schema.ts';

interface Summed extends DaySums {
  readonly branch: BranchId;
  readonly version: string;
}

const SUMS: RawBuilder<unknown> = sql.raw(
  DAY_SUMS.map((name) => `sum(${name})::bigint ${name}`).join(', '),
);

/** A branch's month is added up where it lies; the rules are those of its last day. */
async function summed({ db }: Store, month: string): Promise<Summed[]> {
  const { rows } = await sql<Summed>`
    select branch, substr(max(ruled collate "C"), 17) version, ${SUMS}
    from days where month = ${month} group by branch order by branch`.execute(db);
  return rows;
}

/** The rules of each branch's version: nearly always all branches mean the same by one name. */
async function rulesBy({ db }: Store, months: readonly Summed[]) {
  const versions = [...new Set(months.map(({ version }) => version))];
  if (versions.length === 0) return () => null;
  // One of each name, held against the others byte by byte: to compare them as JSON takes five times as long.
  const { rows } = await sql<{ version: string; body: Rules | null }>`
    select one.version, case when not exists (select from (select version, body from rules) other
      where other.version = one.version and other *<> one) then body end body
    from (values ${sql.join(versions.map((version) => sql`(${version}::text)`))}) named (version),
      lateral (select version, body from rules where rules.version = named.version limit 1) one`.execute(
    db,
  );
  const named = new Map(rows.map(({ version, body }) => [version, body]));
  const own = new Map<string, Rules>();
  const disputed = [...named].flatMap(([version, body]) => (body === null ? version : []));
  if (disputed.length > 0)
    for (const { branch, version, body } of await db
      .selectFrom('rules')
      .where('version', 'in', disputed)
      .select(['branch', 'version', 'body'])
      .execute())
      own.set(`${branch} ${version}`, body);
  return ({ branch, version }: Summed) =>
    named.get(version) ?? own.get(`${branch} ${version}`) ?? null;
}

interface Speaking {
  readonly branch: string;
  readonly inspections: readonly SaidOfInspections[] | null;
  readonly corrections: readonly Corrected[] | null;
}

/** Days up to the month's last one that say something of other days than their own. */
async function speaking({ db }: Store, { id, to }: Period): Promise<Speaking[]> {
  const { rows } = await sql<Speaking>`
    select branch, inspections,
      case when corrects is not null then "row" #> '{records,corrections}' end corrections
    from days where (inspections is not null or corrects is not null)
      and month <= ${id} and date <= ${to}
    order by branch, date, epoch`.execute(db);
  return rows;
}

/** What was said of other days, by branch. */
function heard(said: readonly Speaking[]) {
  const standing = new Map<string, Map<Module, Inspected>>();
  const taken = new Set(said.flatMap(takenIn));
  const corrections = new Map<string, Corrected[]>();
  for (const { branch, inspections, corrections: made } of said) {
    const own = standing.get(branch) ?? new Map<Module, Inspected>();
    standing.set(branch, own);
    for (const one of inspections ?? [])
      if (one.module !== null && !taken.has(nameOf(branch, one))) own.set(one.module, one);
    if (made) corrections.set(branch, [...(corrections.get(branch) ?? []), ...made]);
  }
  return { standing, corrections };
}

const takenIn = ({ branch, inspections }: Speaking) =>
  (inspections ?? []).flatMap((one) => (one.module === null ? nameOf(branch, one) : []));
const nameOf = (branch: string, { id, at }: SaidOfInspections) => `${branch} ${id} ${at}`;

/** What every branch is ranked by, from the columns of its days. */
export async function contendersOf(store: Store, period: Period): Promise<MonthFigures[]> {
  const [[months, rulesOf], { standing, corrections, waits }] = await Promise.all([
    summed(store, period.id).then(async (found) => [found, await rulesBy(store, found)] as const),
    saidOf(store, period),
  ]);
  const none: ReadonlyMap<Module, Inspected> = new Map();
  return months.flatMap((month) => {
    const { branch } = month;
    const rules = rulesOf(month);
    if (!rules) return [];
    const days = waits.get(branch);
    const own = sumsFrom(month);
    const sums = days ? withCorrections(own, days, corrections.get(branch) ?? []) : own;
    return contenderFrom(branch, sums, { rules, standing: standing.get(branch) ?? none });
  });
}

/** What was said of the month's days, while another connection adds them up. */
async function saidOf(store: Store, period: Period) {
  const { standing, corrections } = heard(await speaking(store, period));
  return { standing, corrections, waits: await waitsOf(store, period.id, corrections) };
}

/**
 * A correction takes one wait out of the month's many for another, nearly always one of the day it
 * names: only where that day has none such are all of the month looked at.
 */
async function waitsOf(
  store: Store,
  month: string,
  corrections: ReadonlyMap<string, readonly Corrected[]>,
) {
  const named = [...corrections].flatMap(([branch, made]) => {
    const dates = new Set(made.map(({ date }) => date).filter((date) => date.startsWith(month)));
    return [...dates].map((date) => sql`(${branch}::text, ${date}::text)`);
  });
  const waits = await waitsWhere(store, month, sql`(branch, date)`, named);
  const unsure = [...waits].flatMap(([branch, days]) =>
    holdAll(days, corrections.get(branch) ?? []) ? [] : sql`${branch}`,
  );
  const whole = await waitsWhere(store, month, sql`branch`, unsure);
  return new Map([...waits, ...whole]);
}

async function waitsWhere(
  { db }: Store,
  month: string,
  what: RawBuilder<unknown>,
  those: readonly RawBuilder<unknown>[],
) {
  const waits = new Map<string, Waits[]>();
  if (those.length === 0) return waits;
  const { rows } = await sql<Waits & { branch: string }>`
    select branch, date, (select coalesce(jsonb_agg(jsonb_build_object(
        'class', one -> 'class', 'waits', one -> 'waits')), '[]')
      from jsonb_array_elements("row" -> 'groups') one) groups
    from days where month = ${month} and ${what} in (${sql.join(those)})`.execute(db);
  for (const { branch, ...day } of rows) waits.set(branch, [...(waits.get(branch) ?? []), day]);
  return waits;
}
