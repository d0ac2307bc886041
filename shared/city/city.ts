import { z } from 'zod';
import { type BranchId, commandId } from '../ids.ts';
import { accept, type Refusal, type Result, refuse, unreachable } from '../result.ts';
import { type CircularsCommand, circularsCommands } from './circulars/commands.ts';
import { type CircularsRefusal, decideCirculars } from './circulars/decide.ts';
import {
  type Circulars,
  type CircularsFact,
  evolveCirculars,
  initialCirculars,
} from './circulars/state.ts';
import type { CityContext } from './context.ts';
import type { NodeId } from './ids.ts';
import { type LevelsCommand, levelsCommands } from './levels/commands.ts';
import { decideLevels, type LevelsRefusal } from './levels/decide.ts';
import type { LevelsFact } from './levels/facts.ts';
import { evolveLevels, initialLevels, type Levels } from './levels/state.ts';
import { unitsUnder } from './levels/tree.ts';
import { type MonthsCommand, monthsCommands } from './months/commands.ts';
import { decideMonths, type MonthsRefusal } from './months/decide.ts';
import type { MonthsFact } from './months/facts.ts';
import { monthPeriod } from './months/preview.ts';
import { evolveMonths, initialMonths, lastClosed, type Months } from './months/state.ts';
import {
  isCirculars,
  isCircularsCommand,
  isLevels,
  isLevelsCommand,
  isMonths,
  isMonthsCommand,
  isPeople,
  isPeopleCommand,
  isPlan,
  isPlanCommand,
  isPosts,
  isPostsCommand,
  isRules,
  isRulesCommand,
  isSent,
  isSentCommand,
} from './owners.ts';
import { type PeopleCommand, peopleCommands } from './people/commands.ts';
import { decidePeople, type PeopleRefusal } from './people/decide.ts';
import type { PeopleFact } from './people/facts.ts';
import { evolvePeople, nobody, type People } from './people/state.ts';
import { type PlanCommand, planCommands } from './plans/commands.ts';
import { decidePlans, type PlanRefusal } from './plans/decide.ts';
import { evolvePlans, initialPlans, type PlanFact, type Plans } from './plans/state.ts';
import { type PostsCommand, postsCommands } from './posts/commands.ts';
import { decidePosts, type PostsRefusal } from './posts/decide.ts';
import type { PostsFact } from './posts/facts.ts';
import { evolvePosts, initialPosts, type Posts } from './posts/state.ts';
import { type RulesCommand, rulesCommands } from './rules/commands.ts';
import { decideRules, type RulesRefusal } from './rules/decide.ts';
import { evolveRules, initialRulebook, type Rulebook, type RulesFact } from './rules/state.ts';
import { type SendCommand, type SentOwn, sentCommands } from './sent/commands.ts';
import { decideSent } from './sent/decide.ts';
import type { SentFact } from './sent/facts.ts';
import type { SentRefusal } from './sent/refusals.ts';
import { renewed } from './sent/renew.ts';
import { rulesDue } from './sent/rulesDue.ts';
import { evolveSent, initialSent, type SentRoom } from './sent/state.ts';

/** 市中心: only the unions. Every fact and command of the city, handed to the room that owns it. */
export type CityFact =
  | PeopleFact
  | LevelsFact
  | PostsFact
  | RulesFact
  | MonthsFact
  | PlanFact
  | SentFact
  | CircularsFact;
export type CityCommand =
  | PeopleCommand
  | LevelsCommand
  | PostsCommand
  | RulesCommand
  | MonthsCommand
  | PlanCommand
  | SendCommand
  | SentOwn
  | CircularsCommand;
export type CityRefusal =
  | 'city.needsPerson'
  | PeopleRefusal
  | LevelsRefusal
  | PostsRefusal
  | RulesRefusal
  | MonthsRefusal
  | PlanRefusal
  | SentRefusal
  | CircularsRefusal;

export const cityCommands = [
  ...peopleCommands,
  ...levelsCommands,
  ...postsCommands,
  ...rulesCommands,
  ...planCommands,
  ...sentCommands,
  ...monthsCommands,
  ...circularsCommands,
] as const;

/** What a screen sends: one command with the id that makes a retry harmless. */
export const citySchema = z.discriminatedUnion('type', onTheWire(cityCommands));
export type SentCommand = CityCommand & { readonly id: z.infer<typeof commandId> };

/** Whatever else the pipeline says no for. */
export type CityTrouble =
  | 'city.busy'
  | 'city.fault'
  | 'city.notSaved'
  | 'city.readOnly'
  | 'command.idReused'
  | 'command.tooOld';

export type CityAnswer =
  | { readonly ok: true; readonly seq: number; readonly facts: readonly CityFact[] }
  | (Refusal<CityRefusal | CityTrouble> & {
      readonly ok: false;
      readonly says: { readonly zh: string; readonly en: string };
    });

function onTheWire<T extends readonly z.ZodObject[]>(schemas: T) {
  return schemas.map((schema) => schema.extend({ id: commandId })) as unknown as [z.ZodObject];
}

export interface City {
  readonly people: People;
  readonly levels: Levels;
  readonly posts: Posts;
  readonly rules: Rulebook;
  readonly plans: Plans;
  readonly sent: SentRoom;
  readonly months: Months;
  readonly circulars: Circulars;
  readonly lastAt: number;
}

export const initialCity: City = {
  people: nobody,
  levels: initialLevels,
  posts: initialPosts,
  rules: initialRulebook,
  plans: initialPlans,
  sent: initialSent,
  months: initialMonths,
  circulars: initialCirculars,
  lastAt: 0,
};

export function evolveCity(before: City, fact: CityFact): City {
  const city = { ...before, lastAt: Math.max(before.lastAt, fact.at) };
  if (isPeople(fact)) return { ...city, people: evolvePeople(city.people, fact) };
  if (isLevels(fact)) return { ...city, levels: evolveLevels(city.levels, fact) };
  if (isPosts(fact)) return { ...city, posts: evolvePosts(city.posts, fact) };
  if (isRules(fact)) return { ...city, rules: evolveRules(city.rules, fact) };
  if (isPlan(fact)) return { ...city, plans: evolvePlans(city.plans, fact) };
  if (isSent(fact)) return { ...city, sent: evolveSent(city.sent, fact) };
  if (isMonths(fact)) return { ...city, months: evolveMonths(city.months, fact) };
  if (isCirculars(fact)) return { ...city, circulars: evolveCirculars(city.circulars, fact) };
  return unreachable(fact);
}

type Decision = Result<readonly CityFact[], Refusal<CityRefusal>>;

/** The rooms decide. Nothing here asks who may: that is the server's one table of rights. */
export function decideCity(city: City, c: CityCommand, ctx: CityContext): Decision {
  const { at, today, person: by, scope } = ctx;
  if (c.type === 'sent.renew') return accept(renewed(city.sent, c, at));
  if (c.type === 'sent.rules') return accept(rulesDue(city, ctx));
  if (isPeopleCommand(c)) return decidePeople(city.people, c, ctx, city.levels);
  if (!by) return refuse('city.needsPerson');
  const { levels, months } = city;
  if (isLevelsCommand(c)) {
    const closedUpTo = (nodes: readonly NodeId[]) => endOf(lastClosed(months, nodes));
    return withRules(city, decideLevels(levels, c, { at, by, closedUpTo }), ctx, touched(c));
  }
  if (isPostsCommand(c)) return decidePosts(city.posts, c, { at, by, levels });
  if (isRulesCommand(c)) {
    const closedUnder = (node: NodeId) => lastClosed(months, unitsUnder(levels, node));
    return withRules(city, decideRules(city.rules, c, { at, by, levels, closedUnder }), ctx);
  }
  if (isMonthsCommand(c)) {
    const { gathered = null } = ctx;
    return decideMonths(c, { at, by, today, city, gathered });
  }
  if (isCircularsCommand(c)) return decideCirculars(city.circulars, c, { at, by, today, months });
  if (isPlanCommand(c)) return decidePlans(city.plans, c, { at, today, by, levels });
  if (isSentCommand(c))
    return decideSent(city.sent, c, { at, today, by, scope, levels, late: ctx.late ?? new Map() });
  return unreachable(c);
}

/** Rules that were set, or that a branch came under, go down in the same line of the ledger. */
function withRules(
  city: City,
  decided: Decision,
  ctx: CityContext,
  branches?: readonly BranchId[],
): Decision {
  if (!decided.ok) return decided;
  const facts = decided.value;
  return accept([...facts, ...rulesDue(facts.reduce(evolveCity, city), ctx, branches)]);
}

/** Whose rules a change of the tree can change: a new or renamed unit's, nobody's; left out, anybody's. */
function touched(c: LevelsCommand): readonly BranchId[] | undefined {
  if (c.type === 'branch.bind') return [c.branch];
  return c.type === 'node.open' || c.type === 'node.rename' ? [] : undefined;
}

const endOf = (month: string) => (month === '' ? '' : monthPeriod(month).to);
