import type { Codes } from './codes.ts';
import type { Evidence } from './evidence.ts';
import { FilesCodes } from './files/codes.ts';
import { FilesEvidence } from './files/evidence.ts';
import { FilesRoster } from './files/roster.ts';
import { FilesShelves } from './files/shelves.ts';
import type { Roster } from './roster.ts';
import type { Shelves } from './shelf.ts';
import { SqlCodes } from './store/codes.ts';
import type { Store } from './store/database.ts';
import { SqlEvidence } from './store/evidence.ts';
import { SqlRoster } from './store/roster.ts';
import { SqlShelves } from './store/shelves.ts';
import type { Place } from './stretch.ts';

/** What a center answers for, wherever it lies: in its own files, or in a database that several share. */
export interface Kept {
  readonly roster: Roster;
  readonly codes: Codes;
  readonly evidence: Evidence;
  readonly shelves: Shelves;
}

/** @throws when its files are damaged: who is enrolled, or what was refused */
export async function keptInFiles(place: Place): Promise<Kept> {
  const roster = new FilesRoster(place);
  await roster.read();
  const evidence = new FilesEvidence(place);
  await evidence.read();
  const shelves = new FilesShelves(place, async ({ branch, epoch }) => {
    if ((await roster.endedAt(branch)) !== null) return 'closed';
    const latest = (await roster.of(branch)).at(-1)?.epoch ?? epoch;
    return latest === epoch ? 'open' : latest;
  });
  return { roster, evidence, shelves, codes: new FilesCodes(place) };
}

export const keptInTables = (store: Store): Kept => ({
  roster: new SqlRoster(store),
  codes: new SqlCodes(store),
  evidence: new SqlEvidence(store),
  shelves: new SqlShelves(store),
});
