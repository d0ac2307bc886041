import { anywhere, type Beginning, Chain, lawful } from './chain.ts';
import { type Damage, LedgerUnopened } from './damage.ts';
import { Day, damageOf } from './day.ts';
import type { Disk } from './disk.ts';
import { type Draft, type Entry, FORMAT, GENESIS, type Head } from './entry.ts';
import { damageIn, datesIn, halfRestored, isDate, pathOf } from './files.ts';
import { readLines } from './lines.ts';
import type { Torn } from './torn.ts';
import { readClosings } from './witnesses.ts';
import { Writer } from './writer.ts';

export type { Draft, Entry, Head } from './entry.ts';

/** Where a checkpoint stands: a head, and the business day whose file ends with it. */
export interface Mark extends Head {
  /** A date; empty while there is no entry. */
  readonly file: string;
}

export interface Recovered {
  /** Entries that reached the disk although their flush failed: nobody was told so far. */
  readonly entries: readonly Entry[];
  readonly torn?: Torn;
}

/** The one writer of a data folder's ledger (台账). Calls follow one another in the order made. */
export interface Ledger {
  head(): Head;
  mark(): Mark;
  /**
   * Appends all drafts with one write and one flush, and resolves once they are on the disk.
   *
   * @throws LedgerDown when the disk fails: none of them counts, and none is taken until `reopen`
   * @throws LedgerDamaged when the ledger is only read
   */
  append(drafts: readonly Draft[]): Promise<readonly Entry[]>;
  /** Later entries go to this business day's file; the same day again changes nothing. */
  roll(date: string): Promise<void>;
  /** After LedgerDown: reads the day's file again from the disk, and takes entries once more. */
  reopen(): Promise<Recovered>;
  close(): Promise<void>;
}

export interface Parts {
  readonly disk: Disk;
  /** The data folder: its `ledger/` holds the days, its `torn/` what was cut off. */
  readonly folder: string;
  /** The entry that the caller's state stands on; files before it are not read. */
  readonly since?: Mark;
}

export interface Opened {
  readonly ledger: Ledger;
  /** All after `since`, or all; up to the damage where there is some. */
  readonly entries: readonly Entry[];
  readonly torn?: Torn;
  /** The ledger is then only read. */
  readonly damage?: Damage;
  /** The mark's entry is not in the ledger: `entries` are all, and the caller's state is worthless. */
  readonly sinceLost?: true;
}

interface History {
  readonly entries: Entry[];
  readonly head: Head | null;
  readonly file: string;
  readonly damage?: Damage;
}

/**
 * Opens the ledger of a locked folder; one that is missing comes into being with its first entry.
 *
 * @throws LedgerUnopened when a newer program wrote it, or it is half restored; what the disk throws when it cannot be read
 */
export async function openLedger({ disk, folder, since }: Parts): Promise<Opened> {
  const half = await halfRestored(disk, folder);
  if (half) throw new LedgerUnopened(half);
  const all = (await datesIn(disk, folder)) ?? [];
  const found = since !== undefined && (await holds(disk, folder, since));
  const dates = found ? all.filter((date) => date >= since.file) : all;
  const begin = found ? anywhere : lawful((await readClosings(disk, folder)).heads);

  const closed = await readClosed(disk, folder, dates.slice(0, -1), begin);
  const last = closed.damage ? undefined : dates.at(-1);
  const day = last ? new Day(disk, folder, last, closed.head, begin) : null;
  await day?.read();

  const { entries, head, file, damage } = day ? joined(closed, day) : closed;
  if (damage?.what === 'newer') throw new LedgerUnopened(damage);
  const start = { disk, folder, head: head ?? GENESIS, file, day };
  return {
    ledger: new Writer({ ...start, ...(damage && { damage }) }),
    entries: found ? entries.filter(({ seq }) => seq > since.seq) : entries,
    ...(day?.torn && { torn: day.torn }),
    ...(damage && { damage }),
    ...(since && since.seq > 0 && !found && { sinceLost: true }),
  };
}

/** Whether the mark's file has the mark's entry, by the bytes with which such a line must end. */
async function holds(disk: Disk, folder: string, { file, seq, hash }: Mark): Promise<boolean> {
  const bytes = seq > 0 && isDate(file) ? await disk.read(pathOf(folder, file)) : null;
  return bytes?.includes(`,"seq":${seq},"v":${FORMAT},"hash":"${hash}"}\n`) ?? false;
}

/** Days that are no longer written to: anything but whole lines in them is damage. */
async function readClosed(
  disk: Disk,
  folder: string,
  dates: readonly string[],
  begin: Beginning,
): Promise<History> {
  const entries: Entry[] = [];
  let head: Head | null = null;
  let file = '';
  for (const date of dates) {
    const bytes = (await disk.read(pathOf(folder, date))) ?? Buffer.alloc(0);
    const chain: Chain = new Chain(head, begin);
    const { rows, whole, bad } = readLines(bytes, chain);
    for (const row of rows) entries.push(row);
    if (rows.length > 0) [head, file] = [chain.head, date];
    if (bad) return { entries, head, file, damage: damageOf(date, chain, bad) };
    if (whole < bytes.length) {
      const damage = damageIn(date, rows.length + 1, chain.due(), 'unfinished');
      return { entries, head, file, damage };
    }
  }
  return { entries, head, file };
}

function joined(closed: History, day: Day): History {
  const last = day.entries.at(-1);
  for (const entry of day.entries) closed.entries.push(entry);
  return {
    entries: closed.entries,
    head: last ?? closed.head,
    file: last ? day.date : closed.file,
    ...(day.damage && { damage: day.damage }),
  };
}
