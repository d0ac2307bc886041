import type { CircularsCommand } from './circulars/commands.ts';
import type { CircularsFact } from './circulars/state.ts';
import type { CityCommand, CityFact } from './city.ts';
import type { LevelsCommand } from './levels/commands.ts';
import type { LevelsFact } from './levels/facts.ts';
import type { MonthsCommand } from './months/commands.ts';
import type { MonthsFact } from './months/facts.ts';
import type { PeopleCommand } from './people/commands.ts';
import type { PeopleFact } from './people/facts.ts';
import type { PlanCommand } from './plans/commands.ts';
import type { PlanFact } from './plans/state.ts';
import type { PostsCommand } from './posts/commands.ts';
import type { PostsFact } from './posts/facts.ts';
import type { RulesCommand } from './rules/commands.ts';
import type { RulesFact } from './rules/state.ts';
import type { SendCommand } from './sent/commands.ts';
import type { SentFact } from './sent/facts.ts';

/** Which room owns what, by the first word of its name. */
const OF_LEVELS = /^(node|branch)\./;
const OF_PEOPLE = /^account\./;
const OF_POSTS = /^post\./;
const OF_RULES = /^rules\./;
const OF_CIRCULARS = /^circular\./;
const OF_PLANS = /^plan\./;
const OF_SENT = /^sent\./;
const OF_MONTHS = /^(month|proposal|appeal)\./;

export const isLevels = (fact: CityFact): fact is LevelsFact => OF_LEVELS.test(fact.type);
export const isLevelsCommand = (c: CityCommand): c is LevelsCommand => OF_LEVELS.test(c.type);
export const isPosts = (fact: CityFact): fact is PostsFact => OF_POSTS.test(fact.type);
export const isPostsCommand = (c: CityCommand): c is PostsCommand => OF_POSTS.test(c.type);
export const isRules = (fact: CityFact): fact is RulesFact => OF_RULES.test(fact.type);
export const isRulesCommand = (c: CityCommand): c is RulesCommand => OF_RULES.test(c.type);
export const isSent = (fact: CityFact): fact is SentFact => OF_SENT.test(fact.type);
export const isSentCommand = (c: CityCommand): c is SendCommand => OF_SENT.test(c.type);
export const isMonths = (fact: CityFact): fact is MonthsFact => OF_MONTHS.test(fact.type);
export const isMonthsCommand = (c: CityCommand): c is MonthsCommand => OF_MONTHS.test(c.type);
export const isCirculars = (fact: CityFact): fact is CircularsFact => OF_CIRCULARS.test(fact.type);
export const isCircularsCommand = (c: CityCommand): c is CircularsCommand =>
  OF_CIRCULARS.test(c.type);
export const isPlan = (fact: CityFact): fact is PlanFact => OF_PLANS.test(fact.type);
export const isPlanCommand = (c: CityCommand): c is PlanCommand => OF_PLANS.test(c.type);
export const isPeople = (fact: CityFact): fact is PeopleFact => OF_PEOPLE.test(fact.type);
export const isPeopleCommand = (c: CityCommand): c is PeopleCommand => OF_PEOPLE.test(c.type);
