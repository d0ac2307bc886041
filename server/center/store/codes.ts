import type { CodeGrant, Codes } from '../codes.ts';
import type { Store } from './database.ts';

export class SqlCodes implements Codes {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  async keep(digest: string, grant: CodeGrant): Promise<void> {
    await this.#store.db
      .insertInto('codes')
      .values({ digest, ...grant })
      .execute();
  }

  async read(digest: string): Promise<CodeGrant | null> {
    const row = await this.#store.db
      .selectFrom('codes')
      .select(['branch', 'name', 'epoch', 'until'])
      .where('digest', '=', digest)
      .executeTakeFirst();
    return row ?? null;
  }
}
