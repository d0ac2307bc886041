import type { TicketId } from '../ids.ts';
import { accept, type Refusal, type Result } from '../result.ts';
import type { CommandOf } from './commands.ts';
import type { VisitFact } from './facts.ts';
import { type Context, type Decision, no, type VisitRefusal } from './refusals.ts';
import { counterOf, counterSetting, ticketOf, type Visit } from './state.ts';
import { lastLeg, type Prompt, type Ticket } from './ticket.ts';

type Shown = Exclude<Prompt, { is: 'notOfferable' }>;
type Found = Result<{ ticket: Ticket; prompt: Shown }, Refusal<VisitRefusal>>;

/** 发起评价: the teller's own invitation. It is ranked, and changes nothing on the terminal. */
export function invite(visit: Visit, c: CommandOf<'rating.invite'>, { at }: Context): Decision {
  if (!counterSetting(visit, c.counter)) return no('counter.unknown');
  const { present, prompt } = counterOf(visit, c.counter);
  const ticket = ticketOf(visit, present ?? prompt ?? ('' as TicketId));
  const leg = ticket && lastLeg(ticket);
  const open = ticket?.situation.is === 'serving' || leg?.prompt?.is === 'open';
  if (!ticket || !leg || !open) return no('rating.nothingToInvite');
  if (leg.invited) return no('rating.alreadyInvited');
  return accept([{ type: 'rating.invited', at, ticket: ticket.id, counter: c.counter }]);
}

/** The prompt a terminal was shown; only the offer's own letters prove that. */
function shown(visit: Visit, id: TicketId, offer: string): Found {
  const ticket = ticketOf(visit, id);
  if (!ticket) return no('ticket.unknown');
  const prompt = lastLeg(ticket)?.prompt;
  if (!prompt || prompt.is === 'notOfferable') return no('rating.notOffered');
  return prompt.offer === offer ? accept({ ticket, prompt }) : no('rating.wrongOffer');
}

export function give(visit: Visit, c: CommandOf<'rating.give'>, { at }: Context): Decision {
  const found = shown(visit, c.ticket, c.offer);
  if (!found.ok) return found;
  const { prompt } = found.value;
  if (prompt.is === 'given') return no('rating.alreadyGiven');
  if (prompt.is === 'declined') return no('rating.declined');
  if (c.took < visit.settings.rating.ignoreTouchesMs) return no('rating.tooQuick');
  const given = {
    type: 'rating.given',
    at,
    ticket: c.ticket,
    level: c.level,
    took: c.took,
  } as const;
  if (prompt.is === 'open' && at <= prompt.until) return accept([given]);
  // Touched within the window, handed in later: the offer proves it, the touch's time must fit.
  const touched = c.pressedAt ?? at;
  const over = prompt.is === 'expired' ? Math.min(prompt.until, prompt.at) : prompt.until;
  const inWindow = touched >= prompt.offeredAt && touched <= over && touched <= at;
  return inWindow ? accept([{ ...given, late: true }]) : no('rating.expired');
}

export function change(visit: Visit, c: CommandOf<'rating.change'>, { at }: Context): Decision {
  const found = shown(visit, c.ticket, c.offer);
  if (!found.ok) return found;
  const { prompt } = found.value;
  if (prompt.is !== 'given') return no('rating.notGiven');
  const within = visit.settings.rating.changeWithin * 1000;
  if (prompt.late || at - prompt.givenAt > within) return no('rating.tooLate');
  return accept([{ type: 'rating.changed', at, ticket: c.ticket, level: c.level }]);
}

/** Why not satisfied: a few tags, never free text. */
export function explain(visit: Visit, c: CommandOf<'rating.explain'>, { at }: Context): Decision {
  const found = shown(visit, c.ticket, c.offer);
  if (!found.ok) return found;
  const { prompt } = found.value;
  if (prompt.is !== 'given') return no('rating.notGiven');
  if (prompt.level !== 'dissatisfied') return no('rating.onlyIfDissatisfied');
  if (at - prompt.givenAt > visit.settings.rating.window * 1000) return no('rating.tooLate');
  const reasons = [...new Set(c.reasons)];
  return accept([{ type: 'rating.explained', at, ticket: c.ticket, reasons }]);
}

function stillOpen(visit: Visit, c: { ticket: TicketId; offer: string }, at: number): Found {
  const found = shown(visit, c.ticket, c.offer);
  if (!found.ok) return found;
  const { prompt } = found.value;
  if (prompt.is === 'given') return no('rating.alreadyGiven');
  if (prompt.is === 'declined') return no('rating.declined');
  if (prompt.is !== 'open' || at > prompt.until) return no('rating.expired');
  // Whoever leans on the screen as it lights up has not answered.
  const early = at - prompt.offeredAt < visit.settings.rating.ignoreTouchesMs;
  return early ? no('rating.tooQuick') : found;
}

export function decline(visit: Visit, c: CommandOf<'rating.decline'>, { at }: Context): Decision {
  const found = stillOpen(visit, c, at);
  return found.ok ? accept([{ type: 'rating.declined', at, ticket: c.ticket }]) : found;
}

export function extend(visit: Visit, c: CommandOf<'rating.extend'>, { at }: Context): Decision {
  const found = stillOpen(visit, c, at);
  if (!found.ok) return found;
  const until = Math.max(found.value.prompt.until, at + visit.settings.rating.moreTime * 1000);
  return accept([{ type: 'rating.extended', at, ticket: c.ticket, until }]);
}

/** Prompts whose window has run out. */
export const expired = (visit: Visit, at: number): VisitFact[] =>
  Object.values(visit.counters).flatMap((k) => promptClosed(visit, k.prompt, at, null));

/** Ends the rating that is still open, if its window has run out or else for the reason given. */
export function promptClosed(
  visit: Visit,
  id: TicketId | null,
  at: number,
  reason: 'nextCall' | 'dayClosed' | null,
): VisitFact[] {
  const ticket = id && ticketOf(visit, id);
  const prompt = ticket ? lastLeg(ticket)?.prompt : null;
  if (!ticket || prompt?.is !== 'open') return [];
  const why = at > prompt.until ? 'window' : reason;
  return why ? [{ type: 'rating.expired', at, ticket: ticket.id, why }] : [];
}
