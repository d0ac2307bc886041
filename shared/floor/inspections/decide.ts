import { addDays, isRealDate } from '../../calendar.ts';
import { looksLikeIdentity } from '../../care/identity.ts';
import { type BusinessDate, inspectionIdOf } from '../../ids.ts';
import { accept, unreachable } from '../../result.ts';
import type { Visit } from '../../visit/state.ts';
import type { FloorContext } from '../context.ts';
import { doubled, overHundred } from './checklist.ts';
import type { InspectionCommand, InspectionCommandOf } from './commands.ts';
import type { InspectionFact } from './facts.ts';
import { duringInspection } from './marking.ts';
import { isLate, PATROL, type PatrolAnswer } from './patrols.ts';
import { type InspectionDecision, no } from './refusals.ts';
import { STANDARD } from './standard.ts';
import { checklistOn, type Inspections, inspectionOf } from './state.ts';

/** Plans reach a year ahead. */
const AHEAD = 366;
/** Rounds a day: more are a stuck key. */
const ROUNDS_A_DAY = 24;

export function decideInspections(
  now: Inspections,
  visit: Visit,
  c: InspectionCommand,
  ctx: FloorContext,
): InspectionDecision {
  const { at, person } = ctx;
  const day = visit.day;
  if (!day) return no('day.closed');
  const stamp = { at, ...(person && { by: person }) };
  const texts = 'remark' in c ? [c.remark] : 'reason' in c ? [c.reason] : [];
  if (texts.some((text) => text && looksLikeIdentity(text)))
    return no('text.identity', { at: 'remark' });
  switch (c.type) {
    case 'inspection.checklist':
      return setChecklist(now, c, day.date, stamp);
    case 'inspection.plan':
      return plan(now, c, day.date, stamp);
    case 'inspection.begin': {
      const { type: _, ...as } = c;
      return begin(now, { ...stamp, ...as, date: day.date });
    }
    case 'inspection.patrol':
      return patrol(now, visit, c, ctx);
    default:
      return onOne(now, c, day.date, ctx);
  }
}

type Of<T extends InspectionCommand['type']> = InspectionCommandOf<T>;
type Stamp = Pick<InspectionFact, 'at' | 'by'>;

function setChecklist(
  now: Inspections,
  { checklist }: Of<'inspection.checklist'>,
  today: BusinessDate,
  stamp: Stamp,
): InspectionDecision {
  const { version, from, items } = checklist;
  if (!isRealDate(from)) return no('date.unknown', { date: from });
  if (from < today) return no('date.past');
  const over = overHundred(items);
  if (over) return no('checklist.overHundred', over);
  const twice = doubled(items);
  if (twice) return no('checklist.doubled', { item: twice });
  // What results name must stay what it was.
  const known = [STANDARD, ...now.checklists].find((list) => list.version === version);
  if (known && known.from <= today) return no('checklist.inForce', { version });
  return accept([{ type: 'inspection.checklistSet', ...stamp, checklist }]);
}

function plan(
  now: Inspections,
  { on, mode, kind, modules }: Of<'inspection.plan'>,
  today: BusinessDate,
  stamp: Stamp,
): InspectionDecision {
  if (!isRealDate(on)) return no('date.unknown', { date: on });
  if (on < today) return no('date.past');
  if (on > addDays(today, AHEAD)) return no('date.far', { days: AHEAD });
  const inspection = inspectionIdOf(today, now.opened + 1);
  const as = { mode, kind, modules: [...new Set(modules)] };
  return accept([{ type: 'inspection.planned', ...stamp, inspection, on, ...as }]);
}

type Begin = Stamp & Omit<Of<'inspection.begin'>, 'type'> & { date: BusinessDate };

/** One at a time: two would fight for the same screen. */
function begin(
  now: Inspections,
  { date, mode, kind, modules, ...stamp }: Begin,
): InspectionDecision {
  const running = now.all.find(({ stands }) => stands.is === 'running');
  if (running) return no('inspection.running', { id: running.id });
  const inspection = inspectionIdOf(date, now.opened + 1);
  const as = { mode, kind, modules: [...new Set(modules)] };
  const checklist = checklistOn(now, date).version;
  return accept([{ type: 'inspection.started', ...stamp, inspection, date, checklist, ...as }]);
}

type OnOne = Exclude<
  InspectionCommand,
  { type: `inspection.${'checklist' | 'plan' | 'begin' | 'patrol'}` }
>;

function onOne(
  now: Inspections,
  c: OnOne,
  date: BusinessDate,
  ctx: FloorContext,
): InspectionDecision {
  const one = inspectionOf(now, c.inspection);
  if (!one) return no('inspection.unknown');
  if (one.stands.is === 'finished' || one.stands.is === 'cancelled') return no('inspection.over');
  const { at, person } = ctx;
  const stamp = { at, ...(person && { by: person }), inspection: one.id };
  switch (c.type) {
    case 'inspection.cancel':
      return accept([{ type: 'inspection.cancelled', ...stamp, reason: c.reason }]);
    case 'inspection.start': {
      if (one.stands.is !== 'planned') return no('inspection.notPlanned');
      const { mode, kind, modules } = one;
      const as = { mode, kind, modules: [...modules] };
      const begun = begin(now, { at, ...(person && { by: person }), date, ...as });
      if (!begun.ok) return begun;
      return accept(begun.value.map((fact) => ({ ...fact, inspection: one.id })));
    }
    case 'inspection.mark':
    case 'inspection.pass':
    case 'inspection.finish':
      return duringInspection(now, one, c, { ...ctx, date });
    default:
      return unreachable(c);
  }
}

/** Everything of the round is answered, and what is wrong is said. */
function patrol(
  now: Inspections,
  visit: Visit,
  { round, answers }: Of<'inspection.patrol'>,
  { at, person, hasPhoto }: FloorContext,
): InspectionDecision {
  if (!visit.day?.open) return no('day.closed');
  if (now.patrols.length >= ROUNDS_A_DAY) return no('patrol.often');
  const wanted: readonly string[] = PATROL[round];
  const answered = new Set(answers.map(({ item }) => item));
  const missing = wanted.find((item) => !answered.has(item));
  if (missing || answered.size !== answers.length || answered.size !== wanted.length)
    return no('patrol.incomplete', { n: wanted.length });
  if (answers.some(({ remark }) => remark && looksLikeIdentity(remark)))
    return no('text.identity', { at: 'remark' });
  if (answers.some(({ ok, remark }) => !ok && !remark)) return no('inspection.needsRemark');
  if (answers.some(({ photos = [] }) => !photos.every(hasPhoto))) return no('photo.unknown');
  return accept([
    {
      ...{ type: 'inspection.patrolled', at, date: visit.day.date, round },
      ...(person && { by: person }),
      late: isLate(round, visit, at),
      answers: answers as readonly PatrolAnswer[],
    },
  ]);
}
