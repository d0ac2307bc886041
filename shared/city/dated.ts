import type { BusinessDate } from '../ids.ts';

/** What holds from a date on, until the next one of its list. */
export interface Dated<T> {
  readonly from: BusinessDate;
  readonly is: T;
}

/** In the order of their dates; a second word for one date takes the first one's place. */
export function withDated<T>(
  list: readonly Dated<T>[],
  from: BusinessDate,
  is: T,
): readonly Dated<T>[] {
  const others = list.filter((one) => one.from !== from);
  return [...others, { from, is }].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** What held on a date; undefined before the first. */
export const heldOn = <T>(list: readonly Dated<T>[], date: string): T | undefined =>
  list.findLast(({ from }) => from <= date)?.is;
