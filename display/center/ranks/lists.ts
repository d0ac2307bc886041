import type { Frozen } from '../../../shared/city/months/figures.ts';
import type { TrendPoint } from '../../../shared/city/views/month.ts';
import { RANKINGS, type Ranking } from '../../../shared/month/ranking.ts';
import { type Figure, points } from '../../../shared/reports/cells.ts';
import { rankedValue } from '../../../shared/reports/sheetTables.ts';
import { words } from '../../../shared/screen/language.ts';
import { cityMonth } from '../../../shared/words/cityMonth.ts';
import { definitions } from '../../../shared/words/definitions.ts';

/** The six lists: four rankings between the combined one and that of the totals. */
export const LISTS = ['combined', ...RANKINGS, 'total'] as const;
export type ListName = (typeof LISTS)[number];

export const isList = (name = ''): name is ListName => (LISTS as readonly string[]).includes(name);

/** One branch's line in a list. */
export interface Listed {
  readonly place: number | null;
  readonly value: Figure;
  readonly n: number | null;
  readonly isShort: boolean;
  readonly before: Figure | null;
  readonly yearAgo: Figure | null;
  /** In the combined list, places; else the figure's own. */
  readonly trend: readonly (number | null)[];
  /** What is good: waits and places are best low. */
  readonly isLowGood: boolean;
}

export function listed(list: ListName, one: Frozen, trend: readonly TrendPoint[]): Listed {
  if (list === 'combined') return combined(one, trend);
  if (list === 'total') return total(one, trend);
  return ranked(list, one, trend);
}

const place = (n: number | null | undefined): Figure => ({ n: n ?? null, as: 'count' });

function combined(one: Frozen, trend: readonly TrendPoint[]): Listed {
  return {
    place: one.place,
    value: { n: one.mean, as: 'points' },
    ...{ n: null, isShort: one.place === null, isLowGood: true },
    before: one.before && place(one.before.place),
    yearAgo: one.yearAgo && place(one.yearAgo.place),
    trend: [...trend.map((point) => point.place), one.place],
  };
}

function total(one: Frozen, trend: readonly TrendPoint[]): Listed {
  const { score, weight, of } = one.total;
  return {
    ...{ place: one.totalPlace, value: points(score), n: null, isLowGood: false },
    isShort: one.totalPlace === null && weight < of,
    before: one.before && points(one.before.total),
    yearAgo: one.yearAgo && points(one.yearAgo.total),
    trend: [...trend.map((point) => point.total), score],
  };
}

function ranked(list: Ranking, one: Frozen, trend: readonly TrendPoint[]): Listed {
  const { value, n } = one.figures[list];
  const figure = (of: number | null | undefined) =>
    rankedValue({ measure: list, value: of ?? null });
  return {
    ...{ place: one.places[list], value: figure(value), n, isLowGood: list === 'averageWait' },
    isShort: one.places[list] === null,
    before: one.before && figure(one.before.figures[list]),
    yearAgo: one.yearAgo && figure(one.yearAgo.figures[list]),
    trend: [...trend.map(({ figures }) => figures[list] ?? null), value],
  };
}

/** Best first; whoever has no place stands last. */
export const byPlace = (list: ListName) => (a: Frozen, b: Frozen) => {
  const of = (one: Frozen) => listed(list, one, []).place ?? Number.POSITIVE_INFINITY;
  return of(a) - of(b) || (a.branch < b.branch ? -1 : 1);
};

/** What a list's figure is, in one sentence. */
export function definitionOf(list: ListName): string {
  const { measures } = words(definitions);
  if (list === 'averageWait') return measures.average;
  if (list === 'invitationRate') return measures.invitation;
  if (list === 'combined' || list === 'total') return words(cityMonth).means[list];
  return measures.satisfaction(POINTS);
}

/** DOMAIN’s points; a branch with others says so in its own report. */
const POINTS = { verySatisfied: 100, satisfied: 85, fair: 60, dissatisfied: 0 };
