import { localTime } from '../../shared/calendar.ts';
import { aheadOf } from '../../shared/foresight/ahead.ts';
import type { Foreseen } from '../../shared/foresight/expectation.ts';
import { isNoWait, minuteRange } from '../../shared/foresight/minutes.ts';
import type { TicketId } from '../../shared/ids.ts';
import type { Lobby } from '../../shared/lobby.ts';
import { ticketOf, type Visit } from '../../shared/visit/state.ts';
import type { Ticket } from '../../shared/visit/ticket.ts';
import { paper as words } from '../../shared/words/paper.ts';

/** A Chinese line and, below it and smaller, the same in English. */
export interface Pair {
  readonly zh: string;
  readonly en: string;
}

/** What stands on a ticket of paper, before any printer is known. */
export interface Paper {
  readonly branch: Pair;
  readonly number: string;
  readonly service: Pair;
  /** The class where it matters, how many are ahead, the expected wait. */
  readonly place: readonly Pair[];
  readonly asks: readonly Pair[];
  /** Below the code, where there is one. */
  readonly scan: Pair;
  readonly time: string;
  readonly marks: readonly Pair[];
}

const said = (say: (w: typeof words.zh) => string): Pair => ({
  zh: say(words.zh),
  en: say(words.en),
});

/**
 * A ticket as its paper says it, with its place in the line as `lobby` has it: taken right after
 * the issue, it is that of the issue.
 *
 * @param again hub time of a reprint
 * @returns null for a ticket that is not of this day
 */
export function paperOf(
  { visit }: Lobby,
  id: TicketId,
  foreseen: Foreseen,
  again?: number,
): Paper | null {
  const ticket = ticketOf(visit, id);
  const service = visit.settings.services.find((s) => s.id === ticket?.service);
  if (!ticket || !service) return null;
  const { branch } = visit.settings;
  const clock = (at: number) => localTime(branch.timeZone, at + visit.offset);
  const { date, time } = clock(ticket.issuedAt);
  const waits = ticket.situation.is === 'waiting' ? placeOf(visit, ticket, foreseen, again) : [];
  return {
    ...{ branch: branch.name, number: ticket.number, service: service.name },
    place: [...classOf(ticket), ...waits],
    asks: [said((w) => w.listen), said((w) => w.missed)],
    scan: said((w) => w.scan),
    time: `${date}  ${time}`,
    marks: [
      ...(again === undefined ? [] : [said((w) => w.again(clock(again).time))]),
      ...(ticket.test ? [said((w) => w.test)] : []),
    ],
  };
}

/** An ordinary one says nothing of it; why a `care` one goes first is nobody's business. */
function classOf({ class: cls }: Ticket): Pair[] {
  return cls === 'premium' || cls === 'care' ? [said((w) => w.classes[cls])] : [];
}

function placeOf(visit: Visit, ticket: Ticket, foreseen: Foreseen, again?: number): Pair[] {
  const { id, service, class: cls } = ticket;
  if (cls === 'unrecorded') return [];
  const people = said((w) => w.ahead(aheadOf(visit, ticket, again ?? visit.lastAt)));
  // What the kiosk says at this moment; printed again, what the phone says.
  const wait = again === undefined ? foreseen.waitFor(service, cls) : foreseen.waitOf(id);
  if (!wait) return [people];
  if (isNoWait(wait)) return [people, said((w) => w.noWait)];
  const { from, to } = minuteRange(wait.low, wait.high);
  return [people, said((w) => w.wait(from, to))];
}
