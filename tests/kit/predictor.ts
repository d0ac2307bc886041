import type { Expected, Foreseen } from '../../shared/foresight/expectation.ts';
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
import type { Fact } from '../../shared/lobby.ts';
import { isVisit } from '../../shared/owners.ts';
import { lineOf, type Settings } from '../../shared/settings.ts';
import { evolve } from '../../shared/visit/evolve.ts';
import { initialVisit } from '../../shared/visit/state.ts';

export interface Predictor extends Foreseen {
  readonly known: Foresight;
}

/** What the predictor says at `at` to whoever asks, having seen these facts: at once, and nothing kept. */
export function predictor(
  settings: Settings,
  facts: readonly Fact[],
  at: number,
  knew = noForesight,
): Predictor {
  let known = knew;
  let visit = initialVisit(settings);
  for (const fact of facts) {
    if (!isVisit(fact)) continue;
    const after = evolve(visit, fact);
    known = follow(known, fact, visit, after);
    visit = after;
  }
  const now: Now = { known, visit, at };
  return {
    known,
    waitFor: (service, cls) => newcomer(now, service, cls),
    waitOf: (id) => stillToWait(now, id),
    usual: (service) => usual(known.learned.pace, visit, service),
    expected: () => expected(now),
  };
}

function expected(now: Now): Expected[] {
  const { settings } = now.visit;
  return settings.services.flatMap(({ id: service }): Expected[] => {
    const wait = newcomer(now, service, 'ordinary')?.mid;
    if (wait === undefined) return [];
    const late = wait > lineOf(settings, 'ordinary').orange;
    const counter = late ? counterToOpen(now.visit, service) : null;
    const then = counter && newcomerWith(now, counter, service);
    return [{ service, wait, opened: counter && then && { counter, wait: then.mid } }];
  });
}
