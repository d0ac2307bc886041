import type { RequestOf } from '../../shared/devices/requests.ts';
import { concernedIn, figureOf } from '../../shared/month/corrections/figure.ts';
import { ticketNumbered } from '../../shared/questions/ticketStory.ts';
import { refuse } from '../../shared/result.ts';
import type { RequestAnswer } from '../../shared/wire.ts';
import { refused } from '../answers.ts';
import type { Sender } from '../devices/gate.ts';
import { LedgerUnopened, sayDamage, Unsound } from '../ledger/damage.ts';
import type { Pipeline } from '../pipeline.ts';
import type { Past } from './past.ts';

type Propose = RequestOf<'correction.propose'>;

/** 更正: takes the old figure, and whose work it was, from that day's own ledger file. */
export const proposing =
  (past: Past, pipeline: () => Pipeline) =>
  async (request: Propose, sender: Sender): Promise<RequestAnswer> => {
    const found = await old(past, request);
    if (!found.ok) return refused(found.refusal);
    const { type, date, what, to, reason, note } = request;
    const { ticket, from } = found.value;
    const { id, number, class: cls, service } = ticket;
    const of = { ticket: id, number, date, class: cls, service, concerned: concernedIn(ticket) };
    const command = { type, ...of, what, from, to, reason, note };
    return pipeline().submitOwn(command, sender);
  };

async function old(past: Past, { date, number, what }: Propose) {
  try {
    const day = await past.dayAt(date);
    if (!day.ok) return day;
    const ticket = ticketNumbered(day.value, number.toUpperCase());
    if (!ticket) return refuse('history.noTicket', { date, number });
    const from = figureOf(ticket, what);
    if (from === null) return refuse('history.noFigure', { number });
    return { ok: true, value: { ticket, from } } as const;
  } catch (error) {
    if (error instanceof LedgerUnopened)
      return refuse('history.unsound', { where: sayDamage(error.damage) });
    if (error instanceof Unsound) return refuse('history.unsound', { where: error.flaw });
    throw error;
  }
}
