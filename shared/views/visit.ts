import { aheadOf } from '../foresight/ahead.ts';
import type { Expectation, Foreseen } from '../foresight/expectation.ts';
import type { TicketId } from '../ids.ts';
import type { Lobby } from '../lobby.ts';
import type { Text } from '../settings.ts';
import { callsSince } from '../visit/calls.ts';
import { inTime, mayComeBack } from '../visit/issue.ts';
import { mayRateByPhone } from '../visit/phone.ts';
import { ticketOf, type Visit } from '../visit/state.ts';
import { type RatingLevel, type Ticket, waitedAt } from '../visit/ticket.ts';

/**
 * 我的号票: what one customer's own phone is told. Of others it learns no more than how many are
 * before it; of the hub nothing else.
 */
export interface VisitView {
  readonly branch: Text;
  readonly number: string;
  readonly service: Text;
  /** Hub time, milliseconds; a command's id is made from it. */
  readonly at: number;
  readonly stage: VisitStage;
}

export type VisitStage =
  /** `done`: share of the whole wait that is over, 0…1, in hundredths; null: nobody knows. */
  | (Expectation & { readonly is: 'waiting'; readonly back: boolean; readonly done: number | null })
  | { readonly is: 'called'; readonly counter: Text; readonly times: number }
  | { readonly is: 'serving'; readonly counter: Text | null }
  | { readonly is: 'held' }
  /** `left`: calls within which one goes next; after them `places` behind, or else a new ticket. */
  | {
      readonly is: 'missed';
      readonly how: 'next' | 'behind' | 'new';
      readonly left: number;
      readonly places: number;
    }
  | { readonly is: 'done'; readonly mayRate: boolean; readonly given: RatingLevel | null }
  | { readonly is: 'abandoned' }
  | { readonly is: 'replaced'; readonly by: string }
  | { readonly is: 'dayOver' };

/** null: no such ticket today. */
export function visitView(
  { visit }: Lobby,
  id: TicketId,
  at: number,
  foreseen: Foreseen,
): VisitView | null {
  const ticket = ticketOf(visit, id);
  const { settings } = visit;
  const service = settings.services.find((s) => s.id === ticket?.service);
  if (!ticket || !service) return null;
  const stage = visit.day?.open ? stageOf(visit, ticket) : ({ is: 'dayOver' } as const);
  const { name: branch } = settings.branch;
  const shown = { branch, number: ticket.number, service: service.name, at };
  if (stage.is !== 'waiting') return { ...shown, stage };
  const wait = foreseen.waitOf(id);
  const so = waitedAt(ticket, at) / 1000;
  const done = wait && Math.round((100 * so) / Math.max(1, so + wait.mid)) / 100;
  return { ...shown, stage: { ...stage, ahead: aheadOf(visit, ticket, at), wait, done } };
}

type Stage =
  | Exclude<VisitStage, { is: 'waiting' }>
  | { readonly is: 'waiting'; readonly back: boolean };

function stageOf(visit: Visit, ticket: Ticket): Stage {
  const { situation } = ticket;
  switch (situation.is) {
    case 'waiting':
      return { is: 'waiting', back: situation.back !== null };
    case 'called':
      return { is: 'called', counter: nameOf(visit, situation.counter), times: situation.times };
    case 'serving': {
      const { counter } = situation;
      return { is: 'serving', counter: counter && nameOf(visit, counter) };
    }
    case 'missed':
      return missedStage(visit, ticket, situation.call);
    case 'done':
      return {
        is: 'done',
        mayRate: mayRateByPhone(visit, ticket),
        given: ticket.phone?.level ?? null,
      };
    case 'replaced':
      return { is: 'replaced', by: ticketOf(visit, situation.by)?.number ?? '' };
    case 'abandoned':
    case 'held':
      return { is: situation.is };
  }
}

const nameOf = (visit: Visit, id: string): Text =>
  visit.settings.counters.find((k) => k.id === id)?.name ?? { zh: id, en: id };

function missedStage(visit: Visit, ticket: Ticket, call: number): Stage {
  const { comeBackWithinCalls: within, putBackPlaces: places } = visit.settings.rules;
  const left = Math.max(0, within - callsSince(visit, ticket, call, within));
  const how = inTime(visit, ticket) ? 'next' : mayComeBack(visit, ticket) ? 'behind' : 'new';
  return { is: 'missed', how, left, places };
}
