import { join } from 'node:path';
import type { Receipt } from '../receipt.ts';
import { LastOf } from '../rows.ts';
import type { Place } from '../stretch.ts';

export const RECEIPTS = 'receipts.jsonl';

/**
 * The center's receipts as the branch keeps them: the last one of each business day, for ever. A later one
 * covers all before it, so those in between are only remembered; the center gives the newest again.
 */
export class Receipts {
  last: Receipt | null = null;
  readonly #rows: LastOf<Receipt>;
  #date: string | null = null;

  constructor({ disk, folder }: Place) {
    const place = { disk, folder, name: RECEIPTS, torn: join(folder, 'torn') };
    this.#rows = new LastOf(place, (line) => JSON.parse(line.toString()) as Receipt);
  }

  async read(): Promise<void> {
    await this.#rows.read();
    this.last = this.#rows.last;
  }

  /** @param date the business day that the ledger is in */
  async take(receipt: Receipt, date: string): Promise<void> {
    const before = this.last;
    const isNewDay = this.#date !== null && this.#date !== date;
    this.last = receipt;
    this.#date = date;
    if (before && isNewDay) await this.#keep(before);
  }

  async close(): Promise<void> {
    if (this.last) await this.#keep(this.last);
    await this.#rows.close();
  }

  async #keep(receipt: Receipt): Promise<void> {
    if (receipt.seq > (this.#rows.last?.seq ?? 0)) await this.#rows.add(receipt);
  }
}
