import { Low } from 'lowdb';
import { AppendOnly, type Place } from './appendOnly.ts';

/** A file of rows beside the ledger: appended to and flushed as the ledger is. */
export class Rows<T> {
  readonly #adapter: AppendOnly<T>;
  readonly #low: Low<T[]>;
  #last: Promise<unknown> = Promise.resolve();

  constructor(place: Place) {
    this.#adapter = new AppendOnly<T>(place);
    this.#low = new Low<T[]>(this.#adapter, []);
  }

  get all(): readonly T[] {
    return this.#low.data;
  }

  read(): Promise<void> {
    return this.#low.read();
  }

  /**
   * Adds what `make` returns, once the rows are known; nothing when it returns null. After a write
   * that failed the file is read again first: the row may be there all the same.
   */
  add(make: (rows: readonly T[]) => Promise<T | null>): Promise<void> {
    const added = this.#last.then(() => this.#add(make));
    this.#last = added.catch(() => {});
    return added;
  }

  async #add(make: (rows: readonly T[]) => Promise<T | null>): Promise<void> {
    if (!this.#adapter.ready) await this.#low.read();
    const row = await make(this.#low.data);
    if (row === null) return;
    this.#low.data.push(row);
    try {
      await this.#low.write();
    } catch (error) {
      this.#low.data.pop();
      throw error;
    }
  }
}
