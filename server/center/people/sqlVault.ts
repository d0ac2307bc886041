import type { PersonId } from '../../../shared/city/ids.ts';
import type { Store } from '../store/database.ts';
import type { Pass, Secret, Session, Vault } from './vault.ts';

/** Names, passwords and sessions in the record that all servers of a center share. */
export class SqlVault implements Vault {
  readonly #db: Store['db'];

  constructor({ db }: Store) {
    this.#db = db;
  }

  async secretOf(person: PersonId): Promise<Secret | null> {
    const found = this.#db.selectFrom('people').select(['name', 'password']);
    return (await found.where('person', '=', person).executeTakeFirst()) ?? null;
  }

  async names() {
    const rows = await this.#db.selectFrom('people').select(['person', 'name']).execute();
    return new Map(rows.flatMap(({ person, name }) => (name ? [[person as PersonId, name]] : [])));
  }

  async keep(person: PersonId, secret: Secret): Promise<void> {
    await this.#db
      .insertInto('people')
      .values({ person, ...secret })
      .onConflict((one) => one.column('person').doUpdateSet(secret))
      .execute();
  }

  async erase(person: PersonId): Promise<void> {
    await this.#db.transaction().execute(async (db) => {
      for (const table of ['people', 'sessions', 'passes'] as const)
        await db.deleteFrom(table).where('person', '=', person).execute();
    });
  }

  async session(digest: string): Promise<Session | null> {
    const found = this.#db.selectFrom('sessions').select(['person', 'until']);
    const row = await found.where('digest', '=', digest).executeTakeFirst();
    return row ? { person: row.person as PersonId, until: row.until } : null;
  }

  async open(digest: string, session: Session, now: number): Promise<void> {
    await this.#db.transaction().execute(async (db) => {
      await db.deleteFrom('sessions').where('until', '<=', now).execute();
      await db
        .insertInto('sessions')
        .values({ digest, ...session })
        .execute();
    });
  }

  async close(digest: string): Promise<void> {
    await this.#db.deleteFrom('sessions').where('digest', '=', digest).execute();
  }

  async closeAll(person: PersonId): Promise<void> {
    await this.#db.deleteFrom('sessions').where('person', '=', person).execute();
  }

  async givePass(digest: string, pass: Pass): Promise<void> {
    await this.#db.transaction().execute(async (db) => {
      // The first administrator's code is each server's own: each prints one on its console.
      if (pass.person !== null)
        await db.deleteFrom('passes').where('person', '=', pass.person).execute();
      await db
        .insertInto('passes')
        .values({ digest, ...pass })
        .execute();
    });
  }

  /** One statement: of two who come with it at once, one gets the row. */
  async usePass(digest: string, now: number): Promise<Pass | null> {
    const row = await this.#db
      .deleteFrom('passes')
      .where('digest', '=', digest)
      .returning(['person', 'until'])
      .executeTakeFirst();
    return row && row.until > now
      ? { person: row.person as PersonId | null, until: row.until }
      : null;
  }
}
