import { sql } from 'kysely';
import { digestOf } from '../../devices/secrets.ts';
import { countedFrom, type Leave, limitsOf, type Tries, waitFor } from '../../devices/throttle.ts';
import type { Store } from '../store/database.ts';

/** The lock under which tries are counted; any number that nothing else locks. */
const COUNTING = 7_316_421;

/**
 * Wrong passwords counted where all servers of a center share the count: asking another one gives nobody
 * a further try. Whoever tries at several at once is counted one after the other.
 */
export class SqlTries implements Tries {
  readonly #db: Store['db'];

  constructor({ db }: Store) {
    this.#db = db;
  }

  ask(account: string, browser: string, at: number): Promise<Leave> {
    // By their digests: what was typed for an account may have been a password.
    const [who, device] = [digestOf(account), digestOf(browser)];
    return this.#db.transaction().execute(async (db): Promise<Leave> => {
      await sql`select pg_advisory_xact_lock(${COUNTING})`.execute(db);
      await db.deleteFrom('tries').where('at', '<=', countedFrom(at)).execute();
      const home = await db
        .selectFrom('people')
        .select('home')
        .where('person', '=', account)
        .executeTakeFirst();
      const limits = limitsOf(who, device, home?.home === device);
      const keys = limits.map(([key]) => key);
      const tried = await db
        .selectFrom('tries')
        .select(['key', 'at'])
        .where('key', 'in', keys)
        .orderBy('at')
        .execute();
      const of = (key: string) => tried.flatMap((one) => (one.key === key ? one.at : []));
      const wait = Math.max(...limits.map(([key, most]) => waitFor(of(key), most, at)));
      if (wait > 0) return { ok: false, wait };
      const rows = keys.map((key) => ({ key, at }));
      const made = await db.insertInto('tries').values(rows).returning('id').execute();
      return { ok: true, back: () => this.#back(account, device, made) };
    });
  }

  /** Only this one is taken back: signing in oneself must not clear what was tried on others. */
  async #back(person: string, home: string, made: readonly { id: number }[]): Promise<void> {
    const ids = made.map(({ id }) => id);
    await this.#db.deleteFrom('tries').where('id', 'in', ids).execute();
    await this.#db.updateTable('people').set({ home }).where('person', '=', person).execute();
  }
}
