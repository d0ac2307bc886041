import { dirname, join } from 'node:path';
import { flushing, makeFolder, replaceFile, writeAll } from '../../ledger/durable.ts';
import { GENESIS, type Head } from '../../ledger/entry.ts';
import { ledgerFolder, pathOf } from '../../ledger/files.ts';
import { PUBLIC, type SignedHead } from '../../ledger/key.ts';
import { CLOSINGS, HEADS } from '../../ledger/witnesses.ts';
import { LastOf } from '../rows.ts';
import { type ClosingLine, type Contact, noContact, type Shelf, ShelfDamaged } from '../shelf.ts';
import { type DayLines, type Place, Reader } from '../stretch.ts';
import { cutBehind } from './cut.ts';
import { firstOther, holds } from './held.ts';

/**
 * What the center keeps of one epoch of a branch: a data folder as the branch's own, with the entries it
 * sent, byte for byte, and each head that was witnessed. Entries are flushed before their head, and the
 * head before anything is acknowledged: whatever stands behind the last head is nobody's, and cut off.
 */
export class FilesShelf implements Shelf {
  readonly place: Place;
  /** The last entry's date; later entries stand in no earlier file. */
  date = '';
  contact: Contact = noContact;
  readonly #pem: string;
  readonly #heads: LastOf<SignedHead>;
  readonly #closings: LastOf<ClosingLine>;
  #ready = false;

  /** @param pem the branch's public key */
  constructor(place: Place, pem: string) {
    this.place = place;
    this.#pem = pem;
    const at = { ...place, torn: join(place.folder, 'torn') };
    const parse = (line: Buffer) => JSON.parse(line.toString());
    this.#heads = new LastOf({ ...at, name: HEADS }, parse);
    this.#closings = new LastOf<ClosingLine>({ ...at, name: CLOSINGS }, parse, ({ line }) => line);
  }

  /** The last entry witnessed. */
  get head(): Head {
    return this.#heads.last ?? GENESIS;
  }

  async signed(): Promise<SignedHead | null> {
    return this.#heads.last;
  }

  /** The entry of the last closing; 0 without one. */
  get closed(): number {
    return this.#closings.last?.seq ?? 0;
  }

  /**
   * Reads where it stands; again after a disk that failed.
   *
   * @throws ShelfDamaged
   */
  async open(): Promise<void> {
    if (this.#ready) return;
    const { disk, folder } = this.place;
    await makeFolder(disk, folder);
    if (!(await disk.read(join(folder, PUBLIC))))
      await replaceFile(disk, join(folder, PUBLIC), Buffer.from(this.#pem));
    await this.#heads.read();
    await this.#closings.read();
    if (this.#heads.bad || this.#closings.bad) throw new ShelfDamaged();
    const date = await cutBehind(this.place, this.head);
    if (date === null) throw new ShelfDamaged();
    this.date = date;
    this.#ready = true;
  }

  holds(head: { readonly seq: number; readonly hash: string }): Promise<boolean> {
    return holds(this.place, head);
  }

  firstOther(days: readonly DayLines[]): Promise<string | null> {
    return firstOther(this.place, days);
  }

  behind(seq: number, most: number): Promise<DayLines[]> {
    return new Reader(this.place).behind(seq, this.head.seq, most);
  }

  note(contact: Partial<Contact>): void {
    this.contact = { ...this.contact, ...contact };
  }

  /** Entries, then the head that holds them. When it rejects, it has to be opened again. */
  async add(days: readonly DayLines[], head: SignedHead): Promise<void> {
    this.#ready = false;
    for (const day of days) await this.#append(day);
    await this.#heads.add(head);
    this.date = days.at(-1)?.date ?? this.date;
    this.#ready = true;
  }

  async addClosing(closing: ClosingLine): Promise<void> {
    this.#ready = false;
    await this.#closings.add(closing);
    this.#ready = true;
  }

  async close(): Promise<void> {
    this.#ready = false;
    await this.#heads.close();
    await this.#closings.close();
  }

  async #append({ date, lines }: DayLines): Promise<void> {
    const { disk, folder } = this.place;
    const path = pathOf(folder, date);
    if (date !== this.date) await makeFolder(disk, ledgerFolder(folder));
    const bytes = Buffer.concat(lines.flatMap((line) => [line, NEWLINE]));
    await flushing(await disk.open(path, 'append'), (file) => writeAll(file, bytes));
    if (date !== this.date) await disk.syncFolder(dirname(path));
  }
}

const NEWLINE = Buffer.from('\n');
