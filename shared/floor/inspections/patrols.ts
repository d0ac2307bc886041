import { localTime, minutesOf, spanOf } from '../../calendar.ts';
import type { PhotoId, StaffId } from '../../ids.ts';
import type { Visit } from '../../visit/state.ts';

/** 大堂经理巡查: what is looked at, in this order, by round. Ours; texts in `words/checklist.ts`. */
export const PATROL = {
  before: ['doors', 'lights', 'machine', 'paper', 'screens', 'forms', 'care'],
  during: ['line', 'special', 'selfService', 'paper', 'clean', 'safety'],
  after: ['people', 'machine', 'screens', 'forms', 'lights', 'lost'],
} as const;
export type Round = keyof typeof PATROL;
export const ROUNDS = ['before', 'during', 'after'] as const;

export interface PatrolAnswer {
  readonly item: string;
  readonly ok: boolean;
  readonly remark?: string;
  readonly photos?: readonly PhotoId[];
}

/** One round of today. */
export interface Patrol {
  readonly round: Round;
  readonly at: number;
  readonly by: StaffId | null;
  readonly late: boolean;
  readonly answers: readonly PatrolAnswer[];
}

/** A last round is late once the branch has been closed for so many minutes: ours. */
const AFTER = 60;

/** Minutes since local midnight by which a round is due; null: whenever, or no hours are set. */
export function dueBy(round: Round, { settings, day }: Visit): number | null {
  const span = day && settings.hours && spanOf(settings.hours, day.date);
  if (!span || round === 'during') return null;
  return round === 'before' ? minutesOf(span.open) : minutesOf(span.close) + AFTER;
}

export function isLate(round: Round, visit: Visit, at: number): boolean {
  const due = dueBy(round, visit);
  if (due === null || !visit.day) return false;
  const { date, time } = localTime(visit.settings.branch.timeZone, at + visit.offset);
  // A business day goes on past midnight.
  return minutesOf(time) + (date > visit.day.date ? 1440 : 0) > due;
}
