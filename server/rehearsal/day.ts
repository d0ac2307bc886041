import { localTime } from '../../shared/calendar.ts';
import type { BusinessDate, CounterId, StaffId } from '../../shared/ids.ts';
import type { Settings } from '../../shared/settings.ts';
import type { PauseReason } from '../../shared/visit/facts.ts';
import { type Customer, customer } from './customer.ts';
import { type Dice, dice } from './dice.ts';

/** A simulated day of a branch: who comes and who works, before anything of it has happened. */
export interface DayPlan {
  readonly date: BusinessDate;
  /** Hub time at which the actors take their places, and at which the doors open and close. */
  readonly begins: number;
  readonly opens: number;
  readonly closes: number;
  /** By the time they come. */
  readonly customers: readonly Customer[];
  readonly tellers: readonly Teller[];
  /** One rating terminal is off for a while. */
  readonly outage: Stretch & { readonly counter: CounterId };
  readonly glance: number;
}

/** How one branch differs from the usual one. */
export interface Temper {
  /** Customers, against the usual number. */
  readonly busy: number;
  /** Longer services, against the usual ones. */
  readonly slow: number;
  /** Kinder or less kind answers, added to each customer's mood. */
  readonly mood: number;
  /** Least and greatest share of services at which a teller invites a rating. */
  readonly invites: readonly [number, number];
  /** How often staff without a customer look up, milliseconds; seldom plays faster. */
  readonly glance: number;
}

export const usual: Temper = { busy: 1, slow: 1, mood: 0, invites: [0.55, 0.95], glance: 3000 };

interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Teller {
  readonly id: StaffId;
  readonly counter: CounterId;
  readonly opens: number;
  readonly closes: number;
  readonly breaks: readonly (Stretch & { readonly reason: PauseReason })[];
  /** Share of services at which this one invites a rating. */
  readonly invites: number;
}

const MINUTE = 60_000;

/** Customers by half hours from opening on: a morning peak and a smaller one after lunch. */
const COMING = [9, 13, 36, 42, 16, 9, 7, 7, 8, 11, 21, 20, 10, 6, 4, 2];

/** Counter, first and last minute from opening, lunch from and for how long. */
const SHIFTS = [
  [0, -2, 480, 155, 40],
  [1, -2, 480, 195, 40],
  [2, -2, 485, 235, 40],
  [3, 30, 435, 270, 40],
  [4, 10, 480, 290, 40],
] as const;

export function planDay(
  seed: number,
  date: BusinessDate,
  settings: Settings,
  temper: Temper = usual,
): DayPlan {
  const own = dice(`${seed} ${date}`);
  const { timeZone } = settings.branch;
  const opens = momentOf(timeZone, date, '09:00');
  const closes = momentOf(timeZone, date, '17:00');
  const services = settings.services;
  const comings = arrivals(own.for('arrivals'), opens, temper.busy);
  const outage = opens + own.between(60, 420) * MINUTE;
  return {
    ...{ date, opens, closes, begins: opens - 10 * MINUTE, glance: temper.glance },
    customers: comings.map((comes, n) =>
      tempered(customer(own.for(`customer ${n}`), comes, services), temper),
    ),
    tellers: tellersOf(own.for('tellers'), opens, settings, temper),
    outage: {
      ...{ from: outage, to: outage + own.between(10, 25) * MINUTE },
      counter: own.pick(settings.counters).id,
    },
  };
}

/** Times by which customers come: each half hour brings its number, give or take a few. */
function arrivals(own: Dice, opens: number, busy: number): number[] {
  const first = opens - own.between(1, 4) * MINUTE;
  const times = COMING.flatMap((often, half) => {
    const n = Math.max(1, Math.round(often * busy * own.between(0.85, 1.15)));
    return Array.from({ length: n }, () => opens + (half + own.unit()) * 30 * MINUTE);
  });
  return [first, ...times].map(Math.round).sort((a, b) => a - b);
}

function tempered(one: Customer, { slow, mood }: Temper): Customer {
  if (slow === 1 && mood === 0) return one;
  const stays = one.stays.map((stay) => ({ ...stay, lasts: Math.round(stay.lasts * slow) }));
  return { ...one, stays, answer: { ...one.answer, mood: one.answer.mood + mood } };
}

function tellersOf(
  own: Dice,
  opens: number,
  { counters }: Settings,
  { invites }: Temper,
): Teller[] {
  return SHIFTS.flatMap(([place, first, last, lunch, minutes]) => {
    const counter = counters[place];
    if (!counter) return [];
    const at = (minute: number) => opens + Math.round((minute + own.between(0, 2)) * MINUTE);
    const from = at(lunch);
    return {
      ...{ id: `T0${place + 1}` as StaffId, counter: counter.id },
      ...{ opens: at(first), closes: at(last), invites: own.between(...invites) },
      breaks: [{ from, to: from + minutes * MINUTE, reason: 'lunch' }],
    };
  });
}

/** Hub time of a local time of day, where hub and wall agree. */
export function momentOf(timeZone: string, date: BusinessDate, time: string): number {
  const guess = Date.parse(`${date}T${time}Z`);
  const there = localTime(timeZone, guess);
  return guess + (guess - Date.parse(`${there.date}T${there.time}Z`));
}
