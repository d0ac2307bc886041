import { type Condition, conditions } from '../care/conditions.ts';
import type { AlertKind, AlertLevel } from '../care/facts.ts';
import type { Alert } from '../care/state.ts';
import { expectedWait } from '../foresight/expected.ts';
import type { AlertId, CounterId, ServiceId, TicketId } from '../ids.ts';
import { type Lobby, sceneOf } from '../lobby.ts';
import type { Text } from '../settings.ts';
import { ticketOf } from '../visit/state.ts';

/** An alert as staff see it, with its figure as it is now. */
export interface AlertCard {
  readonly id: AlertId;
  readonly kind: AlertKind;
  readonly subject: string;
  /** The subject's name, where it has one in the settings; a number for a ticket. */
  readonly name: Text | null;
  readonly level: AlertLevel;
  /** Seconds in whole minutes for waits, a count otherwise. */
  readonly figure: number;
  readonly raisedAt: number;
  readonly advice: {
    readonly counter: CounterId;
    readonly name: Text;
    readonly from: number;
    readonly to: number;
  } | null;
  readonly acknowledged: boolean;
  readonly clearedAt: number | null;
}

const RANK = { red: 0, orange: 1, yellow: 2 };

/** Alerts that still need somebody: not cleared, or red and cleared without a word on what was done. */
export function openAlerts(lobby: Lobby, at: number): AlertCard[] {
  const now = conditions(sceneOf(lobby, at), at);
  return lobby.care.alerts
    .filter((a) => a.clearedAt === null || (a.level === 'red' && !a.handled))
    .map((a) => card(lobby, a, now))
    .sort((a, b) => RANK[a.level] - RANK[b.level] || a.raisedAt - b.raisedAt);
}

function card(lobby: Lobby, alert: Alert, now: readonly Condition[]): AlertCard {
  const { id, kind, subject, level, raisedAt, clearedAt } = alert;
  const live = now.find((c) => c.kind === kind && c.subject === subject)?.figure ?? alert.figure;
  return {
    ...{ id, kind, subject, level, raisedAt, clearedAt },
    figure: COUNTS.has(kind) ? live : wholeMinutes(live),
    name: nameOf(lobby, alert),
    advice: adviceOf(lobby, alert),
    acknowledged: alert.acknowledgedAt !== null,
  };
}

const COUNTS = new Set<AlertKind>(['crowd', 'missedBurst', 'dissatisfied']);

/** A figure that moved every second would be sent every second. */
const wholeMinutes = (seconds: number) => Math.max(60, Math.floor(seconds / 60) * 60);

function nameOf({ visit }: Lobby, { kind, subject }: Alert): Text | null {
  const { counters, services } = visit.settings;
  if (kind === 'expected') return services.find((s) => s.id === subject)?.name ?? null;
  if (kind !== 'dissatisfied') return counters.find((k) => k.id === subject)?.name ?? null;
  const number = ticketOf(visit, subject as TicketId)?.number;
  return number ? { zh: number, en: number } : null;
}

/** What the suggested counter would bring now, not when it was first suggested. */
function adviceOf({ visit, pace }: Lobby, { advice, subject }: Alert): AlertCard['advice'] {
  const name = visit.settings.counters.find((k) => k.id === advice?.counter)?.name;
  const question = { service: subject as ServiceId, class: 'ordinary' } as const;
  const from = expectedWait(visit, pace, question).wait;
  const to = expectedWait(visit, pace, { ...question, extra: 1 }).wait;
  if (!advice || !name || !from || !to) return null;
  const { counter } = advice;
  return { counter, name, from: wholeMinutes(from.mid), to: wholeMinutes(to.mid) };
}
