import { unreachable } from '../../result.ts';
import type { ClosingId, NodeId, PersonId, ProposalId } from '../ids.ts';
import type { Difference } from './differences.ts';
import type { MonthsFact, MonthsFactOf, ProposalBody } from './facts.ts';
import type { Frozen } from './figures.ts';

type Closed = MonthsFactOf<'month.closed'>;

/** A month that was closed 已关账: its figures stand, and each correction stands beside them. */
export interface Closing extends Omit<Closed, 'type' | 'closing'> {
  readonly id: ClosingId;
  /** What it was closed with, for ever. */
  readonly original: readonly Frozen[];
  /** What the last correction says; without one, the original. */
  readonly branches: readonly Frozen[];
  readonly corrections: readonly Corrected[];
}

export interface Corrected {
  readonly n: number;
  readonly at: number;
  readonly by: PersonId;
  readonly reason: string;
  readonly differences: readonly Difference[];
  /** All of the month as it said then. */
  readonly branches: readonly Frozen[];
}

export type Step =
  | { readonly is: 'confirmed'; readonly at: number; readonly by: PersonId; note: string | null }
  | { readonly is: 'rejected'; readonly at: number; readonly by: PersonId; reason: string }
  | {
      readonly is: 'appealed';
      readonly at: number;
      readonly by: PersonId;
      readonly who: PersonId;
      readonly grounds: string;
    }
  | {
      readonly is: 'granted' | 'dismissed';
      readonly at: number;
      readonly by: PersonId;
      readonly reason: string;
    }
  | { readonly is: 'lapsed' | 'reopened'; readonly at: number; readonly by: PersonId };

/** 奖惩建议: what the rules propose for a person, and all that people decided of it. */
export interface Proposal extends ProposalBody {
  readonly id: ProposalId;
  readonly at: number;
  readonly by: PersonId;
  /** `open` 待确认, `confirmed` 已确认, `rejected` 不予采纳, `appealed` 申诉中, `revoked` 申诉成立, `lapsed` 失去依据. */
  readonly is: 'open' | 'confirmed' | 'rejected' | 'appealed' | 'revoked' | 'lapsed';
  readonly steps: readonly Step[];
}

export interface Months {
  readonly closings: Readonly<Record<ClosingId, Closing>>;
  readonly proposals: Readonly<Record<ProposalId, Proposal>>;
}

export const initialMonths: Months = { closings: {}, proposals: {} };

/** Months that are kept at hand: two years to compare with, and some. Older ones lie in the ledger. */
const KEPT = 26;

const monthsBetween = (a: string, b: string) => {
  const [y = 0, m = 0] = a.split('-').map(Number);
  const [year = 0, month = 0] = b.split('-').map(Number);
  return (year - y) * 12 + month - m;
};

export function evolveMonths(months: Months, fact: MonthsFact): Months {
  switch (fact.type) {
    case 'month.closed':
      return closed(months, fact);
    case 'month.corrected':
      return corrected(months, fact);
    case 'proposal.made': {
      const { type: _, proposal: id, ...body } = fact;
      return withProposal(months, { ...body, id, is: 'open', steps: [] });
    }
    case 'proposal.confirmed':
      return stepped(months, fact, 'confirmed', { is: 'confirmed', note: fact.note, ...by(fact) });
    case 'proposal.rejected':
      return stepped(months, fact, 'rejected', {
        is: 'rejected',
        reason: fact.reason,
        ...by(fact),
      });
    case 'proposal.appealed': {
      const { who, grounds } = fact;
      return stepped(months, fact, 'appealed', { is: 'appealed', who, grounds, ...by(fact) });
    }
    case 'appeal.decided': {
      const { outcome, reason } = fact;
      const after = outcome === 'granted' ? 'revoked' : 'confirmed';
      return stepped(months, fact, after, { is: outcome, reason, ...by(fact) });
    }
    case 'proposal.lapsed':
      return stepped(months, fact, 'lapsed', { is: 'lapsed', ...by(fact) });
    case 'proposal.reopened':
      return stepped(months, fact, 'open', { is: 'reopened', ...by(fact) });
    default:
      return unreachable(fact);
  }
}

const by = ({ at, by }: { at: number; by: PersonId }) => ({ at, by });

function closed(months: Months, { type: _, closing: id, ...fact }: Closed): Months {
  const closing: Closing = { ...fact, id, original: fact.branches, corrections: [] };
  const isKept = (one: string) => monthsBetween(one.slice(0, 7), fact.month) < KEPT;
  return {
    closings: { ...kept(months.closings, isKept), [id]: closing },
    proposals: kept(months.proposals, isKept),
  };
}

const kept = <T>(all: Readonly<Record<string, T>>, isKept: (id: string) => boolean) =>
  Object.fromEntries(Object.entries(all).filter(([id]) => isKept(id)));

function corrected(months: Months, fact: MonthsFactOf<'month.corrected'>): Months {
  const { closing, n, reason, differences, branches } = fact;
  const before = months.closings[closing];
  if (!before) return months;
  const corrections = [...before.corrections, { n, reason, differences, branches, ...by(fact) }];
  const after = { ...before, branches, corrections };
  return { ...months, closings: { ...months.closings, [closing]: after } };
}

const withProposal = (months: Months, one: Proposal): Months => ({
  ...months,
  proposals: { ...months.proposals, [one.id]: one },
});

function stepped(
  months: Months,
  { proposal }: { proposal: ProposalId },
  is: Proposal['is'],
  step: Step,
): Months {
  const before = months.proposals[proposal];
  if (!before) return months;
  return withProposal(months, { ...before, is, steps: [...before.steps, step] });
}

/** A unit's closings, oldest first. */
export const closingsOf = ({ closings }: Months, node: NodeId): Closing[] =>
  Object.values(closings)
    .filter((one) => one.node === node)
    .sort((a, b) => (a.month < b.month ? -1 : 1));

export const proposalsOf = ({ proposals }: Months, closing: ClosingId): Proposal[] =>
  Object.values(proposals).filter((one) => one.closing === closing);

/** The last month closed for one of these units; empty when none was. */
export function lastClosed({ closings }: Months, nodes: readonly NodeId[]): string {
  const months = Object.values(closings).filter(({ node }) => nodes.includes(node));
  return months.reduce((last, { month }) => (month > last ? month : last), '');
}
