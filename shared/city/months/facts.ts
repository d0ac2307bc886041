import type { BranchId, MonthName } from '../../ids.ts';
import type { ClosingId, NodeId, PersonId, ProposalId } from '../ids.ts';
import type { CityRules, Seat } from '../rules/commands.ts';
import type { Difference } from './differences.ts';
import type { Frozen, Lack } from './figures.ts';

type By<T extends string, Body> = {
  readonly type: T;
  readonly at: number;
  readonly by: PersonId;
} & Readonly<Body>;

/** Why somebody is proposed for a reward or a fine. */
export type Why = 'edge' | 'repeat';

export interface ProposalBody {
  readonly closing: ClosingId;
  readonly kind: 'reward' | 'fine';
  /** `edge`: first or last; `repeat`: in the bottom group more often than the rules allow. */
  readonly why: Why;
  readonly branch: BranchId;
  /** Of so many that were ranked. */
  readonly place: number;
  readonly of: number;
  readonly mean: number;
  /** 档次, from 1. */
  readonly tier: number;
  /** How often in the bottom group this calendar year, this month counted. */
  readonly times: number;
  readonly node: NodeId;
  readonly seat: Seat;
  readonly person: PersonId;
  /** Of the month's days, those on which that person held the post. */
  readonly days: number;
  readonly ofDays: number;
  /** Whole yuan, by the days held; null where the rules name none. */
  readonly amount: number | null;
  readonly version: string;
}

export type MonthsFact =
  | By<
      'month.closed',
      {
        closing: ClosingId;
        month: MonthName;
        node: NodeId;
        sum: string;
        rules: CityRules;
        version: string;
        branches: readonly Frozen[];
        lacks: readonly Lack[];
        despite: string | null;
      }
    >
  | By<
      'month.corrected',
      {
        closing: ClosingId;
        /** From 1. */
        n: number;
        sum: string;
        reason: string;
        branches: readonly Frozen[];
        differences: readonly Difference[];
      }
    >
  | By<'proposal.made', ProposalBody & { proposal: ProposalId }>
  /** A correction took its ground away before anybody had confirmed it. */
  | By<'proposal.lapsed', { proposal: ProposalId }>
  /** The same, once it had been confirmed: a person has to look at it again. */
  | By<'proposal.reopened', { proposal: ProposalId }>
  | By<'proposal.confirmed', { proposal: ProposalId; note: string | null }>
  | By<'proposal.rejected', { proposal: ProposalId; reason: string }>
  | By<'proposal.appealed', { proposal: ProposalId; who: PersonId; grounds: string }>
  | By<
      'appeal.decided',
      { proposal: ProposalId; outcome: 'granted' | 'dismissed'; reason: string }
    >;

export type MonthsFactOf<T extends MonthsFact['type']> = Extract<MonthsFact, { type: T }>;
