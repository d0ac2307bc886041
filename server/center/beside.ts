import { join } from 'node:path';
import { GENESIS, type Head } from '../ledger/entry.ts';
import { readLines } from '../ledger/lines.ts';
import { HEADS } from '../ledger/witnesses.ts';
import { type Alarm, alarmsIn } from './books/alarms.ts';
import type { Codes } from './codes.ts';
import type { Refused, Told } from './evidence.ts';
import { FilesCodes } from './files/codes.ts';
import { REFUSED } from './files/evidence.ts';
import { FilesRoster, ROSTER } from './files/roster.ts';
import { shelfFolder } from './files/shelves.ts';
import { keptInTables } from './kept.ts';
import { type Enrolment, memberOf } from './roster.ts';
import { nowhere } from './shelf.ts';
import type { Store } from './store/database.ts';
import type { Place } from './stretch.ts';

/** What a command may do while a center is running: look, and put something beside what that one has. */
export interface Beside {
  /** Every epoch of every branch, in the order enrolled. */
  readonly enrolled: () => Promise<readonly Enrolment[]>;
  readonly headOf: (row: Enrolment) => Promise<Head>;
  readonly refused: () => Promise<ReadonlyMap<string, Omit<Told, 'witnessed' | 'head'>>>;
  /** What does not fit in a branch's accounts; a running center alone knows, with files. */
  readonly alarms: () => Promise<ReadonlyMap<string, Alarm>>;
  readonly codes: Codes;
  readonly endedAt: (branch: string) => Promise<number | null>;
  readonly end: (branch: string, at: number) => Promise<void>;
}

/** Reads files, and never mends one: a running center may be writing it. */
export function besideFiles(place: Place): Beside {
  const roster = new FilesRoster(place);
  return {
    enrolled: () => rowsOf<Enrolment>(place, ROSTER),
    headOf: async (row) => {
      const shelf = { disk: place.disk, folder: shelfFolder(place.folder, row) };
      return (await rowsOf<Head>(shelf, HEADS)).at(-1) ?? GENESIS;
    },
    refused: async () =>
      new Map((await rowsOf<Refused>(place, REFUSED)).map((row) => [row.branch, row])),
    alarms: async () => new Map(),
    codes: new FilesCodes(place),
    endedAt: (branch) => roster.endedAt(branch),
    end: (branch, at) => roster.end(branch, at),
  };
}

export function besideTables(store: Store): Beside {
  const { roster, codes, evidence, shelves } = keptInTables(store);
  return {
    enrolled: () => roster.all(),
    headOf: async (row) => ((await shelves.standsOf([memberOf(row)]))[0] ?? nowhere).head,
    refused: () => evidence.last(),
    alarms: () => alarmsIn(store),
    codes,
    endedAt: (branch) => roster.endedAt(branch),
    end: (branch, at) => roster.end(branch, at),
  };
}

async function rowsOf<T>({ disk, folder }: Place, name: string): Promise<T[]> {
  const bytes = (await disk.read(join(folder, name))) ?? Buffer.alloc(0);
  return readLines(bytes, { parse: (line) => JSON.parse(line.toString()) as T }).rows;
}
