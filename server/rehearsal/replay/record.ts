import { type BusinessDate, type TicketId, ticketIdOf } from '../../../shared/ids.ts';
import type { Branch } from './branch.ts';
import { type Breach, breachOf } from './breaches.ts';
import { beginOf, byDay, closeOf } from './dates.ts';
import { factOf } from './facts.ts';
import type { Journal } from './journal.ts';
import { inLedger, momentsOf } from './moments.ts';
import type { Row } from './row.ts';

export type Breaches = Partial<Record<Breach, number>>;

/**
 * Puts one branch's log into a ledger of its own as observed facts, in the recorded order and
 * times, one file a business day.
 *
 * @param imported where a wait ends in another system's history, if it is that
 * @returns how often our own rules would have said no, by reason
 */
export async function record(
  rows: readonly Row[],
  branch: Branch,
  journal: Journal,
  imported?: 'call' | 'start',
): Promise<Breaches> {
  const { settings } = branch;
  const breaches: Breaches = {};
  for (const [date, own] of byDay(settings, rows)) {
    const first = journal.lobby.visit.day === null;
    await journal.turnTo(date);
    const at = beginOf(settings, date);
    if (first) journal.enter([{ type: 'settings.changed', at, settings }]);
    journal.enter([{ type: 'day.opened', at, date, ...(imported && { imported }) }]);
    for (const breach of await recordDay(own, date, branch, journal))
      breaches[breach] = (breaches[breach] ?? 0) + 1;
    // The last of the day's customers may still be there after its end.
    const closed = Math.max(closeOf(settings, date), journal.lobby.visit.lastAt);
    journal.enter([{ type: 'day.closed', at: closed, date, by: 'clock' }]);
  }
  await journal.flush();
  return breaches;
}

async function recordDay(
  rows: readonly Row[],
  date: BusinessDate,
  branch: Branch,
  journal: Journal,
): Promise<Breach[]> {
  const closes = closeOf(branch.settings, date);
  const moments = rows.flatMap((row, place) => momentsOf(row, place, closes)).sort(inLedger);
  const tickets = new Map<Row, TicketId>();
  const breaches: Breach[] = [];
  for (const moment of moments) {
    const id = tickets.get(moment.row) ?? ticketIdOf(date, tickets.size + 1);
    tickets.set(moment.row, id);
    const breach = breachOf(moment, id, journal.lobby, branch);
    if (breach) breaches.push(breach);
    journal.enter([factOf(moment, id, branch)]);
    await journal.room();
  }
  return breaches;
}
