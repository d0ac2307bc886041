import { GENESIS, type Head } from '../ledger/entry.ts';
import type { SignedHead } from '../ledger/key.ts';
import type { Member } from './roster.ts';
import type { DayLines } from './stretch.ts';

/** A day's closing as the branch sent it: its line, and the entry that closed the day. */
export interface ClosingLine extends Head {
  readonly date: string;
  readonly line: string;
}

/** What came of a branch's requests last. */
export interface Contact {
  /** The center's time, ms; null: not yet. */
  readonly seenAt: number | null;
  readonly receivedAt: number | null;
  /** Its time minus the center's, ms. */
  readonly offset: number;
}

export const noContact: Contact = { seenAt: null, receivedAt: null, offset: 0 };

/** Where the center stands with a branch. */
export interface Stood {
  readonly head: Head;
  readonly contact: Contact;
}

export const nowhere: Stood = { head: GENESIS, contact: noContact };

/** What the center keeps of this branch cannot be added to. */
export class ShelfDamaged extends Error {}

/** Another epoch of the branch has begun meanwhile, or it has closed for good: nothing is added any more. */
export class ShelfEnded extends Error {
  /** null: closed for good. */
  readonly epoch: number | null;

  constructor(epoch: number | null) {
    super('this epoch has ended');
    this.epoch = epoch;
  }
}

/** What the center keeps of one epoch of a branch, to whoever holds it: byte for byte as it was sent. */
export interface Shelf {
  /** The last entry witnessed. */
  readonly head: Head;
  /** The last entry's date; later entries stand under no earlier one. */
  readonly date: string;
  /** The entry of the last closing; 0 without one. */
  readonly closed: number;
  readonly contact: Contact;
  /** The head as the branch signed it. */
  signed(): Promise<SignedHead | null>;
  /** Whether it has this entry. */
  holds(head: { readonly seq: number; readonly hash: string }): Promise<boolean>;
  /** The first of some lines that it does not hold in the same place, byte for byte. */
  firstOther(days: readonly DayLines[]): Promise<string | null>;
  /** What stands behind an entry, up to `most` bytes; one longer line comes alone. */
  behind(seq: number, most: number): Promise<DayLines[]>;
  /** Keeps entries that follow the head, and the head that holds them. */
  add(days: readonly DayLines[], head: SignedHead, received: number): Promise<void>;
  addClosing(closing: ClosingLine): Promise<void>;
  note(contact: Partial<Contact>): void;
}

/** Where epochs are kept. Whatever work was told to keep is safe once `held` resolves, and not before. */
export interface Shelves {
  /**
   * Does some work while nobody else, on whatever server, adds to the same shelf.
   *
   * @param dates days that may be added to
   * @throws ShelfDamaged, ShelfEnded, or that it could not be saved: then nothing counts
   */
  held<T>(member: Member, dates: readonly string[], work: (shelf: Shelf) => Promise<T>): Promise<T>;
  /** Of each as far as can be told: of a damaged one nothing. */
  standsOf(members: readonly Member[]): Promise<readonly Stood[]>;
  /** Whether one has an entry, as far as can be told. */
  holds(member: Member, head: { readonly seq: number; readonly hash: string }): Promise<boolean>;
  close(): Promise<void>;
}
