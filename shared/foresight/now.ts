import { type CounterId, ordinalOf, type ServiceId, type TicketId } from '../ids.ts';
import type { CustomerClass } from '../settings.ts';
import { canServe, counterOf, ticketOf, type Visit, withCounter } from '../visit/state.ts';
import type { Ticket } from '../visit/ticket.ts';
import type { Wait } from './expectation.ts';
import { type Features, featuresOf } from './features.ts';
import { type Asked, type Foresight, foretell, rangeAround } from './foretell.ts';

/** A moment of a live branch, from which it is foreseen. */
export interface Now {
  readonly known: Foresight;
  readonly visit: Visit;
  readonly at: number;
}

/** Asked of a live hub: our own rule says who goes first, and whoever asks twice hears the same. */
export const askedOf = (
  { visit, at }: Pick<Now, 'visit' | 'at'>,
  { service, class: cls }: Pick<Asked, 'service' | 'class'>,
): Asked => ({ service, class: cls, at, rule: 'ours', seed: visit.tickets.size + 1 });

/** The wait of whoever would take a number now; null: nothing that could be believed. */
export function newcomer(now: Now, service: ServiceId, cls: CustomerClass): Wait | null {
  if (!now.visit.day?.open) return null;
  return foretell(now.known, now.visit, askedOf(now, { service, class: cls }));
}

/** The same, were that counter open too. */
export function newcomerWith(now: Now, counter: CounterId, service: ServiceId): Wait | null {
  const open = { situation: { is: 'open' }, freeSince: now.at } as const;
  return newcomer({ ...now, visit: withCounter(now.visit, counter, open) }, service, 'ordinary');
}

/** A counter that is not open and could serve ordinary customers of this service. */
export function counterToOpen(visit: Visit, service: ServiceId): CounterId | null {
  const kind = { service, class: 'ordinary' } as const;
  const counter = visit.settings.counters.find(
    (k) => counterOf(visit, k.id).situation.is !== 'open' && canServe(k, kind),
  );
  return counter?.id ?? null;
}

/** How long one who waits may still have to. */
export function stillToWait(now: Now, id: TicketId): Wait | null {
  const ticket = ticketOf(now.visit, id);
  if (ticket?.situation.is !== 'waiting') return null;
  const features = featuresOf(now.known.learned, now.visit, {
    ...askedOf(now, ticket),
    // The futures it was told from, so that the figure moves with the line and not with chance.
    seed: ordinalOf(id),
    waiting: ticket,
  });
  return features && sinceTold(now.known, ticket, features);
}

/**
 * What was said when the number was taken, less by as much as the simulated queue has become shorter
 * since: so the figure on the phone begins as the kiosk's, and ends with the line.
 */
function sinceTold(known: Foresight, ticket: Ticket, now: Features): Wait {
  const simulated = (now.mean + now.median) / 2;
  const told = known.told[ticket.id];
  if (!told) return rangeAround(known, ticket.class, simulated, now.ahead);
  const then = (told.features.mean + told.features.median) / 2;
  const off = (told.mid + MINUTE) / (then + MINUTE);
  return rangeAround(known, ticket.class, simulated * off, now.ahead);
}

const MINUTE = 60;
