import type { BusinessDate } from '../../ids.ts';
import { accept, type Refusal, type Result, refuse } from '../../result.ts';
import { daysOfQuarter, quarterOf } from '../days.ts';
import type { PersonId } from '../ids.ts';
import type { Levels } from '../levels/state.ts';
import { lineOfBranch } from '../levels/tree.ts';
import type { PlanCommand } from './commands.ts';
import type { PlanFact, Plans } from './state.ts';

export type PlanRefusal = 'plan.branchUnknown' | 'plan.dateWrong' | 'plan.past' | 'plan.unknown';

export interface PlanContext {
  readonly at: number;
  readonly today: BusinessDate;
  readonly by: PersonId;
  readonly levels: Levels;
}

export function decidePlans(
  plans: Plans,
  c: PlanCommand,
  { at, today, by, levels }: PlanContext,
): Result<readonly PlanFact[], Refusal<PlanRefusal>> {
  if (c.quarter < quarterOf(today)) return refuse('plan.past');
  if (c.type === 'plan.drop') {
    if (!plans[c.quarter]?.[c.branch]) return refuse('plan.unknown');
    const { quarter, branch } = c;
    return accept([{ type: 'plan.dropped', at, by, quarter, branch }]);
  }
  const { from, to } = daysOfQuarter(c.quarter);
  const { quarter, inspector, mode, by: due = to } = c;
  if (due < from || due > to) return refuse('plan.dateWrong');
  const branches = [...new Set(c.branches)];
  const stranger = branches.find((branch) => lineOfBranch(levels, branch, today).length === 0);
  if (stranger) return refuse('plan.branchUnknown', { branch: stranger });
  const visit = { inspector, due, ...(mode && { mode }) };
  return accept([{ type: 'plan.inspection', at, by, quarter, branches, ...visit }]);
}
