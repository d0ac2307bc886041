import type { CenterLink } from '../center.ts';
import type { ItemRefusal } from '../down/refusals.ts';
import { refusedItems } from '../down/state.ts';
import type { SendingId, ServiceId, TicketId } from '../ids.ts';
import type { Lobby } from '../lobby.ts';
import type { CustomerClass, Settings, Text } from '../settings.ts';
import { waiting } from '../visit/queue.ts';
import { counterOf, type Visit } from '../visit/state.ts';
import { newestOf } from '../visit/table.ts';
import { lastLeg, type RatingLevel, waitedIn } from '../visit/ticket.ts';
import { type AdvicePart, advicePart } from './advice.ts';
import { type AlertCard, openAlerts } from './alerts.ts';
import { type Badges, badgesOf } from './badges.ts';
import type { Outside } from './devices.ts';
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
import { type PrinterRow, printerRows } from './printers.ts';

/** The manager's panel 网点负责人, the part that moves with every press; the day's sums are apart. */
export interface ManagerView {
  readonly branch: Branch;
  readonly printers: readonly PrinterRow[];
  /** null: this branch has no city center. */
  readonly center: CenterLink | null;
  /** What the city sent down that led to nothing here, of the last 60 days. */
  readonly untaken: readonly Untaken[];
  readonly doors: boolean;
  readonly line: readonly Mark[];
  readonly held: number;
  readonly missed: number;
  readonly counters: readonly CounterCell[];
  readonly services: readonly ServiceQueue[];
  readonly queues: readonly ClassQueue[];
  readonly alerts: readonly AlertCard[];
  readonly advice: AdvicePart;
  readonly ratings: readonly RatingCard[];
  readonly lines: Settings['lines'];
  /** What waits for somebody behind each of the panel's tabs. */
  readonly badges: Badges;
}

export interface Untaken {
  readonly id: SendingId;
  readonly kind: string;
  readonly refused: ItemRefusal;
}

/** A service and class with its longest wait against the line. */
export interface ClassQueue {
  readonly service: ServiceId;
  readonly class: CustomerClass;
  readonly waiting: number;
  /** The longest one's wait runs from here. */
  readonly oldestFrom: number;
}

/** A rating as the manager sees it: by ticket and counter, newest first. */
export interface RatingCard {
  readonly ticket: TicketId;
  readonly number: string;
  readonly counter: Text | null;
  readonly level: RatingLevel;
  readonly at: number;
}

export function managerView(lobby: Lobby, at: number, outside: Outside): ManagerView {
  const { visit } = lobby;
  return {
    branch: branchPart(visit),
    printers: printerRows(visit.settings, outside.printers),
    center: calm(outside.center),
    untaken: untakenOf(lobby),
    doors: visit.doors,
    line: marksOf(visit),
    held: visit.held.length,
    missed: visit.missed.length,
    counters: visit.settings.counters.map(({ id, name }) =>
      counterCell(lobby, counterOf(visit, id), name, outside.foreseen),
    ),
    services: serviceQueues(lobby, outside.foreseen),
    queues: classQueues(visit),
    alerts: openAlerts(lobby, at, outside),
    advice: advicePart(lobby, outside.advice),
    ratings: lastRatings(visit),
    lines: visit.settings.lines,
    badges: badgesOf(lobby),
  };
}

/** While all goes well, the few entries of the last minute are not worth a number that never stands still. */
function calm(center: CenterLink | null): CenterLink | null {
  return center?.linked && !center.refused ? { ...center, behind: 0 } : center;
}

const untakenOf = ({ down }: Lobby): Untaken[] =>
  refusedItems(down).map(({ id, kind, refused }) => ({ id, kind, refused }));

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

const RATINGS_SHOWN = 8;
/** Whoever came much earlier was rated earlier too: the search need not go through the whole day. */
const RATINGS_SOUGHT = 24;

function lastRatings(visit: Visit): RatingCard[] {
  const cards: RatingCard[] = [];
  for (const ticket of newestOf(visit.tickets)) {
    if (cards.length >= RATINGS_SOUGHT) break;
    const leg = lastLeg(ticket);
    if (leg?.prompt?.is !== 'given' || ticket.test) continue;
    const counter = visit.settings.counters.find((k) => k.id === leg.counter)?.name ?? null;
    const { level, givenAt: at } = leg.prompt;
    cards.push({ ticket: ticket.id, number: ticket.number, counter, level, at });
  }
  return cards.sort((a, b) => b.at - a.at).slice(0, RATINGS_SHOWN);
}
