import type { BusinessDate, DeviceId, StaffId } from '../../shared/ids.ts';
import { isVisit } from '../../shared/owners.ts';
import type { Told } from '../../shared/questions/keptDay.ts';
import { evolve } from '../../shared/visit/evolve.ts';
import type { Visit } from '../../shared/visit/state.ts';
import { folding } from '../folding.ts';
import { anywhere, Chain } from '../ledger/chain.ts';
import { pathOf } from '../ledger/files.ts';
import { streamLines } from '../ledger/lines.ts';
import type { Place } from './past.ts';

/** Whoever looks on while a day goes by once more. */
export interface Watch {
  /** A fact, with the state after it. */
  fact?(told: Told, visit: Visit): void;
  /** Every minute of the open day: the state as it stood; null while the hub was not there. */
  mark?(at: number, visit: Visit | null): void;
}

export interface Walked {
  readonly visit: Visit;
  /** The seq of the file's first entry. */
  readonly first: number;
}

/** Milliseconds of hub time between two marks. */
export const MARK = 60_000;

/**
 * One day's file, line by line, each hashed and folded as it was when it was new. Reads in pieces, and
 * lets presses through between them.
 *
 * @param until hub time up to which a day that is still open is marked
 * @throws Unsound or LedgerUnopened where the file is damaged, or newer than this program
 */
export async function walk(
  { disk, folder }: Place,
  date: BusinessDate,
  begun: Visit,
  watch: Watch,
  until: number,
): Promise<Walked> {
  const chain = new Chain(null, anywhere);
  const marks = new Marks(watch);
  let [visit, first] = [begun, 0];
  await streamLines(disk, pathOf(folder, date), (line, number) => {
    const { seq, facts, person, device } = chain.parse(line, number);
    if (number === 1) first = seq;
    folding(seq, () => {
      for (const fact of facts) {
        marks.upTo(fact.at, visit, fact.type === 'hub.started' ? fact.since : null);
        if (isVisit(fact)) visit = evolve(visit, fact);
        const told = { fact, person: person as StaffId | null, device: device as DeviceId | null };
        watch.fact?.(told, visit);
      }
    });
  });
  marks.upTo(until, visit, null);
  return { visit, first };
}

/** Between two facts nothing changes: what stood before the later one stood at every mark between. */
class Marks {
  readonly #watch: Watch;
  #next: number | null = null;

  constructor(watch: Watch) {
    this.#watch = watch;
  }

  /** @param gone since when the hub was away, if it was */
  upTo(at: number, visit: Visit, gone: number | null): void {
    if (!visit.day?.open || !this.#watch.mark) return;
    this.#next ??= Math.ceil((visit.day.since + visit.offset) / MARK) * MARK - visit.offset;
    for (; this.#next <= at; this.#next += MARK)
      this.#watch.mark(this.#next, gone !== null && this.#next > gone ? null : visit);
  }
}
