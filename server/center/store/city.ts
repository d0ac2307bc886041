import { sql } from 'kysely';
import { type Draft, type Entry, type Head, seal, unseal } from '../../ledger/entry.ts';
import type { CityDraft, CityEntry, CityLog } from '../city/log.ts';
import type { Store } from './database.ts';
import { numbered } from './lines.ts';

/** Under this id the city's own ledger lies beside those of its branches. */
const CITY_ID = '_city';

/** PostgreSQL's word for a key that is there already: another server was quicker by a moment. */
const TAKEN = '23505';

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

/** The city's ledger in a table that several servers share. */
export class SqlCity implements CityLog {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  async behind(seq: number): Promise<readonly CityEntry[]> {
    const entries: Entry[] = [];
    for (const line of await readCity(this.#store, seq))
      entries.push(unseal(Buffer.from(line), entries.at(-1) ?? null));
    return entries as unknown as CityEntry[];
  }

  async append(draft: CityDraft, head: Head): Promise<CityEntry | null> {
    const { entry, line } = seal(draft as unknown as Draft, head);
    const took = await appendCity(this.#store, [line.trimEnd()], head.seq);
    return took ? (entry as unknown as CityEntry) : null;
  }

  /** The database is not its own. */
  async close(): Promise<void> {}
}
