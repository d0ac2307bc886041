import { sql } from 'kysely';
import type { Store } from '../store/database.ts';

/** What does not fit in a branch's own accounts. */
export interface Alarm {
  /** Days whose closing says something else than their facts come to, and the last one of them. */
  readonly differs: { readonly days: number; readonly last: string } | null;
  /** The entry that no sense could be made of: nothing behind it counts. */
  readonly broken: number | null;
}

export const noAlarm: Alarm = { differs: null, broken: null };

/** Branches that have one. */
export async function alarmsIn({ db }: Store): Promise<ReadonlyMap<string, Alarm>> {
  const alarms = new Map<string, Alarm>();
  const differing = await sql<{ branch: string; days: number; last: string }>`
    select branch, count(*) days, max(date) last from differences group by branch`.execute(db);
  for (const { branch, days, last } of differing.rows)
    alarms.set(branch, { ...noAlarm, differs: { days, last } });
  const stuck = await db
    .selectFrom('folds')
    .select(['branch', 'broken'])
    .where('broken', 'is not', null)
    .orderBy('epoch')
    .execute();
  for (const { branch, broken } of stuck)
    alarms.set(branch, { ...(alarms.get(branch) ?? noAlarm), broken });
  return alarms;
}
