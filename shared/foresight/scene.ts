import type { ServiceId } from '../ids.ts';
import { waiting } from '../visit/queue.ts';
import { canServe, counterSetting, ticketOf, type Visit } from '../visit/state.ts';
import { lastLeg, type TicketClass, waitedIn } from '../visit/ticket.ts';
import { arrivalRate } from './arrivals.ts';
import type { Asked } from './foretell.ts';
import { headStart } from './headStarts.ts';
import { type Learned, meanWait, waitsSeen } from './learned.ts';
import { leavingRate } from './leaving.ts';
import type { Scene, Server, Waiter } from './simulate.ts';
import { skill } from './skills.ts';

/** A counter that has been free for longer is not at work, seconds: ours. */
const AWAY = 1800;

/** The line and the counters as they are, for whoever would take a number now. */
export function sceneOf(learned: Learned, visit: Visit, asked: Asked): Scene {
  const { at, service } = asked;
  const ahead = headStartsOf(learned);
  const waiter = (kind: Pick<Waiter, 'service' | 'class'>, from: number): Waiter => ({
    ...{ service: kind.service, class: kind.class, from, rank: from - ahead(kind.class) },
    leaving: leavingRate(learned.leaving, kind.class, kind.service),
  });
  const premium = waiter({ service, class: 'premium' }, 0);
  const within = Math.max(0, ahead('premium') - ahead(asked.class));
  const rate = within > 0 ? arrivalRate(learned.arrivals, 'premium', at) : 0;
  return {
    waiters: waiting(visit).map((t) => waiter(t, (t.since - waitedIn(t.legs) - at) / 1000)),
    me: waiter(asked, 0),
    servers: atWork(learned, visit, at),
    overtakers: { ...premium, rate, within },
    usual: usualFrom(learned, visit),
    horizon: horizonOf(learned),
  };
}

function headStartsOf({ headStarts }: Learned) {
  const known = new Map<TicketClass, number>();
  return (cls: TicketClass): number => {
    const seconds = known.get(cls) ?? headStart(headStarts, cls);
    known.set(cls, seconds);
    return seconds;
  };
}

/** Several times the usual wait: beyond it the simulated queue has nothing to say. Ours. */
const horizonOf = (learned: Learned) =>
  waitsSeen(learned) < 20 ? 3600 : Math.max(300, Math.min(7200, 6 * meanWait(learned)));

function atWork(learned: Learned, visit: Visit, at: number): Server[] {
  return Object.values(visit.counters).flatMap((counter) => {
    if (counter.situation.is !== 'open') return [];
    const setting = counterSetting(visit, counter.id);
    const present = counter.present ? ticketOf(visit, counter.present) : undefined;
    const called = present ? (lastLeg(present)?.calledAt ?? at) : null;
    const since = (at - (called ?? counter.freeSince)) / 1000;
    if (!present && since >= AWAY) return [];
    const takes: Server['takes'] = (kind) =>
      canServe(setting, kind) ? skill(learned.skills, counter.id, kind.service) : 0;
    return [{ id: counter.id, serving: present?.service ?? null, since, takes }];
  });
}

/** Of a service that too little is known of: like all others here, else as the branch set it. */
function usualFrom({ durations }: Learned, visit: Visit): (service: ServiceId) => number {
  const lists = Object.values(durations);
  const n = lists.reduce((sum, list) => sum + list.length, 0);
  const mean = lists.reduce((sum, list) => list.reduce((s, d) => s + d, sum), 0) / n;
  if (n > 0) return () => mean;
  return (id) => visit.settings.services.find((s) => s.id === id)?.usualSeconds ?? 300;
}
