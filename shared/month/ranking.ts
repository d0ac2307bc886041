import type { BranchId } from '../ids.ts';

/** 四项排名: the rankings of a month over all branches, in the circular's order. */
export const RANKINGS = [
  'averageWait',
  'satisfaction',
  'premiumSatisfaction',
  'invitationRate',
] as const;
export type Ranking = (typeof RANKINGS)[number];

/** A figure with the number of tickets, ratings or services it stands on. */
export interface Figure {
  /** null where there was nothing to measure. */
  readonly value: number | null;
  readonly n: number;
}

/** What a branch is ranked by; units above branches are ranked like them, by their own ids. */
export interface Contender<Id extends string = BranchId> {
  readonly branch: Id;
  readonly figures: Readonly<Record<Ranking, Figure>>;
}

/** What a figure must stand on to be ranked. */
export type Samples = Readonly<Record<Ranking, number>>;

export interface Placed extends Figure {
  /** From 1; equal figures share a place, and the next one counts them all. Null: 样本不足. */
  readonly place: number | null;
}

export interface Standing<Id extends string = BranchId> {
  readonly branch: Id;
  readonly rankings: Readonly<Record<Ranking, Placed>>;
  /** Mean of the four places; one that is missing stands at the mean relative place of the others. */
  readonly mean: number | null;
  /** Place in the combined ranking; null for a branch short of the sample in two rankings or more. */
  readonly place: number | null;
  /** Which rankings it had too small a sample for. */
  readonly short: readonly Ranking[];
  readonly group: 'top' | 'bottom' | null;
}

/** At most so many are rewarded, and as many fined, unless the rules say otherwise. */
const EDGE = 5;

/**
 * 综合排名: ranks the branches of one city. The best come first, those not ranked last, and equals by
 * their ids, so that the same figures always give the same list.
 */
export function rank<Id extends string>(
  contenders: readonly Contender<Id>[],
  samples: Samples,
  most = EDGE,
): Standing<Id>[] {
  const lists = Object.fromEntries(
    RANKINGS.map((ranking) => [ranking, listOf(contenders, ranking, samples[ranking])]),
  ) as Record<Ranking, List>;
  const standings = contenders.map((contender) => standingOf(contender, lists, samples));
  const byMean = standings.flatMap(meanOf).sort((a, b) => a.mean - b.mean);
  const ranked = byMean.length;
  const edge = Math.min(most, Math.floor(ranked / 2));
  return standings
    .map((one) => withPlace(one, byMean, edge))
    .sort((a, b) => (a.place ?? ranked + 1) - (b.place ?? ranked + 1) || byId(a, b));
}

/** The figures of one ranking that count: how many, and each one's place. */
interface List {
  readonly length: number;
  readonly places: ReadonlyMap<number, number>;
}

function listOf(
  contenders: readonly Pick<Contender, 'figures'>[],
  ranking: Ranking,
  least: number,
): List {
  const counted = contenders.flatMap(
    ({ figures }) => counts(figures[ranking], ranking, least) ?? [],
  );
  counted.sort((a, b) => b - a);
  const places = new Map<number, number>();
  for (const [i, value] of counted.entries()) if (!places.has(value)) places.set(value, i + 1);
  return { length: counted.length, places };
}

/** What a figure is worth in a ranking, or null: there is none, or too little behind it. */
const counts = ({ value, n }: Figure, ranking: Ranking, least: number) =>
  value === null || n < least ? null : worth(ranking, value);

/** Of waits the low ones are good. */
const worth = (ranking: Ranking, value: number) => (ranking === 'averageWait' ? -value : value);

type Unplaced<Id extends string = string> = Omit<Standing<Id>, 'place' | 'group'>;

function standingOf<Id extends string>(
  { branch, figures }: Contender<Id>,
  lists: Record<Ranking, List>,
  samples: Samples,
): Unplaced<Id> {
  const placed = (ranking: Ranking): Placed => {
    const own = counts(figures[ranking], ranking, samples[ranking]);
    return {
      ...figures[ranking],
      place: own === null ? null : (lists[ranking].places.get(own) ?? null),
    };
  };
  const rankings = Object.fromEntries(
    RANKINGS.map((ranking) => [ranking, placed(ranking)]),
  ) as Record<Ranking, Placed>;
  const short = RANKINGS.filter((ranking) => rankings[ranking].place === null);
  return { branch, rankings, short, mean: short.length > 1 ? null : meanPlace(rankings, lists) };
}

function meanPlace(rankings: Standing['rankings'], lists: Record<Ranking, List>): number {
  const known = RANKINGS.flatMap((ranking) => {
    const { place } = rankings[ranking];
    return place === null ? [] : [{ place, relative: place / lists[ranking].length }];
  });
  const relative = known.reduce((sum, one) => sum + one.relative, 0) / known.length;
  const places = RANKINGS.map((ranking) => {
    const { place } = rankings[ranking];
    // Where nobody has the sample, the length of the others' lists is the only measure there is.
    return place ?? relative * (lists[ranking].length || lengthOf(lists));
  });
  return places.reduce((sum, place) => sum + place, 0) / places.length;
}

const lengthOf = (lists: Record<Ranking, List>) =>
  Math.max(...RANKINGS.map((ranking) => lists[ranking].length));

/** What decides between two branches: the lower mean place; between equals the higher satisfaction. */
interface Ahead {
  readonly mean: number;
  readonly satisfied: number;
}

const meanOf = ({ mean, rankings }: Unplaced): Ahead[] =>
  mean === null
    ? []
    : [{ mean, satisfied: rankings.satisfaction.value ?? Number.NEGATIVE_INFINITY }];

function withPlace<Id extends string>(
  one: Unplaced<Id>,
  byMean: readonly Ahead[],
  edge: number,
): Standing<Id> {
  const [own] = meanOf(one);
  if (!own) return { ...one, place: null, group: null };
  const place = 1 + betterThan(own, byMean);
  return { ...one, place, group: groupOf(place, byMean.length, edge) };
}

/** How many are better: all of a lower mean, and of its equals those of a higher satisfaction. */
function betterThan({ mean, satisfied }: Ahead, byMean: readonly Ahead[]): number {
  const first = firstFrom(mean - SAME, byMean);
  let better = first;
  for (let i = first; i < byMean.length; i++) {
    const other = byMean[i];
    if (!other || other.mean > mean + SAME) break;
    if (other.satisfied > satisfied) better++;
  }
  return better;
}

function firstFrom(least: number, byMean: readonly Ahead[]): number {
  let [low, high] = [0, byMean.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((byMean[middle]?.mean ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Equals across the edge are all rewarded, and none of them is fined: ours. */
function groupOf(place: number, ranked: number, edge: number): Standing['group'] {
  if (place <= edge) return 'top';
  return place > ranked - edge ? 'bottom' : null;
}

/** Means of places that differ by less differ by rounding. */
const SAME = 1e-9;

const byId = (a: Unplaced, b: Unplaced) => (a.branch < b.branch ? -1 : 1);
