import type { StaffId } from '../../ids.ts';
import { add, emptySums } from '../../visit/tally.ts';
import type { Ticket } from '../../visit/ticket.ts';
import type { CorrectedFigure } from './commands.ts';

/**
 * What the measures count of a ticket, milliseconds: its wait, or its last service. null where it
 * counts in no mean anyhow: nothing there can be corrected.
 */
export function figureOf(ticket: Ticket, what: CorrectedFigure): number | null {
  if (ticket.test) return null;
  const sums = emptySums();
  add(sums, ticket, []);
  return (what === 'wait' ? sums.waits.at(-1) : sums.services.at(-1)) ?? null;
}

/** Whose work it was: they correct nothing of their own by themselves. */
export const concernedIn = ({ legs }: Ticket): StaffId[] => [
  ...new Set(legs.flatMap(({ teller }) => teller ?? [])),
];
