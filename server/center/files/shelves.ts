import { join } from 'node:path';
import type { Member } from '../roster.ts';
import { type Shelf, ShelfEnded, type Shelves, type Stood } from '../shelf.ts';
import type { Place } from '../stretch.ts';
import { Turns } from '../turns.ts';
import { FilesShelf } from './shelf.ts';

interface Kept {
  readonly shelf: FilesShelf;
  readonly turns: Turns;
}

export const shelfFolder = (folder: string, { branch, epoch }: Pick<Member, 'branch' | 'epoch'>) =>
  join(folder, 'branches', branch, String(epoch));

/** A data folder for each epoch of each branch, as the branch has one; this center is their one writer. */
export class FilesShelves implements Shelves {
  readonly #place: Place;
  readonly #endOf: (member: Member) => Promise<number | 'open' | 'closed'>;
  readonly #kept = new Map<string, Kept>();

  /** @param endOf the epoch that a branch is in, if it is another one; or that it closed for good */
  constructor(place: Place, endOf: (member: Member) => Promise<number | 'open' | 'closed'>) {
    this.#place = place;
    this.#endOf = endOf;
  }

  held<T>(
    member: Member,
    _dates: readonly string[],
    work: (shelf: Shelf) => Promise<T>,
  ): Promise<T> {
    const { shelf, turns } = this.#of(member);
    return turns.take(async () => {
      const end = await this.#endOf(member);
      if (end !== 'open') throw new ShelfEnded(end === 'closed' ? null : end);
      await shelf.open();
      return work(shelf);
    });
  }

  async standsOf(members: readonly Member[]): Promise<readonly Stood[]> {
    const stood: Stood[] = [];
    for (const member of members) {
      const { shelf, turns } = this.#of(member);
      await turns.take(() => shelf.open()).catch(() => {});
      stood.push({ head: shelf.head, contact: shelf.contact });
    }
    return stood;
  }

  holds(member: Member, head: { readonly seq: number; readonly hash: string }): Promise<boolean> {
    const { shelf, turns } = this.#of(member);
    return turns.take(() => shelf.holds(head));
  }

  async close(): Promise<void> {
    for (const { shelf, turns } of this.#kept.values()) await turns.take(() => shelf.close());
  }

  #of(member: Member): Kept {
    const { disk, folder } = this.#place;
    const path = shelfFolder(folder, member);
    const known = this.#kept.get(path);
    if (known) return known;
    const shelf = new FilesShelf({ disk, folder: path }, member.key);
    const kept = { shelf, turns: new Turns() };
    this.#kept.set(path, kept);
    return kept;
  }
}
