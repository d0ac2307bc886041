import type { CounterId } from '../ids.ts';
import { accept, type Refusal, type Result } from '../result.ts';
import { calledAt } from './calling.ts';
import type { CommandOf } from './commands.ts';
import type { Undoable, VisitFact } from './facts.ts';
import { type Context, type Decision, no, type Refused, type VisitRefusal } from './refusals.ts';
import { counterOf, counterSetting, type Press, ticketOf, type Visit } from './state.ts';
import { lastLeg, type Situation, type Ticket } from './ticket.ts';

/** 开始办理: the wait ends here, not at the call. */
export function start(visit: Visit, c: CommandOf<'service.start'>, { at }: Context): Decision {
  const found = calledAt(visit, c.counter);
  if (!found.ok) return found;
  const { teller } = counterOf(visit, c.counter);
  const ticket = found.value.ticket.id;
  return accept([{ type: 'service.started', at, ticket, counter: c.counter, teller }]);
}

/** 办结: and the rating terminal at that counter opens by itself. */
export function end(visit: Visit, c: CommandOf<'service.end'>, ctx: Context): Decision {
  const found = servedAt(visit, c.counter);
  if (!found.ok) return found;
  const stay = { at: ctx.at, ticket: found.value.id, counter: c.counter };
  return accept([{ type: 'service.ended', ...stay }, offer(visit, stay, ctx)]);
}

function offer(
  visit: Visit,
  stay: { at: number; ticket: Ticket['id']; counter: CounterId },
  { at, mint }: Context,
): VisitFact {
  if (!counterOf(visit, stay.counter).terminal)
    return { type: 'rating.notOfferable', at, ticket: stay.ticket, why: 'noTerminal' };
  const until = at + visit.settings.rating.window * 1000;
  return { type: 'rating.offered', ...stay, offer: mint, until };
}

/** 转移: keeps the number, waits again for another service. */
export function transfer(visit: Visit, c: CommandOf<'service.transfer'>, ctx: Context): Decision {
  const found = servedAt(visit, c.counter);
  if (!found.ok) return found;
  if (!visit.settings.services.some((s) => s.id === c.to)) return no('service.unknown');
  if (found.value.service === c.to) return no('transfer.sameService');
  const { at } = ctx;
  const ticket = found.value.id;
  return accept([
    { type: 'service.transferred', at, ticket, counter: c.counter, to: c.to },
    { type: 'rating.notOfferable', at, ticket, why: 'transferred' },
  ]);
}

function servedAt(visit: Visit, id: CounterId): Result<Ticket, Refusal<VisitRefusal>> {
  if (!counterSetting(visit, id)) return no('counter.unknown');
  const { present } = counterOf(visit, id);
  const ticket = present ? ticketOf(visit, present) : undefined;
  return ticket?.situation.is === 'serving' ? accept(ticket) : no('service.notStarted');
}

/** Takes back a wrong press at the same counter; both entries stay in the ledger. */
export function undo(visit: Visit, c: CommandOf<'press.undo'>, { at }: Context): Decision {
  if (!counterSetting(visit, c.counter)) return no('counter.unknown');
  const { press } = counterOf(visit, c.counter);
  if (!press) return no('undo.nothing');
  const fault = cannotUndo(visit, press, at);
  if (fault) return fault;
  const { what } = press;
  return accept([{ type: 'press.undone', at, ticket: press.ticket.id, counter: c.counter, what }]);
}

const LEFT_BEHIND: Record<Undoable, Situation['is']> = {
  call: 'called',
  start: 'serving',
  end: 'done',
  missed: 'missed',
};

/** The very situation that the press led to, not a later one of the same kind. */
const isAsLeft = (now: Situation, press: Press) =>
  now.is === LEFT_BEHIND[press.what] && (!('at' in now) || now.at === press.at);

function cannotUndo(visit: Visit, press: Press, at: number): Refused | undefined {
  if (at - press.at > visit.settings.rules.undoWithin * 1000) return no('undo.tooLate');
  const now = ticketOf(visit, press.ticket.id);
  if (!now || !isAsLeft(now.situation, press)) return no('undo.overtaken');
  const answered = ['given', 'declined'].includes(lastLeg(now)?.prompt?.is ?? '');
  if (press.what === 'end' && (answered || now.phone)) return no('undo.rated');
}
