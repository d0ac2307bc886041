import { join } from 'node:path';
import type { Damage, Flaw } from './damage.ts';
import type { Disk } from './disk.ts';

const DAY_FILE = /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))\.jsonl$/;

export const isDate = (date: string) => DAY_FILE.test(`${date}.jsonl`);

export const fileName = (date: string) => `${date}.jsonl`;

export const ledgerFolder = (folder: string) => join(folder, 'ledger');

export const pathOf = (folder: string, date: string) => join(ledgerFolder(folder), fileName(date));

/** Stands in a data folder while a restore into it is under way: nothing may begin there before its end. */
export const RESTORING = 'restoring.json';

/** What that becomes in the end: where this folder came from. */
export const RESTORED = 'restored.json';

/** Why a folder is no whole ledger, and must not be taken for one. */
export async function halfRestored(disk: Disk, folder: string): Promise<Damage | null> {
  const begun = await disk.read(join(folder, RESTORING));
  return begun && { file: RESTORING, line: 0, what: 'halfway' };
}

/** Business days with a file, ascending; null when the folder holds no ledger. Other files are left alone. */
export async function datesIn(disk: Disk, folder: string): Promise<string[] | null> {
  const names = await disk.list(ledgerFolder(folder));
  return names ? names.flatMap((name) => DAY_FILE.exec(name)?.[1] ?? []).sort() : null;
}

/** Damage on a line of a day's file, where entry `seq` was due. */
export const damageIn = (date: string, line: number, seq: number | null, what: Flaw): Damage => ({
  file: `ledger/${fileName(date)}`,
  line,
  ...(seq === null ? {} : { seq }),
  what,
});
