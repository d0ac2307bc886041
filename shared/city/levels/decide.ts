import { isRealDate } from '../../calendar.ts';
import type { BusinessDate } from '../../ids.ts';
import { accept, type Refusal, type Result, refuse, unreachable } from '../../result.ts';
import type { NodeId, PersonId } from '../ids.ts';
import type { LevelsCommand } from './commands.ts';
import type { LevelsFact } from './facts.ts';
import type { Level, Levels } from './state.ts';
import { childrenOf, isAbove, lineOf, nodeOfBranch, nodeOn } from './tree.ts';

export type LevelsRefusal =
  | 'node.dateOrder'
  | 'node.dateWrong'
  | 'node.exists'
  | 'node.hasUnits'
  | 'node.inClosedMonth'
  | 'node.levelWrong'
  | 'node.same'
  | 'node.unknown';

type Decision = Result<readonly LevelsFact[], Refusal<LevelsRefusal>>;
type Of<T extends LevelsCommand['type']> = Extract<LevelsCommand, { type: T }>;
const no = (code: LevelsRefusal, details?: Refusal['details']) => refuse(code, details);

export interface LevelsContext {
  readonly at: number;
  readonly by: PersonId;
  /** The last day of the last month that was closed for any of these units; empty when none was. */
  readonly closedUpTo: (nodes: readonly NodeId[]) => string;
}

export function decideLevels(levels: Levels, c: LevelsCommand, ctx: LevelsContext): Decision {
  if ('from' in c && !isRealDate(c.from)) return no('node.dateWrong');
  switch (c.type) {
    case 'node.open':
      return open(levels, c, ctx);
    case 'node.rename':
      return rename(levels, c, ctx);
    case 'node.move':
      return move(levels, c, ctx);
    case 'node.close':
      return close(levels, c, ctx);
    case 'branch.bind':
      return bind(levels, c, ctx);
    default:
      return unreachable(c);
  }
}

const stampOf = ({ at, by }: LevelsContext) => ({ at, by });

function open(levels: Levels, { type: _, ...c }: Of<'node.open'>, ctx: LevelsContext): Decision {
  if (levels.nodes[c.node]) return no('node.exists', { node: c.node });
  const wrong = c.parent && wrongParent(levels, c.parent, c.level, c.from);
  if (wrong) return wrong;
  if (c.parent && isClosed(levels, c.parent, c.from, ctx)) return no('node.inClosedMonth');
  return accept([{ type: 'node.opened', ...stampOf(ctx), ...c }]);
}

function rename(levels: Levels, { node, name }: Of<'node.rename'>, ctx: LevelsContext): Decision {
  const now = levels.nodes[node];
  if (!now) return no('node.unknown', { node });
  if (now.name.zh === name.zh && now.name.en === name.en) return no('node.same');
  return accept([{ type: 'node.renamed', ...stampOf(ctx), node, name }]);
}

function move(levels: Levels, c: Of<'node.move'>, ctx: LevelsContext): Decision {
  const { node, parent, from } = c;
  const now = nodeOn(levels, node, from);
  if (!now) return no('node.unknown', { node });
  const last = now.parents.at(-1);
  if (last && from < last.from) return no('node.dateOrder', { date: last.from });
  if (last?.is === parent) return no('node.same');
  const wrong = wrongParent(levels, parent, now.level, from);
  if (wrong) return wrong;
  if (isClosed(levels, node, from, ctx) || isClosed(levels, parent, from, ctx))
    return no('node.inClosedMonth');
  return accept([{ type: 'node.moved', ...stampOf(ctx), node, parent, from }]);
}

function close(levels: Levels, { node, to }: Of<'node.close'>, ctx: LevelsContext): Decision {
  if (!isRealDate(to)) return no('node.dateWrong');
  const now = nodeOn(levels, node, to);
  if (!now) return no('node.unknown', { node });
  if (now.closed === to) return no('node.same');
  if (childrenOf(levels, node, to).some((child) => !child.closed || child.closed > to))
    return no('node.hasUnits', { node });
  if (isClosed(levels, node, to, ctx)) return no('node.inClosedMonth');
  return accept([{ type: 'node.closed', ...stampOf(ctx), node, to }]);
}

function bind(levels: Levels, c: Of<'branch.bind'>, ctx: LevelsContext): Decision {
  const { branch, node, from } = c;
  if (!nodeOn(levels, node, from)) return no('node.unknown', { node });
  const last = levels.bound[branch]?.at(-1);
  if (last && from < last.from) return no('node.dateOrder', { date: last.from });
  if (last?.is === node) return no('node.same');
  const before = nodeOfBranch(levels, branch, from);
  if (isClosed(levels, node, from, ctx) || (before && isClosed(levels, before.id, from, ctx)))
    return no('node.inClosedMonth');
  return accept([{ type: 'branch.bound', ...stampOf(ctx), branch, node, from }]);
}

function wrongParent(
  levels: Levels,
  parent: NodeId,
  level: Level,
  date: BusinessDate,
): ReturnType<typeof no> | null {
  const above = nodeOn(levels, parent, date);
  if (!above) return no('node.unknown', { node: parent });
  return isAbove(above.level, level) ? null : no('node.levelWrong');
}

/** A closed month's branches stand as they stood. */
function isClosed(levels: Levels, node: NodeId, from: BusinessDate, ctx: LevelsContext): boolean {
  const line = lineOf(levels, node, from).map(({ id }) => id);
  return from <= ctx.closedUpTo(line);
}
