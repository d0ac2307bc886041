import type { MonthFigures } from '../../month/contender.ts';

type Totalled = Pick<MonthFigures, 'items' | 'total'>;

/** Scores that differ by less differ by rounding. */
const SAME = 1e-9;

/**
 * Places in the ranking of six-item totals, high is good; equals share a place. Only totals that are made
 * of the same items can be compared: whoever lacks one that others have, or has too small a sample in
 * one, is not placed. Ours; the total itself is shown either way.
 */
export function totalPlaces(branches: readonly Totalled[]): (number | null)[] {
  const wanted = new Set(
    branches.flatMap(({ items }) => items.filter(({ score }) => score !== null).map((i) => i.item)),
  );
  const counted = branches.map(({ items, total }) =>
    items.every((one) => !wanted.has(one.item) || one.sample === 'enough') ? total.score : null,
  );
  return counted.map((own) =>
    own === null
      ? null
      : 1 + counted.filter((other) => other !== null && other > own + SAME).length,
  );
}
