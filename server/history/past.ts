import { defaultSettings } from '../../shared/defaults.ts';
import type { BusinessDate, DeviceId, StaffId } from '../../shared/ids.ts';
import { isVisit } from '../../shared/owners.ts';
import type { KeptDay, Told } from '../../shared/questions/keptDay.ts';
import { accept, type Refusal, type Result, refuse } from '../../shared/result.ts';
import { evolve } from '../../shared/visit/evolve.ts';
import { initialVisit, type Visit } from '../../shared/visit/state.ts';
import type { HubRefusal } from '../../shared/wire.ts';
import { folding } from '../folding.ts';
import { anywhere, Chain } from '../ledger/chain.ts';
import type { Disk } from '../ledger/disk.ts';
import { datesIn, pathOf } from '../ledger/files.ts';
import { streamLines } from '../ledger/lines.ts';
import { Carried } from './carried.ts';

/** Where a hub's ledger lies. */
export interface Place {
  readonly disk: Disk;
  readonly folder: string;
}

/** A day's facts are some megabytes: so many days are kept at hand. */
const AT_HAND = 4;

export type DayOrNot = Result<KeptDay, Refusal<HubRefusal>>;

/**
 * Business days of the past, each folded from its own file by the code that folds today: every line
 * is hashed on the way, so what was changed since is refused, not shown. Reads in pieces, and lets
 * presses through between them.
 */
export class Past {
  readonly #place: Place;
  /** The ledger's last seq: the newest file grows with it. */
  readonly #seq: () => number;
  readonly #carried: Carried;
  readonly #days = new Map<string, { readonly day: KeptDay; readonly seq: number | null }>();

  constructor(place: Place, seq: () => number) {
    this.#place = place;
    this.#seq = seq;
    this.#carried = new Carried(place);
  }

  /** Business days that have a file, ascending. */
  async dates(): Promise<readonly BusinessDate[]> {
    const { disk, folder } = this.#place;
    return ((await datesIn(disk, folder)) ?? []) as BusinessDate[];
  }

  /**
   * A day's state as it was left, with every fact of it; today's so far.
   *
   * @throws Unsound or LedgerUnopened where its file is damaged, or newer than this program
   */
  async dayAt(date: BusinessDate): Promise<DayOrNot> {
    const dates = await this.dates();
    if (!dates.includes(date)) return this.#missing(date, dates[0]);
    const seq = date === dates.at(-1) ? this.#seq() : null;
    const known = this.#days.get(date);
    if (known && known.seq === seq) return accept(this.#keep(date, known));
    const before = await this.#carried.into(date, dates);
    const begun = initialVisit(before.settings ?? defaultSettings);
    const { first, ...day } = await this.#fold(date, { ...begun, offset: before.offset });
    // The very first day brings its settings itself; any other one's were pruned with those before.
    if (!before.settings && first !== 1) return refuse('history.pruned', { date });
    // Before a branch's first opening there is a file, and no business day in it.
    if (!day.visit.day) return refuse('history.noDay', { date });
    return accept(this.#keep(date, { day, seq }));
  }

  /** Days before the first one kept were pruned, unless the ledger itself begins there. */
  async #missing(date: BusinessDate, first: BusinessDate | undefined): Promise<DayOrNot> {
    const isBefore = first !== undefined && date < first;
    const isPruned = isBefore && !(await this.#carried.beginsIn(first));
    return refuse(isPruned ? 'history.pruned' : 'history.noDay', { date });
  }

  #keep(date: BusinessDate, kept: { day: KeptDay; seq: number | null }): KeptDay {
    this.#days.delete(date);
    this.#days.set(date, kept);
    const [oldest] = this.#days.keys();
    if (this.#days.size > AT_HAND && oldest !== undefined) this.#days.delete(oldest);
    return kept.day;
  }

  async #fold(date: BusinessDate, begun: Visit): Promise<KeptDay & { first: number }> {
    const { disk, folder } = this.#place;
    const chain = new Chain(null, anywhere);
    const told: Told[] = [];
    let [visit, first] = [begun, 0];
    await streamLines(disk, pathOf(folder, date), (line, number) => {
      const { seq, facts, person, device } = chain.parse(line, number);
      if (number === 1) first = seq;
      folding(seq, () => {
        for (const fact of facts) {
          if (isVisit(fact)) visit = evolve(visit, fact);
          told.push({ fact, person: person as StaffId | null, device: device as DeviceId | null });
        }
      });
    });
    return { date, visit, told, first };
  }
}
