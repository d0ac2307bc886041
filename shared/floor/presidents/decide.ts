import { minutesOf } from '../../calendar.ts';
import { type BusinessDate, type PresidentId, presidentIdOf } from '../../ids.ts';
import { accept, type Refusal, type Result, refuse, unreachable } from '../../result.ts';
import type { VisitRefusal } from '../../visit/refusals.ts';
import type { Visit } from '../../visit/state.ts';
import type { FloorContext } from '../context.ts';
import { enterable, forwards, plannable, type RecordRefusal, wallTime } from '../dates.ts';
import type { PresidentCommand, PresidentCommandOf } from './commands.ts';
import type { PresidentFact } from './facts.ts';
import { type Presidents, visitOf } from './state.ts';

export type PresidentRefusal =
  | 'president.begun'
  | 'president.here'
  | 'president.notHere'
  | 'president.overlaps'
  | 'president.unknown';

type Decision = Result<
  readonly PresidentFact[],
  Refusal<PresidentRefusal | RecordRefusal | VisitRefusal>
>;
const no = (code: PresidentRefusal) => refuse(code);

export function decidePresidents(
  presidents: Presidents,
  visit: Visit,
  c: PresidentCommand,
  { at }: FloorContext,
): Decision {
  const today = visit.day?.date;
  if (!today) return refuse('day.closed');
  switch (c.type) {
    case 'president.plan': {
      const fault = plannable(c.date, today, MONTH_AHEAD) ?? forwards(c.from, c.to);
      if (fault) return fault;
      const { type: _, ...planned } = c;
      const id = nextId(presidents, c.date);
      return accept([{ type: 'president.planned', at, visit: id, ...planned }]);
    }
    case 'president.drop': {
      const known = visitOf(presidents, c.visit);
      if (!known) return no('president.unknown');
      if (known.situation.is !== 'planned') return no('president.begun');
      return accept([{ type: 'president.dropped', at, visit: c.visit }]);
    }
    case 'president.arrive':
      return visit.day?.open ? arrive(presidents, visit, c, today, at) : refuse('day.closed');
    case 'president.leave':
      return leave(presidents, visit, c, at);
    case 'president.enter':
      return enter(presidents, visit, c, today, at);
    default:
      return unreachable(c);
  }
}

/** Their roster is made for a month at a time. */
const MONTH_AHEAD = 45;

const nextId = (presidents: Presidents, date: BusinessDate): PresidentId =>
  presidentIdOf(date, (presidents.given[date] ?? 0) + 1);

function arrive(
  presidents: Presidents,
  visit: Visit,
  { as, person, visit: planned }: PresidentCommandOf<'president.arrive'>,
  today: BusinessDate,
  at: number,
): Decision {
  const known = planned && visitOf(presidents, planned);
  if (planned && (!known || known.date !== today)) return no('president.unknown');
  if (known && known.situation.is !== 'planned') return no('president.begun');
  if (presidents.visits.some((v) => v.situation.is === 'here' && v.as === as))
    return no('president.here');
  const id = planned ?? nextId(presidents, today);
  const arrived = { visit: id, as, ...(person && { person }), date: today };
  return accept([{ type: 'president.arrived', at, ...arrived, from: wallTime(visit, at, today) }]);
}

function leave(
  presidents: Presidents,
  visit: Visit,
  { visit: id, solved }: PresidentCommandOf<'president.leave'>,
  at: number,
): Decision {
  const known = visitOf(presidents, id);
  if (!known) return no('president.unknown');
  if (known.situation.is !== 'here') return no('president.notHere');
  const seconds = Math.floor((at - known.situation.since) / 1000);
  const to = wallTime(visit, at, known.date);
  return accept([{ type: 'president.left', at, visit: id, to, seconds, solved }]);
}

function enter(
  presidents: Presidents,
  visit: Visit,
  { type: _, ...c }: PresidentCommandOf<'president.enter'>,
  today: BusinessDate,
  at: number,
): Decision {
  const { as, date, from, to } = c;
  const fault =
    enterable(date, today) ??
    forwards(from, to) ??
    (date === today && to > wallTime(visit, at, today) ? refuse('date.ahead') : null);
  if (fault) return fault;
  const twice = presidents.visits.some((v) => {
    if (v.as !== as || v.date !== date || v.situation.is === 'planned') return false;
    const until = v.situation.is === 'over' ? v.situation.to : '99:99';
    return from < until && v.from < to;
  });
  if (twice) return no('president.overlaps');
  const seconds = (minutesOf(to) - minutesOf(from)) * 60;
  const id = nextId(presidents, date);
  return accept([{ type: 'president.entered', at, visit: id, ...c, seconds }]);
}

/** 日终: whoever nobody saw leaving. */
export const presidentsAtClose = (presidents: Presidents, at: number): PresidentFact[] =>
  presidents.visits
    .filter((v) => v.situation.is === 'here')
    .map(({ id }) => ({ type: 'president.forgotten', at, visit: id }));
