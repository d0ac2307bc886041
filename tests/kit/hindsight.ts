import { type Learned, learnt, nothingLearned } from '../../shared/foresight/learned.ts';
import type { Fact } from '../../shared/lobby.ts';
import { isVisit } from '../../shared/owners.ts';
import type { Settings } from '../../shared/settings.ts';
import { evolve } from '../../shared/visit/evolve.ts';
import { initialVisit } from '../../shared/visit/state.ts';

/** What a branch has learned from some facts. */
export function learnedFrom(facts: readonly Fact[], settings: Settings): Learned {
  let visit = initialVisit(settings);
  let known = nothingLearned;
  for (const fact of facts) {
    if (!isVisit(fact)) continue;
    const after = evolve(visit, fact);
    known = learnt(known, fact, visit, after);
    visit = after;
  }
  return known;
}
