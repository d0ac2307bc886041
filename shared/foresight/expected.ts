import type { ServiceId } from '../ids.ts';
import type { CustomerClass } from '../settings.ts';
import { waiting } from '../visit/queue.ts';
import { type Counter, canServe, counterSetting, type Visit } from '../visit/state.ts';
import type { Ticket } from '../visit/ticket.ts';
import { type Pace, usual } from './pace.ts';

/** Where a customer would stand who takes a number now. */
export interface Expectation {
  readonly ahead: number;
  /** Expected wait, seconds, with the range from the 20th to the 80th percentile; null: no idea. */
  readonly wait: { readonly low: number; readonly mid: number; readonly high: number } | null;
}

export interface Question {
  readonly service: ServiceId;
  readonly class: CustomerClass;
  /** Counters that would be opened besides, to weigh what that would bring. */
  readonly extra?: number;
  /** Known to have to queue: then no counter is free for this one, whatever it looks like. */
  readonly queued?: boolean;
}

/**
 * Expected wait (Q+1)·m/s: those ahead, the usual service, the counters at work (the queue-length
 * estimator of Ibrahim and Whitt, 2009). The range takes the Q+1 services as independent with a
 * standard deviation like their mean. Without a counter at work nothing is said.
 */
export function expectedWait(visit: Visit, pace: Pace, q: Question): Expectation {
  const servers = Object.values(visit.counters).filter((c) => worksFor(visit, c, q));
  const before = waiting(visit).filter((t) => goesFirst(visit, t, q, servers));
  const ahead = before.length;
  const s = servers.length + (q.extra ?? 0);
  if (s === 0) return { ahead, wait: null };
  const free = q.queued ? 0 : servers.filter((c) => !c.present).length + (q.extra ?? 0);
  if (ahead < free) return { ahead, wait: { low: 0, mid: 0, high: 60 } };
  const mean = meanService(visit, pace, before, q);
  const mid = ((ahead - free + 1) * mean) / s;
  const deviation = (Math.sqrt(ahead - free + 1) * mean) / s;
  return {
    ahead,
    wait: { low: Math.max(0, mid - 0.84 * deviation), mid, high: mid + 0.84 * deviation },
  };
}

/** An open counter that has let people wait this long without calling is not at work: ours. */
const AWAY = 5 * 60_000;

/** Where somebody has to queue though a counter looks free, its teller is back within this: ours. */
const BACK = 15 * 60_000;

function worksFor(visit: Visit, counter: Counter, q: Question): boolean {
  if (counter.situation.is !== 'open') return false;
  if (!canServe(counterSetting(visit, counter.id), q)) return false;
  if (counter.present) return true;
  const free = visit.lastAt - counter.freeSince;
  return q.queued ? free <= BACK : visit.line.length === 0 || free <= AWAY;
}

/** 特殊关爱 goes before the others; all others take their turn behind whoever is there. */
function goesFirst(visit: Visit, ticket: Ticket, q: Question, servers: readonly Counter[]) {
  if (q.class === 'care' && ticket.class !== 'care') return false;
  return servers.some((c) => canServe(counterSetting(visit, c.id), ticket));
}

function meanService(visit: Visit, pace: Pace, before: readonly Ticket[], q: Question): number {
  const services = [...before.map((t) => t.service), q.service];
  return services.reduce((sum, id) => sum + usual(pace, visit, id), 0) / services.length;
}
