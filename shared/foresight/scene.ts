import { ordinalOf, type ServiceId } from '../ids.ts';
import { lineOf } from '../settings.ts';
import { passedOver } from '../visit/calls.ts';
import { waiting } from '../visit/queue.ts';
import { standing } from '../visit/standing.ts';
import { canServe, counterSetting, ticketOf, type Visit } from '../visit/state.ts';
import { lastLeg, type Ticket, type TicketClass, waitedIn } from '../visit/ticket.ts';
import { arrivalRate } from './arrivals.ts';
import type { Asked } from './foretell.ts';
import { headStart } from './headStarts.ts';
import { type Learned, meanWait, waitsSeen } from './learned.ts';
import { leavingRate } from './leaving.ts';
import type { Kind, Rule, Scene, Server, Waiter } from './simulate.ts';
import { skill } from './skills.ts';
import { wantedSince } from './wanted.ts';

/** A counter that has been free for longer is not at work, seconds: ours. */
const AWAY = 1800;

/** The line and the counters as they are, for whoever would take a number now. */
export function sceneOf(learned: Learned, visit: Visit, asked: Asked): Scene {
  const { at, service } = asked;
  const waiter = (kind: Kind, from: number): Waiter => ({
    ...{ service: kind.service, class: kind.class, from },
    leaving: leavingRate(learned.leaving, kind.class, kind.service),
  });
  const next = visit.tickets.size + 1;
  const waiterOf = (t: Ticket): Waiter => ({
    // Of those who came in the same instant, whoever has the lower number was first.
    ...waiter(t, (t.since - waitedIn(t.legs) - at) / 1000 - (next - ordinalOf(t.id)) * 1e-6),
    passed: asked.rule === 'ours' ? passedOver(visit, t) : 0,
  });
  const others = waiting(visit).filter((t) => t.id !== asked.waiting?.id);
  const waiters = others.map(waiterOf);
  const me = asked.waiting ? waiterOf(asked.waiting) : waiter(asked, 0);
  const usual = usualFrom(learned, visit);
  const horizon = asked.rule === 'ours' ? FURTHEST : horizonOf(learned);
  const servers = atWork(learned, visit, asked);
  const { rule, overtakes, fairness } =
    asked.rule === 'ours' ? ours(visit, horizon) : seen(learned);
  const coming = CLASSES.flatMap((cls) => {
    const within = overtakes(cls, asked.class);
    const rate = within > 0 ? arrivalRate(learned.arrivals, cls, at) : 0;
    return rate > 0 ? [{ ...waiter({ service, class: cls }, 0), rate, within }] : [];
  });
  return {
    waiters: waiters.filter((w) => mayPrecede(rule, w, me)),
    coming,
    me,
    rule,
    fairness,
    servers,
    usual,
    horizon,
  };
}

const CLASSES = ['premium', 'care', 'ordinary'] as const;

/** Now, or after a while: a class with a shorter line catches up. */
const mayPrecede = (rule: Rule, other: Waiter, me: Waiter) =>
  rule(other, 0) <= rule(me, 0) || rule(other, LATER) <= rule(me, LATER);
const LATER = 3600;

interface Order {
  readonly rule: Rule;
  /** Seconds for which those of one class who come later may still go before one of another. */
  readonly overtakes: (cls: TicketClass, mine: TicketClass) => number;
  readonly fairness: Scene['fairness'];
}

/** Our own rule in short: `care` first, then as step 4 has it. */
export function ours({ settings }: Pick<Visit, 'settings'>, horizon: number): Order {
  const line = (cls: TicketClass) => (cls === 'care' ? 0 : lineOf(settings, cls).orange);
  return {
    rule: ({ class: cls, from }, now) =>
      cls === 'care' ? from - FIRST : -standing(settings, cls, now - from),
    overtakes: (cls, mine) => (line(cls) < line(mine) ? horizon : 0),
    fairness: {
      stepsBack: settings.rules.ordinaryBetweenPremium,
      passedOver: settings.rules.passedOverAtMost,
    },
  };
}
const FIRST = 1e9;

/** The rule as it was seen: each class has its head start. */
function seen({ headStarts }: Learned): Order {
  const known = new Map<TicketClass, number>();
  const ahead = (cls: TicketClass): number => {
    const seconds = known.get(cls) ?? headStart(headStarts, cls);
    known.set(cls, seconds);
    return seconds;
  };
  return {
    rule: ({ class: cls, from }) => from - ahead(cls),
    overtakes: (cls, mine) => Math.max(0, ahead(cls) - ahead(mine)),
    fairness: null,
  };
}

/** Several times the usual wait: beyond it the simulated queue has nothing to say. Ours. */
const horizonOf = (learned: Learned) =>
  waitsSeen(learned) < 20 ? 3600 : Math.max(300, Math.min(FURTHEST, 6 * meanWait(learned)));
/** So far ahead nothing is said at all, seconds: ours. */
export const FURTHEST = 7200;

export function atWork(
  learned: Learned,
  visit: Visit,
  { at, rule }: Pick<Asked, 'at' | 'rule'>,
): Server[] {
  return Object.values(visit.counters).flatMap((counter) => {
    if (counter.situation.is !== 'open') return [];
    const setting = counterSetting(visit, counter.id);
    const present = counter.present ? ticketOf(visit, counter.present) : undefined;
    const called = present ? (lastLeg(present)?.calledAt ?? at) : null;
    const wanted = rule === 'ours' ? wantedSince(visit, counter.id, at) : 0;
    const since = (at - (called ?? Math.max(counter.freeSince, wanted))) / 1000;
    if (!present && since >= AWAY) return [];
    const takes: Server['takes'] = (kind) =>
      !canServe(setting, kind)
        ? 0
        : rule === 'ours'
          ? 1
          : skill(learned.skills, counter.id, kind.service);
    return [
      {
        id: counter.id,
        serving: present?.service ?? null,
        since,
        takes,
        sincePremium: counter.sincePremium,
      },
    ];
  });
}

/** Of a service that too little is known of: like all others here, else as the branch set it. */
export function usualFrom(
  { durations }: Learned,
  visit: Pick<Visit, 'settings'>,
): (service: ServiceId) => number {
  const lists = Object.values(durations);
  const n = lists.reduce((sum, list) => sum + list.length, 0);
  const mean = lists.reduce((sum, list) => list.reduce((s, d) => s + d, sum), 0) / n;
  if (n > 0) return () => mean;
  return (id) => visit.settings.services.find((s) => s.id === id)?.usualSeconds ?? 300;
}
