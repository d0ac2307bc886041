import { z } from 'zod';
import { inspectionMode } from '../../floor/inspections/commands.ts';
import { branchId, businessDate } from '../../ids.ts';
import { personId, quarterName as quarter } from '../ids.ts';

/** 季度检查计划: who inspects which branch in which quarter. */
export const planCommands = [
  z.strictObject({
    type: z.literal('plan.inspect'),
    quarter,
    branches: z.array(branchId).min(1).max(2000),
    inspector: personId,
    /** 现场 or 非现场; left to the inspector, if left out. */
    mode: inspectionMode.optional(),
    /** By when within the quarter; its last day, if left out. */
    by: businessDate.optional(),
  }),
  z.strictObject({ type: z.literal('plan.drop'), quarter, branch: branchId }),
] as const;
export type PlanCommand = z.infer<(typeof planCommands)[number]>;
