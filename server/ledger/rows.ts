import { Low } from 'lowdb';
import { AppendOnly, type Place } from './appendOnly.ts';
import type { LineForm } from './lines.ts';

/** What every row says, and all that is remembered of it: there is one a day, for years. */
interface Known {
  readonly seq: number;
}

const known = ({ seq }: Known): Known => ({ seq });

const form: LineForm<Known> = {
  print: (row) => `${JSON.stringify(row)}\n`,
  parse: (line) => known(JSON.parse(line.toString())),
};

/** A file of rows beside the ledger, each about an entry: appended to and flushed as the ledger is. */
export class Rows<T extends Known> {
  readonly #adapter: AppendOnly<Known>;
  readonly #low: Low<Known[]>;
  #last: Promise<unknown> = Promise.resolve();

  constructor(place: Place) {
    this.#adapter = new AppendOnly(place, form);
    this.#low = new Low<Known[]>(this.#adapter, []);
  }

  /** The last row's entry; 0 without one. */
  get lastSeq(): number {
    return this.#low.data.at(-1)?.seq ?? 0;
  }

  has(seq: number): boolean {
    return this.#low.data.some((row) => row.seq === seq);
  }

  read(): Promise<void> {
    return this.#low.read();
  }

  /**
   * Adds what `make` returns, once the rows are known; nothing when it returns null. After a write
   * that failed the file is read again first: the row may be there all the same.
   */
  add(make: () => Promise<T | null>): Promise<void> {
    return this.#inTurn(() => this.#add(make));
  }

  close(): Promise<void> {
    return this.#inTurn(() => this.#adapter.close());
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => {});
    return done;
  }

  async #add(make: () => Promise<T | null>): Promise<void> {
    if (!this.#adapter.ready) await this.#low.read();
    const row = await make();
    if (row === null) return;
    const { data } = this.#low;
    data.push(row);
    try {
      await this.#low.write();
      data.splice(-1, 1, known(row));
    } catch (error) {
      data.pop();
      throw error;
    }
  }
}
