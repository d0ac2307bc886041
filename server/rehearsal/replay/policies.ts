import type { CounterId } from '../../../shared/ids.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { CommandOf } from '../../../shared/visit/commands.ts';
import { waitingFor } from '../../../shared/visit/queue.ts';
import type { Visit } from '../../../shared/visit/state.ts';
import type { Ticket } from '../../../shared/visit/ticket.ts';

/** Who goes next when a log is played again with live commands. */
export const SIMULATED = ['ours', 'fcfs', 'credit90', 'rescue'] as const;
export type Simulated = (typeof SIMULATED)[number];
/** The log's own order and times, or a simulated day. */
export type Policy = 'recorded' | Simulated;
export const POLICIES: readonly Policy[] = ['recorded', ...SIMULATED];

export type Calling = CommandOf<'call.next'> | CommandOf<'call.ticket'>;
/** What a free counter presses; null: nobody waits that it can serve. */
export type Chooses = (visit: Visit, counter: CounterId) => Calling | null;

/** The hub's own rule calls the next one; any other names the ticket, as a teller may. */
export function chooserOf(policy: Simulated): Chooses {
  switch (policy) {
    case 'ours':
    case 'rescue':
      return (_, counter) => ({ type: 'call.next', counter });
    case 'fcfs':
      return earliest(() => 0);
    case 'credit90':
      return earliest(({ class: cls }) => (cls === 'premium' ? 90_000 : 0));
  }
}

/** @param credit milliseconds by which a ticket is treated as having come earlier */
const earliest =
  (credit: (ticket: Ticket) => number): Chooses =>
  (visit, counter) => {
    const place = (ticket: Ticket) => ticket.firstAt - credit(ticket);
    const [first, ...others] = waitingFor(visit, counter);
    if (!first) return null;
    const next = others.reduce((best, t) => (place(t) < place(best) ? t : best), first);
    return { type: 'call.ticket', counter, ticket: next.id };
  };

/** The rules under which a policy is played: a log's calls follow one another at once. */
export const rulesFor = (policy: Simulated, rules: Settings['rules']): Settings['rules'] => ({
  ...{ ...rules, callGap: 0 },
  ...(policy === 'rescue' && { nextRule: 'rescue', rescue: { within: 30, late: 3 } }),
});
