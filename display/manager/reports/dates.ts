import { localTime } from '../../../shared/calendar.ts';
import { type Period, periodAt } from '../../../shared/month/periods.ts';
import type { Branch } from '../../../shared/views/parts.ts';

/** The month on the branch's wall; null before the hub's time is known. */
export function thisMonth({ timeZone, offset }: Branch, now: number): Period | null {
  return now > 0 ? periodAt('month', localTime(timeZone, now + offset).date) : null;
}
