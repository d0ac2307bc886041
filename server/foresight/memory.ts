import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { type Foresight, noForesight } from '../../shared/foresight/foretell.ts';
import type { Disk } from '../ledger/disk.ts';
import { Document } from '../ledger/document.ts';
import type { Place } from './seer.ts';

export const FORESIGHT = 'foresight.json';

/** Raised whenever what is learned changes its shape or its meaning: an older one is then learned anew. */
const SHAPE = 2;

interface Kept extends Place {
  readonly shape: number;
  readonly digest: string;
  readonly known: Foresight;
}

const digestOf = (known: Foresight) =>
  createHash('sha256').update(JSON.stringify(known)).digest('hex');

/**
 * What was learned of waits by the close of a day: a cache of the ledger, which names the entry it
 * stands on, and has its own digest against a half-rotten disk. Without it the last days are read again.
 */
export class Memory {
  readonly #document: Low<Kept | null>;

  constructor(disk: Disk, folder: string) {
    const path = join(folder, FORESIGHT);
    this.#document = new Low<Kept | null>(new Document<Kept | null>(disk, path), null);
  }

  read(): Promise<void> {
    return this.#document.read();
  }

  /** What had been learned by this place in the ledger; null: of that nothing is kept. */
  at({ seq, hash }: Place): Foresight | null {
    if (seq === 0) return noForesight;
    const kept = this.#document.data;
    if (kept?.shape !== SHAPE || kept.seq !== seq || kept.hash !== hash) return null;
    return digestOf(kept.known) === kept.digest ? kept.known : null;
  }

  async save({ seq, hash }: Place, known: Foresight): Promise<void> {
    const lasting = { ...known, told: {}, lastTold: {} };
    const digest = digestOf(lasting);
    this.#document.data = { shape: SHAPE, seq, hash, digest, known: lasting };
    await this.#document.write();
  }
}
