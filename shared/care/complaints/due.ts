import { addDays, wallOf } from '../../calendar.ts';
import { careRulesOf } from '../../careRules.ts';
import type { Settings } from '../../settings.ts';
import type { Visit } from '../../visit/state.ts';
import type { Condition } from '../conditions.ts';
import type { AlertLevel } from '../facts.ts';
import type { Care } from '../state.ts';
import { dateAt } from '../today.ts';
import type { Complaint } from './state.ts';

const HOUR = 3_600_000;

/** What a complaint waits for next, and until when, hub time. */
export interface NextDue {
  readonly what: 'contact' | 'plan' | 'answer';
  readonly until: number;
}

/** Until when the last day lasts: midnight on the branch's own wall, as hub time. */
export const dayEnd = (
  { settings, offset }: Pick<Visit, 'settings' | 'offset'>,
  date: Complaint['due'],
) => wallOf(settings.branch.timeZone, addDays(date, 1), '00:00') - offset;

/** The nearest of an open complaint's deadlines. */
export function nextDue(order: Complaint, visit: Pick<Visit, 'settings' | 'offset'>): NextDue {
  const { contactHours, planHours } = careRulesOf(visit.settings);
  const answer: NextDue = { what: 'answer', until: dayEnd(visit, order.due) };
  const contact: NextDue = { what: 'contact', until: order.openedAt + contactHours * HOUR };
  const plan: NextDue = { what: 'plan', until: order.openedAt + planHours * HOUR };
  const waits = [
    ...(order.contactedAt === null ? [contact] : []),
    ...(order.plannedAt === null ? [plan] : []),
    answer,
  ];
  return waits.reduce((first, next) => (next.until < first.until ? next : first));
}

/**
 * How near to its limit: yellow from the reminder on, orange on the last day or past a time of ours,
 * red past the law's day.
 */
export function levelOfComplaint(order: Complaint, visit: Visit, at: number): AlertLevel | null {
  if (order.end) return null;
  const today = dateAt(visit, at);
  if (today > order.due) return 'red';
  const { what, until } = nextDue(order, visit);
  if (today === order.due || (what !== 'answer' && at > until)) return 'orange';
  return isReminded(order, visit.settings, today) ? 'yellow' : null;
}

const isReminded = ({ due }: Complaint, settings: Settings, today: string) =>
  today >= addDays(due, -careRulesOf(settings).remindDays);

/**
 * Complaints near their limits, and early warnings past theirs, as conditions for an alert. The figure
 * counts calendar days to the last one, below nought past it; of a warning, minutes past its time.
 */
export function complaintsDue(care: Care, visit: Visit, at: number) {
  const { complaints, warnings, alerts } = care;
  const today = dateAt(visit, at);
  const orders = complaints.orders.flatMap((order): Condition[] => {
    const level = levelOfComplaint(order, visit, at);
    if (!level) return [];
    const figure = daysBetween(today, order.due);
    return [{ kind: 'complaintDue', subject: order.id, level, figure }];
  });
  return [...orders, ...lateWarnings(warnings.all, alerts, at)];
}

/** What still has an alert of its own needs no second one. */
function lateWarnings(all: Care['warnings']['all'], alerts: Care['alerts'], at: number) {
  const late = all.filter(({ end, until }) => !end && at > until);
  if (late.length === 0) return [];
  const said = new Set(alerts.filter((a) => a.clearedAt === null).map((a) => a.id));
  return late.flatMap(({ id, until, alert }): Condition[] => {
    if (alert && said.has(alert)) return [];
    const figure = Math.floor((at - until) / 60_000);
    return [{ kind: 'complaintDue', subject: id, level: 'orange', figure }];
  });
}

/** Calendar days from one date to another. */
const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000);
