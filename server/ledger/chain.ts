import { Unsound } from './damage.ts';
import { type Entry, GENESIS, type Head, unseal } from './entry.ts';
import type { Reading } from './lines.ts';
import type { Witness } from './witnesses.ts';

/** Says whether an entry may be the first one read, when nothing before it was. */
export type Beginning = (first: Entry) => boolean;

/** For a file that follows a checkpoint: what came before it was verified when that was made. */
export const anywhere: Beginning = () => true;

/** At entry 1, or, once old days were pruned, right behind an entry that a closing names. */
export function lawful(closings: readonly Witness[]): Beginning {
  return ({ seq, prev }) =>
    seq === 1
      ? prev === GENESIS.hash
      : closings.some((closing) => closing.seq === seq - 1 && closing.hash === prev);
}

/** Reads one file's lines as links: each must follow the one before. Begins anew at line 1. */
export class Chain implements Reading<Entry> {
  /** The last entry read, or where the chain started; null before a first entry. */
  head: Head | null;
  readonly #start: Head | null;
  readonly #beginning: Beginning;

  constructor(start: Head | null, beginning: Beginning) {
    this.head = start;
    this.#start = start;
    this.#beginning = beginning;
  }

  parse(line: Buffer, number: number): Entry {
    if (number === 1) this.head = this.#start;
    const entry = unseal(line, this.head);
    if (!this.head && !this.#beginning(entry)) throw new Unsound('misplaced');
    this.head = entry;
    return entry;
  }

  /** A group is written only after the flush of the one before: a later group proves that flush. */
  provesFlushed(line: Buffer): boolean {
    try {
      return unseal(line, null).group > this.due();
    } catch {
      return false;
    }
  }

  due(): number {
    return (this.head?.seq ?? 0) + 1;
  }
}
