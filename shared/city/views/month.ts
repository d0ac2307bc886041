import type { BranchId, MonthName } from '../../ids.ts';
import type { NodeId, PersonId } from '../ids.ts';
import type { Difference } from '../months/differences.ts';
import type { ProposalBody } from '../months/facts.ts';
import type { Frozen, Lack } from '../months/figures.ts';
import type { Closing, Corrected, Proposal } from '../months/state.ts';
import type { CityRules } from '../rules/commands.ts';

/** A month of the branches under one unit: as it stands, or as it was closed. */
export interface MonthPage {
  readonly month: MonthName;
  readonly node: NodeId;
  /** The month has ended, in the city's own time zone. */
  readonly isOver: boolean;
  readonly branches: readonly Frozen[];
  readonly lacks: readonly Lack[];
  readonly rules: CityRules;
  readonly version: string;
  /** null: nobody set any, it is the standard. */
  readonly setBy: NodeId | null;
  /** Not closed yet: what it would be closed with. */
  readonly preview: MonthPreview | null;
  readonly closing: ToldClosing | null;
  /** What the books say now of a month that was closed; null: nothing else. */
  readonly late: { readonly sum: string; readonly differences: readonly Difference[] } | null;
  readonly proposals: readonly Proposal[];
  /** By branch: the places and figures of the months closed before it, oldest first. */
  readonly trend: Readonly<Record<BranchId, readonly TrendPoint[]>>;
  readonly people: Readonly<Record<PersonId, string>>;
}

/** Without its figures, which stand in `branches`. */
export interface ToldClosing
  extends Omit<Closing, 'branches' | 'original' | 'lacks' | 'rules' | 'corrections'> {
  readonly corrections: readonly Omit<Corrected, 'branches'>[];
}

export interface MonthPreview {
  /** Names all that was seen: nothing else is closed. */
  readonly sum: string;
  readonly blocking: number;
  readonly proposals: readonly ProposalBody[];
}

export interface TrendPoint {
  readonly month: string;
  readonly place: number | null;
  readonly figures: Readonly<Record<string, number | null>>;
  readonly total: number | null;
}
