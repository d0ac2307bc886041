import type { CounterId } from '../ids.ts';
import { evolve } from '../visit/evolve.ts';
import { type Next, whoIsNext } from '../visit/queue.ts';
import { type Visit, withCounter } from '../visit/state.ts';
import type { Ticket } from '../visit/ticket.ts';

/** The next few a counter would call if nobody else called meanwhile: the rule, played ahead. */
export function nextInOrder(visit: Visit, id: CounterId, at: number, most: number): Ticket[] {
  const order: Ticket[] = [];
  let then = visit;
  while (order.length < most) {
    const next = whoIsNext(then, id, at);
    if (!next) break;
    order.push(next.ticket);
    then = asIfCalled(then, id, next, at);
  }
  return order;
}

/** The call itself, with all it means for the others; the counter is free again at once. */
function asIfCalled(visit: Visit, counter: CounterId, { ticket, why }: Next, at: number): Visit {
  const call = { type: 'ticket.called', at, ticket: ticket.id, counter, why } as const;
  return withCounter(evolve(visit, call), counter, { present: null });
}
