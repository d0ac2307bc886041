import { businessDateAt, dayAfter, wallOf } from '../../../shared/calendar.ts';
import type { BusinessDate } from '../../../shared/ids.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { Row } from './row.ts';

/** When a business day begins; a replayed log's local times are read as UTC. */
export const beginOf = ({ branch, rules }: Settings, date: BusinessDate): number =>
  wallOf(branch.timeZone, date, rules.dayEnds);

export const closeOf = (settings: Settings, date: BusinessDate): number =>
  beginOf(settings, dayAfter(date));

/** Rows by the business day of their arrival, earliest day first. */
export function byDay(settings: Settings, rows: readonly Row[]): [BusinessDate, Row[]][] {
  const days = new Map<BusinessDate, Row[]>();
  for (const row of rows) {
    const date = businessDateAt(settings, row.arrive);
    const own = days.get(date);
    if (own) own.push(row);
    else days.set(date, [row]);
  }
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1));
}
