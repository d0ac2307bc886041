import { hash } from 'node:crypto';
import type { BusinessDate } from '../../../shared/ids.ts';
import type { Fact } from '../../../shared/lobby.ts';
import { uuid7 } from '../../../shared/uuid7.ts';
import type { Draft, Ledger } from '../../ledger/ledger.ts';
import { Days } from '../../upkeep/days.ts';

/** Entries written and flushed together. */
const BATCH = 512;

/** Where a rehearsal's facts go, and what they come to. */
export type Diary = Pick<Journal, 'lobby' | 'turnTo' | 'enter' | 'room' | 'flush'>;

/** A rehearsal's way into a ledger: folds each fact, and writes many entries with one flush. */
export class Journal {
  readonly days = new Days();
  readonly #ledger: Ledger;
  #drafts: Draft[] = [];
  #at = 0;
  #seq = 0;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  get lobby() {
    return this.days.lobby;
  }

  /** Later entries go to this business day's file. */
  async turnTo(date: BusinessDate): Promise<void> {
    await this.flush();
    await this.#ledger.roll(date);
  }

  /** One entry. Wait for `room` now and then: until then it is in memory only. */
  enter(facts: readonly Fact[]): void {
    for (const fact of facts) {
      this.days.take(fact);
      // What a day's last customers do after its close stands before the next day's first: entries
      // go on with the later time, each fact keeps its own.
      this.#at = Math.max(this.#at, fact.at);
    }
    if (facts.length > 0) this.#drafts.push(draftOf(facts, this.#at, ++this.#seq));
  }

  async room(): Promise<void> {
    if (this.#drafts.length >= BATCH) await this.flush();
  }

  async flush(): Promise<void> {
    const drafts = this.#drafts;
    this.#drafts = [];
    if (drafts.length > 0) await this.#ledger.append(drafts);
  }
}

/** The same log makes the same ledger, byte for byte: ids are drawn from what they stand for. */
function draftOf(facts: readonly Fact[], at: number, seq: number): Draft {
  const body = hash('sha256', JSON.stringify(facts));
  const chance = Buffer.from(hash('sha256', `${seq} ${body}`).slice(0, 20), 'hex');
  return { at, id: uuid7(at, chance), body, device: null, person: null, facts };
}
