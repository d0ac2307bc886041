import type { BranchId } from '../../../shared/ids.ts';
import type { MonthFigures } from '../../../shared/month/contender.ts';
import type { DayRow } from '../../../shared/month/dayRow.ts';
import { type Entry, unseal } from '../../ledger/entry.ts';
import type { Roster } from '../roster.ts';
import type { Shelves } from '../shelf.ts';
import type { Store } from '../store/database.ts';
import type { Bookkeeper } from './bookkeeper.ts';
import type { Books, BranchNow, DateSpan } from './books.ts';
import { contendersOf } from './contending.ts';
import { monthOf } from './filesBooks.ts';
import type { Received } from './received.ts';

export interface TablesBooksParts {
  readonly store: Store;
  readonly bookkeeper: Bookkeeper;
  readonly received: Received;
  readonly roster: Roster;
  readonly shelves: Shelves;
}

/** Books kept in tables: each question first brings up what it asks of. */
export class TablesBooks implements Books {
  readonly #parts: TablesBooksParts;

  constructor(parts: TablesBooksParts) {
    this.#parts = parts;
  }

  async rows(branch: BranchId, { from, to }: DateSpan = {}): Promise<readonly DayRow[]> {
    await this.#parts.bookkeeper.upTo(branch);
    let days = this.#days().where('branch', '=', branch);
    if (from) days = days.where('month', '>=', from.slice(0, 7)).where('date', '>=', from);
    if (to) days = days.where('month', '<=', to.slice(0, 7)).where('date', '<=', to);
    return (await days.execute()).map(({ row }) => row);
  }

  async month(month: string): Promise<ReadonlyMap<BranchId, readonly DayRow[]>> {
    const { id } = monthOf(month);
    await this.#parts.bookkeeper.allUp();
    const all = new Map<BranchId, DayRow[]>();
    for (const { branch, row } of await this.#days().where('month', '=', id).execute()) {
      const rows = all.get(branch as BranchId) ?? [];
      rows.push(row);
      all.set(branch as BranchId, rows);
    }
    return all;
  }

  async contenders(month: string): Promise<readonly MonthFigures[]> {
    const period = monthOf(month);
    await this.#parts.bookkeeper.allUp();
    return contendersOf(this.#parts.store, period);
  }

  async lobby(branch: BranchId): Promise<BranchNow | null> {
    const now = await this.#parts.bookkeeper.now(branch);
    return now && { lobby: now.lobby, head: now.head, at: now.head.at };
  }

  async entries(branch: BranchId, date: string): Promise<Entry[]> {
    const { roster, received, shelves } = this.#parts;
    const entries: Entry[] = [];
    const members = await roster.of(branch);
    const stood = await shelves.standsOf(members);
    for (const [i, member] of members.entries()) {
      let last: Entry | null = null;
      for (const line of await received.on(member, date)) {
        last = unseal(line, last);
        // What stands behind the last head is being received, and nobody's yet.
        if (last.seq <= (stood[i]?.head.seq ?? 0)) entries.push(last);
      }
    }
    return entries;
  }

  #days() {
    return this.#parts.store.db
      .selectFrom('days')
      .select(['branch', 'row'])
      .orderBy('branch')
      .orderBy('date')
      .orderBy('epoch');
  }
}
