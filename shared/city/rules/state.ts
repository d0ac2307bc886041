import { type Rules, rulesFrom } from '../../month/rules.ts';
import type { NodeId, PersonId } from '../ids.ts';
import type { Node } from '../levels/state.ts';
import { type CityRules, cityRules } from './commands.ts';

export interface RulesFact {
  readonly type: 'rules.set';
  readonly at: number;
  readonly by: PersonId;
  readonly node: NodeId;
  readonly rules: CityRules;
}

/** Every version a unit ever set, by the month it is valid from. */
export type Rulebook = Readonly<Record<NodeId, readonly CityRules[]>>;

export const initialRulebook: Rulebook = {};

export function evolveRules(book: Rulebook, { node, rules }: RulesFact): Rulebook {
  const others = (book[node] ?? []).filter((one) => one.from !== rules.from);
  const all = [...others, rules].sort((a, b) => (a.from < b.from ? -1 : 1));
  return { ...book, [node]: all };
}

/** Where nobody ever set any: DOMAIN's weights, and ours for the rest. */
export const STANDARD: CityRules = cityRules.parse({
  ...{ version: 'standard', from: '2000-01' },
  weights: {
    ...{ premiumWait: 20, ordinaryWait: 15, satisfaction: 25 },
    ...{ environment: 15, standards: 15, duty: 10 },
  },
});

/** What is in force for a unit in a month, and who set it. */
export interface InForce {
  readonly rules: CityRules;
  /** Complete, with the name that results and day rows carry. */
  readonly measured: Rules;
  /** null: nobody did, it is the standard. */
  readonly setBy: NodeId | null;
}

/**
 * A unit's own rules, or those of the nearest unit above that has any: so a city may tighten what its
 * province set, and whoever sets nothing goes by the others.
 *
 * @param line the unit itself, then whom it belongs to
 */
export function rulesFor(
  book: Rulebook,
  line: readonly Pick<Node, 'id'>[],
  month: string,
): InForce {
  for (const { id } of line) {
    const rules = book[id]?.findLast(({ from }) => from <= month);
    if (rules) return { rules, measured: rulesFrom(rules), setBy: id };
  }
  return { rules: STANDARD, measured: rulesFrom(STANDARD), setBy: null };
}
