import type { AlertAction, AlertCause } from '../../shared/care/causes.ts';
import type { AlertKind } from '../../shared/care/facts.ts';
import { type Alert, alertOf } from '../../shared/care/state.ts';
import type { Cast } from './cast.ts';
import { press, type Script, wait } from './script.ts';

const MINUTE = 60_000;

/** What this one writes down about an alert, by what it was. */
const ANSWERS: Record<AlertKind, readonly [AlertCause, AlertAction]> = {
  wait: ['peak', 'guidedCustomers'],
  expected: ['peak', 'openedCounter'],
  crowd: ['peak', 'guidedCustomers'],
  idle: ['counterPaused', 'movedStaff'],
  missedBurst: ['other', 'guidedCustomers'],
  terminalOffline: ['equipment', 'repaired'],
  deviceOffline: ['equipment', 'repaired'],
  meetingMissing: ['other', 'trained'],
  complaintDue: ['other', 'spokeToCustomer'],
  dissatisfied: ['longServices', 'spokeToCustomer'],
};

/** The lobby manager 大堂经理: sees to alerts, and closes the day when everybody has gone home. */
export function* keepsLobby(cast: Cast, evening: () => void): Script {
  const { stage } = cast;
  while (stage.now() < cast.plan.closes || !everybodyGone(cast)) {
    yield* seesToAlerts(cast);
    yield* wait(3 * cast.plan.glance);
  }
  yield* press({ type: 'day.close', by: 'manager' });
  evening();
}

function everybodyGone({ stage, plan }: Cast): boolean {
  const { counters, day } = stage.lobby().visit;
  if (!day?.open) return true;
  const late = stage.now() > plan.closes + 90 * MINUTE;
  return late || Object.values(counters).every((counter) => counter.situation.is === 'closed');
}

/** One thing at a time: acknowledged after a minute or so, handled some minutes later. */
function* seesToAlerts({ stage, dice }: Cast): Script {
  const now = stage.now();
  for (const { id } of stage.lobby().care.alerts) {
    const alert = alertOf(stage.lobby().care, id);
    const own = dice.for(id);
    const [seenAfter, doneAfter] = [own.between(0.5, 2), own.between(3, 8)];
    if (!alert || alert.handled) continue;
    if (isNew(alert) && now > alert.raisedAt + seenAfter * MINUTE)
      yield* press({ type: 'alert.acknowledge', alert: id });
    if (now > alert.raisedAt + doneAfter * MINUTE) {
      const [cause, action] = ANSWERS[alert.kind];
      yield* press({ type: 'alert.handle', alert: id, cause, action });
    }
  }
}

const isNew = (alert: Alert) => alert.acknowledgedAt === null && alert.clearedAt === null;
