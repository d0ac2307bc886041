import { type Condition, conditions } from '../care/conditions.ts';
import type { AlertKind, AlertLevel } from '../care/facts.ts';
import type { Alert } from '../care/state.ts';
import type { Expected } from '../foresight/expectation.ts';
import type { AlertId, CounterId, TicketId } from '../ids.ts';
import { type Lobby, sceneOf } from '../lobby.ts';
import type { Text } from '../settings.ts';
import { ticketOf } from '../visit/state.ts';
import type { Outside } from './devices.ts';

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
export function openAlerts(
  lobby: Lobby,
  at: number,
  { foreseen }: Pick<Outside, 'foreseen'>,
): AlertCard[] {
  const expected = foreseen.expected();
  const now = conditions(sceneOf(lobby, at, expected), at);
  return lobby.care.alerts
    .filter((a) => a.clearedAt === null || (a.level === 'red' && !a.handled))
    .map((a) => card(lobby, a, now, expected))
    .sort((a, b) => RANK[a.level] - RANK[b.level] || a.raisedAt - b.raisedAt);
}

function card(
  lobby: Lobby,
  alert: Alert,
  now: readonly Condition[],
  expected: readonly Expected[],
): AlertCard {
  const { id, kind, subject, level, raisedAt, clearedAt } = alert;
  const live = now.find((c) => c.kind === kind && c.subject === subject)?.figure ?? alert.figure;
  return {
    ...{ id, kind, subject, level, raisedAt, clearedAt },
    figure: COUNTS.has(kind) ? live : wholeMinutes(live),
    name: nameOf(lobby, alert),
    advice: adviceOf(lobby, alert, expected),
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

/** What the suggested counter would bring now, or, where that is not known, when it was suggested. */
function adviceOf(
  { visit }: Lobby,
  { advice, subject }: Alert,
  all: readonly Expected[],
): AlertCard['advice'] {
  const name = visit.settings.counters.find((k) => k.id === advice?.counter)?.name;
  if (!advice || !name) return null;
  const { counter } = advice;
  const now = all.find(({ service }) => service === subject);
  const fresh = now?.opened?.counter === counter ? { from: now.wait, to: now.opened.wait } : advice;
  return { counter, name, from: wholeMinutes(fresh.from), to: wholeMinutes(fresh.to) };
}
