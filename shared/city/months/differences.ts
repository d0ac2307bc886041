import type { BranchId } from '../../ids.ts';
import { ITEMS, type Item } from '../../month/items.ts';
import { RANKINGS, type Ranking } from '../../month/ranking.ts';
import type { Frozen } from './figures.ts';

/** One thing that the books now say otherwise than a closing does. */
export interface Difference {
  readonly branch: BranchId;
  readonly what: Ranking | `${'place' | 'n'}.${Ranking}` | Item | 'total' | 'place' | 'totalPlace';
  /** null: nothing, or not placed. */
  readonly before: number | null;
  readonly after: number | null;
}

type Valued = readonly [what: Difference['what'], value: number | null];

/** Whatever a circular says of a branch. */
function sayings(one: Frozen | undefined): Valued[] {
  const figures = RANKINGS.flatMap((ranking): Valued[] => [
    [ranking, one?.figures[ranking].value ?? null],
    [`n.${ranking}`, one?.figures[ranking].n ?? null],
    [`place.${ranking}`, one?.places[ranking] ?? null],
  ]);
  const items = ITEMS.map((item): Valued => {
    return [item, one?.items.find((own) => own.item === item)?.value ?? null];
  });
  return [
    ...figures,
    ...items,
    ['total', one?.total.score ?? null],
    ['place', one?.place ?? null],
    ['totalPlace', one?.totalPlace ?? null],
  ];
}

/** What came later than a closing, or was corrected since: branch by branch, both figures. */
export function differencesIn(before: readonly Frozen[], after: readonly Frozen[]): Difference[] {
  const ids = new Set([...before, ...after].map(({ branch }) => branch));
  return [...ids].sort().flatMap((branch) => {
    const then = sayings(before.find((one) => one.branch === branch));
    const now = new Map(sayings(after.find((one) => one.branch === branch)));
    return then.flatMap(([what, value]): Difference[] => {
      const other = now.get(what) ?? null;
      return same(value, other) ? [] : [{ branch, what, before: value, after: other }];
    });
  });
}

/** The same figures summed in another order differ by rounding. */
const same = (a: number | null, b: number | null) =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a)));
