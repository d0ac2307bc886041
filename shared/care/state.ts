import type { AlertId, CounterId, StaffId } from '../ids.ts';
import { unreachable } from '../result.ts';
import type { VisitFact } from '../visit/facts.ts';
import type { AdviceFact } from './advice/facts.ts';
import {
  type AdviceLog,
  evolveAdvice,
  followAdvice,
  initialAdvice,
  nextDayOfAdvice,
} from './advice/state.ts';
import type { AlertAction, AlertCause } from './causes.ts';
import { evolveComplaints } from './complaints/evolve.ts';
import type { ComplaintFact } from './complaints/facts.ts';
import { type Complaints, initialComplaints, newDayForComplaints } from './complaints/state.ts';
import type { AlertFact, AlertKind, AlertLevel, CareFact } from './facts.ts';
import { evolveRectifications } from './rectifications/evolve.ts';
import type { RectificationFact } from './rectifications/facts.ts';
import { initialRectifications, nextDay, type Rectifications } from './rectifications/state.ts';
import type { WarningFact } from './warnings/facts.ts';
import {
  evolveWarnings,
  initialWarnings,
  isLapsed,
  newDayForWarnings,
  type Warnings,
} from './warnings/state.ts';

/** An alert 预警: raised → acknowledged → handled → cleared when the figure came back. */
export interface Alert {
  readonly id: AlertId;
  readonly kind: AlertKind;
  readonly subject: string;
  readonly level: AlertLevel;
  readonly figure: number;
  readonly raisedAt: number;
  /** Raised, risen or repeated last: the next repeat counts from here. */
  readonly saidAt: number;
  readonly recipients: readonly string[];
  readonly advice: {
    readonly counter: CounterId;
    readonly from: number;
    readonly to: number;
  } | null;
  readonly acknowledgedAt: number | null;
  /** null: nobody was signed in there. */
  readonly acknowledgedBy: StaffId | null;
  readonly handled: {
    readonly at: number;
    readonly by: StaffId | null;
    readonly cause: AlertCause;
    readonly action: AlertAction;
    readonly note: string | null;
  } | null;
  readonly clearedAt: number | null;
}

export interface Care {
  /** Today's alerts and older ones not yet cleared, oldest first. */
  readonly alerts: readonly Alert[];
  /** Alerts raised this business day. */
  readonly raised: number;
  readonly rectifications: Rectifications;
  readonly complaints: Complaints;
  readonly warnings: Warnings;
  readonly advice: AdviceLog;
}

export const initialCare: Care = {
  alerts: [],
  raised: 0,
  rectifications: initialRectifications,
  complaints: initialComplaints,
  warnings: initialWarnings,
  advice: initialAdvice,
};

export const alertOf = (care: Care, id: AlertId) => care.alerts.find((a) => a.id === id);

/** Kinds that are events: no figure of theirs can come back. */
export const eventful = (kind: AlertKind) => kind === 'dissatisfied';

/** A new day forgets what is over; what is not stays, an event as long as its early warning. */
export const newDay = (care: Care, at: number): Care => ({
  alerts: care.alerts.filter(
    (a) => a.clearedAt === null && !(eventful(a.kind) && isLapsed(a.raisedAt, at)),
  ),
  raised: 0,
  rectifications: nextDay(care.rectifications, at),
  advice: nextDayOfAdvice(care.advice),
  complaints: newDayForComplaints(care.complaints, at),
  warnings: newDayForWarnings(care.warnings, at),
});

/** Days, and what advice was followed. */
export function followCare(care: Care, fact: VisitFact): Care {
  if (fact.type === 'day.opened') return newDay(care, fact.at);
  const advice = followAdvice(care.advice, fact);
  return advice === care.advice ? care : { ...care, advice };
}

export function evolveCare(care: Care, fact: CareFact): Care {
  switch (fact.type.split('.')[0]) {
    case 'complaint':
      return { ...care, complaints: evolveComplaints(care.complaints, fact as ComplaintFact) };
    case 'warning':
      return { ...care, warnings: evolveWarnings(care.warnings, fact as WarningFact) };
    case 'advice':
      return { ...care, advice: evolveAdvice(care.advice, fact as AdviceFact) };
    case 'alert':
      return evolveAlerts(care, fact as AlertFact);
    default:
      return {
        ...care,
        rectifications: evolveRectifications(care.rectifications, fact as RectificationFact),
      };
  }
}

function evolveAlerts(care: Care, fact: AlertFact): Care {
  if (fact.type === 'alert.raised') {
    const { alert: id, at, type: _, ...rest } = fact;
    const alert: Alert = {
      ...{ id, ...rest, raisedAt: at, saidAt: at },
      ...{ advice: null, acknowledgedAt: null, acknowledgedBy: null },
      ...{ handled: null, clearedAt: null },
    };
    return { ...care, alerts: [...care.alerts, alert], raised: care.raised + 1 };
  }
  const next = change(fact);
  const alerts = care.alerts.map((a) => (a.id === fact.alert ? { ...a, ...next } : a));
  return { ...care, alerts };
}

function change(fact: Exclude<AlertFact, { type: 'alert.raised' }>): Partial<Alert> {
  const { at } = fact;
  switch (fact.type) {
    case 'alert.rose':
      return { ...rose(fact), saidAt: at };
    case 'alert.repeated':
      return { figure: fact.figure, saidAt: at };
    case 'alert.advised':
      return { advice: { counter: fact.counter, from: fact.from, to: fact.to } };
    case 'alert.acknowledged':
      return { acknowledgedAt: at, acknowledgedBy: fact.by ?? null };
    case 'alert.handled': {
      const { cause, action, note = null, by = null } = fact;
      return { handled: { at, by, cause, action, note } };
    }
    case 'alert.cleared':
      return { clearedAt: at };
    default:
      return unreachable(fact);
  }
}

/** A higher level is news: whoever dealt with the lower one has not dealt with this. */
const rose = ({ level, figure, recipients }: Extract<AlertFact, { type: 'alert.rose' }>) => ({
  ...{ level, figure, recipients },
  ...{ acknowledgedAt: null, acknowledgedBy: null, handled: null },
});
