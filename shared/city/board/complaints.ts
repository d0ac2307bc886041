import { levelOfComplaint, type NextDue, nextDue } from '../../care/complaints/due.ts';
import type { Complaint } from '../../care/complaints/state.ts';
import type { AlertLevel } from '../../care/facts.ts';
import { dateAt } from '../../care/today.ts';
import type { BranchId } from '../../ids.ts';
import { daysBetween } from '../days.ts';
import type { Known } from './rectifications.ts';

/** A complaint work order 投诉工单 of some branch, with its limits. Names stay with the branch. */
export interface ComplaintRow {
  readonly branch: BranchId;
  readonly order: Complaint;
  readonly level: AlertLevel | null;
  /** null once it is over. */
  readonly next: NextDue | null;
  /** Calendar days to the last one, below 0 past it; null once it is over. */
  readonly left: number | null;
  /** Ended after its last day. */
  readonly late: boolean;
}

/** Open ones by their limits, the nearest first; then those that ended, the last first. */
export const complaintBoard = (branches: readonly Known[], at: number): ComplaintRow[] =>
  branches
    .flatMap(({ branch, lobby: { visit, care } }) =>
      care.complaints.orders.map((order): ComplaintRow => {
        const { end, due } = order;
        return {
          ...{ branch, order, level: levelOfComplaint(order, visit, at) },
          next: end ? null : nextDue(order, visit),
          left: end ? null : daysBetween(dateAt(visit, at), due),
          late: end !== null && dateAt(visit, end.at) > due,
        };
      }),
    )
    .sort(
      (a, b) =>
        Number(a.left === null) - Number(b.left === null) ||
        (a.left === null || b.left === null
          ? (b.order.end?.at ?? 0) - (a.order.end?.at ?? 0)
          : a.left - b.left) ||
        (a.branch < b.branch ? -1 : 1),
    );
