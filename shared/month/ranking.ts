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
  const lists = ofEach((ranking) => listOf(contenders, ranking, samples[ranking]));
  const standings = contenders.map((contender) => standingOf(contender, lists, samples));
  const byMean = standings.flatMap(meanOf).sort((a, b) => a.mean - b.mean);
  const ranked = byMean.length;
  const edge = Math.min(most, Math.floor(ranked / 2));
  return standings
    .map((one) => withPlace(one, byMean, edge))
    .sort((a, b) => (a.place ?? ranked + 1) - (b.place ?? ranked + 1) || byId(a, b));
}

/** One of each ranking. Written out: of a thousand branches, built by entries it is most of the work. */
const ofEach = <T>(of: (ranking: Ranking) => T): Record<Ranking, T> => ({
  averageWait: of('averageWait'),
  satisfaction: of('satisfaction'),
  premiumSatisfaction: of('premiumSatisfaction'),
  invitationRate: of('invitationRate'),
});

/** What the figures of one ranking that count are worth, the lowest first. */
type List = Float64Array;

function listOf(
  contenders: readonly Pick<Contender, 'figures'>[],
  ranking: Ranking,
  least: number,
): List {
  const list = new Float64Array(contenders.length);
  let length = 0;
  for (const { figures } of contenders) {
    const worth = worthOf(figures[ranking], ranking, least);
    if (worth !== null) list[length++] = worth;
  }
  return list.subarray(0, length).sort();
}

/** What a figure is worth in a ranking, or null: there is none, or too little behind it. */
function worthOf({ value, n }: Figure, ranking: Ranking, least: number): number | null {
  if (value === null || n < least) return null;
  // Of waits the low ones are good.
  return ranking === 'averageWait' ? -value : value;
}

/** From 1: so many are worth more, and one. */
function placeIn(list: List, worth: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) <= worth) low = middle + 1;
    else high = middle;
  }
  return list.length - low + 1;
}

/** As it stands before it is placed among the others. */
function standingOf<Id extends string>(
  { branch, figures }: Contender<Id>,
  lists: Record<Ranking, List>,
  samples: Samples,
): Standing<Id> {
  const rankings = ofEach((ranking): Placed => {
    const own = worthOf(figures[ranking], ranking, samples[ranking]);
    const place = own === null ? null : placeIn(lists[ranking], own);
    // Not spread: a key that is new to what was spread takes ten times as long.
    return Object.assign({}, figures[ranking], { place });
  });
  const short = RANKINGS.filter((ranking) => rankings[ranking].place === null);
  const mean = short.length > 1 ? null : meanPlace(rankings, lists);
  return { branch, rankings, short, mean, place: null, group: null };
}

function meanPlace(rankings: Standing['rankings'], lists: Record<Ranking, List>): number {
  let [sum, relative, known] = [0, 0, 0];
  for (const ranking of RANKINGS) {
    const { place } = rankings[ranking];
    if (place === null) continue;
    relative += place / lists[ranking].length;
    known++;
  }
  for (const ranking of RANKINGS) {
    // Where nobody has the sample, the length of the others' lists is the only measure there is.
    const { place } = rankings[ranking];
    sum += place ?? (relative / known) * (lists[ranking].length || lengthOf(lists));
  }
  return sum / RANKINGS.length;
}

const lengthOf = (lists: Record<Ranking, List>) =>
  Math.max(...RANKINGS.map((ranking) => lists[ranking].length));

/** What decides between two branches: the lower mean place; between equals the higher satisfaction. */
interface Ahead {
  readonly mean: number;
  readonly satisfied: number;
}

const meanOf = ({ mean, rankings }: Standing<string>): Ahead[] =>
  mean === null
    ? []
    : [{ mean, satisfied: rankings.satisfaction.value ?? Number.NEGATIVE_INFINITY }];

function withPlace<Id extends string>(
  one: Standing<Id>,
  byMean: readonly Ahead[],
  edge: number,
): Standing<Id> {
  const [own] = meanOf(one);
  if (!own) return one;
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

const byId = (a: Standing<string>, b: Standing<string>) => (a.branch < b.branch ? -1 : 1);
