import type { TicketId } from '../../../shared/ids.ts';
import { unreachable } from '../../../shared/result.ts';
import type { CustomerClass } from '../../../shared/settings.ts';
import type { CommandOf } from '../../../shared/visit/commands.ts';
import type { ObservedFact } from '../../../shared/visit/facts.ts';
import type { Branch } from './branch.ts';
import type { Moment } from './moments.ts';
import type { Row } from './row.ts';

/** What the log saw, as a fact that a live hub has no command for. */
export function factOf({ at, is, row }: Moment, ticket: TicketId, branch: Branch): ObservedFact {
  switch (is) {
    case 'issued':
      return {
        ...{ type: 'observed.issued', at, ticket, number: row.id },
        ...{ service: branch.serviceOf(row), class: row.class, queued: row.queued },
      };
    case 'started':
      return { type: 'observed.started', at, ticket, counter: branch.counterOf(row) };
    case 'ended': {
      const ended = { type: 'observed.ended', at, ticket, how: endOf(row) } as const;
      return row.end === null ? { ...ended, untimed: true } : ended;
    }
    case 'left':
      return {
        ...{ type: 'observed.left', at, ticket },
        why: row.outcome === 'not_called' ? 'unknown' : 'left',
      };
    default:
      return unreachable(is);
  }
}

function endOf({ outcome }: Row): 'done' | 'noshow' | 'unknown' {
  if (outcome === 'served') return 'done';
  return outcome === 'noshow' ? 'noshow' : 'unknown';
}

/** What a live hub would have been asked for a customer who came. */
export function issueOf(row: Row, branch: Branch): CommandOf<'ticket.issue'> {
  return {
    ...{ type: 'ticket.issue', by: 'hand', service: branch.serviceOf(row), class: classOf(row) },
    ...(row.class === 'care' && { reason: 'other' }),
  };
}

/** Nobody's class is unrecorded where somebody is there to see: such a one is ordinary. */
export const classOf = (row: Row): CustomerClass =>
  row.class === 'unrecorded' ? 'ordinary' : row.class;
