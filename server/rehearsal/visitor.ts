import type { TicketId } from '../../shared/ids.ts';
import { lineOf } from '../../shared/settings.ts';
import { ticketOf } from '../../shared/visit/state.ts';
import { lastLeg, type RatingLevel, type Ticket, waitedIn } from '../../shared/visit/ticket.ts';
import type { Cast } from './cast.ts';
import type { Customer } from './customer.ts';
import { press, type Script, wait } from './script.ts';

/** Comes, takes a number, waits; and leaves when patience runs out. */
export function* visits(customer: Customer, cast: Cast): Script {
  yield* wait(customer.comes - cast.stage.now());
  const ticket = yield* takes(customer, cast);
  if (!ticket || customer.patience === null) return;
  yield* wait(customer.patience);
  if (ticketOf(cast.stage.lobby().visit, ticket)?.situation.is !== 'waiting') return;
  cast.goes(ticket);
  if (customer.saysSo) yield* press({ type: 'ticket.giveUp', ticket });
}

function* takes(customer: Customer, cast: Cast, replaces?: TicketId): Script<TicketId | null> {
  const { service, class: cls, reason } = customer;
  const reply = yield* press({
    ...{ type: 'ticket.issue', service, class: cls, by: cls === 'care' ? 'hand' : 'kiosk' },
    ...(reason && { reason }),
    ...(replaces && { replaces }),
  });
  if (!reply.ok || !reply.ticket) return null;
  cast.meets(reply.ticket, replaces ? { ...customer, absent: null } : customer);
  return reply.ticket;
}

/** Was called and missed 过号: comes back, in time or not, or never. */
export function* comesBack(ticket: TicketId, cast: Cast): Script {
  const customer = cast.holderOf(ticket);
  const back = customer.absent?.back ?? null;
  if (back === null) return;
  yield* wait(back);
  cast.returns(ticket);
  const reply = yield* press({ type: 'ticket.back', ticket });
  if (!reply.ok && reply.code === 'ticket.needsNew') yield* takes(customer, cast, ticket);
}

/** 休眠: has filled in the form, and waits again. */
export function* hasForm(ticket: TicketId, after: number): Script {
  yield* wait(after);
  yield* press({ type: 'ticket.release', ticket });
}

/** Stands before the rating terminal, and answers it or does not. */
export function* answers(ticket: TicketId, cast: Cast): Script {
  const shown = promptOf(ticket, cast);
  if (!shown) return;
  const { offer, offeredAt } = shown.prompt;
  const { after, slow, talks, mood, complaint } = cast.holderOf(ticket).answer;
  const turn = turnOf(talks, shown.invited);
  if (slow) {
    yield* wait(after);
    yield* press({ type: 'rating.extend', ticket, offer });
  }
  yield* wait(after);
  // The next call closes a prompt: then there is nothing to press any more.
  if (turn === 'isSilent' || !promptOf(ticket, cast)) return;
  if (turn === 'declines') {
    yield* press({ type: 'rating.decline', ticket, offer });
    return;
  }
  const level = levelFor(shown.ticket, mood, cast);
  const took = Math.round(cast.stage.now() - offeredAt);
  const given = yield* press({ type: 'rating.give', ticket, offer, level, took });
  if (!given.ok || level !== 'dissatisfied') return;
  yield* wait(3000);
  yield* press({ type: 'rating.explain', ticket, offer, reasons: [complaint] });
}

/** What the terminal asks now, where it asks. */
function promptOf(id: TicketId, { stage }: Cast) {
  const ticket = ticketOf(stage.lobby().visit, id);
  const leg = ticket && lastLeg(ticket);
  if (!ticket || leg?.prompt?.is !== 'open' || leg.prompt.until < stage.now()) return null;
  return { ticket, prompt: leg.prompt, invited: leg.invited };
}

/** An invitation brings more answers; it does not make them kinder. */
function turnOf(talks: number, invited: boolean): 'rates' | 'declines' | 'isSilent' {
  if (talks < 0.07) return 'declines';
  return talks < (invited ? 0.85 : 0.6) ? 'rates' : 'isSilent';
}

/** Whoever waited long is harder to please: the used part of the orange line weighs in. */
function levelFor(ticket: Ticket, mood: number, { stage }: Cast): RatingLevel {
  const { settings } = stage.lobby().visit;
  const used = waitedIn(ticket.legs) / 1000 / lineOf(settings, ticket.class).orange;
  const pleased = mood - 0.25 * Math.min(1, used * used);
  if (pleased > 0.34) return 'verySatisfied';
  if (pleased > 0.05) return 'satisfied';
  return pleased > -0.1 ? 'fair' : 'dissatisfied';
}
