import { type City, type CityFact, evolveCity, initialCity } from '../../../shared/city/city.ts';
import { folding } from '../../folding.ts';
import type { Draft, Entry, Head } from '../../ledger/entry.ts';

/** A line of the city's ledger: the same form, chain and seal as a branch's, with facts of its own. */
export type CityEntry = Omit<Entry, 'facts'> & { readonly facts: readonly CityFact[] };
export type CityDraft = Omit<Draft, 'facts'> & { readonly facts: readonly CityFact[] };

/** Where the city's decisions are kept: files of one center, or a table that several servers share. */
export interface CityLog {
  /**
   * Every entry behind the one that is known, in order.
   *
   * @throws LedgerDamaged where one does not belong there, is not signed for, or is gone
   */
  behind(known: Head): Promise<readonly CityEntry[]>;
  /**
   * Puts one entry right behind `head`, and resolves once it is on the disk.
   *
   * @param date the day it is filed under; never an earlier one than before
   * @returns null when somebody else's stands there already: nothing was written
   * @throws when it could not be saved, or nobody knows whether it was
   */
  append(draft: CityDraft, head: Head, date: string): Promise<CityEntry | null>;
  close(): Promise<void>;
}

/** What was decided by all entries of a city's ledger. @throws naming the entry no sense can be made of */
export const cityOf = (entries: readonly CityEntry[]): City =>
  entries.reduce(
    (city, { seq, facts }) => folding(seq, () => facts.reduce(evolveCity, city)),
    initialCity,
  );
