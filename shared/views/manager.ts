import type { AlertKind, AlertLevel } from '../care/facts.ts';
import type { Alert } from '../care/state.ts';
import type { AlertId, ServiceId, TicketId } from '../ids.ts';
import type { Lobby } from '../lobby.ts';
import type { CustomerClass, Settings, Text } from '../settings.ts';
import { waiting } from '../visit/queue.ts';
import { counterOf, ticketOf, type Visit } from '../visit/state.ts';
import { newestOf } from '../visit/table.ts';
import { lastLeg, type RatingLevel, waitedIn } from '../visit/ticket.ts';
import {
  type Branch,
  branchPart,
  type CounterCell,
  counterCell,
  type Mark,
  marksOf,
  type ServiceQueue,
  serviceQueues,
} from './parts.ts';

/** The manager's panel 网点负责人, the part that moves with every press; the day's sums are apart. */
export interface ManagerView {
  readonly branch: Branch;
  readonly doors: boolean;
  readonly line: readonly Mark[];
  readonly held: number;
  readonly missed: number;
  readonly counters: readonly CounterCell[];
  readonly services: readonly ServiceQueue[];
  readonly queues: readonly ClassQueue[];
  readonly alerts: readonly AlertCard[];
  readonly ratings: readonly RatingCard[];
  readonly lines: Settings['lines'];
}

/** A service and class with its longest wait against the line. */
export interface ClassQueue {
  readonly service: ServiceId;
  readonly class: CustomerClass;
  readonly waiting: number;
  /** The longest one's wait runs from here. */
  readonly oldestFrom: number;
}

export interface AlertCard {
  readonly id: AlertId;
  readonly kind: AlertKind;
  readonly subject: string;
  /** The subject's name, where it has one in the settings; a number for a ticket. */
  readonly name: Text | null;
  readonly level: AlertLevel;
  readonly figure: number;
  readonly raisedAt: number;
  readonly advice: (Alert['advice'] & { readonly name: Text }) | null;
  readonly acknowledged: boolean;
  readonly clearedAt: number | null;
}

/** A rating as the manager sees it: by ticket and counter, newest first. */
export interface RatingCard {
  readonly ticket: TicketId;
  readonly number: string;
  readonly counter: Text | null;
  readonly level: RatingLevel;
  readonly at: number;
}

export function managerView(lobby: Lobby): ManagerView {
  const { visit } = lobby;
  return {
    branch: branchPart(visit),
    doors: visit.doors,
    line: marksOf(visit),
    held: visit.held.length,
    missed: visit.missed.length,
    counters: visit.settings.counters.map(({ id, name }) =>
      counterCell(lobby, counterOf(visit, id), name),
    ),
    services: serviceQueues(lobby),
    queues: classQueues(visit),
    alerts: openAlerts(lobby),
    ratings: lastRatings(visit),
    lines: visit.settings.lines,
  };
}

function classQueues(visit: Visit): ClassQueue[] {
  const queues = new Map<string, ClassQueue>();
  for (const ticket of waiting(visit)) {
    const { service, class: cls } = ticket;
    const from = ticket.since - waitedIn(ticket.legs);
    if (cls === 'unrecorded') continue;
    const key = `${service} ${cls}`;
    const known = queues.get(key);
    queues.set(key, {
      ...{ service, class: cls, waiting: (known?.waiting ?? 0) + 1 },
      oldestFrom: Math.min(known?.oldestFrom ?? from, from),
    });
  }
  return [...queues.values()];
}

/** Alerts that still need somebody: not cleared, or cleared without a word on what was done. */
export function openAlerts({ care, visit }: Lobby): AlertCard[] {
  const rank = { red: 0, orange: 1, yellow: 2 };
  return care.alerts
    .filter((a) => a.clearedAt === null || (a.level === 'red' && !a.handled))
    .filter((a) => !(a.handled && a.clearedAt !== null))
    .map((a) => card(visit, a))
    .sort((a, b) => rank[a.level] - rank[b.level] || a.raisedAt - b.raisedAt);
}

function card(visit: Visit, alert: Alert): AlertCard {
  const { id, kind, subject, level, figure, raisedAt, clearedAt, advice } = alert;
  const counterName = (k: string) => visit.settings.counters.find((c) => c.id === k)?.name;
  const ticket = kind === 'dissatisfied' ? ticketOf(visit, subject as TicketId)?.number : undefined;
  const service = visit.settings.services.find((s) => s.id === subject)?.name;
  const named = kind === 'expected' ? service : counterName(subject);
  const adviceName = advice && counterName(advice.counter);
  return {
    ...{ id, kind, subject, level, figure, raisedAt, clearedAt },
    name: ticket ? { zh: ticket, en: ticket } : (named ?? null),
    advice: advice && adviceName ? { ...advice, name: adviceName } : null,
    acknowledged: alert.acknowledgedAt !== null,
  };
}

const RATINGS_SHOWN = 8;

function lastRatings(visit: Visit): RatingCard[] {
  const cards: RatingCard[] = [];
  for (const ticket of newestOf(visit.tickets)) {
    const leg = lastLeg(ticket);
    if (leg?.prompt?.is !== 'given' || ticket.test) continue;
    const counter = visit.settings.counters.find((k) => k.id === leg.counter)?.name ?? null;
    const { level, givenAt: at } = leg.prompt;
    cards.push({ ticket: ticket.id, number: ticket.number, counter, level, at });
  }
  return cards.sort((a, b) => b.at - a.at).slice(0, RATINGS_SHOWN);
}
