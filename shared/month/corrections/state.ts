import { careRulesOf } from '../../careRules.ts';
import { countsNext, type Dated, isOf, lateMark, onNewDay } from '../../floor/afterClose.ts';
import type { BusinessDate, CorrectionId, StaffId, TicketId } from '../../ids.ts';
import { unreachable } from '../../result.ts';
import type { Settings } from '../../settings.ts';
import type { Corrected } from '../records.ts';
import type { CorrectedFigure } from './commands.ts';
import type { CorrectionFact } from './facts.ts';

/** A correction 更正 with both figures, from the proposal on. */
export interface Correction extends Omit<Proposed, 'type' | 'correction'> {
  readonly id: CorrectionId;
  readonly end: CorrectionEnd | null;
}
type Proposed = Extract<CorrectionFact, { type: 'correction.proposed' }>;

export type CorrectionEnd =
  | ({ readonly is: 'confirmed'; readonly at: number; readonly by: StaffId } & Dated)
  | { readonly is: 'rejected'; readonly at: number; readonly by: StaffId; readonly note: string }
  | { readonly is: 'expired'; readonly at: number };

export interface Corrections {
  /** Open ones, and those that ended within the last 60 days; oldest first. */
  readonly all: readonly Correction[];
  /** Proposed this business day. */
  readonly proposed: number;
}

export const initialCorrections: Corrections = { all: [], proposed: 0 };

export const correctionOf = ({ all }: Corrections, id: CorrectionId) =>
  all.find((one) => one.id === id);

const DAY = 86_400_000;
export const CORRECTABLE_DAYS = 60;

export const newDayForCorrections = (
  { all }: Corrections,
  { at, date }: { at: number; date: BusinessDate },
): Corrections => ({
  // A ticket is counted by what was corrected of it: nothing is forgotten before it is too old itself.
  all: all
    .filter(({ end }) => !end || at - end.at <= (CORRECTABLE_DAYS + 1) * DAY)
    .map((one) => ({ ...one, end: one.end && onNewDay(one.end, date) })),
  proposed: 0,
});

/** @param isShut whether the business day is closed, and the next one has not begun */
export function evolveCorrections(
  now: Corrections,
  fact: CorrectionFact,
  isShut: boolean,
): Corrections {
  if (fact.type === 'correction.proposed') {
    const { type: _, correction: id, ...rest } = fact;
    return { all: [...now.all, { ...rest, id, end: null }], proposed: now.proposed + 1 };
  }
  const end = endOf(fact, isShut);
  return {
    ...now,
    all: now.all.map((one) => (one.id === fact.correction ? { ...one, end } : one)),
  };
}

function endOf(fact: Exclude<CorrectionFact, Proposed>, isShut: boolean): CorrectionEnd {
  const { at } = fact;
  switch (fact.type) {
    case 'correction.confirmed':
      return { is: 'confirmed', at, by: fact.by, date: fact.date, ...countsNext(isShut) };
    case 'correction.rejected':
      return { is: 'rejected', at, by: fact.by, note: fact.note };
    case 'correction.expired':
      return { is: 'expired', at };
    default:
      return unreachable(fact);
  }
}

/** What the figure is by the last correction that was confirmed; `ledger` where there was none. */
export function figureNow(
  { all }: Corrections,
  ticket: TicketId,
  what: CorrectedFigure,
  ledger: number,
): number | null {
  const last = all.findLast(
    (one) => one.ticket === ticket && one.what === what && one.end?.is === 'confirmed',
  );
  return last ? last.to : ledger;
}

/** When a proposal that nobody answered is over, hub time. */
export const expiresAt = ({ at }: Pick<Correction, 'at'>, settings: Settings) =>
  at + careRulesOf(settings).correctionDays * DAY;

/** What was confirmed and counts on a business day, as its row keeps it. */
export const correctedOn = ({ all }: Corrections, date: BusinessDate): Corrected[] =>
  all.flatMap((one): Corrected[] => {
    const { id, end, ticket, what, from, to, reason, note, by } = one;
    if (end?.is !== 'confirmed' || !isOf(end, date)) return [];
    const { class: cls, service, date: of } = one;
    return [
      {
        ...{ id, date: of, ticket, class: cls, service, what, from, to },
        ...{ at: end.at, by: [by, end.by], reason: `${reason}: ${note}` },
        ...lateMark(end),
      },
    ];
  });
