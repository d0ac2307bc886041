import type { Expected } from '../foresight/expectation.ts';
import { type AlertLine, lineOf } from '../settings.ts';
import { missedSince } from '../visit/calls.ts';
import { rows, waiting, waitingFor } from '../visit/queue.ts';
import { ticketOf, type Visit } from '../visit/state.ts';
import { type Ticket, waitedAt } from '../visit/ticket.ts';
import type { AlertKind, AlertLevel } from './facts.ts';

/** Something that is past its line at this moment. */
export interface Condition {
  readonly kind: AlertKind;
  readonly subject: string;
  readonly level: AlertLevel;
  readonly figure: number;
}

/**
 * What rooms above this one find wrong: they may import care, care not them. `share` as below: 1 for
 * what is past its line, less for what is not yet clear of it.
 */
export type Beside = (share: number) => readonly Condition[];
export const nothingBeside: Beside = () => [];

/** What a watch looks at. */
export interface Scene {
  readonly visit: Visit;
  /** What is foreseen for whoever comes now; came in with the tick. */
  readonly expected: readonly Expected[];
  readonly beside: Beside;
}

/**
 * Everything that is wrong now. With `share` below 1 every line counts as that much lower: what has
 * been raised at its line is over only once it is clear of it, and does not flap around it.
 */
export function conditions(scene: Scene, at: number, share = 1): Condition[] {
  const { visit, expected, beside } = scene;
  if (!visit.day?.open) return [];
  return [
    ...longWaits(visit, at, share),
    ...longExpected(visit, expected, share),
    ...crowd(visit, share),
    ...idleCounters(visit, at),
    ...missedBurst(visit, at),
    ...terminalsOff(visit, at),
    ...beside(share),
  ];
}

const real = (tickets: readonly Ticket[]) => tickets.filter((t) => !t.test);

export function levelOf(line: AlertLine, seconds: number): AlertLevel | null {
  if (seconds > line.red) return 'red';
  if (seconds > line.orange) return 'orange';
  return seconds > line.yellow ? 'yellow' : null;
}

const secondsWaited = (ticket: Ticket, at: number) => waitedAt(ticket, at) / 1000;

/** Nobody has been waited for until a service starts: neither a call nor a hold stops the clock. */
function stillWaiting(visit: Visit): Ticket[] {
  const called = Object.values(visit.counters).flatMap(({ present }) => {
    const ticket = present ? ticketOf(visit, present) : undefined;
    return ticket?.situation.is === 'called' ? [ticket] : [];
  });
  return real([...waiting(visit), ...rows(visit, visit.held), ...called]);
}

/** The longest wait of each class against its own line. */
function longWaits(visit: Visit, at: number, share: number): Condition[] {
  const inside = stillWaiting(visit);
  return (['ordinary', 'premium', 'care'] as const).flatMap((cls) => {
    const waits = inside.filter((t) => t.class === cls).map((t) => secondsWaited(t, at));
    const figure = Math.round(Math.max(0, ...waits));
    const level = levelOf(lineOf(visit.settings, cls), figure / share);
    return level ? [{ kind: 'wait', subject: cls, level, figure }] : [];
  });
}

/** A service whose next customer would wait past orange. */
function longExpected(visit: Visit, all: readonly Expected[], share: number): Condition[] {
  const { orange } = lineOf(visit.settings, 'ordinary');
  return all
    .filter(({ wait }) => wait > orange * share)
    .map(({ service, wait }) => ({
      ...{ kind: 'expected', subject: service, level: 'orange' },
      figure: Math.round(wait),
    }));
}

function crowd(visit: Visit, share: number): Condition[] {
  const figure = real(waiting(visit)).length;
  const open = Object.values(visit.counters).filter((c) => c.situation.is === 'open').length;
  const limit = visit.settings.alerts.crowdPerCounter * Math.max(1, open) * share;
  if (figure <= limit) return [];
  const level = figure > 2 * limit ? 'orange' : 'yellow';
  return [{ kind: 'crowd', subject: 'branch', level, figure }];
}

function idleCounters(visit: Visit, at: number): Condition[] {
  return Object.values(visit.counters).flatMap((counter): Condition[] => {
    if (counter.situation.is === 'closed' || counter.present) return [];
    const since = counter.situation.is === 'paused' ? counter.since : counter.freeSince;
    const figure = Math.floor((at - since) / 1000);
    if (figure < visit.settings.alerts.idleAfter) return [];
    const late = real(waitingFor(visit, counter.id)).some(
      (t) => secondsWaited(t, at) > lineOf(visit.settings, t.class).yellow,
    );
    return late ? [{ kind: 'idle', subject: counter.id, level: 'yellow', figure }] : [];
  });
}

/** Whether they came back or not: calls that nobody hears are missed first. */
function missedBurst(visit: Visit, at: number): Condition[] {
  const { calls, within } = visit.settings.alerts.missedBurst;
  const recent = missedSince(visit, at - within * 1000);
  const figure = recent.filter((call) => !ticketOf(visit, call.ticket)?.test).length;
  return figure < calls
    ? []
    : [{ kind: 'missedBurst', subject: 'branch', level: 'yellow', figure }];
}

/** An open counter whose rating terminal has been away for as long as a counter may stand idle. */
function terminalsOff(visit: Visit, at: number): Condition[] {
  return Object.values(visit.counters).flatMap((counter): Condition[] => {
    const figure = Math.floor((at - counter.terminalSince) / 1000);
    if (counter.terminal || counter.situation.is === 'closed') return [];
    if (figure < visit.settings.alerts.idleAfter) return [];
    return [{ kind: 'terminalOffline', subject: counter.id, level: 'yellow', figure }];
  });
}
