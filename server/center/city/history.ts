import { basename, dirname, join } from 'node:path';
import { type City, evolveCity, initialCity } from '../../../shared/city/city.ts';
import { folding } from '../../folding.ts';
import { type Damage, LedgerUnopened } from '../../ledger/damage.ts';
import type { Disk } from '../../ledger/disk.ts';
import type { Entry } from '../../ledger/entry.ts';
import { PRIVATE } from '../../ledger/key.ts';
import type { Listener } from '../../ledger/witnesses.ts';
import type { CityEntry } from './log.ts';

/** Whether a folder is the city's part of a center's: its entries have facts of the city. */
export async function isCityFolder(disk: Disk, folder: string): Promise<boolean> {
  if (basename(folder) !== 'city') return false;
  return (await disk.read(join(dirname(folder), PRIVATE))) !== null;
}

/** Folds the city's entries once more, for whoever verifies them: each has to make sense. */
export class CityHistory implements Listener {
  #city: City = initialCity;
  #damage: Damage | undefined;

  hear(entry: Entry): void {
    if (this.#damage) return;
    const { seq, facts } = entry as unknown as CityEntry;
    try {
      this.#city = folding(seq, () => facts.reduce(evolveCity, this.#city));
    } catch (error) {
      const senseless = { file: 'ledger', line: 0, seq, what: 'senseless' } as const;
      this.#damage = error instanceof LedgerUnopened ? error.damage : senseless;
    }
  }

  verdict(): Damage | undefined {
    return this.#damage;
  }
}
