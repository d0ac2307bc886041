import type { TicketId } from '../../shared/ids.ts';
import type { PrinterSetting } from '../../shared/printers.ts';
import { type PrinterState, prints } from '../../shared/views/printers.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { type Found, look, type Patience, print, type Told } from './talk.ts';

/** What became of a ticket's paper; `dropped`: too late, or too many before it. */
export type Came = Told['came'] | 'dropped';

export interface Job {
  readonly ticket: TicketId;
  /** Hub time at which it was wanted. */
  readonly at: number;
  /** Made only when it is its turn; may throw. */
  readonly bytes: () => Promise<Buffer>;
  /** A person stands there and waits: it is tried now, or not at all. */
  readonly now?: (came: Came, state: PrinterState) => void;
}

export interface PrinterParts {
  readonly setting: PrinterSetting;
  readonly clock: Clock;
  readonly log: Log;
  readonly patience: Patience;
  /** Its state is another one. */
  readonly changed: () => void;
}

/** More than that many wait for nobody. */
const MOST = 50;
/** Whoever waits longer for paper has long read the number on the screen, milliseconds of hub time. */
const STALE = 120_000;
/** Real milliseconds between two looks. */
const LOOK = 5000;

/**
 * One printer: its tickets one after the other, in the order they were wanted. A ticket is sent once.
 * Only if the printer itself reports that it failed is it sent again, once all is well: a line that
 * broke without a word may have printed, and two papers with one number are worse than none, for the
 * number is on the screen, and a person can print again.
 */
export class Printer {
  readonly #parts: PrinterParts;
  #state: PrinterState | null = null;
  #queue: Job[] = [];
  #running: Promise<void> | null = null;
  #stopLooking = () => {};
  readonly #end = new AbortController();

  constructor(parts: PrinterParts) {
    this.#parts = parts;
    this.#lookOn();
  }

  /** null until it was looked at. */
  get state(): PrinterState | null {
    return this.#state;
  }

  get setting(): PrinterSetting {
    return this.#parts.setting;
  }

  /** Never waits, never throws. */
  add(job: Job): void {
    this.#queue.push(job);
    while (this.#queue.length > MOST) this.#drop(this.#queue[0] as Job);
    this.#run(false);
  }

  async stop(): Promise<void> {
    this.#end.abort();
    this.#stopLooking();
    for (const job of [...this.#queue]) this.#drop(job);
    await this.#running;
  }

  #lookOn(): void {
    if (this.#end.signal.aborted) return;
    this.#run(true);
    this.#stopLooking = this.#parts.clock.frame(LOOK, () => this.#lookOn());
  }

  /** One conversation at a time: many printers take a single connection. */
  #run(first: boolean): void {
    this.#running ??= this.#work(first)
      .catch((error) => this.#parts.log('printer.fault', { says: String(error) }))
      .finally(() => {
        this.#running = null;
        // What came while this round was closing.
        const isWanted = this.#queue.some((job) => job.now || this.#isReady());
        if (isWanted && !this.#end.signal.aborted) this.#run(false);
      });
  }

  async #work(lookFirst: boolean): Promise<void> {
    if (lookFirst || !this.#isReady()) this.#note(await look(this.#talk()));
    while (this.#queue.length > 0 && !this.#end.signal.aborted) {
      this.#dropStale();
      const [job] = this.#queue;
      if (!job) return;
      if (!this.#isReady() || (await this.#try(job)) === 'notYet') return this.#sendAway();
    }
  }

  #isReady(): boolean {
    return this.#state !== null && prints(this.#state.is);
  }

  /** Nothing comes out now: who waits in person is told, the others stay for when it is well. */
  #sendAway(): void {
    for (const job of this.#queue.filter((j) => j.now)) this.#finish(job, 'notBegun');
  }

  async #try(job: Job): Promise<'over' | 'notYet'> {
    let bytes: Buffer;
    try {
      bytes = await job.bytes();
    } catch (error) {
      this.#parts.log('printer.fault', { ticket: job.ticket, says: String(error) });
      this.#finish(job, 'dropped');
      return 'over';
    }
    if (this.#end.signal.aborted) return 'over';
    const { came, found } = await print(this.#talk(), bytes, this.#state?.tells ?? false);
    this.#note(found);
    const again = came === 'notBegun' || came === 'failed';
    if (again && !job.now) return 'notYet';
    this.#finish(job, came);
    return came === 'done' ? 'over' : 'notYet';
  }

  #talk() {
    const { setting, clock, patience } = this.#parts;
    return { place: setting, clock, patience, signal: this.#end.signal };
  }

  #note({ is, tells }: Found): void {
    const known = this.#state;
    if (known?.is === is && (known.tells === tells || is === 'unreachable')) return;
    const since = known?.is === is ? known.since : this.#parts.clock.now().at;
    this.#state = { is, tells: is === 'unreachable' ? (known?.tells ?? false) : tells, since };
    this.#parts.log('printer.state', { printer: this.setting.id, is });
    this.#parts.changed();
  }

  #dropStale(): void {
    const oldest = this.#parts.clock.now().at - STALE;
    for (const job of this.#queue.filter((j) => j.at < oldest)) this.#drop(job);
  }

  #drop(job: Job): void {
    this.#finish(job, 'dropped');
  }

  #finish(job: Job, came: Came): void {
    if (!this.#queue.includes(job)) return;
    this.#queue = this.#queue.filter((j) => j !== job);
    const fields = { printer: this.setting.id, ticket: job.ticket, came };
    this.#parts.log(job.now ? 'ticket.printedAgain' : 'ticket.printed', fields);
    const unseen = { is: 'unreachable', since: job.at, tells: false } as const;
    job.now?.(came, this.#state ?? unseen);
  }
}
