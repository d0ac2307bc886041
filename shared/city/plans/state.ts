import type { InspectionMode } from '../../floor/inspections/commands.ts';
import type { BranchId, BusinessDate } from '../../ids.ts';
import type { PersonId } from '../ids.ts';

export type PlanFact =
  | {
      readonly type: 'plan.inspection';
      readonly at: number;
      readonly by: PersonId;
      readonly quarter: string;
      readonly branches: readonly BranchId[];
      readonly inspector: PersonId;
      readonly due: BusinessDate;
      readonly mode?: InspectionMode;
    }
  | {
      readonly type: 'plan.dropped';
      readonly at: number;
      readonly by: PersonId;
      readonly quarter: string;
      readonly branch: BranchId;
    };

export interface PlannedVisit {
  readonly inspector: PersonId;
  readonly due: BusinessDate;
  readonly mode?: InspectionMode;
}

/** By quarter, `2026-Q4`, and branch; the last plan counts. */
export type Plans = Readonly<Record<string, Readonly<Record<BranchId, PlannedVisit>>>>;

export const initialPlans: Plans = {};

export function evolvePlans(plans: Plans, fact: PlanFact): Plans {
  const { quarter } = fact;
  if (fact.type === 'plan.dropped') {
    const { [fact.branch]: _, ...others } = plans[quarter] ?? {};
    return { ...plans, [quarter]: others };
  }
  const { inspector, due, mode, branches } = fact;
  const visit = { inspector, due, ...(mode && { mode }) };
  const more = Object.fromEntries(branches.map((branch) => [branch, visit]));
  return { ...plans, [quarter]: { ...plans[quarter], ...more } };
}
