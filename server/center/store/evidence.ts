import { hash } from 'node:crypto';
import { sql } from 'kysely';
import { cutLine, type Evidence, keyOf, MANY, type Refused, type Told } from '../evidence.ts';
import type { Store } from './database.ts';

export class SqlEvidence implements Evidence {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  async keep(row: Refused): Promise<boolean> {
    const { branch, epoch, at, code, details, head, witnessed } = row;
    const { rows } = await sql<{ code: string; count: number }>`
      select code, count(*) over () count from refused where branch = ${branch}
      order by at desc, digest limit 1`.execute(this.#store.db);
    const [last] = rows;
    if ((last?.count ?? 0) < MANY)
      await this.#store.db
        .insertInto('refused')
        .values({
          ...{ branch, epoch, at, code, digest: hash('sha256', keyOf(row)), ...witnessed },
          ...{ details: JSON.stringify(details), head: head && JSON.stringify(head) },
          line: cutLine(row.line),
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    return last?.code !== code;
  }

  async last(): Promise<ReadonlyMap<string, Told>> {
    const rows = await this.#store.db
      .selectFrom('refused')
      .distinctOn('branch')
      .select(['branch', 'epoch', 'at', 'code', 'details', 'head', 'seq', 'hash'])
      .orderBy('branch')
      .orderBy('at', 'desc')
      .orderBy('digest')
      .execute();
    return new Map(
      rows.map(({ seq, hash, ...told }) => [told.branch, { ...told, witnessed: { seq, hash } }]),
    );
  }

  /** The database is not its own. */
  async close(): Promise<void> {}
}
