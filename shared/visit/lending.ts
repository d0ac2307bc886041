import { accept } from '../result.ts';
import type { CommandOf } from './commands.ts';
import type { VisitFact } from './facts.ts';
import { nextTicket } from './issue.ts';
import {
  freeOf,
  isCutOff,
  type Loan,
  lendingOf,
  lentLetters,
  letterOf,
  nextToLend,
  placeOfLent,
} from './lent.ts';
import { type Context, type Decision, no } from './refusals.ts';
import type { Visit } from './state.ts';
import { rowsOf } from './table.ts';

/**
 * A kiosk is there and wants enough numbers in reserve: a letter of which half is gone is lent
 * again. While nothing is missing it is refused, as nothing would be in the ledger.
 */
export function borrow(visit: Visit, c: CommandOf<'numbers.borrow'>, ctx: Context): Decision {
  if (!visit.day?.open) return no('day.closed');
  const { at, device = null } = ctx;
  const { loan } = c;
  const known = visit.loans[loan];
  const { each } = lendingOf(visit.settings);
  const back: VisitFact[] =
    known && isCutOff(known) ? [{ type: 'numbers.regained', at, loan }] : [];
  const lent = lentLetters(visit.settings).flatMap((letter): VisitFact[] => {
    const isEnough = freeOf(known?.blocks ?? [], letter) * 2 > each;
    const more = isEnough ? null : nextToLend(visit, letter, usedOf(visit, letter));
    return more ? [{ type: 'numbers.lent', at, loan, ...(device && { device }), ...more }] : [];
  });
  const facts = [...back, ...lent];
  return facts.length > 0 ? accept(facts) : no('lent.none');
}

/** Looked through only when something is lent, a few times a day. */
const usedOf = (visit: Visit, letter: string): number[] =>
  [...rowsOf(visit.tickets)].flatMap(({ number }) =>
    number.startsWith(letter) ? Number(number.slice(1)) : [],
  );

/** The hub says that it does not hear a kiosk any more; saying it twice changes nothing. */
export function cutOff(visit: Visit, c: CommandOf<'numbers.cutOff'>, { at }: Context): Decision {
  const loan = visit.loans[c.loan];
  return accept(loan && !isCutOff(loan) ? [{ type: 'numbers.cutOff', at, loan: c.loan }] : []);
}

/** A number given out without the hub comes in. It keeps its time if the hub knows of the outage. */
export function handIn(visit: Visit, c: CommandOf<'ticket.handIn'>, { at }: Context): Decision {
  const { type: _, number, service, class: cls, issuedAt } = c;
  if (visit.day && c.date > visit.day.date) return no('lent.unknown', { number });
  // Its day is over: no figure can take it any more, but it is not to be lost.
  if (!visit.day?.open || c.date < visit.day.date)
    return accept([{ ...c, type: 'numbers.late', at }]);
  const place = placeOfLent(visit, number);
  const loan = place && visit.loans[place.loan];
  if (!place || !loan) return no('lent.unknown', { number });
  if (place.block.handed.includes(place.n)) return no('lent.known', { number });
  if (!visit.settings.services.some((s) => s.id === service)) return no('service.unknown');
  if (letterOf(visit.settings, service, cls) !== place.block.letter)
    return no('lent.unknown', { number });
  const ticket = nextTicket(visit);
  const isTimed = issuedAt >= visit.day.since && isWithin(loan, issuedAt, at);
  const issued: VisitFact = {
    ...{ type: 'ticket.issued', at, ticket, number, service, class: cls, by: 'lent' },
    ...(isTimed ? { firstAt: Math.min(issuedAt, at) } : { untimed: true }),
  };
  return accept([issued]);
}

/**
 * A kiosk sees that the hub is gone before the hub sees that the kiosk is: a dead line looks open for
 * up to two pings of four seconds. Back, both know within a moment. Milliseconds.
 */
const BEFORE = 15_000;
const AFTER = 5000;

/** Whether a time fell, but for the tolerance, into an outage of this kiosk that the hub knows of. */
const isWithin = ({ away }: Loan, time: number, now: number) =>
  away.some(({ from, to }) => time >= from - BEFORE && time <= (to ?? now) + AFTER);
