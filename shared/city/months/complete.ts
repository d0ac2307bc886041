import { businessDateAt, dayAfter, dayBefore, spanOf } from '../../calendar.ts';
import type { BusinessDate } from '../../ids.ts';
import type { Visit } from '../../visit/state.ts';

/**
 * The last business day of which nothing more can come: closed, or gone past; and the days off behind it.
 *
 * @param at hub time of the last entry that is held
 * @returns null before the first day was closed
 */
export function completeThrough({ day, settings, offset }: Visit, at: number): BusinessDate | null {
  if (!day) return null;
  const now = businessDateAt(settings, at + offset);
  const isPast = !day.open && now > day.date;
  let through = isPast ? dayBefore(now) : day.open ? dayBefore(day.date) : day.date;
  const { hours } = settings;
  // Nobody opens a day off: what lies behind it cannot be waited for.
  for (let off = 0; hours && off < 31 && !day.open; off++) {
    if (spanOf(hours, dayAfter(through)) !== null) break;
    through = dayAfter(through);
  }
  return through;
}
