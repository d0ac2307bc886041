import type { CounterId } from '../ids.ts';
import { relist } from '../visit/line.ts';
import { whoIsNext } from '../visit/queue.ts';
import { counterOf, type Visit, withCounter, withTicket } from '../visit/state.ts';
import type { Ticket } from '../visit/ticket.ts';

/** The next few a counter would call if nobody else called meanwhile: the rule, played ahead. */
export function nextInOrder(visit: Visit, id: CounterId, at: number, most: number): Ticket[] {
  const order: Ticket[] = [];
  let then = visit;
  while (order.length < most) {
    const next = whoIsNext(then, id, at);
    if (!next) break;
    order.push(next.ticket);
    then = asIfCalled(then, id, next.ticket, at);
  }
  return order;
}

function asIfCalled(visit: Visit, id: CounterId, ticket: Ticket, at: number): Visit {
  const situation = { is: 'called', counter: id, at, lastAt: at, times: 1 } as const;
  const called = { ...ticket, situation };
  const { sincePremium } = counterOf(visit, id);
  const ordinary =
    ticket.class === 'ordinary' && sincePremium !== null ? sincePremium + 1 : sincePremium;
  const without = relist(withTicket(visit, called), ticket.situation.is, called);
  return withCounter(without, id, { sincePremium: ticket.class === 'premium' ? 0 : ordinary });
}
