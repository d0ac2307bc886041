import { defaultSettings } from '../../shared/defaults.ts';
import type { BusinessDate } from '../../shared/ids.ts';
import type { KeptDay, Sample, Told } from '../../shared/questions/keptDay.ts';
import { sampled } from '../../shared/questions/keptDay.ts';
import { accept, type Refusal, type Result, refuse } from '../../shared/result.ts';
import type { Settings } from '../../shared/settings.ts';
import { initialVisit, type Visit } from '../../shared/visit/state.ts';
import type { HubRefusal } from '../../shared/wire.ts';
import type { Disk } from '../ledger/disk.ts';
import { datesIn } from '../ledger/files.ts';
import { Carried } from './carried.ts';
import { type Walked, type Watch, walk } from './walk.ts';

/** Where a hub's ledger lies. */
export interface Place {
  readonly disk: Disk;
  readonly folder: string;
}

export interface Now {
  /** The ledger's last seq: the newest file grows with it. */
  readonly seq: () => number;
  /** Hub time. */
  readonly at: () => number;
}

/** A day's facts are some megabytes: so many days are kept at hand. */
const AT_HAND = 4;

type OrNot<T> = Promise<Result<T, Refusal<HubRefusal>>>;
interface Kept {
  readonly day: KeptDay;
  readonly seq: number | null;
}

/**
 * Business days of the past, each folded from its own file by the code that folds today. What was
 * changed since is refused, not shown.
 */
export class Past {
  readonly #place: Place;
  readonly #now: Now;
  readonly #carried: Carried;
  readonly #days = new Map<string, Kept>();

  constructor(place: Place, now: Now) {
    this.#place = place;
    this.#now = now;
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
  async dayAt(date: BusinessDate): OrNot<KeptDay> {
    const dates = await this.dates();
    const seq = date === dates.at(-1) ? this.#now.seq() : null;
    const known = this.#days.get(date);
    if (known && known.seq === seq) return accept(this.#keep(date, known));
    const [told, track]: [Told[], Sample[]] = [[], []];
    const seen = await this.walk(date, {
      fact: (one) => void told.push(one),
      mark: (at, visit) => void track.push(sampled(at, visit)),
    });
    if (!seen.ok) return seen;
    const { visit, began } = seen.value;
    const at = this.#now.at();
    if (visit.day?.open && track.at(-1)?.at !== at) track.push(sampled(at, visit));
    return accept(this.#keep(date, { day: { date, began, visit, told, track }, seq }));
  }

  /** Goes through a day without keeping it. `began` are the settings it began with. */
  async walk(date: BusinessDate, watch: Watch): OrNot<Walked & { readonly began: Settings }> {
    const dates = await this.dates();
    if (!dates.includes(date)) return this.#missing(date, dates[0]);
    const before = await this.#carried.into(date, dates);
    const began = before.settings ?? defaultSettings;
    const begun: Visit = { ...initialVisit(began), offset: before.offset };
    const walked = await walk(this.#place, date, begun, watch, this.#now.at());
    // The very first day brings its settings itself; any other one's were pruned with those before.
    if (!before.settings && walked.first !== 1) return refuse('history.pruned', { date });
    // Before a branch's first opening there is a file, and no business day in it.
    if (!walked.visit.day) return refuse('history.noDay', { date });
    return accept({ ...walked, began });
  }

  /** Days before the first one kept were pruned, unless the ledger itself begins there. */
  async #missing(date: BusinessDate, first: BusinessDate | undefined): OrNot<never> {
    const isBefore = first !== undefined && date < first;
    const isPruned = isBefore && !(await this.#carried.beginsIn(first));
    return refuse(isPruned ? 'history.pruned' : 'history.noDay', { date });
  }

  #keep(date: BusinessDate, kept: Kept): KeptDay {
    this.#days.delete(date);
    this.#days.set(date, kept);
    const [oldest] = this.#days.keys();
    if (this.#days.size > AT_HAND && oldest !== undefined) this.#days.delete(oldest);
    return kept.day;
  }
}
