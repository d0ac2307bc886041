import type { Disk } from '../../server/ledger/disk.ts';

/** What a part of the rig is asked to do. */
export interface Section {
  /** Of the first run; each further one has the next. */
  readonly seed: number;
  readonly runs: number;
  /** What stands between the hub and the disk: nothing, or a part that does nothing. */
  readonly spoil: (disk: Disk) => Disk;
  /** The built hub, for what needs a real process. */
  readonly hub: string;
}

/** What came of it. */
export interface Outcome<Counts extends Record<string, number>> {
  readonly counts: Counts;
  /** One line each, with the seed that replays it. */
  readonly failures: readonly string[];
}

/** Collects failures; a rig that is blind would collect none. */
export class Failures {
  readonly lines: string[] = [];
  readonly #section: string;

  constructor(section: string) {
    this.#section = section;
  }

  /** @returns how many there are, for the sums */
  note(seed: number, what: string, many = 1): number {
    if (many > 0)
      this.lines.push(`--only ${this.#section} --seed ${seed} --runs 1  ${what.slice(0, 500)}`);
    return many;
  }
}

/** Nothing is left out. */
export const sound: Section = { seed: 0, runs: 1, spoil: (disk) => disk, hub: '' };
