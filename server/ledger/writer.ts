import { anywhere } from './chain.ts';
import { type Damage, LedgerDamaged, LedgerDown } from './damage.ts';
import { Day } from './day.ts';
import type { Disk } from './disk.ts';
import { type Draft, type Entry, type Head, seal } from './entry.ts';
import { damageIn, isDate } from './files.ts';
import type { Ledger, Mark, Recovered } from './ledger.ts';

export interface Start {
  readonly disk: Disk;
  readonly folder: string;
  readonly head: Head;
  /** The date of the file that `head` is in. */
  readonly file: string;
  /** The last day, read. */
  readonly day: Day | null;
  readonly damage?: Damage;
}

/** Writes one entry behind another: a ledger in the hands of its one writer. */
export class Writer implements Ledger {
  readonly #disk: Disk;
  readonly #folder: string;
  #head: Head;
  #file: string;
  #day: Day | null;
  #down: LedgerDown | null;
  /** What no reopening mends: damage, or the close. */
  #final: LedgerDown | null;
  #last: Promise<unknown> = Promise.resolve();

  constructor({ disk, folder, head, file, day, damage }: Start) {
    this.#disk = disk;
    this.#folder = folder;
    this.#head = head;
    this.#file = file;
    this.#day = day;
    this.#final = damage ? new LedgerDamaged(damage) : null;
    this.#down = this.#final;
  }

  head(): Head {
    const { seq, hash, at } = this.#head;
    return { seq, hash, at };
  }

  mark(): Mark {
    return { ...this.head(), file: this.#file };
  }

  append(drafts: readonly Draft[]): Promise<readonly Entry[]> {
    return this.#inTurn(() => this.#append(drafts));
  }

  roll(date: string): Promise<void> {
    return this.#inTurn(() => this.#roll(date));
  }

  reopen(): Promise<Recovered> {
    return this.#inTurn(() => this.#reopen());
  }

  close(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#day?.close();
      this.#final ??= new LedgerDown('The ledger is closed.');
      this.#down = this.#final;
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => {});
    return done;
  }

  async #append(drafts: readonly Draft[]): Promise<readonly Entry[]> {
    if (this.#down) throw this.#down;
    const day = this.#day;
    if (!day) throw new Error('roll the ledger to a business day before its first entry');
    const group = sealAll(drafts, this.#head);
    await this.#orDown(day.append(group));
    const entries = group.map(({ entry }) => entry);
    this.#advance(entries, day);
    return entries;
  }

  async #roll(date: string): Promise<void> {
    if (this.#down) throw this.#down;
    if (!isDate(date)) throw new Error(`${date} is no business day`);
    const now = this.#day?.date ?? '';
    if (date === now) return;
    if (date < now) throw new Error(`the ledger is at ${now} and cannot go back to ${date}`);
    const next = new Day(this.#disk, this.#folder, date, this.#head, anywhere);
    await this.#orDown(next.read());
    if (next.damage ?? next.entries[0]) {
      throw this.#damaged(next.damage ?? damageIn(date, 1, null, 'misplaced'));
    }
    await this.#day?.close();
    this.#day = next;
  }

  async #reopen(): Promise<Recovered> {
    if (this.#final) throw this.#final;
    const day = this.#day;
    if (!day) {
      this.#down = null;
      return { entries: [] };
    }
    const known = day.entries.length;
    const last = day.entries.at(-1);
    await this.#orDown(day.read());
    if (day.damage) throw this.#damaged(day.damage);
    if (last?.hash !== day.entries[known - 1]?.hash) {
      throw this.#damaged(damageIn(day.date, known, this.#head.seq, 'lost'));
    }
    const entries = day.entries.slice(known);
    this.#advance(entries, day);
    this.#down = null;
    return { entries, ...(day.torn && { torn: day.torn }) };
  }

  #advance(entries: readonly Entry[], day: Day): void {
    const last = entries.at(-1);
    if (!last) return;
    this.#head = last;
    this.#file = day.date;
  }

  async #orDown(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      this.#down = new LedgerDown(
        `Nothing was saved: ${why}. See to the disk; the ledger takes no entry before it has been opened again.`,
        { cause },
      );
      throw this.#down;
    }
  }

  #damaged(damage: Damage): LedgerDamaged {
    const damaged = new LedgerDamaged(damage);
    this.#final = damaged;
    this.#down = damaged;
    return damaged;
  }
}

function sealAll(drafts: readonly Draft[], head: Head) {
  const first = head.seq + 1;
  let prev = head;
  return drafts.map((draft) => {
    const sealed = seal(draft, prev, first);
    prev = sealed.entry;
    return sealed;
  });
}
