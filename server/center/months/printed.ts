import type { City } from '../../../shared/city/city.ts';
import type { NodeId } from '../../../shared/city/ids.ts';
import { childrenOf, isUnder, lineOfBranch } from '../../../shared/city/levels/tree.ts';
import type { BranchMonth, Frozen, Gathered } from '../../../shared/city/months/figures.ts';
import { pooled } from '../../../shared/city/months/pooled.ts';
import { monthPeriod } from '../../../shared/city/months/preview.ts';
import { briefOf, reckoned, samplesOf } from '../../../shared/city/months/reckon.ts';
import { totalPlaces } from '../../../shared/city/months/totals.ts';
import type { InForce } from '../../../shared/city/rules/state.ts';
import { RANKINGS, rank } from '../../../shared/month/ranking.ts';

/** What `center rank --json` prints: durations in seconds, shares from 0 to 1, places from 1. */
export interface Printed {
  readonly month: string;
  readonly node: string | null;
  readonly rules: object;
  /** The closing it can be held against; null while the month is not closed. */
  readonly closed: object | null;
  readonly branches: readonly { readonly branch: string }[];
  readonly rankings: Readonly<Record<string, readonly object[]>>;
  /** Units right below against one another, by all their branches' tickets together. */
  readonly units: readonly object[];
}

export function printedMonth(
  city: City,
  node: NodeId | null,
  gathered: Gathered,
  inForce: InForce,
): Printed {
  const { month } = gathered;
  const { to } = monthPeriod(month);
  const { levels } = city;
  const isOurs = ({ branch }: BranchMonth) =>
    node === null || isUnder(lineOfBranch(levels, branch, to), node);
  const branches = reckoned({
    ...{ branches: gathered.branches.filter(isOurs), inForce, levels, to },
    before: (id) => (gathered.before[id] ? briefOf(gathered.before[id]) : null),
    yearAgo: (id) => (gathered.yearAgo[id] ? briefOf(gathered.yearAgo[id]) : null),
  });
  const { setBy, rules, measured } = inForce;
  const { signs: _, ...shown } = measured;
  return {
    ...{ month, node, rules: { ...shown, setBy, edge: rules.edge } },
    closed: closedAs(city, node, month),
    branches: branches.map(ofBranch),
    rankings: rankingsOf(branches, measured.version),
    units: node === null ? [] : unitsOf(city, node, { branches, inForce, to }),
  };
}

const closedAs = ({ months }: City, node: NodeId | null, month: string) => {
  const one = Object.values(months.closings).find((c) => c.node === node && c.month === month);
  if (!one) return null;
  const { id, at, by, version, corrections } = one;
  return { closing: id, at, by, version, corrections: corrections.length };
};

const ofBranch = ({ branch, name, days, opened, own, head, first, second }: Frozen) => ({
  ...{ branch, name, days, opened, ownRules: own, head, first, second },
});

function rankingsOf(branches: readonly Frozen[], version: string): Printed['rankings'] {
  const four = RANKINGS.map((ranking): [string, object[]] => [
    ranking,
    sorted(
      branches.map(({ branch, figures, places, before, yearAgo }) => ({
        ...{ place: places[ranking], branch, ...figures[ranking], version },
        lastMonth: before?.figures[ranking] ?? null,
        lastYear: yearAgo?.figures[ranking] ?? null,
      })),
    ),
  ]);
  const combined = branches.map(({ place, branch, mean, group, short }) => {
    return { place, branch, mean, group, short, version };
  });
  const totals = branches.map(({ branch, totalPlace: place, total, items, before, yearAgo }) => ({
    ...{ place, branch, ...total, version },
    items: items.map(({ item, value, n, score, weight, sample }) => {
      return { item, value, n, score, weight, sample };
    }),
    ...{ lastMonth: before?.total ?? null, lastYear: yearAgo?.total ?? null },
  }));
  return { ...Object.fromEntries(four), combined, totals: sorted(totals) };
}

/** Those that are not placed come last. */
const sorted = <T extends { place: number | null; branch: string }>(rows: T[]): T[] =>
  rows.sort(
    (a, b) =>
      (a.place ?? Number.POSITIVE_INFINITY) - (b.place ?? Number.POSITIVE_INFINITY) ||
      (a.branch < b.branch ? -1 : 1),
  );

function unitsOf(
  { levels }: City,
  node: NodeId,
  { branches, inForce, to }: { branches: readonly Frozen[]; inForce: InForce; to: string },
): object[] {
  const { measured, rules } = inForce;
  const units = childrenOf(levels, node, to).map(({ id }) => {
    const own = branches.filter(({ branch }) => isUnder(lineOfBranch(levels, branch, to), id));
    return { ...pooled(id, own, measured), of: own.length };
  });
  const totals = totalPlaces(units);
  const known = new Map(units.map((unit, i) => [unit.branch, { unit, total: totals[i] ?? null }]));
  return rank(units, samplesOf(measured), rules.edge).flatMap((standing) => {
    const found = known.get(standing.branch);
    if (!found) return [];
    const { branch: node, rankings, mean, place, group, short } = standing;
    const { total } = found.unit;
    return [
      {
        ...{ place, node, branches: found.unit.of, mean, group, short, rankings },
        ...{ total, totalPlace: found.total, version: measured.version },
      },
    ];
  });
}
