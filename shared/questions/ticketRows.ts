import { localTime } from '../calendar.ts';
import { rowsOf } from '../visit/table.ts';
import { lastLeg, type Ticket } from '../visit/ticket.ts';
import type { KeptDay } from './keptDay.ts';

const COLUMNS = 'id,number,branch,class,service,server,queued,arrive,start,end,outcome';

/**
 * A day's tickets as CSV, in the columns that `npm run replay` reads; times are the branch's own wall
 * clock, without a zone. Tests are left out, and so is whoever still waits: nothing became of it yet.
 * No cell needs quoting: ids and numbers hold no comma.
 */
export function ticketRows({ visit }: KeptDay): string {
  const { timeZone, id: branch } = visit.settings.branch;
  const wall = (at: number | null) => {
    if (at === null) return '';
    const { date, time } = localTime(timeZone, at + visit.offset);
    const rest = String(Math.floor((at + visit.offset) / 1000) % 60).padStart(2, '0');
    return `${date}T${time}:${rest}`;
  };
  const rows = [...rowsOf(visit.tickets)].flatMap((ticket) => {
    const outcome = outcomeOf(ticket);
    if (ticket.test || !outcome) return [];
    const [first, last] = [ticket.legs[0], lastLeg(ticket)];
    const isServed = outcome === 'served';
    return [
      [
        ...[ticket.id, ticket.number, branch, ticket.class, ticket.service],
        ...[isServed ? (first?.counter ?? '') : '', ticket.queued ? '1' : '0'],
        ...[wall(ticket.firstAt), isServed ? wall(first?.startedAt ?? null) : ''],
        ...[isServed ? wall(last?.endedAt ?? null) : '', outcome],
      ].join(','),
    ];
  });
  return `${[COLUMNS, ...rows].join('\r\n')}\r\n`;
}

/** What the log's columns can say became of it; null: nothing yet, or nothing of its own. */
function outcomeOf({ situation, legs }: Ticket): 'served' | 'abandoned' | null {
  if (legs.length > 0)
    return situation.is === 'done' || situation.is === 'serving' ? 'served' : null;
  return situation.is === 'abandoned' ? 'abandoned' : null;
}
