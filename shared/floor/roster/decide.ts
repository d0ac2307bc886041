import { addDays, isRealDate, spanOf, weekdayOf } from '../../calendar.ts';
import type { BusinessDate } from '../../ids.ts';
import { accept, type Refusal, type Result, refuse, unreachable } from '../../result.ts';
import type { VisitRefusal } from '../../visit/refusals.ts';
import type { Visit } from '../../visit/state.ts';
import type { FloorContext } from '../context.ts';
import { plannable, type RecordRefusal } from '../dates.ts';
import type { RosterCommand, RosterCommandOf } from './commands.ts';
import type { RosterFact } from './facts.ts';
import { faultOf, type PlanRefusal } from './plan.ts';
import { type Roster, rosterOn } from './state.ts';

export type RosterRefusal = 'roster.dayOff' | 'roster.nothingToCopy' | 'roster.notMonday';

type Decision = Result<
  readonly RosterFact[],
  Refusal<RosterRefusal | PlanRefusal | RecordRefusal | VisitRefusal>
>;
const no = (code: RosterRefusal, details?: Refusal['details']) => refuse(code, details);

export function decideRoster(
  roster: Roster,
  visit: Visit,
  c: RosterCommand,
  ctx: FloorContext,
): Decision {
  const today = visit.day?.date;
  if (!today) return refuse('day.closed');
  switch (c.type) {
    case 'shift.plan':
      return planDay(visit, c, today, ctx);
    case 'shift.pattern': {
      const fault = c.week.map((day) => day && faultOf(day, visit, ctx.members)).find(Boolean);
      return fault ?? accept([{ type: 'shift.patternSet', at: ctx.at, week: c.week }]);
    }
    case 'shift.copyWeek':
      return copyWeek(roster, visit, c, today, ctx);
    default:
      return unreachable(c);
  }
}

const isDayOff = ({ settings }: Visit, date: BusinessDate) =>
  settings.hours !== null && spanOf(settings.hours, date) === null;

function planDay(
  visit: Visit,
  { date, head, shifts }: RosterCommandOf<'shift.plan'>,
  today: BusinessDate,
  { at, members }: FloorContext,
): Decision {
  const fault = plannable(date, today);
  if (fault) return fault;
  if (shifts.length > 0 && isDayOff(visit, date)) return no('roster.dayOff', { date });
  const wrong = faultOf({ head, shifts }, visit, members);
  return wrong ?? accept([{ type: 'shift.planned', at, date, head, shifts }]);
}

/** 复制上周: what is past, and days off, stay as they are; whoever left stops the copy by name. */
function copyWeek(
  roster: Roster,
  visit: Visit,
  { from, to }: RosterCommandOf<'shift.copyWeek'>,
  today: BusinessDate,
  { at, members }: FloorContext,
): Decision {
  for (const monday of [from, to]) {
    if (!isRealDate(monday)) return refuse('date.unknown', { date: monday });
    if (weekdayOf(monday) !== 0) return no('roster.notMonday', { date: monday });
  }
  const facts: RosterFact[] = [];
  for (let day = 0; day < 7; day++) {
    const date = addDays(to, day);
    const plan = rosterOn(roster, visit.settings.hours, addDays(from, day));
    if (plannable(date, today) || isDayOff(visit, date) || plan.shifts.length === 0) continue;
    const wrong = faultOf(plan, visit, members);
    if (wrong) return wrong;
    facts.push({ type: 'shift.planned', at, date, ...plan });
  }
  return facts.length > 0 ? accept(facts) : no('roster.nothingToCopy');
}
