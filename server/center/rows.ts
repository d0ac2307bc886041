import { AppendOnly, type Place } from '../ledger/appendOnly.ts';

/**
 * A file of rows that only grows, of which no more than the last one is remembered: heads of years
 * need not lie in memory. After a write that failed the file is read again before the next.
 */
export class LastOf<T> {
  last: T | null = null;
  /** The first bad line there is: the file then takes no rows. */
  bad = false;
  readonly #adapter: AppendOnly<T>;
  /** As many places as there are rows. */
  #rows: T[] = [];

  /**
   * @param parse what is remembered of a line; throws when it is none
   * @param print a row as one line, without its newline
   */
  constructor(
    place: Place,
    parse: (line: Buffer) => T,
    print: (row: T) => string = JSON.stringify,
  ) {
    this.#adapter = new AppendOnly<T>(place, {
      print: (row) => `${print(row)}\n`,
      parse: (line) => {
        this.last = parse(line);
        return this.last;
      },
    });
  }

  async read(): Promise<void> {
    this.last = null;
    const rows = await this.#adapter.read();
    this.bad = this.#adapter.bad !== null;
    this.#rows = rows.length > 0 ? new Array<T>(rows.length) : [];
  }

  async add(row: T): Promise<void> {
    if (!this.#adapter.ready) await this.read();
    if (this.bad) throw new Error('a file with a bad line takes no rows');
    this.#rows.push(row);
    try {
      await this.#adapter.write(this.#rows);
      this.last = row;
    } catch (error) {
      this.#rows.pop();
      throw error;
    }
    delete this.#rows[this.#rows.length - 1];
  }

  close(): Promise<void> {
    return this.#adapter.close();
  }
}
