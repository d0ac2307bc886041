import { sql, type Transaction } from 'kysely';
import type { Member } from '../roster.ts';
import {
  nowhere,
  type Shelf,
  ShelfDamaged,
  ShelfEnded,
  type Shelves,
  type Stood,
} from '../shelf.ts';
import type { Store } from './database.ts';
import type { Schema } from './schema.ts';
import { SqlShelf, type Standing } from './shelf.ts';

/** PostgreSQL's word for a key that is there already. */
const TAKEN = '23505';

/**
 * Epochs in tables. Any server may take any branch's next segment: whoever adds holds the epoch's row in
 * `stands`, and all of it is committed at once, or nothing.
 */
export class SqlShelves implements Shelves {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  async held<T>(
    member: Member,
    dates: readonly string[],
    work: (shelf: Shelf) => Promise<T>,
  ): Promise<T> {
    await this.#store.monthsReady(new Set(dates.map((date) => date.slice(0, 7))));
    try {
      return await this.#store.db.transaction().execute(async (trx) => {
        const shelf = new SqlShelf(trx, member, await locked(trx, member));
        const done = await work(shelf);
        await shelf.settle();
        return done;
      });
    } catch (error) {
      // An entry stands where the ledger is said to end: somebody changed the row that says so.
      if ((error as { code?: unknown }).code === TAKEN) throw new ShelfDamaged();
      throw error;
    }
  }

  async standsOf(members: readonly Member[]): Promise<readonly Stood[]> {
    const all = this.#store.db.selectFrom('stands').selectAll();
    const [only] = members;
    const one = only && members.length === 1 ? all.where('branch', '=', only.branch) : all;
    const rows = new Map((await one.execute()).map((row) => [`${row.branch} ${row.epoch}`, row]));
    return members.map(({ branch, epoch }) => {
      const row = rows.get(`${branch} ${epoch}`);
      return row ? stoodIn(row) : nowhere;
    });
  }

  async holds({ branch, epoch }: Member, { seq, hash }: { seq: number; hash: string }) {
    const entry = await this.#store.db
      .selectFrom('entries')
      .select('line')
      .where('branch', '=', branch)
      .where('epoch', '=', epoch)
      .where('seq', '=', seq)
      .executeTakeFirst();
    return entry?.line.endsWith(`,"hash":"${hash}"}`) ?? false;
  }

  /** The database is not its own. */
  async close(): Promise<void> {}
}

const stoodIn = ({ seq, hash, at, seen_at, received_at, clock }: Standing): Stood => ({
  head: { seq, hash, at },
  contact: { seenAt: seen_at, receivedAt: received_at, offset: clock },
});

/** The epoch's row, held until the transaction ends; believed only where the head that it names is there. */
async function locked(trx: Transaction<Schema>, { branch, epoch }: Member): Promise<Standing> {
  const row = await trx
    .selectFrom('stands')
    .selectAll()
    .where('branch', '=', branch)
    .where('epoch', '=', epoch)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new ShelfDamaged();
  // A statement of its own: while the lock was waited for, another server may have gone on.
  const { rows } = await sql<{ latest: number; ended: boolean; sound: boolean }>`
    select (select max(epoch) from roster where branch = ${branch}) latest,
      exists (select from ends where branch = ${branch}) ended,
      ${row.seq === 0} or exists (select from heads where branch = ${branch}
        and month = ${row.date.slice(0, 7)} and epoch = ${epoch} and seq = ${row.seq}
        and hash = ${row.hash}) sound`.execute(trx);
  const [now] = rows;
  if (!now?.sound) throw new ShelfDamaged();
  if (now.ended) throw new ShelfEnded(null);
  if (now.latest > epoch) throw new ShelfEnded(now.latest);
  return row;
}
