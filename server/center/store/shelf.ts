import { sql, type Transaction } from 'kysely';
import type { Head } from '../../ledger/entry.ts';
import type { SignedHead } from '../../ledger/key.ts';
import type { Member } from '../roster.ts';
import type { ClosingLine, Contact, Shelf } from '../shelf.ts';
import { type DayLines, placeIn } from '../stretch.ts';
import { numberedBytes } from './lines.ts';
import type { Schema } from './schema.ts';

export type Standing = Omit<Schema['stands'], 'branch' | 'epoch'>;

const monthOf = (date: string) => date.slice(0, 7);

/** One epoch within one transaction that holds its row. */
export class SqlShelf implements Shelf {
  readonly #trx: Transaction<Schema>;
  readonly #own: { readonly branch: string; readonly epoch: number };
  #row: Standing;
  #changed = false;

  constructor(trx: Transaction<Schema>, { branch, epoch }: Member, row: Standing) {
    this.#trx = trx;
    this.#own = { branch, epoch };
    this.#row = row;
  }

  get head(): Head {
    const { seq, hash, at } = this.#row;
    return { seq, hash, at };
  }

  get date(): string {
    return this.#row.date;
  }

  get closed(): number {
    return this.#row.closed;
  }

  get contact(): Contact {
    const { seen_at: seenAt, received_at: receivedAt, clock: offset } = this.#row;
    return { seenAt, receivedAt, offset };
  }

  async signed(): Promise<SignedHead | null> {
    const head = await this.#trx
      .selectFrom('heads')
      .select(['seq', 'hash', 'at', 'key', 'sig'])
      .where('branch', '=', this.#own.branch)
      .where('month', '=', monthOf(this.date))
      .where('epoch', '=', this.#own.epoch)
      .where('seq', '=', this.#row.seq)
      .executeTakeFirst();
    return head ?? null;
  }

  async holds({ seq, hash }: { seq: number; hash: string }): Promise<boolean> {
    if (seq === 0) return true;
    const line = await this.#lines().where('seq', '=', seq).executeTakeFirst();
    return line?.line.endsWith(`,"hash":"${hash}"}`) ?? false;
  }

  async firstOther(days: readonly DayLines[]): Promise<string | null> {
    for (const { date, lines } of days) {
      const first = lines[0] && placeIn(lines[0])?.seq;
      const last = first === undefined ? 0 : first + lines.length - 1;
      const held = await this.#lines()
        .where('month', '=', monthOf(date))
        .where('seq', '>=', first ?? 0)
        .where('seq', '<=', last)
        .execute();
      for (const [i, line] of lines.entries()) {
        const text = line.toString();
        if (held[i]?.line !== text || held[i]?.date !== date) return text;
      }
    }
    return null;
  }

  async behind(seq: number, most: number): Promise<DayLines[]> {
    const rows = await this.#lines()
      .where('seq', '>', seq)
      .where('seq', '<=', this.#row.seq)
      .limit(MANY)
      .execute();
    return stretchOf(rows, most);
  }

  async add(days: readonly DayLines[], head: SignedHead, received: number): Promise<void> {
    await this.#addLines(days);
    const { branch, epoch } = this.#own;
    const { seq, hash, at, key, sig } = head;
    const date = days.at(-1)?.date ?? this.date;
    this.#set({ seq, hash, at, date, received_at: received });
    // What is settled with every segment goes along with its head: each statement is a way there and back.
    await this.#trx
      .with('witnessed', (with_) =>
        with_
          .insertInto('heads')
          .values({ branch, month: monthOf(date), epoch, seq, hash, at, key, sig, received }),
      )
      .updateTable('stands')
      .set(this.#standing())
      .where('branch', '=', branch)
      .where('epoch', '=', epoch)
      .execute();
    this.#changed = false;
  }

  async #addLines(days: readonly DayLines[]): Promise<void> {
    const { branch, epoch } = this.#own;
    let due = this.#row.seq;
    const rows = days.map(({ date, lines }) => {
      const before = due;
      due += lines.length;
      return sql`select ${branch}, ${monthOf(date)}, ${epoch}::int, ${before}::bigint + n, ${date}, line
        from ${numberedBytes(lines)}`;
    });
    await sql`
      insert into entries (branch, month, epoch, seq, date, line)
      ${sql.join(rows, sql` union all `)}`.execute(this.#trx);
  }

  async addClosing(closing: ClosingLine): Promise<void> {
    const { date, line, seq, hash, at } = closing;
    await this.#trx
      .insertInto('closings')
      .values({ ...this.#own, month: monthOf(date), seq, hash, at, date, line })
      .execute();
    this.#set({ closed: seq });
  }

  note({ seenAt, receivedAt, offset }: Partial<Contact>): void {
    this.#set({
      ...(seenAt !== undefined && { seen_at: seenAt }),
      ...(receivedAt !== undefined && { received_at: receivedAt }),
      ...(offset !== undefined && { clock: offset }),
    });
  }

  /** Writes where it stands now, the last thing in its transaction. */
  async settle(): Promise<void> {
    if (!this.#changed) return;
    await this.#trx
      .updateTable('stands')
      .set(this.#standing())
      .where('branch', '=', this.#own.branch)
      .where('epoch', '=', this.#own.epoch)
      .execute();
  }

  #standing(): Standing {
    const { seq, hash, at, date, closed, seen_at, received_at, clock } = this.#row;
    return { seq, hash, at, date, closed, seen_at, received_at, clock };
  }

  #set(part: Partial<Standing>): void {
    const names = Object.keys(part) as (keyof Standing)[];
    if (names.every((name) => part[name] === this.#row[name])) return;
    this.#row = { ...this.#row, ...part };
    this.#changed = true;
  }

  #lines() {
    return this.#trx
      .selectFrom('entries')
      .select(['seq', 'date', 'line'])
      .where('branch', '=', this.#own.branch)
      .where('epoch', '=', this.#own.epoch)
      .orderBy('seq');
  }
}

/** Lines read at a time. */
export const MANY = 2000;

/** Rows by day, up to so many bytes; a first one that is longer comes alone. */
export function stretchOf(
  rows: readonly { readonly date: string; readonly line: string }[],
  most: number,
): DayLines[] {
  const days: { date: string; lines: Buffer[] }[] = [];
  let room = most;
  for (const { date, line } of rows) {
    const bytes = Buffer.from(line);
    room -= bytes.length + 1;
    if (room < 0 && days.length > 0) break;
    const last = days.at(-1);
    if (last?.date === date) last.lines.push(bytes);
    else days.push({ date, lines: [bytes] });
  }
  return days;
}
