import { sql } from 'kysely';
import { type Enrolment, type Member, memberOf, type Roster } from '../roster.ts';
import type { Store } from './database.ts';

/** Asked each time, and never remembered: another server may have enrolled a branch a moment ago. */
export class SqlRoster implements Roster {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  async of(branch: string): Promise<readonly Member[]> {
    return (await this.#rows().where('branch', '=', branch).execute()).map(memberOf);
  }

  async byCode(code: string): Promise<Member | undefined> {
    return (await this.#rows().where('code', '=', code).execute()).map(memberOf)[0];
  }

  async all(): Promise<readonly Member[]> {
    return (await this.#rows().execute()).map(memberOf);
  }

  /** The place its ledger will end at is there from the start: it is what a writer locks. */
  async add({ after, ...row }: Enrolment): Promise<Member> {
    const former = after && JSON.stringify(after);
    await this.#store.db.transaction().execute(async (trx) => {
      await trx
        .insertInto('roster')
        .values({ ...row, after: former })
        .execute();
      const { branch, epoch } = row;
      await sql`insert into stands (branch, epoch) values (${branch}, ${epoch})`.execute(trx);
    });
    return memberOf({ ...row, after });
  }

  async endedAt(branch: string): Promise<number | null> {
    const ends = this.#store.db.selectFrom('ends').select('at').where('branch', '=', branch);
    return (await ends.executeTakeFirst())?.at ?? null;
  }

  async ended(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#store.db.selectFrom('ends').selectAll().execute();
    return new Map(rows.map(({ branch, at }) => [branch, at]));
  }

  async end(branch: string, at: number): Promise<void> {
    await this.#store.db.insertInto('ends').values({ branch, at }).execute();
  }

  /** The database is not its own. */
  async close(): Promise<void> {}

  #rows() {
    return this.#store.db.selectFrom('roster').selectAll().orderBy('at').orderBy('epoch');
  }
}
