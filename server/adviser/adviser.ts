import { type Advice, type Round, roundOf } from '../../shared/foresight/advice.ts';
import type { Lobby } from '../../shared/lobby.ts';
import type { Clock } from '../clock.ts';
import type { Seer } from '../foresight/seer.ts';

interface Later {
  readonly pipeline: { readonly lobby: Lobby };
  /** Is told when something else is advised. */
  readonly publisher: { changed(): void };
  /** Has learned how this branch's line moves. */
  readonly seer: Pick<Seer, 'known'>;
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
  readonly #clock: Clock;
  readonly #later: () => Later;
  #advice: readonly Advice[] = [];
  #round: Round | null = null;
  #begun = Number.NEGATIVE_INFINITY;
  #rounds = 0;
  #rested = RESTS;
  #stop = () => {};

  constructor(clock: Clock, later: () => Later) {
    this.#clock = clock;
    this.#later = later;
  }

  advice(): readonly Advice[] {
    const { at } = this.#clock.now();
    return this.#advice.filter((one) => one.until > at);
  }

  start(): void {
    this.#stop = this.#clock.frame(STEP, () => {
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
    const { at } = this.#clock.now();
    if (++this.#rested < RESTS || at - this.#begun < ROUND) return;
    this.#begun = at;
    const { pipeline, seer } = this.#later();
    const { learned } = seer.known;
    this.#round = roundOf({ visit: pipeline.lobby.visit, at, learned, seed: ++this.#rounds });
  }

  #ends(round: Round): void {
    this.#round = null;
    this.#rested = 0;
    const before = JSON.stringify(this.#advice);
    this.#advice = round.advice();
    if (JSON.stringify(this.#advice) !== before) this.#later().publisher.changed();
  }
}
