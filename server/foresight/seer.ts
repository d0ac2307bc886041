import type { Expected, Foreseen, Wait } from '../../shared/foresight/expectation.ts';
import { follow } from '../../shared/foresight/follow.ts';
import { type Foresight, noForesight } from '../../shared/foresight/foretell.ts';
import {
  counterToOpen,
  type Now,
  newcomer,
  newcomerWith,
  stillToWait,
} from '../../shared/foresight/now.ts';
import { usual } from '../../shared/foresight/pace.ts';
import type { ServiceId, TicketId } from '../../shared/ids.ts';
import type { Fact, Lobby } from '../../shared/lobby.ts';
import { isVisit } from '../../shared/owners.ts';
import { type CustomerClass, lineOf } from '../../shared/settings.ts';
import { evolve } from '../../shared/visit/evolve.ts';
import type { Visit } from '../../shared/visit/state.ts';
import type { Clock } from '../clock.ts';
import type { Entry, Head } from '../ledger/entry.ts';
import { Sayings } from './sayings.ts';

export interface SeerParts {
  readonly clock: Clock;
  /** False: it looks at nothing and says nothing. */
  readonly foresees?: boolean;
  readonly lobby: () => Lobby;
  /** It says something else now. */
  readonly changed: () => void;
  /** What had been learned by this place in the ledger, the close of a day. */
  readonly learned: (known: Foresight, close: Place) => void;
  /** Foreseeing failed; everything else goes on. */
  readonly failed: (error: unknown) => void;
}

export type Place = Pick<Head, 'seq' | 'hash'>;

/** Facts to be learned from, and the state before the first. */
export interface Lesson {
  readonly before: Visit;
  readonly facts: readonly Fact[];
}

/** What stands in the ledger since a day was closed last, and where that was. */
export interface SinceClose {
  readonly close: Place;
  readonly before: Visit;
  readonly entries: readonly Entry[];
}

/** Real milliseconds of work at a time, and how many times as long it rests after it. */
const SLICE = 4;
const RESTS = 12;
/** It begins once nothing was flushed for so many milliseconds, or has waited so often for that. */
const CALM = 20;
const WAITS = 20;
/** So many entries behind, it learns before it says anything anew; and lets go of so many learned at once. */
const MANY = 200;

/**
 * Foresees waits, beside the one road of commands: nothing that is pressed waits for it. It learns
 * from what has happened in small pieces, works out what it is asked when there is time, and
 * meanwhile says what it said last.
 */
export class Seer implements Foreseen {
  readonly #parts: SeerParts;
  readonly #sayings: Sayings;
  #known: Foresight;
  #visit: Visit;
  /** What was flushed, the first `#next` of it learned. */
  #entries: Entry[];
  #next = 0;
  #close: Place;
  /** Older days have to be learned from first. */
  #studies: boolean;
  #again: (() => void) | null = null;
  /** Something was flushed since it looked last, and how often in a row that was so. */
  #busy = false;
  #waited = 0;
  #stopped: boolean;

  /** @param known null: older days have to be learned from first, with `goBack` */
  constructor(parts: SeerParts, known: Foresight | null, { close, before, entries }: SinceClose) {
    this.#close = close;
    this.#parts = parts;
    this.#known = known ?? noForesight;
    this.#studies = known === null;
    this.#visit = before;
    this.#stopped = parts.foresees === false;
    this.#entries = this.#stopped ? [] : [...entries];
    const { clock, changed } = parts;
    const now = () => clock.now().at;
    const from = () => parts.lobby().visit;
    this.#sayings = new Sayings({ now, from, changed, due: () => this.#wake() });
  }

  /** What has been learned so far. */
  get known(): Foresight {
    return this.#known;
  }

  waitFor(service: ServiceId, cls: CustomerClass): Wait | null {
    return this.#sayings.ask(`${cls} ${service}`, () => newcomer(this.#now(), service, cls));
  }

  waitOf(id: TicketId): Wait | null {
    return this.#sayings.ask(id, () => stillToWait(this.#now(), id), this.#known.told[id] ?? null);
  }

  usual(service: ServiceId): number {
    return Math.round(usual(this.#known.learned.pace, this.#parts.lobby().visit, service));
  }

  expected(): readonly Expected[] {
    const { visit } = this.#parts.lobby();
    const { orange } = lineOf(visit.settings, 'ordinary');
    return visit.settings.services.flatMap(({ id: service }): Expected[] => {
      const work = () => newcomer(this.#now(), service, 'ordinary');
      const wait = this.#sayings.ask(`ordinary ${service}`, work, null)?.mid;
      if (wait === undefined) return [];
      return [{ service, wait, opened: wait > orange ? this.#opened(service) : null }];
    });
  }

  /** What was flushed just now. */
  committed(entries: readonly Entry[]): void {
    if (this.#stopped) return;
    this.#entries.push(...entries);
    this.#busy = true;
    this.#wake();
  }

  /** Whether older days have to be learned from first. */
  get studies(): boolean {
    return this.#studies;
  }

  /** Learns from older days; what happens meanwhile waits for its turn. */
  async goBack(lessons: AsyncIterable<Lesson>): Promise<void> {
    try {
      for await (const { before, facts } of lessons) {
        if (this.#stopped) return;
        await this.#study(facts, before);
      }
      this.#parts.learned(this.#known, this.#close);
    } catch (error) {
      this.#parts.failed(error);
    }
    this.#studies = false;
    this.#wake();
  }

  stop(): void {
    this.#stopped = true;
    this.#again?.();
  }

  #wake(): void {
    if (!this.#stopped) this.#again ??= this.#parts.clock.frame(0, () => this.#turn());
  }

  /** Waits until nobody presses, works for a moment, then rests for several: presses come first. */
  #turn(): void {
    this.#again = null;
    if (this.#busy && this.#waited < WAITS) {
      this.#busy = false;
      this.#waited++;
      this.#again = this.#parts.clock.frame(CALM, () => this.#turn());
      return;
    }
    this.#waited = 0;
    const begun = performance.now();
    let more = true;
    while (more && performance.now() - begun < SLICE) more = this.#step();
    const rest = (performance.now() - begun) * RESTS;
    if (more) this.#again = this.#parts.clock.frame(rest, () => this.#turn());
  }

  /** False: there is nothing to do. */
  #step(): boolean {
    try {
      if (this.#entries.length - this.#next > MANY) return this.#learnNext();
      return this.#sayings.renew() || this.#learnNext();
    } catch (error) {
      this.#parts.failed(error);
      return true;
    }
  }

  #learnNext(): boolean {
    const entry = this.#entries[this.#next];
    if (this.#studies || !entry) return false;
    this.#next++;
    if (this.#next > MANY || this.#next === this.#entries.length) {
      this.#entries.splice(0, this.#next);
      this.#next = 0;
    }
    this.#visit = this.#learn(entry.facts, this.#visit);
    if (entry.facts.some((fact) => fact.type === 'day.closed')) {
      this.#close = entry;
      this.#parts.learned(this.#known, entry);
    }
    return true;
  }

  #learn(facts: readonly Fact[], before: Visit): Visit {
    let visit = before;
    for (const fact of facts) {
      if (!isVisit(fact)) continue;
      const after = evolve(visit, fact);
      this.#known = follow(this.#known, fact, visit, after);
      visit = after;
    }
    return visit;
  }

  async #study(facts: readonly Fact[], before: Visit): Promise<void> {
    let visit = before;
    let begun = performance.now();
    for (const fact of facts) {
      visit = this.#learn([fact], visit);
      const spent = performance.now() - begun;
      if (spent < SLICE) continue;
      await new Promise<void>((done) => this.#parts.clock.frame(spent * RESTS, done));
      if (this.#stopped) return;
      begun = performance.now();
    }
  }

  #now(): Now {
    const { lobby, clock } = this.#parts;
    return { known: this.#known, visit: lobby().visit, at: clock.now().at };
  }

  #opened(service: ServiceId): Expected['opened'] {
    const counter = counterToOpen(this.#parts.lobby().visit, service);
    if (!counter) return null;
    const work = () => newcomerWith(this.#now(), counter, service);
    const wait = this.#sayings.ask(`${counter} opened for ${service}`, work, null)?.mid;
    return wait === undefined ? null : { counter, wait };
  }
}
