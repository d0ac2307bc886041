/**
 * What can be wrong with a line that ends in a newline, or with what leans on it.
 * Such a line was written and flushed: it is never mended, only named.
 */
export type Flaw = keyof typeof SENTENCES;

const SENTENCES = {
  unreadable: 'it is not a line of this format',
  altered: 'its content does not match its hash',
  misplaced: 'another entry belongs here: one was left out, doubled or moved',
  unlinked: 'it does not continue the entry before it',
  unfinished: 'it breaks off, and later days follow it',
  lost: 'entries that were saved are missing from the end of the ledger',
  disputed: 'it names another hash than the ledger holds at that place',
  unsigned: 'it carries no signature, though the folder has a key',
  forged: 'its signature is not good',
  foreign: 'it is signed with another key than the one in key.pub.pem',
  senseless: 'what it says cannot follow on what stands before it',
  untrue: 'it is not what the entries of the ledger come to',
  newer: 'it was written by a newer version of the program; install that version to read it',
  halfway: 'a restore into this folder was not finished; remove the folder, and restore again',
  absent: 'there is no ledger here; name a data folder, or one that holds data folders',
} as const;

/** The first bad place of a ledger. `seq` is the entry due there, where that is known. */
export interface Damage {
  /** Inside the data folder, with forward slashes: `ledger/2026-11-23.jsonl`. */
  readonly file: string;
  readonly line: number;
  readonly seq?: number;
  readonly what: Flaw;
}

/** Where it stands, for screens: without what is wrong there. */
export const placeOf = ({ file, line, seq }: Damage) => ({
  where: line > 0 ? `${file}:${line}` : file,
  seq: seq ?? null,
});

/** `ledger/2026-11-23.jsonl:14 (entry 214): its content does not match its hash` */
export function sayDamage(damage: Damage): string {
  const { where, seq } = placeOf(damage);
  return `${where}${seq === null ? '' : ` (entry ${seq})`}: ${SENTENCES[damage.what]}`;
}

/** A line that cannot stand where it stands. */
export class Unsound extends Error {
  readonly flaw: Flaw;

  constructor(flaw: Flaw) {
    super(SENTENCES[flaw]);
    this.flaw = flaw;
  }
}

/** Nothing was saved, and nothing will be until the ledger is opened again. */
export class LedgerDown extends Error {
  override readonly name: string = 'LedgerDown';
}

/** The ledger can be read up to `damage`, and is not written to any more. */
export class LedgerDamaged extends LedgerDown {
  override readonly name = 'LedgerDamaged';
  readonly damage: Damage;

  constructor(damage: Damage) {
    super(
      `The ledger is damaged and only read: ${sayDamage(damage)}. Restore the folder from a backup, or have the center open a new epoch.`,
    );
    this.damage = damage;
  }
}

/** The folder belongs to a newer program, or is half restored. Nothing in it was touched. */
export class LedgerUnopened extends Error {
  override readonly name = 'LedgerUnopened';
  readonly damage: Damage;

  constructor(damage: Damage) {
    super(`The ledger cannot be opened: ${sayDamage(damage)}.`);
    this.damage = damage;
  }
}
