import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { Lobby } from '../../shared/lobby.ts';
import { folding } from '../folding.ts';
import { Chain, lawful } from '../ledger/chain.ts';
import type { Disk } from '../ledger/disk.ts';
import { GENESIS, type Head } from '../ledger/entry.ts';
import { datesIn, pathOf } from '../ledger/files.ts';
import { streamLines } from '../ledger/lines.ts';
import { readClosings } from '../ledger/witnesses.ts';
import { type Day, Days } from './days.ts';
import { type Figures, figuresOf } from './figures.ts';

/** What one or several ledgers end with. */
export interface Heads {
  readonly entries: number;
  /** Of several ledgers: the SHA-256 over their lines `name hash`, sorted, each with its newline. */
  readonly head: string;
}

export interface Kept {
  readonly name: string;
  readonly days: readonly Day[];
  readonly head: Head;
}

/** A folder's whole ledger, folded. */
export interface Folded extends Kept {
  /** The first entry there is; 1 unless old days were pruned. */
  readonly first: number;
  /** The state after the last entry. */
  readonly lobby: Lobby;
}

export function headsOf(ledgers: readonly { name: string; head: Head }[], named: boolean): Heads {
  const entries = ledgers.reduce((sum, { head }) => sum + head.seq, 0);
  if (!named) return { entries, head: (ledgers[0]?.head ?? GENESIS).hash };
  const lines = ledgers.map(({ name, head }) => `${name} ${head.hash}\n`).sort();
  return { entries, head: hash('sha256', lines.join('')) };
}

/** Which days' figures are wanted. */
export type Wanted = (date: string) => boolean;

/**
 * Measures recomputed from a data folder's ledger alone, or from those of all data folders in it.
 * Only reads: a running hub's folder may be measured.
 *
 * @returns null when there is no ledger
 * @throws Unsound at the first line that does not belong there
 */
export async function measuresFrom(
  disk: Disk,
  folder: string,
  wanted: Wanted = () => true,
): Promise<(Figures & { readonly ledger: Heads }) | null> {
  const read = await readAll(disk, folder);
  return read && figuresIn(read, wanted);
}

export interface AllKept {
  readonly kept: readonly Folded[];
  /** A folder of several branches' folders. */
  readonly named: boolean;
}

/** @throws Unsound at the first line that does not belong there */
export async function readAll(disk: Disk, folder: string): Promise<AllKept | null> {
  const named = !(await datesIn(disk, folder));
  const kept = named ? await readInside(disk, folder) : [await readKept(disk, folder)];
  return kept.length > 0 ? { kept, named } : null;
}

export function figuresIn({ kept, named }: AllKept, wanted: Wanted) {
  const branches = kept.map(({ name, days }) => {
    return { name, days: days.filter(({ date }) => wanted(date)) };
  });
  return { ...figuresOf(branches, named), ledger: headsOf(kept, named) };
}

async function readInside(disk: Disk, folder: string): Promise<Folded[]> {
  const kept: Folded[] = [];
  for (const name of [...((await disk.list(folder)) ?? [])].sort()) {
    const inner = join(folder, name);
    if (await datesIn(disk, inner)) kept.push(await readKept(disk, inner));
  }
  return kept;
}

async function readKept(disk: Disk, folder: string): Promise<Folded> {
  const begin = lawful((await readClosings(disk, folder)).heads);
  const days = new Days();
  let head: Head | null = null;
  let first = 0;
  for (const date of (await datesIn(disk, folder)) ?? []) {
    const chain: Chain = new Chain(head, begin);
    await streamLines(disk, pathOf(folder, date), (line, number) => {
      const { seq, facts } = chain.parse(line, number);
      first ||= seq;
      folding(seq, () => {
        for (const fact of facts) days.take(fact);
      });
    });
    head = chain.head;
  }
  const { lobby } = days;
  return { name: nameOf(days), days: days.all(), head: head ?? GENESIS, first, lobby };
}

/** A recorded log's branch is called what the log calls it; its id may have had to differ. */
function nameOf(days: Days): string {
  const { id, name } = days.lobby.visit.settings.branch;
  const recorded = days.all().some((day) => day.tickets[0]?.by === 'observed');
  return recorded ? name.zh : id;
}
