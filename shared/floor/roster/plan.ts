import type { StaffId } from '../../ids.ts';
import { type Refusal, type Result, refuse } from '../../result.ts';
import { counterSetting, type Visit } from '../../visit/state.ts';
import { allMembers, forwards, type RecordRefusal } from '../dates.ts';
import type { DayPlan, Shift } from './commands.ts';
import { atWork, overlap } from './presence.ts';

export type PlanRefusal =
  | 'roster.breakOutside'
  | 'roster.counterTwice'
  | 'roster.headNotOn'
  | 'roster.notAtCounter'
  | 'roster.twice';

type Fault = Result<never, Refusal<PlanRefusal | RecordRefusal | 'counter.unknown'>> | null;
const no = (code: PlanRefusal, details?: Refusal['details']) => refuse(code, details);

/** What is wrong with a day's roster, if anything: the first thing that is. */
export function faultOf(
  { head, shifts }: DayPlan,
  visit: Visit,
  members: readonly StaffId[],
): Fault {
  const named = allMembers(
    shifts.map((s) => s.person),
    members,
  );
  if (named) return named;
  for (const shift of shifts) {
    const fault = faultOfShift(shift, visit);
    if (fault) return fault;
  }
  if (head && !shifts.some((s) => s.person === head)) return no('roster.headNotOn', { who: head });
  return clash(shifts);
}

function faultOfShift(shift: Shift, visit: Visit): Fault {
  const { person: who, from, to, breaks, counter, post } = shift;
  const backwards = [shift, ...breaks].map((s) => forwards(s.from, s.to)).find(Boolean);
  if (backwards) return backwards;
  const apart = breaks.every((b, i) => !breaks.slice(i + 1).some((other) => overlap(b, other)));
  if (!apart || breaks.some((b) => b.from < from || b.to > to))
    return no('roster.breakOutside', { who });
  if (counter && post !== 'teller') return no('roster.notAtCounter', { who });
  return counter && !counterSetting(visit, counter) ? refuse('counter.unknown') : null;
}

/** Nobody is at two places; a counter has one teller, and during that one's break maybe another. */
function clash(shifts: readonly Shift[]): Fault {
  for (const [i, a] of shifts.entries())
    for (const b of shifts.slice(i + 1)) {
      if (a.person === b.person && overlap(a, b)) return no('roster.twice', { who: a.person });
      const sameCounter = a.counter !== undefined && a.counter === b.counter;
      if (sameCounter && atWork(a).some((s) => atWork(b).some((t) => overlap(s, t))))
        return no('roster.counterTwice', { counter: String(a.counter) });
    }
  return null;
}
