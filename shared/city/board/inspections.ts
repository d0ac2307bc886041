import type { InspectionMode } from '../../floor/inspections/commands.ts';
import type { BranchId, BusinessDate, SendingId } from '../../ids.ts';
import { rowsOf } from '../../visit/table.ts';
import { daysOfQuarter } from '../days.ts';
import type { PersonId } from '../ids.ts';
import type { Plans } from '../plans/state.ts';
import type { SentRoom } from '../sent/state.ts';

/** A branch's quarterly inspection 季度检查: planned, made, or overdue. */
export interface InspectionRow {
  readonly branch: BranchId;
  /** null: not planned. */
  readonly inspector: PersonId | null;
  readonly due: BusinessDate | null;
  /** null: left to the inspector. */
  readonly mode: InspectionMode | null;
  readonly stands: 'unplanned' | 'planned' | 'overdue' | 'done';
  /** The last one made for the quarter that was not taken back. */
  readonly done: { readonly id: SendingId; readonly on: BusinessDate; readonly off: number } | null;
}

const ORDER = ['overdue', 'unplanned', 'planned', 'done'] as const;

/** Every one of these branches in a quarter: overdue ones first, those done last. */
export function inspectionBoard(
  { plans, sent }: { readonly plans: Plans; readonly sent: SentRoom },
  branches: readonly BranchId[],
  { quarter, today }: { readonly quarter: string; readonly today: BusinessDate },
): InspectionRow[] {
  const made = madeIn(sent, quarter);
  return branches
    .map((branch): InspectionRow => {
      const plan = plans[quarter]?.[branch] ?? null;
      const done = made.get(branch) ?? null;
      const { inspector = null, due = null, mode = null } = plan ?? {};
      const late = due !== null && today > due;
      const stands = done ? 'done' : late ? 'overdue' : plan ? 'planned' : 'unplanned';
      return { branch, inspector, due, mode, stands, done };
    })
    .sort(
      (a, b) =>
        ORDER.indexOf(a.stands) - ORDER.indexOf(b.stands) ||
        (a.due ?? '9999').localeCompare(b.due ?? '9999') ||
        (a.branch < b.branch ? -1 : 1),
    );
}

/** By the day it was made, not the one it was entered on. */
function madeIn({ sendings }: SentRoom, quarter: string) {
  const { from, to } = daysOfQuarter(quarter);
  const made = new Map<BranchId, NonNullable<InspectionRow['done']>>();
  for (const { id, body, withdrawn, to: branches } of rowsOf(sendings)) {
    if (body.kind !== 'inspection' || body.as !== 'quarterly' || withdrawn) continue;
    if (body.on < from || body.on > to) continue;
    const off = body.marks.reduce((sum, mark) => sum + mark.points, 0);
    for (const branch of branches) made.set(branch, { id, on: body.on, off });
  }
  return made;
}
