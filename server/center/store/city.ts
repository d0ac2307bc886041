import { type RawBuilder, sql } from 'kysely';
import type { Store } from './database.ts';

/** Under this id the city's own ledger lies beside those of its branches. */
export const CITY_ID = '_city';

/** Lines without newlines, numbered from 1. */
export const numbered = (lines: readonly string[]): RawBuilder<unknown> =>
  sql`string_to_table(${lines.join('\n')}, E'\n') with ordinality as given (line, n)`;

/**
 * Adds lines to the city's own ledger right behind entry `expectedSeq`. Of several servers that try
 * the same at a time one succeeds. It is on the disk when this resolves.
 *
 * @returns false when the ledger ends elsewhere by now: read on from there, and decide again
 */
export async function appendCity(
  { db }: Store,
  lines: readonly string[],
  expectedSeq: number,
): Promise<boolean> {
  if (lines.length === 0) return true;
  try {
    const { numAffectedRows } = await sql`
      insert into city (branch, seq, line)
      select ${CITY_ID}, ${expectedSeq}::bigint + n, line from ${numbered(lines)}
      where ${expectedSeq}::bigint
        = (select coalesce(max(seq), 0) from city where branch = ${CITY_ID})`.execute(db);
    return numAffectedRows === BigInt(lines.length);
  } catch (error) {
    if ((error as { code?: unknown }).code === TAKEN) return false;
    throw error;
  }
}

/** PostgreSQL's word for a key that is there already: another server was quicker by a moment. */
const TAKEN = '23505';

/** The lines behind entry `after`, in order. */
export async function readCity({ db }: Store, after: number): Promise<string[]> {
  const rows = await db
    .selectFrom('city')
    .select('line')
    .where('branch', '=', CITY_ID)
    .where('seq', '>', after)
    .orderBy('seq')
    .execute();
  return rows.map(({ line }) => line);
}
