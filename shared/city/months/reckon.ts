import type { MonthFigures } from '../../month/contender.ts';
import { ITEMS } from '../../month/items.ts';
import { RANKINGS, type Ranking, rank, type Samples } from '../../month/ranking.ts';
import type { Rules } from '../../month/rules.ts';
import type { Levels } from '../levels/state.ts';
import { lineOfBranch, nearest } from '../levels/tree.ts';
import type { InForce } from '../rules/state.ts';
import type { BranchMonth, Brief, Frozen } from './figures.ts';
import { totalPlaces } from './totals.ts';

/** Waits and invitations stand on tickets, satisfaction on ratings. */
export const samplesOf = ({ minimumSample: { tickets, ratings } }: Rules): Samples => ({
  averageWait: tickets,
  satisfaction: ratings,
  premiumSatisfaction: ratings,
  invitationRate: tickets,
});

export interface Reckoning {
  readonly branches: readonly BranchMonth[];
  readonly inForce: InForce;
  readonly levels: Levels;
  /** The month's last day: who stands under whom. */
  readonly to: string;
  readonly before: (branch: string) => Brief | null;
  readonly yearAgo: (branch: string) => Brief | null;
}

/** The month's result: the five rankings, and that of totals, branch by branch, the best first. */
export function reckoned(of: Reckoning): Frozen[] {
  const { branches, inForce, levels, to } = of;
  const standings = rank(branches, samplesOf(inForce.measured), inForce.rules.edge);
  const totals = new Map(totalPlaces(branches).map((place, i) => [branches[i]?.branch, place]));
  return standings.flatMap(({ branch, rankings, mean, place, short, group }) => {
    const own = branches.find((one) => one.branch === branch);
    if (!own) return [];
    const line = lineOfBranch(levels, branch, to);
    const unit = (level: 'first' | 'second') => nearest(line, level)?.id ?? null;
    const places = Object.fromEntries(RANKINGS.map((r) => [r, rankings[r].place]));
    return {
      ...{ ...own, mean, place, short, group, totalPlace: totals.get(branch) ?? null },
      places: places as Record<Ranking, number | null>,
      ...{ first: unit('first'), second: unit('second') },
      ...{ before: of.before(branch), yearAgo: of.yearAgo(branch) },
    };
  });
}

/** What of a month stands beside another one's figures. */
export function briefOf(
  { figures, items, total }: MonthFigures,
  places: Pick<Brief, 'place' | 'totalPlace'> = { place: null, totalPlace: null },
): Brief {
  const itemValue = (item: string) => items.find((one) => one.item === item)?.value ?? null;
  return {
    figures: Object.fromEntries(RANKINGS.map((r) => [r, figures[r].value])) as Brief['figures'],
    items: Object.fromEntries(ITEMS.map((item) => [item, itemValue(item)])) as Brief['items'],
    ...{ total: total.score, place: places.place, totalPlace: places.totalPlace },
  };
}
