import { accept, type Refusal, type Result, refuse } from '../../result.ts';
import type { NodeId, PersonId } from '../ids.ts';
import type { Levels } from '../levels/state.ts';
import type { RulesCommand } from './commands.ts';
import type { Rulebook, RulesFact } from './state.ts';

export type RulesRefusal =
  | 'node.unknown'
  | 'rules.monthClosed'
  | 'rules.nameTaken'
  | 'rules.weightless';

export interface RulesContext {
  readonly at: number;
  readonly by: PersonId;
  readonly levels: Levels;
  /** The last month that was closed for this unit, or for any under it; empty when none was. */
  readonly closedUnder: (node: NodeId) => string;
}

/** A new version takes effect from a month that nobody has closed yet: no result changes its rules. */
export function decideRules(
  book: Rulebook,
  { node, rules }: RulesCommand,
  { at, by, levels, closedUnder }: RulesContext,
): Result<readonly RulesFact[], Refusal<RulesRefusal>> {
  if (!levels.nodes[node]) return refuse('node.unknown', { node });
  if (Object.values(rules.weights).every((weight) => weight === 0))
    return refuse('rules.weightless');
  const closed = closedUnder(node);
  if (rules.from <= closed) return refuse('rules.monthClosed', { month: closed });
  const others = (book[node] ?? []).filter(({ from }) => from !== rules.from);
  if (others.some(({ version }) => version === rules.version))
    return refuse('rules.nameTaken', { version: rules.version });
  return accept([{ type: 'rules.set', at, by, node, rules }]);
}
