import { sql } from 'kysely';
import { Chain, lawful } from '../../ledger/chain.ts';
import { type Flaw, LedgerDamaged, Unsound } from '../../ledger/damage.ts';
import { type Draft, type Entry, GENESIS, type Head, seal } from '../../ledger/entry.ts';
import { PublicKey, type SignedHead, type SigningKey } from '../../ledger/key.ts';
import type { CityDraft, CityEntry, CityLog } from '../city/log.ts';
import { endOf } from '../stretch.ts';
import type { Store } from './database.ts';
import { numbered } from './lines.ts';

/** Under this id the city's own ledger lies beside those of its branches. */
const CITY_ID = '_city';

type Database = Pick<Store, 'db'>;

/** PostgreSQL's word for a key that is there already: another server was quicker by a moment. */
const TAKEN = '23505';

/**
 * Adds lines to the city's own ledger right behind entry `expectedSeq`. Of several servers that try
 * the same at a time one succeeds. It is on the disk when this resolves.
 *
 * @returns false when the ledger ends elsewhere by now: read on from there, and decide again
 */
export async function appendCity(
  { db }: Database,
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
export async function readCity({ db }: Database, after: number): Promise<string[]> {
  const rows = await db
    .selectFrom('city')
    .select('line')
    .where('branch', '=', CITY_ID)
    .where('seq', '>', after)
    .orderBy('seq')
    .execute();
  return rows.map(({ line }) => line);
}

/**
 * The city's ledger in a table that several servers share. Each line comes with a head under the center's
 * key, which is in no database: whoever owns the tables can change a line, and is found out.
 */
export class SqlCity implements CityLog {
  readonly #store: Store;
  readonly #key: SigningKey;
  readonly #public: PublicKey;

  private constructor(store: Store, key: SigningKey) {
    this.#store = store;
    this.#key = key;
    this.#public = new PublicKey(key.publicPem());
  }

  /**
   * @param say told when entries of a former program, which signed none, are taken as they are
   * @throws LedgerDamaged
   */
  static async open(store: Store, key: SigningKey, say: (line: string) => void): Promise<SqlCity> {
    const log = new SqlCity(store, key);
    const lines = await readCity(store, 0);
    if (lines.length > 0 && !(await lastSigned(store))) {
      const head = chained(lines, GENESIS).at(-1) ?? GENESIS;
      await log.#sign(store, head);
      say(`The city’s ledger was signed for the first time, up to entry ${head.seq}.`);
    }
    return log;
  }

  async behind(from: Head): Promise<readonly CityEntry[]> {
    // Of one moment: another server may be adding to both.
    const { signed, lines } = await this.#store.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (db) => ({
        signed: await lastSigned({ db }),
        lines: await readCity({ db }, Math.max(0, from.seq - 1)),
      }));
    if (from.seq > 0 && !isAt(lines.shift(), from)) throw damaged('disputed', from.seq);
    const entries = chained(lines, from);
    const flaw = this.#flawIn(signed, entries.at(-1) ?? from);
    if (flaw) throw damaged(flaw, signed?.seq ?? from.seq);
    return entries as unknown as CityEntry[];
  }

  async append(draft: CityDraft, head: Head): Promise<CityEntry | null> {
    const { entry, line } = seal(draft as unknown as Draft, head);
    await this.#store.monthsReady([monthOf(entry)]);
    const took = await this.#store.db.transaction().execute(async (db) => {
      const [before] = await readCity({ db }, head.seq - 1);
      if (head.seq > 0 && !isAt(before, head)) throw damaged('disputed', head.seq);
      if (!(await appendCity({ db }, [line.trimEnd()], head.seq))) return false;
      await this.#sign({ db }, entry);
      return true;
    });
    return took ? (entry as unknown as CityEntry) : null;
  }

  /** The database is not its own. */
  async close(): Promise<void> {}

  async #sign({ db }: Database, head: Head): Promise<void> {
    const place = { branch: CITY_ID, month: monthOf(head), epoch: 1 };
    const row = { ...place, ...this.#key.sign(head), received: head.at };
    await db.insertInto('heads').values(row).execute();
  }

  /** Every line came with its head: the last of one is the last of the other. */
  #flawIn(signed: SignedHead | null, last: Head): Flaw | null {
    if (!signed) return last.seq === 0 ? null : 'unsigned';
    if (signed.key !== this.#key.id) return 'foreign';
    if (!this.#public.signed(signed)) return 'forged';
    if (signed.seq !== last.seq) return signed.seq > last.seq ? 'lost' : 'unsigned';
    return signed.hash === last.hash ? null : 'disputed';
  }
}

const monthOf = ({ at }: Head) => new Date(at).toISOString().slice(0, 7);

const isAt = (line: string | undefined, head: Head) => `${line}\n`.endsWith(endOf(head));

const damaged = (what: Flaw, seq: number) =>
  new LedgerDamaged({ file: CITY_ID, line: 0, seq, what });

/** @throws LedgerDamaged at the first line that does not follow */
function chained(lines: readonly string[], from: Head): Entry[] {
  const chain = new Chain(from.seq > 0 ? from : null, lawful([]));
  return lines.map((line) => {
    const due = (chain.head?.seq ?? 0) + 1;
    try {
      // Number 2: there are no files here that it could begin anew with.
      return chain.parse(Buffer.from(line), 2);
    } catch (error) {
      throw error instanceof Unsound ? damaged(error.flaw, due) : error;
    }
  });
}

async function lastSigned({ db }: Database): Promise<SignedHead | null> {
  const last = db
    .selectFrom('heads')
    .select(['seq', 'hash', 'at', 'key', 'sig'])
    .where('branch', '=', CITY_ID)
    .orderBy('seq', 'desc');
  return (await last.limit(1).executeTakeFirst()) ?? null;
}
