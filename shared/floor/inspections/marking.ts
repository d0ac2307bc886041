import type { Finding } from '../../care/rectifications/open.ts';
import type { BusinessDate, StaffId } from '../../ids.ts';
import { accept, unreachable } from '../../result.ts';
import type { FloorContext } from '../context.ts';
import type { ChecklistItem } from './checklist.ts';
import type { InspectionCommandOf } from './commands.ts';
import type { InspectionFact, ModuleScore } from './facts.ts';
import { type InspectionDecision, no } from './refusals.ts';
import {
  checklistNamed,
  type Inspection,
  type Inspections,
  inspectionOf,
  itemsOf,
} from './state.ts';

type Command = InspectionCommandOf<'inspection.mark' | 'inspection.pass' | 'inspection.finish'>;
type Context = FloorContext & { readonly date: BusinessDate };

/** What is pressed while an inspection runs. */
export function duringInspection(
  now: Inspections,
  one: Inspection,
  c: Command,
  ctx: Context,
): InspectionDecision {
  const { stands } = one;
  if (stands.is !== 'running') return no('inspection.notRunning');
  const { at, person, date } = ctx;
  const stamp = { at, ...(person && { by: person }), inspection: one.id };
  const items = itemsOf(checklistNamed(now, stands.checklist), one);
  const open = items.filter(({ id }) => !(id in stands.marks));
  switch (c.type) {
    case 'inspection.mark':
      return mark(items, c, ctx);
    case 'inspection.pass': {
      const left = open.filter((i) => i.module === c.module && (!c.zone || i.zone === c.zone));
      if (left.length === 0) return no('inspection.nothingLeft');
      return accept([{ type: 'inspection.passed', ...stamp, items: left.map(({ id }) => id) }]);
    }
    case 'inspection.finish': {
      if (open.length > 0) return no('inspection.unfinished', { left: open.length });
      const { checklist } = stands;
      const scores = scoresOf(items, one);
      return accept([{ type: 'inspection.finished', ...stamp, date, checklist, scores }]);
    }
    default:
      return unreachable(c);
  }
}

/** Points off name what was seen, and whose it is: the one who does it, and the one who leads there. */
function mark(
  items: readonly ChecklistItem[],
  { type: _, ...c }: InspectionCommandOf<'inspection.mark'>,
  { at, person, members, hasPhoto }: Context,
): InspectionDecision {
  const item = items.find(({ id }) => id === c.item);
  if (!item) return no('inspection.itemUnknown');
  if (c.points > item.points) return no('inspection.tooManyPoints', { most: item.points });
  const { responsible, managing } = c;
  if (c.points > 0 && !c.remark) return no('inspection.needsRemark');
  if (c.points > 0 && !(responsible && managing)) return no('inspection.needsPeople');
  const gone = [responsible, managing].find((who) => who && !members.includes(who as StaffId));
  if (gone) return no('member.left', { who: gone });
  if (!(c.photos ?? []).every(hasPhoto)) return no('photo.unknown');
  return accept([{ type: 'inspection.marked', at, ...(person && { by: person }), ...c } as Marked]);
}
type Marked = Extract<InspectionFact, { type: 'inspection.marked' }>;

/** Each module that was looked at: 100 − points off. */
export function scoresOf(
  items: readonly ChecklistItem[],
  { modules, stands }: Inspection,
): ModuleScore[] {
  const marks = 'marks' in stands ? stands.marks : {};
  return modules.map((module) => {
    const own = items.filter((item) => item.module === module);
    const off = own.reduce((sum, { id }) => sum + (marks[id]?.points ?? 0), 0);
    return { module, score: 100 - off };
  });
}

/** What a finished inspection asks to be put right, each finding by itself. */
export function findingsIn(
  now: Inspections,
  facts: readonly { readonly type: string }[],
): Finding[] {
  return facts.filter(isFinished).flatMap(({ inspection }) => {
    const one = inspectionOf(now, inspection);
    const marks = one && 'marks' in one.stands ? Object.entries(one.stands.marks) : [];
    return marks
      .filter(([, { points }]) => points > 0)
      .map(([item, { remark, responsible }]) => ({
        source: {
          ...({ from: 'inspection', ref: `${inspection} ${item}`, about: item } as const),
          ...(remark && { what: remark }),
        },
        owner: responsible,
      }));
  });
}

const isFinished = (fact: {
  readonly type: string;
}): fact is Extract<InspectionFact, { type: 'inspection.finished' }> =>
  fact.type === 'inspection.finished';
