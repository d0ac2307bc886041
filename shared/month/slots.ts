import { localTime } from '../calendar.ts';
import { lineOf } from '../settings.ts';
import { ticketOf, type Visit } from '../visit/state.ts';
import { rowsOf } from '../visit/table.ts';
import { isMeanwhile } from '../visit/tally.ts';
import { type Ticket, waitedIn } from '../visit/ticket.ts';
import type { Stretch } from './stands.ts';

/** Half an hour of the branch's own wall clock. */
export interface Slot {
  /** `HH:00` or `HH:30`, where it begins. */
  readonly at: string;
  /** Customers who took a number. */
  readonly arrivals: number;
  /** The same by class and service, `ordinary cash`; without those that are 0. */
  readonly by: Readonly<Record<string, number>>;
  readonly called: number;
  /** Of those who arrived in it and were served: how many, and what they waited together. */
  readonly waits: number;
  readonly waitMs: number;
  /** How many of those waits were over the orange line; left out in rows of an older form. */
  readonly late?: number;
  /** The most who waited at once. */
  readonly waitingMax: number;
  /** Counter time open for calls, paused, and not closed without a rating terminal. */
  readonly openMs: number;
  readonly pausedMs: number;
  readonly offMs: number;
}

const QUARTER = 15 * 60_000;

/** A day's half-hours in which anything happened, in the order of the business day. */
export function slotsOf(visit: Visit, stretched: readonly Stretch[], at: number): Slot[] {
  const slots = new Slots(visit);
  for (const ticket of rowsOf(visit.tickets)) if (isCounted(ticket)) slots.arrive(ticket);
  for (const { at, ticket, undone } of rowsOf(visit.calls))
    if (!undone && !ticketOf(visit, ticket)?.test) slots.of(at).called++;
  for (const { from, to, is, terminal } of stretched)
    slots.spread(from, to, (slot, ms) => {
      if (is === 'open') slot.openMs += ms;
      if (is === 'paused') slot.pausedMs += ms;
      if (is !== 'closed' && !terminal) slot.offMs += ms;
    });
  slots.waiting(rowsOf(visit.tickets), at);
  return slots.all();
}

/** Whose first time and waits are nobody else's. */
const isCounted = (t: Ticket) => !t.test && t.situation.is !== 'replaced' && t.by !== 'walkIn';

type Filling = { -readonly [K in keyof Slot]-?: Required<Slot>[K] };

class Slots {
  readonly #visit: Visit;
  readonly #slots = new Map<string, Filling>();
  readonly #named = new Map<number, string>();

  constructor(visit: Visit) {
    this.#visit = visit;
  }

  of(at: number): Filling {
    const name = this.#nameOf(at);
    const known = this.#slots.get(name);
    if (known) return known;
    const nothing = { arrivals: 0, by: {}, called: 0, waits: 0, waitMs: 0, late: 0, waitingMax: 0 };
    const slot = { at: name, ...nothing, openMs: 0, pausedMs: 0, offMs: 0 };
    this.#slots.set(name, slot);
    return slot;
  }

  /** Every zone is whole quarters of an hour from UTC: within one the local half-hour is the same. */
  #nameOf(at: number): string {
    const { settings, offset } = this.#visit;
    const quarter = Math.floor((at + offset) / QUARTER);
    const known = this.#named.get(quarter);
    if (known) return known;
    const { time } = localTime(settings.branch.timeZone, quarter * QUARTER);
    const name = `${time.slice(0, 3)}${time.slice(3) < '30' ? '00' : '30'}`;
    this.#named.set(quarter, name);
    return name;
  }

  arrive(ticket: Ticket): void {
    const slot = this.of(ticket.firstAt);
    const kind = `${ticket.class} ${ticket.service}`;
    slot.arrivals++;
    slot.by = { ...slot.by, [kind]: (slot.by[kind] ?? 0) + 1 };
    const last = ticket.legs.at(-1);
    if (!last || !ticket.queued || last.how === 'forgotten' || isMeanwhile(ticket)) return;
    const waited = waitedIn(ticket.legs);
    slot.waits++;
    slot.waitMs += waited;
    slot.late += waited > lineOf(this.#visit.settings, ticket.class).orange * 1000 ? 1 : 0;
  }

  /** Hands each half-hour its part of a stretch of time. */
  spread(from: number, to: number, give: (slot: Filling, ms: number) => void): void {
    const { offset } = this.#visit;
    for (let start = from; start < to; ) {
      const end = Math.min(to, (Math.floor((start + offset) / QUARTER) + 1) * QUARTER - offset);
      give(this.of(start), end - start);
      start = end;
    }
  }

  /** Sweeps over all waits, and notes the highest count in each half-hour it lasts in. */
  waiting(tickets: Iterable<Ticket>, until: number): void {
    const steps = [...tickets].filter(isCounted).flatMap((t) => waitsOf(t, until));
    steps.sort(([a, up], [b, down]) => a - b || up - down);
    let n = 0;
    steps.forEach(([at, step], i) => {
      n += step;
      const next = steps[i + 1]?.[0] ?? at;
      if (n === 0 || next === at) return;
      this.spread(at, next, (slot) => {
        slot.waitingMax = Math.max(slot.waitingMax, n);
      });
    });
  }

  /** The night until the day's end belongs to the day before, and comes last. */
  all(): Slot[] {
    const { dayEnds } = this.#visit.settings.rules;
    const order = (slot: Slot) => `${slot.at < dayEnds ? 1 : 0}${slot.at}`;
    return [...this.#slots.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  }
}

type Step = readonly [at: number, step: 1 | -1];

function waitsOf(ticket: Ticket, until: number): Step[] {
  const { situation: s, since, legs } = ticket;
  const over = legs.flatMap((leg): Step[] => [
    [leg.from, 1],
    [leg.startedAt, -1],
  ]);
  if (s.is === 'serving' || s.is === 'done' || s.is === 'replaced') return over;
  const end = s.is === 'abandoned' ? s.at : until;
  return end > since ? [...over, [since, 1], [end, -1]] : over;
}
