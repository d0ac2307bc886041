import { businessDateAt } from '../calendar.ts';
import type { Care } from '../care/state.ts';
import { dateAt } from '../care/today.ts';
import type { BusinessDate } from '../ids.ts';
import type { Visit } from '../visit/state.ts';
import type { ComplaintDay } from './records.ts';

/** What a business day says of complaints and early warnings; null where there were none. */
export function complaintsOn(care: Care, visit: Visit, date: BusinessDate): ComplaintDay | null {
  const { orders } = care.complaints;
  const { all } = care.warnings;
  if (orders.length === 0 && all.length === 0) return null;
  const isToday = (at: number) => businessDateAt(visit.settings, at + visit.offset) === date;
  const ended = orders.filter(({ end }) => end && isToday(end.at));
  const over = all.filter(({ end }) => end && isToday(end.at));
  return {
    received: orders
      .filter(({ openedAt }) => isToday(openedAt))
      .map(({ cause, channel }) => ({ cause, channel })),
    closed: ended.flatMap(({ end, cause, stands: contained, receivedOn, due }) => {
      if (end?.is !== 'closed') return [];
      const on = dateAt(visit, end.at);
      const days = Math.round((Date.parse(on) - Date.parse(receivedOn)) / 86_400_000);
      return [{ cause, contained, root: end.root, days, late: on > due }];
    }),
    withdrawn: ended.filter(({ end }) => end?.is === 'withdrawn').length,
    open: orders.filter(({ end }) => !end).length,
    warnings: {
      raised: all.filter(({ at }) => isToday(at)).length,
      ended: over.filter(({ end }) => end?.is === 'closed').length,
      turned: over.filter(({ end }) => end?.is === 'turned').length,
    },
  };
}
