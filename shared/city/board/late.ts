import type { LateHours } from '../../floor/notices/facts.ts';
import type { MonthName } from '../../ids.ts';
import type { DayRow } from '../../month/dayRow.ts';

/** A branch is told of its hours once more than this share of its waits was over orange. Ours. */
export const LATE_LINE = 0.1;
/** Below so many waits a month says nothing; below so many a half-hour is not named. Ours. */
const ENOUGH = 30;
const ENOUGH_IN_HOUR = 5;
/** Half-hours that are named. */
const WORST = 6;

/**
 * How many of a month's waits were over the orange line of their class, and in which half-hours, worst
 * first, by when customers came. Days whose rows were made by an older program say nothing of it.
 *
 * @returns null where too few waited to say anything
 */
export function lateHours(month: MonthName, rows: readonly DayRow[]): LateHours | null {
  const hours = new Map<string, { n: number; late: number }>();
  for (const slot of rows.flatMap((row) => row.slots)) {
    if (slot.late === undefined) continue;
    const sum = hours.get(slot.at) ?? { n: 0, late: 0 };
    hours.set(slot.at, { n: sum.n + slot.waits, late: sum.late + slot.late });
  }
  const all = [...hours].map(([at, sum]) => ({ at, ...sum }));
  const n = all.reduce((sum, hour) => sum + hour.n, 0);
  if (n < ENOUGH) return null;
  const worst = all
    .filter((hour) => hour.late > 0 && hour.n >= ENOUGH_IN_HOUR)
    .sort((a, b) => b.late / b.n - a.late / a.n || b.late - a.late || (a.at < b.at ? -1 : 1));
  return {
    ...{ month, n, late: all.reduce((sum, hour) => sum + hour.late, 0), line: LATE_LINE },
    hours: worst.slice(0, WORST),
  };
}

export const isOverLine = ({ n, late, line }: LateHours) => late > line * n;
