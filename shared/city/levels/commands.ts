import { z } from 'zod';
import { branchId, businessDate } from '../../ids.ts';
import { twoLanguages } from '../../plain.ts';
import { nodeId } from '../ids.ts';
import { LEVELS } from './state.ts';

const command = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

/** 机构: the tree of units, and where in it each branch's ledger belongs; every arrow has its date. */
export const levelsCommands = [
  command('node.open', {
    ...{ node: nodeId, level: z.enum(LEVELS), name: twoLanguages },
    ...{ parent: nodeId.nullable(), from: businessDate },
  }),
  command('node.rename', { node: nodeId, name: twoLanguages }),
  command('node.move', { node: nodeId, parent: nodeId, from: businessDate }),
  /** `to`: its last day. */
  command('node.close', { node: nodeId, to: businessDate }),
  command('branch.bind', { branch: branchId, node: nodeId, from: businessDate }),
] as const;

export type LevelsCommand = z.infer<(typeof levelsCommands)[number]>;
