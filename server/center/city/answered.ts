import type { CityAnswer, CityFact, SentCommand } from '../../../shared/city/city.ts';
import { timeOf } from '../../../shared/uuid7.ts';
import { citySentence } from '../../../shared/words/cityRefusals.ts';
import type { CityEntry } from './log.ts';

export type No = Extract<CityAnswer, { ok: false }>;
type Sentence = Parameters<typeof citySentence>;

export const refused = (code: Sentence[0], details?: Sentence[1]): No => ({
  ...{ ok: false, code, says: citySentence(code, details) },
  ...(details && { details }),
});

const WEEK = 7 * 24 * 3_600_000;

interface Known {
  readonly body: string;
  readonly seq: number;
  readonly facts: readonly CityFact[];
}

/** Accepted commands of the last seven days, so that a retry takes effect once. */
export class Answered {
  readonly #known = new Map<string, Known>();

  learn({ id, body, seq, facts, at }: CityEntry): void {
    this.#known.set(id, { body, seq, facts });
    for (const old of this.#known.keys()) {
      // In the order entered: behind the first one that is young enough all are.
      if (timeOf(old) >= at - WEEK) break;
      this.#known.delete(old);
    }
  }

  /** The answer a command already had, a refusal of its id, or null: then it is new. */
  recall({ id }: SentCommand, body: string, at: number): CityAnswer | null {
    const known = this.#known.get(id);
    if (known?.body === body) return { ok: true, seq: known.seq, facts: known.facts };
    if (known) return refused('command.idReused');
    return timeOf(id) < at - WEEK ? refused('command.tooOld') : null;
  }
}
