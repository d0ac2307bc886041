import { type Advice, type Round, roundOf } from '../../shared/foresight/advice.ts';
import type { Learned } from '../../shared/foresight/learned.ts';
import type { Lobby } from '../../shared/lobby.ts';
import type { Clock } from '../clock.ts';

export interface AdviserParts {
  readonly clock: Clock;
  readonly lobby: () => Lobby;
  readonly learned: () => Learned;
  /** Something else is advised. */
  readonly changed: () => void;
}

/** Hub milliseconds between the starts of two rounds, real ones between two steps of one. */
const ROUND = 10_000;
const STEP = 60;
/** Real steps between the end of a round and the next: a day played fast must not spend all on it. */
const RESTS = 20;

/**
 * Looks ahead beside the one road of commands: a round is begun at most every ten seconds, and takes
 * its state with it; one move is weighed at a time, so that no press waits for it. Between two rounds
 * it says what the last one found, as long as that time has not come.
 */
export class Adviser {
  readonly #parts: AdviserParts;
  #advice: readonly Advice[] = [];
  #round: Round | null = null;
  #begun = Number.NEGATIVE_INFINITY;
  #rounds = 0;
  #rested = RESTS;
  #stop = () => {};

  constructor(parts: AdviserParts) {
    this.#parts = parts;
  }

  advice(): readonly Advice[] {
    const { at } = this.#parts.clock.now();
    return this.#advice.filter((one) => one.until > at);
  }

  start(): void {
    this.#stop = this.#parts.clock.frame(STEP, () => {
      this.step();
      this.start();
    });
  }

  stop(): void {
    this.#stop();
  }

  /** One piece of work, if there is any. */
  step(): void {
    if (this.#round) {
      if (!this.#round.next()) this.#ends(this.#round);
      return;
    }
    const { at } = this.#parts.clock.now();
    if (++this.#rested < RESTS || at - this.#begun < ROUND) return;
    this.#begun = at;
    const { visit } = this.#parts.lobby();
    this.#round = roundOf({ visit, at, learned: this.#parts.learned(), seed: ++this.#rounds });
  }

  #ends(round: Round): void {
    this.#round = null;
    this.#rested = 0;
    const before = JSON.stringify(this.#advice);
    this.#advice = round.advice();
    if (JSON.stringify(this.#advice) !== before) this.#parts.changed();
  }
}
