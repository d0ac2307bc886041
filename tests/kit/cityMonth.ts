import type { BranchMonth, Gathered, Lack } from '../../shared/city/months/figures.ts';
import { previewOf } from '../../shared/city/months/preview.ts';
import type { MonthName } from '../../shared/ids.ts';
import type { MonthFigures } from '../../shared/month/contender.ts';
import { ITEMS } from '../../shared/month/items.ts';
import type { Ranking } from '../../shared/month/ranking.ts';
import { rulesFrom } from '../../shared/month/rules.ts';
import { branch, type CityStory, node, twoSides } from './city.ts';

/** What a test says of a branch's month; the rest is enough of everything. */
export interface Said {
  /** Minutes. */
  readonly wait?: number;
  readonly satisfaction?: number;
  readonly n?: number;
  readonly premiumRatings?: number;
  readonly inspected?: number | null;
  readonly opened?: string;
}

const LEAST = { averageWait: 100, satisfaction: 30, premiumSatisfaction: 30, invitationRate: 100 };

function figuresOf({ wait = 10, satisfaction = 90, n = 500, premiumRatings = 60 }: Said) {
  const of = (ranking: Ranking, value: number, many: number) => {
    const sample = many === 0 ? 'none' : many < LEAST[ranking] ? 'short' : 'enough';
    return [ranking, { value: many === 0 ? null : value, n: many, sample }] as const;
  };
  return Object.fromEntries([
    of('averageWait', wait * 60, n),
    of('satisfaction', satisfaction, Math.floor(n / 2)),
    of('premiumSatisfaction', satisfaction, premiumRatings),
    of('invitationRate', 0.8, n),
  ]) as MonthFigures['figures'];
}

export function branchMonth(id: string, said: Said = {}): BranchMonth {
  const { wait = 10, satisfaction = 90, n = 500, inspected = 90 } = said;
  const values = [wait * 30, wait * 60, satisfaction, inspected, inspected, inspected];
  const items = ITEMS.map((item, i): MonthFigures['items'][number] => {
    const value = values[i] ?? null;
    const score = value === null ? null : i < 2 ? 50 : value;
    const sample = value === null ? 'none' : n < 100 && i < 2 ? 'short' : 'enough';
    return { item, weight: 10, value, n: value === null ? 0 : n, score, sample };
  });
  const scored = items.filter(({ score }) => score !== null);
  const sum = scored.reduce((total, { score }) => total + (score ?? 0) * 10, 0);
  return {
    ...{ branch: branch(id), name: { zh: id, en: id }, figures: figuresOf(said), items },
    total: { score: sum / 60, weight: scored.length * 10, of: 60 },
    ...{ days: 31, opened: (said.opened ?? null) as BranchMonth['opened'] },
    ...{ version: rulesFrom(undefined).version, own: rulesFrom(undefined).version },
    head: { epoch: 1, seq: 100, hash: 'a'.repeat(64) },
  };
}

export interface MonthSaid {
  readonly branches: Readonly<Record<string, Said>>;
  readonly lacks?: readonly Lack[];
  readonly before?: Readonly<Record<string, Said>>;
}

export function gathered(
  month: string,
  { branches, lacks = [], before = {} }: MonthSaid,
): Gathered {
  const all = (of: Readonly<Record<string, Said>>) =>
    Object.entries(of).map(([id, said]) => branchMonth(id, said));
  const byId = Object.fromEntries(all(before).map((one) => [one.branch, one]));
  return { month: month as MonthName, branches: all(branches), lacks, before: byId, yearAgo: {} };
}

/** What the one who closes has before their eyes. */
export const seen = (story: CityStory, month: string, said: MonthSaid, unit = 'city') =>
  previewOf(story.city, { month: month as MonthName, node: node(unit) }, gathered(month, said));

/** Looks, and closes what was seen. */
export function closes(
  story: CityStory,
  month: string,
  said: MonthSaid,
  { despite = null, unit = 'city' }: { despite?: string | null; unit?: string } = {},
): CityStory {
  const { sum } = seen(story, month, said, unit);
  const [y = 0, m = 0] = month.split('-').map(Number);
  const next = m === 12 ? `${y + 1}-01-03` : `${y}-${String(m + 1).padStart(2, '0')}-03`;
  return story
    .on(next)
    .with({ gathered: gathered(month, said) })
    .does({ type: 'month.close', month, node: unit, sum, despite });
}

/** Twelve branches, six a side, each side with all its posts held: `b1` waits least, `b12` most. */
export const twelve = (): CityStory => {
  TWELVE ??= built();
  return TWELVE;
};
let TWELVE: CityStory | null = null;

function built(): CityStory {
  let story = twoSides()
    .holds('east', 'president', 'east-p')
    .holds('east', 'vice', 'east-v')
    .holds('east', 'business', 'east-b')
    .holds('east-2', 'president', 'east2-p')
    .holds('east-2', 'vice', 'east2-v')
    .holds('west', 'president', 'west-p')
    .holds('west', 'vice', 'west-v')
    .holds('west', 'business', 'west-b');
  for (let i = 1; i <= 12; i++)
    story = story.opens(`n${i}`, 'outlet', i <= 6 ? 'east-2' : 'west').binds(`b${i}`, `n${i}`);
  return story;
}

export const inOrder = (from = 1, to = 12): Record<string, Said> =>
  Object.fromEntries(
    Array.from({ length: to - from + 1 }, (_, i) => [
      `b${from + i}`,
      { wait: 5 + i, satisfaction: 95 - i },
    ]),
  );
