import { hash, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';
import { localTime } from '../../../shared/calendar.ts';
import {
  type City,
  type CityAnswer,
  type CityCommand,
  type CityFact,
  decideCity,
  evolveCity,
  initialCity,
  type SentCommand,
} from '../../../shared/city/city.ts';
import type { Actor, CityContext } from '../../../shared/city/context.ts';
import { uuid7 } from '../../../shared/uuid7.ts';
import type { Clock } from '../../clock.ts';
import { folding } from '../../folding.ts';
import { type Damage, LedgerDamaged, sayDamage } from '../../ledger/damage.ts';
import { GENESIS, type Head } from '../../ledger/entry.ts';
import { Turns } from '../turns.ts';
import { Answered, refused } from './answered.ts';
import type { CityEntry, CityLog } from './log.ts';

/** What else a decision is made on; asked for anew each time a command is decided. */
export type Gather = (command: CityCommand, city: City) => Promise<Partial<CityContext>>;

export interface CityParts {
  readonly log: CityLog;
  readonly clock: Clock;
  /** Whose midnight ends the city's day; the ledger's dates and the circulars' go by it. */
  readonly timeZone?: string;
  readonly gather?: Gather;
  /** Told once of what does not hold in the ledger: from then on it is only shown. */
  readonly alarm?: (damage: Damage) => void;
}

export type Changed = (city: City, facts: readonly CityFact[]) => void;

const readOnly = (damage: Damage) => refused('city.readOnly', { where: sayDamage(damage) });

/** So often somebody else may be quicker before a command is sent back. */
const TRIES = 8;

/**
 * The city's own road for every change: decide → append (flushed) → evolve → tell. Several servers may
 * decide over one log: an entry goes right behind the one it was decided on or not at all, and then what
 * is new is read and the command decided again.
 */
export class CityRoom {
  readonly #parts: CityParts;
  readonly #turns = new Turns();
  readonly #answered = new Answered();
  readonly #listeners = new Set<Changed>();
  #city: City = initialCity;
  #head: Head = GENESIS;
  #damage: Damage | null = null;

  private constructor(parts: CityParts) {
    this.#parts = parts;
  }

  /** @throws LedgerUnopened when a newer program wrote there; what the log throws */
  static async open(parts: CityParts): Promise<CityRoom> {
    const room = new CityRoom(parts);
    await room.catchUp();
    return room;
  }

  get state(): City {
    return this.#city;
  }

  get head(): Head {
    return this.#head;
  }

  /** What does not hold in its ledger, once something was found. */
  get damage(): Damage | null {
    return this.#damage;
  }

  /** Called with what is now true, and what has changed; returns its own undo. */
  onChange(changed: Changed): () => void {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  }

  /** Answers once the command's facts are kept, or with the reason why nothing changed. */
  take(command: SentCommand, actor: Actor): Promise<CityAnswer> {
    return this.#turns.take(() => this.#take(command, actor));
  }

  /** For somebody whose command has no id of its own. */
  takeOwn(command: CityCommand, actor: Actor): Promise<CityAnswer> {
    const id = uuid7(this.#at(), randomBytes(10));
    return this.take({ ...command, id } as SentCommand, actor);
  }

  /** Reads what other servers decided meanwhile; whether there was anything. */
  async catchUp(): Promise<boolean> {
    const entries = await this.#behind(this.#head);
    for (const entry of entries) this.#accept(entry);
    return entries.length > 0;
  }

  /** Reads all of it once more, from the first entry on. @throws LedgerDamaged */
  async verify(): Promise<void> {
    await this.#turns.take(() => this.#behind(GENESIS));
  }

  async close(): Promise<void> {
    await this.#turns.take(() => this.#parts.log.close());
  }

  async #behind(known: Head): Promise<readonly CityEntry[]> {
    try {
      return await this.#parts.log.behind(known);
    } catch (error) {
      if (error instanceof LedgerDamaged) this.#found(error.damage);
      throw error;
    }
  }

  #found(damage: Damage): void {
    if (this.#damage) return;
    this.#damage = damage;
    this.#parts.alarm?.(damage);
  }

  async #take(command: SentCommand, actor: Actor): Promise<CityAnswer> {
    const body = hash('sha256', canonicalize(command) ?? '');
    if (this.#damage) return readOnly(this.#damage);
    try {
      for (let tries = 0; tries < TRIES; tries++) {
        const known = this.#answered.recall(command, body, this.#at());
        if (known) return known;
        const answer = await this.#decide(command, body, actor);
        if (answer) return answer;
      }
      return refused('city.busy');
    } catch (error) {
      if (error instanceof LedgerDamaged) {
        this.#found(error.damage);
        return readOnly(error.damage);
      }
      console.error(error);
      return refused('city.notSaved');
    }
  }

  /** null: what it was decided on was not the latest, and it is to be decided again. */
  async #decide(command: SentCommand, body: string, actor: Actor): Promise<CityAnswer | null> {
    const { log, gather } = this.#parts;
    const { id, ...asked } = command;
    const at = this.#at();
    const more = (await gather?.(asked as CityCommand, this.#city)) ?? {};
    const today = this.#today();
    const decided = this.#decided(asked as CityCommand, { at, today, ...actor, ...more });
    if (!decided) return refused('city.fault');
    if (!decided.ok && (await this.catchUp())) return null;
    if (!decided.ok) return refused(decided.refusal.code, decided.refusal.details);
    const facts = decided.value;
    if (facts.length === 0) return { ok: true, seq: this.#head.seq, facts };
    const draft = { at, id, body, device: null, person: actor.person, facts };
    const entry = await log.append(draft, this.#head, today);
    if (entry) this.#accept(entry);
    else await this.catchUp();
    return entry && { ok: true, seq: entry.seq, facts };
  }

  /** A fault of the program refuses this one command. */
  #decided(command: CityCommand, context: CityContext) {
    try {
      return decideCity(this.#city, command, context);
    } catch (fault) {
      console.error(fault);
      return null;
    }
  }

  #accept(entry: CityEntry): void {
    const { seq, hash, at, facts } = entry;
    // Of two that read at once, the second has already read it.
    if (seq <= this.#head.seq) return;
    this.#city = folding(seq, () => facts.reduce(evolveCity, this.#city));
    this.#head = { seq, hash, at };
    this.#answered.learn(entry);
    for (const changed of this.#listeners) changed(this.#city, facts);
  }

  /** Never behind what was decided before, whichever server's clock that went by. */
  #at(): number {
    return Math.max(this.#parts.clock.now().at, this.#city.lastAt);
  }

  #today() {
    const { clock, timeZone = 'Asia/Shanghai' } = this.#parts;
    return localTime(timeZone, clock.now().wall).date;
  }
}
