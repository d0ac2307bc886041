import type { AlertId, ComplaintId, ServiceId, StaffId, TicketId, WarningId } from '../../ids.ts';
import { unreachable } from '../../result.ts';
import type { AlertAction } from '../causes.ts';
import type { WarningFact } from './facts.ts';

/** An early warning 苗头, from what raised it until it was dealt with. */
export interface Warning {
  readonly id: WarningId;
  readonly at: number;
  readonly from: 'rating' | 'wait' | 'hand';
  readonly until: number;
  readonly alert: AlertId | null;
  readonly ticket: TicketId | null;
  readonly service: ServiceId | null;
  readonly class: string | null;
  readonly note: string | null;
  readonly taken: { readonly at: number; readonly by: StaffId | null } | null;
  readonly end: WarningEnd | null;
}

export type WarningEnd =
  | {
      readonly is: 'closed';
      readonly at: number;
      readonly by: StaffId | null;
      readonly action: AlertAction;
      readonly note: string | null;
    }
  | { readonly is: 'turned'; readonly at: number; readonly complaint: ComplaintId }
  | { readonly is: 'dropped'; readonly at: number }
  /** Nobody dealt with it: 过期. */
  | { readonly is: 'lapsed'; readonly at: number };

export interface Warnings {
  /** Open ones, and those that ended within the last 60 days; oldest first. */
  readonly all: readonly Warning[];
  /** Raised this business day. */
  readonly raised: number;
}

export const initialWarnings: Warnings = { all: [], raised: 0 };

export const warningOf = ({ all }: Warnings, id: WarningId) => all.find((w) => w.id === id);

const KEPT = 60 * 86_400_000;
/** After so long nobody can step in any more: a new day lets go of what is older, and of its alert. */
const LAPSES = 7 * 86_400_000;

/** Whether what was raised at a time is past being dealt with. */
export const isLapsed = (raisedAt: number, at: number) => at - raisedAt > LAPSES;

export const newDayForWarnings = ({ all }: Warnings, at: number): Warnings => ({
  all: all
    .map((w) => (w.end || !isLapsed(w.at, at) ? w : { ...w, end: { is: 'lapsed', at } as const }))
    .filter(({ end }) => !end || at - end.at <= KEPT),
  raised: 0,
});

export function evolveWarnings(warnings: Warnings, fact: WarningFact): Warnings {
  if (fact.type === 'warning.raised') {
    const { warning: id, type: _, by: __, ...rest } = fact;
    const blank = { alert: null, ticket: null, service: null, class: null, note: null };
    const raised: Warning = { ...blank, ...rest, id, taken: null, end: null };
    return { all: [...warnings.all, raised], raised: warnings.raised + 1 };
  }
  const next = change(fact);
  const all = warnings.all.map((w) => (w.id === fact.warning ? { ...w, ...next } : w));
  return { ...warnings, all };
}

function change(fact: Exclude<WarningFact, { type: 'warning.raised' }>): Partial<Warning> {
  const { at, by = null } = fact;
  switch (fact.type) {
    case 'warning.taken':
      return { taken: { at, by } };
    case 'warning.closed':
      return {
        end: { is: 'closed', at, by, action: fact.action, note: fact.note ?? null },
      };
    case 'warning.turned':
      return { end: { is: 'turned', at, complaint: fact.complaint } };
    case 'warning.dropped':
      return { end: { is: 'dropped', at } };
    default:
      return unreachable(fact);
  }
}
