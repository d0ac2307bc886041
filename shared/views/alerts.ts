import { type Condition, conditions } from '../care/conditions.ts';
import type { AlertKind, AlertLevel } from '../care/facts.ts';
import { findingOfAlert, standsOpen } from '../care/rectifications/open.ts';
import type { Alert } from '../care/state.ts';
import type { Expected } from '../foresight/expectation.ts';
import type { AlertId, CounterId, DeviceId, RectificationId, StaffId, TicketId } from '../ids.ts';
import { type Lobby, sceneOf } from '../lobby.ts';
import { lineOf, type Text } from '../settings.ts';
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
  /** The line it is over, seconds; null where it is not a wait that is over one. */
  readonly line: number | null;
  /** What is off, where a device is. */
  readonly thing: 'kiosk' | 'display' | 'printer' | null;
  readonly raisedAt: number;
  /** Raised, risen or repeated last. */
  readonly saidAt: number;
  /** Posts that are told. */
  readonly recipients: readonly string[];
  readonly advice: {
    readonly counter: CounterId;
    readonly name: Text;
    readonly from: number;
    readonly to: number;
  } | null;
  readonly acknowledged: boolean;
  /** null where nobody was signed in. */
  readonly acknowledgedBy: StaffId | null;
  readonly clearedAt: number | null;
  /** The rectification it led to, as long as that is open. */
  readonly putRight: RectificationId | null;
}

const RANK = { red: 0, orange: 1, yellow: 2 };

/** Names of devices stand beside the ledger; staff go by their numbers where nobody has to be signed in. */
export type Names = Pick<Outside, 'names'>;

/** Alerts that still need somebody: not cleared, or red and cleared without a word on what was done. */
export function openAlerts(
  lobby: Lobby,
  at: number,
  { names, foreseen }: Names & Pick<Outside, 'foreseen'>,
): AlertCard[] {
  const expected = foreseen.expected();
  const now = conditions(sceneOf(lobby, at, expected), at);
  return lobby.care.alerts
    .filter((a) => a.clearedAt === null || (a.level === 'red' && !a.handled))
    .map((a) => cardOf(lobby, a, { names }, now, expected))
    .sort((a, b) => RANK[a.level] - RANK[b.level] || a.raisedAt - b.raisedAt);
}

/** With its figure as it is `now`, or, over by now, as it was said last. */
export function cardOf(
  lobby: Lobby,
  alert: Alert,
  names: Names,
  now: readonly Condition[] = [],
  expected: readonly Expected[] = [],
): AlertCard {
  const { id, kind, subject, level, raisedAt, saidAt, recipients, clearedAt } = alert;
  const live = now.find((c) => c.kind === kind && c.subject === subject)?.figure ?? alert.figure;
  const { settings } = lobby.visit;
  return {
    ...{ id, kind, subject, level, raisedAt, saidAt, recipients, clearedAt },
    figure: COUNTS.has(kind) ? live : wholeMinutes(live),
    line: kind === 'wait' ? lineOf(settings, subject)[level] : null,
    thing: kind === 'deviceOffline' ? thingOf(lobby, subject) : null,
    name: nameOf(lobby, alert, names),
    advice: adviceOf(lobby, alert, expected),
    acknowledged: alert.acknowledgedAt !== null,
    acknowledgedBy: alert.acknowledgedBy,
    putRight: putRight(lobby, alert),
  };
}

function thingOf({ devices }: Lobby, subject: string): AlertCard['thing'] {
  const role = devices.devices[subject as DeviceId]?.role;
  return role === 'kiosk' || role === 'display' ? role : 'printer';
}

function putRight({ care }: Lobby, alert: Alert): RectificationId | null {
  return standsOpen(care.rectifications, findingOfAlert(alert))?.id ?? null;
}

const COUNTS = new Set<AlertKind>(['crowd', 'missedBurst', 'dissatisfied', 'complaintDue']);

/** A figure that moved every second would be sent every second. */
const wholeMinutes = (seconds: number) => Math.max(60, Math.floor(seconds / 60) * 60);

function nameOf({ visit }: Lobby, { kind, subject }: Alert, { names }: Names): Text | null {
  const plain = (name: string | undefined) => (name ? { zh: name, en: name } : null);
  if (kind === 'deviceOffline') {
    const printer = visit.settings.printers?.find((p) => p.id === subject)?.name;
    return plain(printer ?? names.get(subject as DeviceId));
  }
  const { counters, services } = visit.settings;
  if (kind === 'expected') return services.find((s) => s.id === subject)?.name ?? null;
  if (kind !== 'dissatisfied') return counters.find((k) => k.id === subject)?.name ?? null;
  return plain(ticketOf(visit, subject as TicketId)?.number);
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
