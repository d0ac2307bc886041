import { expectedWait } from '../foresight/expected.ts';
import type { Pace } from '../foresight/pace.ts';
import { type AlertLine, lineOf } from '../settings.ts';
import { rows, waiting, waitingFor } from '../visit/queue.ts';
import type { Visit } from '../visit/state.ts';
import { type Ticket, waitedAt } from '../visit/ticket.ts';
import type { AlertKind, AlertLevel } from './facts.ts';

/** Something that is past its line at this moment. */
export interface Condition {
  readonly kind: AlertKind;
  readonly subject: string;
  readonly level: AlertLevel;
  readonly figure: number;
}

/** Everything that is wrong now. An alert stands for as long as its condition does. */
export function conditions(visit: Visit, pace: Pace, at: number): Condition[] {
  if (!visit.day?.open) return [];
  const inLine = waiting(visit).filter((t) => !t.test);
  return [
    ...longWaits(visit, inLine, at),
    ...longExpected(visit, pace),
    ...crowd(visit, inLine.length),
    ...idleCounters(visit, at),
    ...missedBurst(visit, at),
    ...terminalsOff(visit, at),
  ];
}

export function levelOf(line: AlertLine, seconds: number): AlertLevel | null {
  if (seconds > line.red) return 'red';
  if (seconds > line.orange) return 'orange';
  return seconds > line.yellow ? 'yellow' : null;
}

const secondsWaited = (ticket: Ticket, at: number) => waitedAt(ticket, at) / 1000;

/** The longest wait of each class against its own line. */
function longWaits(visit: Visit, inLine: readonly Ticket[], at: number): Condition[] {
  return (['ordinary', 'premium', 'care'] as const).flatMap((cls) => {
    const waits = inLine.filter((t) => t.class === cls).map((t) => secondsWaited(t, at));
    const figure = Math.round(Math.max(0, ...waits));
    const level = levelOf(lineOf(visit.settings, cls), figure);
    return level ? [{ kind: 'wait', subject: cls, level, figure }] : [];
  });
}

/** A service whose next customer would wait past orange. */
function longExpected(visit: Visit, pace: Pace): Condition[] {
  const { orange } = lineOf(visit.settings, 'ordinary');
  return visit.settings.services.flatMap((service): Condition[] => {
    const { wait } = expectedWait(visit, pace, { service: service.id, class: 'ordinary' });
    if (!wait || wait.mid <= orange) return [];
    const figure = Math.round(wait.mid);
    return [{ kind: 'expected', subject: service.id, level: 'orange', figure }];
  });
}

function crowd(visit: Visit, inLine: number): Condition[] {
  const open = Object.values(visit.counters).filter((c) => c.situation.is === 'open').length;
  const limit = visit.settings.alerts.crowdPerCounter * Math.max(1, open);
  if (inLine <= limit) return [];
  const level = inLine > 2 * limit ? 'orange' : 'yellow';
  return [{ kind: 'crowd', subject: 'branch', level, figure: inLine }];
}

function idleCounters(visit: Visit, at: number): Condition[] {
  return Object.values(visit.counters).flatMap((counter): Condition[] => {
    if (counter.situation.is === 'closed' || counter.present) return [];
    const since = counter.situation.is === 'paused' ? counter.since : counter.freeSince;
    const figure = Math.round((at - since) / 1000);
    if (figure < visit.settings.alerts.idleAfter) return [];
    const late = waitingFor(visit, counter.id).some(
      (t) => secondsWaited(t, at) > lineOf(visit.settings, t.class).yellow,
    );
    return late ? [{ kind: 'idle', subject: counter.id, level: 'yellow', figure }] : [];
  });
}

function missedBurst(visit: Visit, at: number): Condition[] {
  const { calls, within } = visit.settings.alerts.missedBurst;
  const recent = rows(visit, visit.missed).filter(
    ({ situation }) => situation.is === 'missed' && at - situation.at <= within * 1000,
  );
  if (recent.length < calls) return [];
  return [{ kind: 'missedBurst', subject: 'branch', level: 'yellow', figure: recent.length }];
}

/** An open counter whose rating terminal has been away for as long as a counter may stand idle. */
function terminalsOff(visit: Visit, at: number): Condition[] {
  return Object.values(visit.counters).flatMap((counter): Condition[] => {
    const figure = Math.round((at - counter.terminalSince) / 1000);
    if (counter.terminal || counter.situation.is === 'closed') return [];
    if (figure < visit.settings.alerts.idleAfter) return [];
    return [{ kind: 'terminalOffline', subject: counter.id, level: 'yellow', figure }];
  });
}
