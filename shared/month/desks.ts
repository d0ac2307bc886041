import type { CounterId, StaffId } from '../ids.ts';
import { lineOf, type Settings } from '../settings.ts';
import { isDone } from '../visit/satisfaction.ts';
import type { Leg, RatingLevel, Ticket } from '../visit/ticket.ts';
import { packed } from './packed.ts';
import type { Rules } from './rules.ts';

/**
 * One person's day at one counter, in sums: what the signs of gaming are computed from. It lies in the
 * ledger's own folder and is shown in sums of many days only, never as a day or a single rating.
 */
export interface Desk {
  readonly counter: CounterId | null;
  readonly teller: StaffId | null;
  /** Services done, those without a ticket among them. */
  readonly done: number;
  readonly walkIns: number;
  /** Milliseconds, packed. */
  readonly services: string;
  readonly gaps: number;
  readonly longGaps: number;
  readonly given: number;
  readonly levels: Readonly<Record<RatingLevel, number>>;
  readonly quick: number;
  /** Ratings that lie in a burst. */
  readonly burst: number;
  /** The longest run of the same answer. */
  readonly streak: number;
  /** Services done and invited, of those who had waited within the yellow line and past it. */
  readonly calm: Invited;
  readonly late: Invited;
}

export interface Invited {
  readonly done: number;
  readonly invited: number;
}

interface Stay {
  readonly ticket: Ticket;
  readonly leg: Leg;
  /** Milliseconds waited up to the end of this stay's own wait. */
  readonly waited: number;
}

export function desksOf(tickets: Iterable<Ticket>, settings: Settings, rules: Rules): Desk[] {
  const desks = new Map<string, Stay[]>();
  for (const ticket of tickets) {
    if (ticket.test || ticket.situation.is === 'replaced' || ticket.by === 'observed') continue;
    let waited = 0;
    for (const leg of ticket.legs) {
      waited += leg.startedAt - leg.from;
      const key = `${leg.counter} ${leg.teller}`;
      desks.set(key, [...(desks.get(key) ?? []), { ticket, leg, waited }]);
    }
  }
  return [...desks.values()].map((stays) => deskOf(stays, settings, rules));
}

function deskOf(stays: readonly Stay[], settings: Settings, { signs }: Rules): Desk {
  const done = stays.filter(({ leg }) => isDone(leg));
  const ended = done.filter(({ leg }) => leg.endedAt !== null && leg.how !== 'forgotten');
  const gaps = stays.flatMap(({ ticket, leg }) =>
    ticket.by === 'walkIn' || leg.how === 'forgotten' ? [] : leg.startedAt - leg.calledAt,
  );
  const late = (stay: Stay) => stay.waited > lineOf(settings, stay.ticket.class).yellow * 1000;
  return {
    counter: stays[0]?.leg.counter ?? null,
    teller: stays[0]?.leg.teller ?? null,
    done: done.length,
    walkIns: done.filter(({ ticket }) => ticket.by === 'walkIn').length,
    services: packed(ended.map(({ leg }) => (leg.endedAt ?? 0) - leg.startedAt)),
    gaps: gaps.length,
    longGaps: gaps.filter((ms) => ms > signs.longGap * 1000).length,
    ...ratingsOf(stays, signs),
    calm: invitedOf(done.filter((stay) => stay.ticket.queued && !late(stay))),
    late: invitedOf(done.filter((stay) => stay.ticket.queued && late(stay))),
  };
}

const invitedOf = (stays: readonly Stay[]): Invited => ({
  done: stays.length,
  invited: stays.filter(({ leg }) => leg.invited).length,
});

function ratingsOf(stays: readonly Stay[], signs: Rules['signs']) {
  const given = stays
    .flatMap(({ leg }) => (leg.prompt?.is === 'given' ? leg.prompt : []))
    .sort((a, b) => a.givenAt - b.givenAt);
  const levels = { verySatisfied: 0, satisfied: 0, fair: 0, dissatisfied: 0 };
  for (const { level } of given) levels[level]++;
  return {
    given: given.length,
    levels,
    quick: given.filter(({ took }) => took < signs.quickUnder * 1000).length,
    // One handed in later was not touched when it came.
    burst: inBursts(
      given.filter((rating) => !rating.late).map(({ givenAt }) => givenAt),
      signs.burst.ratings,
      signs.burst.within * 1000,
    ),
    streak: longestRun(given.map(({ level }) => level)),
  };
}

/** How many of some ascending times lie among `n` within `within` milliseconds. */
export function inBursts(times: readonly number[], n: number, within: number): number {
  const inside = new Set<number>();
  for (let last = n - 1; last < times.length; last++) {
    const first = last - n + 1;
    if ((times[last] ?? 0) - (times[first] ?? 0) > within) continue;
    for (let i = first; i <= last; i++) inside.add(i);
  }
  return inside.size;
}

function longestRun(levels: readonly RatingLevel[]): number {
  let longest = 0;
  let run = 0;
  levels.forEach((level, i) => {
    run = level === levels[i - 1] ? run + 1 : 1;
    longest = Math.max(longest, run);
  });
  return longest;
}
