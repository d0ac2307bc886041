import type { InspectionId } from '../../ids.ts';
import { unreachable } from '../../result.ts';
import { countsNext } from '../afterClose.ts';
import type { InspectionFact } from './facts.ts';
import {
  type Inspection,
  type InspectionMark,
  type InspectionStands,
  type Inspections,
  inspectionOf,
  type StandingScore,
} from './state.ts';

/** @param isShut whether the business day is closed, and the next one has not begun */
export function evolveInspections(
  now: Inspections,
  fact: InspectionFact,
  isShut: boolean,
): Inspections {
  switch (fact.type) {
    case 'inspection.checklistSet': {
      const others = now.checklists.filter((c) => c.version !== fact.checklist.version);
      const checklists = [...others, fact.checklist].sort((a, b) => (a.from < b.from ? -1 : 1));
      return { ...now, checklists };
    }
    case 'inspection.planned': {
      const { inspection: id, mode, kind, modules, on } = fact;
      return opened(now, {
        ...{ id, mode, kind, modules, on, from: null, withdrawn: null },
        stands: { is: 'planned' },
      });
    }
    case 'inspection.started':
      return started(now, fact);
    case 'inspection.cancelled':
      return stands(now, fact.inspection, () => ({
        ...{ is: 'cancelled', at: fact.at, reason: fact.reason },
      }));
    case 'inspection.marked':
      return marked(now, fact.inspection, { [fact.item]: markOf(fact) });
    case 'inspection.passed': {
      const passed = markOf({ at: fact.at, points: 0 });
      return marked(now, fact.inspection, Object.fromEntries(fact.items.map((i) => [i, passed])));
    }
    case 'inspection.finished':
      return finished(now, fact, isShut);
    case 'inspection.withdrawn':
      return withdrawn(now, fact, isShut);
    case 'inspection.patrolled': {
      const { round, at, by = null, late, answers } = fact;
      return { ...now, patrols: [...now.patrols, { round, at, by, late, answers }] };
    }
    default:
      return unreachable(fact);
  }
}

type Of<T extends InspectionFact['type']> = Extract<InspectionFact, { type: T }>;

const opened = (now: Inspections, one: Inspection): Inspections => ({
  ...now,
  all: [...now.all, one],
  opened: now.opened + 1,
});

function stands(
  now: Inspections,
  id: InspectionId,
  change: (before: InspectionStands) => InspectionStands,
): Inspections {
  const all = now.all.map((one) => (one.id === id ? { ...one, stands: change(one.stands) } : one));
  return { ...now, all };
}

function started(now: Inspections, fact: Of<'inspection.started'>): Inspections {
  const { inspection: id, at, by = null, checklist, mode, kind, modules, date: on } = fact;
  const { from = null } = fact;
  const running = { is: 'running', checklist, startedAt: at, by, marks: {} } as const;
  if (inspectionOf(now, id)) return stands(now, id, () => running);
  return opened(now, { id, mode, kind, modules, on, from, withdrawn: null, stands: running });
}

type Marks = Readonly<Record<string, InspectionMark>>;

const marked = (now: Inspections, id: InspectionId, marks: Marks) =>
  stands(now, id, (before) =>
    before.is === 'running' ? { ...before, marks: { ...before.marks, ...marks } } : before,
  );

function markOf(
  fact: Pick<Of<'inspection.marked'>, 'at' | 'points'> & Partial<Of<'inspection.marked'>>,
) {
  const { at, points, remark = null, photos = [], responsible = null, managing = null } = fact;
  return { at, points, remark, photos, responsible, managing };
}

function finished(
  now: Inspections,
  { inspection, at, date, scores }: Of<'inspection.finished'>,
  isShut: boolean,
): Inspections {
  const isFromAbove = Boolean(inspectionOf(now, inspection)?.from);
  const standing = { ...now.standing };
  for (const { module, score } of scores) {
    const { before: _, ...was } = standing[module] ?? {};
    const before = isFromAbove && 'score' in was ? { before: was as StandingScore } : {};
    standing[module] = { score, inspection, date, ...before };
  }
  const next = stands(now, inspection, (before) =>
    before.is === 'running'
      ? { ...before, is: 'finished', at, date, scores, ...countsNext(isShut) }
      : before,
  );
  return { ...next, standing };
}

/** What stood before it stands again; where another inspection came since, that one stands on. */
function withdrawn(
  now: Inspections,
  { inspection, at, date, why }: Of<'inspection.withdrawn'>,
  isShut: boolean,
): Inspections {
  const kept = Object.entries(now.standing).flatMap(([module, score]) => {
    if (score.inspection !== inspection) return [[module, score] as const];
    return score.before ? [[module, score.before] as const] : [];
  });
  const taken = (one: Inspection) => ({
    ...one,
    withdrawn: { at, date, why, ...countsNext(isShut) },
  });
  const all = now.all.map((one) => (one.id === inspection ? taken(one) : one));
  return { ...now, all, standing: Object.fromEntries(kept) };
}
