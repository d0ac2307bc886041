import type { EpochId, Received } from '../books/received.ts';
import type { DayLines } from '../stretch.ts';
import type { Store } from './database.ts';
import { MANY, stretchOf } from './shelf.ts';

/** What the tables of entries and closings hold. */
export class SqlReceived implements Received {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  async behind(of: EpochId, seq: number, until: number, most: number): Promise<DayLines[]> {
    const rows = await this.#lines(of)
      .where('seq', '>', seq)
      .where('seq', '<=', until)
      .limit(MANY)
      .execute();
    return stretchOf(rows, most);
  }

  async on(of: EpochId, date: string): Promise<readonly Buffer[]> {
    const rows = await this.#lines(of)
      .where('month', '=', date.slice(0, 7))
      .where('date', '=', date)
      .execute();
    return rows.map(({ line }) => Buffer.from(line));
  }

  async closings({ branch, epoch }: EpochId, seq: number): Promise<readonly string[]> {
    const rows = await this.#store.db
      .selectFrom('closings')
      .select('line')
      .where('branch', '=', branch)
      .where('epoch', '=', epoch)
      .where('seq', '>', seq)
      .orderBy('seq')
      .execute();
    return rows.map(({ line }) => line);
  }

  #lines({ branch, epoch }: EpochId) {
    return this.#store.db
      .selectFrom('entries')
      .select(['date', 'line'])
      .where('branch', '=', branch)
      .where('epoch', '=', epoch)
      .orderBy('seq');
  }
}
