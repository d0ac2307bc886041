import type { Advice } from '../../foresight/advice.ts';
import { adviceIdOf } from '../../ids.ts';
import { accept, type Refusal, type Result, refuse } from '../../result.ts';
import type { Settings } from '../../settings.ts';
import type { VisitFact } from '../../visit/facts.ts';
import { waiting } from '../../visit/queue.ts';
import { counterSetting, type Visit } from '../../visit/state.ts';
import { waitedAt } from '../../visit/ticket.ts';
import type { CareContext } from '../context.ts';
import type { AdviceCommand } from './commands.ts';
import type { Accepted, AdviceFact, Duties } from './facts.ts';
import type { AdviceLog, Taken } from './state.ts';

export type AdviceRefusal = 'advice.gone' | 'advice.alreadyAccepted';

type Decision = Result<readonly AdviceFact[], Refusal<AdviceRefusal>>;

/** Only what is advised at this moment can be accepted, with the figures of this moment. */
export function decideAdvice(log: AdviceLog, c: AdviceCommand, ctx: CareContext): Decision {
  const { visit, at, person } = ctx;
  const { does, counter } = c;
  const isSame = (one: Taken) => one.judged === null && one.counter === counter;
  if (log.taken.some((one) => isSame(one) && one.does === does))
    return refuse('advice.alreadyAccepted');
  const advice = ctx.advice.find((a) => a.does === does && a.counter === counter);
  if (!advice || !visit.day) return refuse('advice.gone');
  const { class: cls, from, to, until } = advice;
  const duties = dutiesUnder(advice, visit);
  return accept([
    {
      ...{ type: 'advice.accepted', at, advice: adviceIdOf(visit.day.date, log.count + 1) },
      ...{ does, counter, class: cls, from, to, until },
      ...(duties && { duties }),
      ...(person && { by: person }),
    },
  ]);
}

function dutiesUnder(advice: Advice, visit: Visit): Accepted['duties'] {
  if (advice.does !== 'assign') return undefined;
  const { services = [], classes = [] } = counterSetting(visit, advice.counter) ?? {};
  const { services: more, classes: wider } = advice;
  return { to: { services: more, classes: wider }, from: { services, classes } };
}

/** Whatever promised something for a time that has come is held against what is. */
export function judged(log: AdviceLog, visit: Visit, at: number): AdviceFact[] {
  return log.taken
    .filter((one) => one.judged === null && one.until <= at)
    .map(({ advice, class: cls, followedAt }) => ({
      ...{ type: 'advice.judged', at, advice, followedAt },
      figure: longestOf(cls, visit, at),
    }));
}

/** The longest wait of a class among those in line, seconds: as it was promised. */
export function longestOf(cls: Taken['class'], visit: Visit, at: number): number {
  const waits = waiting(visit).filter((t) => t.class === cls && !t.test);
  return Math.round(Math.max(0, ...waits.map((t) => waitedAt(t, at))) / 1000);
}

/** A counter's other duties begin with the touch, and end with the promised time. */
export function dutiesChanged(
  facts: readonly AdviceFact[],
  log: AdviceLog,
  { settings }: Visit,
  at: number,
): VisitFact[] {
  let now = settings;
  for (const fact of facts) {
    const one =
      fact.type === 'advice.accepted' ? fact : log.taken.find((t) => t.advice === fact.advice);
    if (!one?.duties) continue;
    const { from, to } = one.duties;
    now =
      fact.type === 'advice.accepted'
        ? withDuties(now, one.counter, from, to)
        : withDuties(now, one.counter, to, from);
  }
  return now === settings ? [] : [{ type: 'settings.changed', at, settings: now }];
}

/** Only a counter that still has the duties it is to lose: somebody may have set others since. */
function withDuties(settings: Settings, id: string, from: Duties, to: Duties): Settings {
  const isAs = (own: Duties) => sameDuties(own, from);
  if (!settings.counters.some((k) => k.id === id && isAs(k))) return settings;
  const own = { services: [...to.services], classes: [...to.classes] };
  const counters = settings.counters.map((k) => (k.id === id ? { ...k, ...own } : k));
  return { ...settings, counters };
}

const sameDuties = (a: Duties, b: Duties) =>
  a.services.join() === b.services.join() && a.classes.join() === b.classes.join();
