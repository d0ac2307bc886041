import type { BranchId, BusinessDate } from '../../ids.ts';
import { accept, type Refusal, type Result } from '../../result.ts';
import type { NodeId, PersonId } from '../ids.ts';
import type { Levels } from '../levels/state.ts';
import { branchesUnder, isUnder, lineOfBranch, nodeOn } from '../levels/tree.ts';
import type { Addressed } from './commands.ts';
import { no, type SentRefusal } from './refusals.ts';

export interface Addressing {
  readonly at: number;
  readonly today: BusinessDate;
  readonly by: PersonId;
  /** Below which unit somebody may send; null: everywhere. */
  readonly scope: NodeId | null;
  readonly levels: Levels;
  /** Whether a branch that a command names belongs to some unit; as the tree says, if left out. */
  readonly isKnown?: (branch: BranchId) => boolean;
}

/** Whom it goes to, each once, as everything stands today: all of them within the sender's reach. */
export function addressees(
  to: Addressed,
  { levels, today, scope, isKnown }: Addressing,
): Result<readonly BranchId[], Refusal<SentRefusal>> {
  const nodes = 'nodes' in to ? to.nodes : [];
  const lost = nodes.find((node) => !nodeOn(levels, node, today));
  if (lost) return no('sent.branchUnknown', { branch: lost });
  const named =
    'branches' in to ? to.branches : nodes.flatMap((node) => branchesUnder(levels, node, today));
  const all = [...new Set(named)];
  if (all.length === 0) return no('sent.nobody');
  const isThere = isKnown ?? ((branch) => lineOfBranch(levels, branch, today).length > 0);
  const stranger = all.find((branch) => !isThere(branch));
  if (stranger) return no('sent.branchUnknown', { branch: stranger });
  const outside =
    scope && all.find((branch) => !isUnder(lineOfBranch(levels, branch, today), scope));
  return outside ? no('sent.outOfScope', { branch: outside }) : accept(all);
}
