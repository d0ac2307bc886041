import { accept, type Refusal, type Result, refuse, unreachable } from '../../result.ts';
import type { PersonId } from '../ids.ts';
import type { MonthsCommand } from './commands.ts';
import type { MonthsFact } from './facts.ts';
import type { Months, Proposal } from './state.ts';

export type ProposalRefusal =
  | 'appeal.anotherPerson'
  | 'appeal.none'
  | 'appeal.once'
  | 'proposal.concerned'
  | 'proposal.notConfirmed'
  | 'proposal.notOpen'
  | 'proposal.unknown';

export type ProposalCommand = Extract<
  MonthsCommand,
  { type: `proposal.${string}` | 'appeal.decide' }
>;
type Decision = Result<readonly MonthsFact[], Refusal<ProposalRefusal>>;

/** A person decides each; nobody decides on their own, and an appeal goes to somebody who had no part. */
export function decideProposal(
  { proposals }: Months,
  c: ProposalCommand,
  { at, by }: { at: number; by: PersonId },
): Decision {
  const one = proposals[c.proposal];
  if (!one) return refuse('proposal.unknown');
  const { proposal } = c;
  switch (c.type) {
    case 'proposal.confirm':
    case 'proposal.reject':
      if (one.is !== 'open') return refuse('proposal.notOpen');
      if (by === one.person) return refuse('proposal.concerned');
      return c.type === 'proposal.confirm'
        ? accept([{ type: 'proposal.confirmed', at, by, proposal, note: c.note }])
        : accept([{ type: 'proposal.rejected', at, by, proposal, reason: c.reason }]);
    case 'proposal.appeal':
      if (one.is !== 'confirmed') return refuse('proposal.notConfirmed');
      if (wasAppealed(one)) return refuse('appeal.once');
      return accept([
        { type: 'proposal.appealed', at, by, proposal, who: c.who, grounds: c.grounds },
      ]);
    case 'appeal.decide':
      if (one.is !== 'appealed') return refuse('appeal.none');
      if (hadPart(one, by)) return refuse('appeal.anotherPerson');
      return accept([
        { type: 'appeal.decided', at, by, proposal, outcome: c.outcome, reason: c.reason },
      ]);
    default:
      return unreachable(c);
  }
}

/** Since it was confirmed last: what a correction put up anew may be appealed anew. */
const wasAppealed = ({ steps }: Proposal) =>
  steps
    .slice(steps.findLastIndex(({ is }) => is === 'reopened') + 1)
    .some((s) => s.is === 'appealed');

const hadPart = ({ person, steps }: Proposal, by: PersonId) =>
  person === by ||
  steps.some((step) => step.by === by || (step.is === 'appealed' && step.who === by));
