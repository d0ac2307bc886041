import type { BranchId, BusinessDate } from '../../../shared/ids.ts';
import type { Lobby } from '../../../shared/lobby.ts';
import type { MonthFigures } from '../../../shared/month/contender.ts';
import type { DayRow } from '../../../shared/month/dayRow.ts';
import type { Entry, Head } from '../../ledger/entry.ts';

/** Both ends belong to it; left out, it is open there. */
export interface DateSpan {
  readonly from?: string;
  readonly to?: string;
}

/** A branch's state right after the last entry that the center holds of it. */
export interface BranchNow {
  readonly lobby: Lobby;
  readonly head: Head;
  /** Hub time of that entry, ms. */
  readonly at: number;
}

/**
 * 账册: what the center knows of its branches, recomputed from the facts it holds and never taken from a
 * branch's own sums. Every answer is as of the last entry held at the time of asking. A branch is named
 * by the id it is enrolled with; an id that is not has no rows, no state, no entries.
 */
export interface Books {
  /** Day rows of all its epochs, oldest first; the last one may be of a day still open. */
  rows(branch: BranchId, span?: DateSpan): Promise<readonly DayRow[]>;
  /** Rows of every branch that has any in the month `2026-10`, oldest first. */
  month(month: string): Promise<ReadonlyMap<BranchId, readonly DayRow[]>>;
  /** What every branch with a day in the month is ranked by; as `sheetOf` says it, to the last digit. */
  contenders(month: string): Promise<readonly MonthFigures[]>;
  /** null: nothing is held of it. */
  lobby(branch: BranchId): Promise<BranchNow | null>;
  /** The entries of a business day's file, in order. */
  entries(branch: BranchId, date: BusinessDate): Promise<readonly Entry[]>;
}

export const isWithin = ({ from = '', to = '9999' }: DateSpan, date: string) =>
  date >= from && date <= to;
