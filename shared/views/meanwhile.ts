import { isCutOff } from '../visit/lent.ts';
import { mayBeMeanwhile } from '../visit/meanwhile.ts';
import { rows } from '../visit/queue.ts';
import type { Visit } from '../visit/state.ts';
import { type Mark, markOf } from './parts.ts';

/** 断网期间: what the lobby manager has to put right after an outage. */
export interface MeanwhilePart {
  /** Waits that an outage fell into; some of these customers were served by voice, unrecorded. */
  readonly tickets: readonly (Mark & { readonly lent: boolean })[];
  /** A kiosk that lends numbers is not heard: what it gave out can be entered by hand. */
  readonly cutOff: boolean;
}

export const meanwhilePart = (visit: Visit): MeanwhilePart => ({
  tickets: rows(visit, [...visit.line, ...visit.held, ...visit.missed])
    .filter((ticket) => mayBeMeanwhile(visit, ticket))
    .map((ticket) => ({ ...markOf(visit, ticket), lent: ticket.by === 'lent' })),
  cutOff: Object.values(visit.loans).some(isCutOff),
});
