import type { Expected } from '../foresight/expectation.ts';
import { alertIdOf } from '../ids.ts';
import type { VisitFact } from '../visit/facts.ts';
import { ticketOf, type Visit } from '../visit/state.ts';
import { type Condition, conditions, type Scene } from './conditions.ts';
import type { AlertFact, AlertLevel } from './facts.ts';
import { type Alert, type Care, eventful } from './state.ts';

const RANK: Record<AlertLevel, number> = { yellow: 1, orange: 2, red: 3 };

/** What has to be said about alerts at this moment: raised, risen, repeated, advised, cleared. */
export function watch(care: Care, scene: Scene, at: number): AlertFact[] {
  const { visit, expected } = scene;
  const now = conditions(scene, at);
  const open = care.alerts.filter((a) => a.clearedAt === null && !eventful(a.kind));
  const fresh = now.filter((c) => !open.some((a) => isOf(a, c)));
  return [
    ...fresh.map((c, i) => raised(care.raised + i + 1, c, visit, at)),
    ...open.flatMap((alert) => {
      const condition = now.find((c) => isOf(alert, c));
      return condition ? goesOn(alert, condition, visit, expected, at) : [];
    }),
    ...over(open, now, scene, at),
    ...unhandled(care, visit, at),
  ];
}

const isOf = (a: Alert, c: Condition) => a.kind === c.kind && a.subject === c.subject;

/** Whatever is back at its line, but not clear of it yet, stands and says nothing. */
function over(
  open: readonly Alert[],
  now: readonly Condition[],
  scene: Scene,
  at: number,
): AlertFact[] {
  const back = open.filter((a) => !now.some((c) => isOf(a, c)));
  if (back.length === 0) return [];
  const still = conditions(scene, at, scene.visit.settings.alerts.clearsUnder);
  return back
    .filter((a) => !still.some((c) => isOf(a, c)))
    .map(({ id }) => ({ type: 'alert.cleared', at, alert: id }));
}

/** An event stands until somebody has handled it. */
function unhandled(care: Care, visit: Visit, at: number): AlertFact[] {
  return care.alerts
    .filter((a) => eventful(a.kind) && a.clearedAt === null && isDue(a, visit, at))
    .map((a) => ({ type: 'alert.repeated', at, alert: a.id, figure: a.figure }));
}

/**
 * On its own day every few minutes, on each later one once, or what nobody handles would drown the rest;
 * at night there is nobody to remind.
 */
function isDue({ handled, raisedAt, saidAt }: Alert, { day, settings }: Visit, at: number) {
  if (handled || !day?.open) return false;
  if (raisedAt < day.since) return saidAt < day.since;
  return at - saidAt >= settings.alerts.repeatEvery * 1000;
}

function raised(n: number, c: Condition, visit: Visit, at: number): AlertFact {
  if (!visit.day) throw new Error('an alert is raised, but no day is open');
  const recipients = visit.settings.alerts.recipients[c.level];
  return { type: 'alert.raised', at, alert: alertIdOf(visit.day.date, n), ...c, recipients };
}

/** A level only rises within one alert's life; whoever handled it is reminded only once it rose. */
function goesOn(
  alert: Alert,
  c: Condition,
  visit: Visit,
  expected: readonly Expected[],
  at: number,
): AlertFact[] {
  const { recipients } = visit.settings.alerts;
  const { level, figure } = c;
  const said: AlertFact[] = [];
  if (RANK[level] > RANK[alert.level])
    said.push({
      type: 'alert.rose',
      at,
      alert: alert.id,
      level,
      figure,
      recipients: recipients[level],
    });
  else if (isDue(alert, visit, at))
    said.push({ type: 'alert.repeated', at, alert: alert.id, figure });
  return [...said, ...advised(alert, visit, expected, at)];
}

/** 弹性窗口: an expected wait that stays over orange asks for one more counter. */
function advised(alert: Alert, visit: Visit, all: readonly Expected[], at: number): AlertFact[] {
  if (alert.kind !== 'expected' || alert.advice) return [];
  if (at - alert.raisedAt < visit.settings.alerts.adviseAfter * 1000) return [];
  const expected = all.find(({ service }) => service === alert.subject);
  if (!expected?.opened) return [];
  const { wait: from, opened } = expected;
  return [
    {
      ...{ type: 'alert.advised', at, alert: alert.id, counter: opened.counter },
      ...{ from: Math.round(from), to: Math.round(opened.wait) },
    },
  ];
}

type Rating = Extract<VisitFact, { type: 'rating.given' | 'rating.changed' | 'rating.byPhone' }>;

const isRating = (fact: VisitFact): fact is Rating =>
  ['rating.given', 'rating.changed', 'rating.byPhone'].includes(fact.type);

/** 苗头: a dissatisfied customer warns the branch manager at once; a slip of the finger takes it back. */
export function reactions(
  care: Care,
  visit: Visit,
  facts: readonly VisitFact[],
  at: number,
): AlertFact[] {
  return facts.flatMap((fact): AlertFact[] => {
    if (!isRating(fact)) return [];
    const { ticket: subject, level } = fact;
    const known = care.alerts.find((a) => a.subject === subject && a.clearedAt === null);
    // What the phone said is not taken back at a terminal.
    const stands = ticketOf(visit, subject)?.phone?.level === 'dissatisfied';
    if (level !== 'dissatisfied')
      return known && !stands ? [{ type: 'alert.cleared', at, alert: known.id }] : [];
    if (known || ticketOf(visit, subject)?.test) return [];
    const condition = { kind: 'dissatisfied', subject, level: 'orange', figure: 1 } as const;
    return [raised(care.raised + 1, condition, visit, at)];
  });
}
