import { businessDateAt } from '../../../shared/calendar.ts';
import type { BusinessDate } from '../../../shared/ids.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { Row } from './row.ts';

const DAY = 24 * 60 * 60 * 1000;

/** When a log's business day begins; its local times are read as UTC. */
export const beginOf = (settings: Settings, date: BusinessDate): number =>
  Date.parse(`${date}T${settings.rules.dayEnds}:00Z`);

export const closeOf = (settings: Settings, date: BusinessDate): number =>
  beginOf(settings, date) + DAY;

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
