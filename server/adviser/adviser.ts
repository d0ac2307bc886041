import { type Advice, type Round, roundOf } from '../../shared/foresight/advice.ts';
import type { Lobby } from '../../shared/lobby.ts';
import type { Clock } from '../clock.ts';
import type { Entry } from '../ledger/entry.ts';
import { Lessons } from './lessons.ts';

export interface AdviserParts {
  readonly clock: Clock;
  /** From where its lessons begin. */
  readonly resumed: { readonly lobby: Lobby };
}

interface Later {
  readonly pipeline: { readonly lobby: Lobby };
  /** Is told when something else is advised. */
  readonly publisher: { changed(): void };
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
  readonly #lessons: Lessons;
  #advice: readonly Advice[] = [];
  #round: Round | null = null;
  #begun = Number.NEGATIVE_INFINITY;
  #rounds = 0;
  #rested = RESTS;
  #stop = () => {};

  constructor({ clock, resumed }: AdviserParts, later: () => Later) {
    this.#clock = clock;
    this.#later = later;
    this.#lessons = new Lessons(resumed.lobby.visit);
  }

  advice(): readonly Advice[] {
    const { at } = this.#clock.now();
    return this.#advice.filter((one) => one.until > at);
  }

  committed(entries: readonly Entry[]): void {
    this.#lessons.heard(entries.flatMap((entry) => entry.facts));
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
    if (this.#lessons.learn()) return;
    const { at } = this.#clock.now();
    if (++this.#rested < RESTS || at - this.#begun < ROUND) return;
    this.#begun = at;
    const { visit } = this.#later().pipeline.lobby;
    this.#round = roundOf({ visit, at, learned: this.#lessons.known, seed: ++this.#rounds });
  }

  #ends(round: Round): void {
    this.#round = null;
    this.#rested = 0;
    const before = JSON.stringify(this.#advice);
    this.#advice = round.advice();
    if (JSON.stringify(this.#advice) !== before) this.#later().publisher.changed();
  }
}
