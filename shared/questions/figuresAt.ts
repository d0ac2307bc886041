import { measureByClass } from '../visit/measures.ts';
import { waiting } from '../visit/queue.ts';
import type { Visit } from '../visit/state.ts';
import { rowsOf } from '../visit/table.ts';
import { waitedAt } from '../visit/ticket.ts';
import type { HourFigures } from './usual.ts';

/** The same figures the panel showed then, by the same definitions. */
export function figuresAt(visit: Visit, at: number): HourFigures {
  const { points } = visit.settings.rating;
  const { classes, all } = measureByClass(rowsOf(visit.tickets), { over: [], points });
  const line = waiting(visit);
  return {
    waiting: line.length,
    longest: Math.round(Math.max(0, ...line.map((ticket) => waitedAt(ticket, at))) / 1000),
    ordinary: classes.ordinary?.wait.mean ?? null,
    premium: classes.premium?.wait.mean ?? null,
    satisfaction: all.rating.satisfaction,
    invitation: all.rating.invitationRate,
    abandoned: all.abandoned,
  };
}
