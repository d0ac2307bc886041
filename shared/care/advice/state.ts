import type { VisitFact } from '../../visit/facts.ts';
import type { Accepted, AdviceFact } from './facts.ts';

/** Advice that somebody accepted, and what came of it. */
export interface Taken extends Omit<Accepted, 'type'> {
  readonly followedAt: number | null;
  readonly judged: { readonly at: number; readonly figure: number } | null;
}

export interface AdviceLog {
  /** Today's, oldest first, and older ones whose time has not come. */
  readonly taken: readonly Taken[];
  /** Accepted this business day. */
  readonly count: number;
}

export const initialAdvice: AdviceLog = { taken: [], count: 0 };

export const nextDayOfAdvice = (log: AdviceLog): AdviceLog => ({
  taken: log.taken.filter((one) => one.judged === null),
  count: 0,
});

export function evolveAdvice(log: AdviceLog, fact: AdviceFact): AdviceLog {
  if (fact.type === 'advice.accepted') {
    const { type: _, ...rest } = fact;
    // Other duties are given with the touch itself; the other two take a person.
    const followedAt = fact.does === 'assign' ? fact.at : null;
    return { taken: [...log.taken, { ...rest, followedAt, judged: null }], count: log.count + 1 };
  }
  const { advice, at, figure, followedAt } = fact;
  const judged = { at, figure };
  return changed(log, (one) => (one.advice === advice ? { ...one, followedAt, judged } : one));
}

const changed = (log: AdviceLog, change: (one: Taken) => Taken): AdviceLog => ({
  ...log,
  taken: log.taken.map(change),
});

const DOES: Partial<Record<VisitFact['type'], readonly Taken['does'][]>> = {
  'counter.opened': ['open'],
  'counter.resumed': ['open'],
  'counter.paused': ['pause'],
  'counter.closed': ['pause'],
};

/** A counter that does what it was asked for has followed. */
export function followAdvice(log: AdviceLog, fact: VisitFact): AdviceLog {
  const does = DOES[fact.type];
  if (!does || !('counter' in fact)) return log;
  const isIt = (one: Taken) =>
    isOpen(one) && one.counter === fact.counter && does.includes(one.does);
  if (!log.taken.some(isIt)) return log;
  return changed(log, (one) => (isIt(one) ? { ...one, followedAt: fact.at } : one));
}

/** Asked for, and neither done nor over. */
export const isOpen = ({ judged, followedAt }: Taken) => judged === null && followedAt === null;
