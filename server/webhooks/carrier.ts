import type { Clock } from '../clock.ts';
import type { Entry } from '../ledger/entry.ts';
import { type Event, eventsOf } from './events.ts';
import type { Hook } from './hooks.ts';
import { Reader, type ReaderParts } from './reader.ts';
import { type Came, send } from './send.ts';

/** How far a receiver is; a cache: what it names stands in the ledger. */
export interface Cursor {
  /** Everything up to this entry was taken. */
  readonly seq: number;
  /** Wall time of the last try that changed anything, and what was said when it was not taken. */
  readonly at: number;
  readonly why: string | null;
}

export interface CarrierParts extends ReaderParts {
  readonly hook: Hook;
  readonly branch: () => string;
  readonly clock: Clock;
  readonly cursor: Cursor | null;
  /** Notes how far it is; resolves when that is kept, or cannot be. */
  readonly came: (cursor: Cursor) => Promise<void>;
}

/** Events of one message, and real milliseconds between tries. */
const MOST = 100;
const FIRST = 2000;
const LONGEST = 600_000;

/**
 * Tells one receiver everything in the ledger's order, one message at a time: what is about a ticket comes
 * in the order in which it happened. What is not taken is tried again until it is; others do not wait for it.
 */
export class Carrier {
  readonly #parts: CarrierParts;
  readonly #stopped = new AbortController();
  #cursor: Cursor | null;
  #reader: Reader | null = null;
  #running: Promise<void> | null = null;
  #more = false;
  #tries = 0;
  #timer: (() => void) | null = null;

  constructor(parts: CarrierParts) {
    this.#parts = parts;
    this.#cursor = parts.cursor;
  }

  /** There may be something to tell. */
  wake(): void {
    this.#more = true;
    if (this.#running || this.#timer || this.#stopped.signal.aborted) return;
    this.#running = this.#carry()
      .catch((error: unknown) => this.#fail(error instanceof Error ? error.name : 'unknown'))
      .finally(() => {
        this.#running = null;
        if (this.#more) this.wake();
      });
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    this.#timer?.();
    await this.#running;
  }

  async #carry(): Promise<void> {
    const { signal } = this.#stopped;
    while (this.#more && !signal.aborted && !this.#timer) {
      this.#more = false;
      this.#reader ??= await this.#begin();
      for (;;) {
        const entries = await this.#reader.next();
        if (entries.length === 0) break;
        if (!(await this.#tell(entries))) return;
      }
    }
  }

  /** Where it begins is settled once: what is not taken must not be passed over when a day ends. */
  async #begin(): Promise<Reader> {
    const reader = await Reader.open(this.#parts, this.#place());
    const seq = reader.place;
    if (seq !== null && seq !== this.#cursor?.seq) await this.#keep(seq, true);
    return reader;
  }

  /** One that is ahead of the ledger is of another one: a branch that was restored begins its day again. */
  #place(): number | null {
    const seq = this.#cursor?.seq ?? null;
    return seq !== null && seq <= this.#parts.flushed() ? seq : null;
  }

  /** In messages of whole entries; false when one was not taken. */
  async #tell(entries: readonly Entry[]): Promise<boolean> {
    const branch = this.#parts.branch();
    let events: Event[] = [];
    for (const [i, entry] of entries.entries()) {
      events = [...events, ...eventsOf(entry, branch)];
      const isLast = i === entries.length - 1;
      if (!isLast && events.length < MOST) continue;
      if (events.length > 0 && !(await this.#sent(events))) return false;
      await this.#keep(entry.seq, events.length > 0);
      events = [];
    }
    return true;
  }

  async #sent(events: readonly Event[]): Promise<boolean> {
    const { hook, clock } = this.#parts;
    const { signal } = this.#stopped;
    const came = await send(hook, events, clock.now().wall, signal);
    if (came.is === 'taken') {
      this.#tries = 0;
      return true;
    }
    // Cut off by the end of the hub: whether it arrived is not known, and it is told again.
    if (!signal.aborted) await this.#fail(came.why, came);
    return false;
  }

  /** Entries of which nothing is told are not worth a flush. */
  async #keep(seq: number, isWorthIt: boolean): Promise<void> {
    this.#cursor = { seq, at: this.#parts.clock.now().wall, why: null };
    if (isWorthIt) await this.#parts.came(this.#cursor);
  }

  /** Reads on from the last entry that was taken, later. */
  async #fail(why: string, came?: Came): Promise<void> {
    this.#reader = null;
    const own = Math.min(LONGEST, FIRST * 2 ** Math.min(this.#tries++, 20));
    const asked = came?.is === 'later' ? (came.ms ?? 0) : 0;
    this.#more = true;
    this.#timer = this.#parts.clock.frame(Math.min(LONGEST, Math.max(own, asked)), () => {
      this.#timer = null;
      this.wake();
    });
    const seq = this.#cursor?.seq ?? 0;
    await this.#parts.came({ seq, at: this.#parts.clock.now().wall, why });
  }
}
