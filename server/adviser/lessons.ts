import { type Learned, learnt, nothingLearned } from '../../shared/foresight/learned.ts';
import { type Fact, isVisit } from '../../shared/lobby.ts';
import { evolve } from '../../shared/visit/evolve.ts';
import type { Visit } from '../../shared/visit/state.ts';

/** Facts learned from in one piece of work. */
const AT_ONCE = 200;

/** What this hub has seen since its start, learned from a little later than it happens. */
export class Lessons {
  #visit: Visit;
  #known: Learned = nothingLearned;
  #facts: Fact[] = [];

  constructor(visit: Visit) {
    this.#visit = visit;
  }

  heard(facts: readonly Fact[]): void {
    this.#facts.push(...facts);
  }

  get known(): Learned {
    return this.#known;
  }

  /** One piece of work; false once nothing is left. */
  learn(): boolean {
    for (const fact of this.#facts.splice(0, AT_ONCE)) {
      if (!isVisit(fact)) continue;
      const after = evolve(this.#visit, fact);
      this.#known = learnt(this.#known, fact, this.#visit, after);
      this.#visit = after;
    }
    return this.#facts.length > 0;
  }
}
