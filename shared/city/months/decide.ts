import { looksLikeIdentity } from '../../care/identity.ts';
import { rulesFrom } from '../../month/rules.ts';
import { accept, type Refusal, type Result, refuse, unreachable } from '../../result.ts';
import { closingIdOf, type PersonId, proposalIdOf } from '../ids.ts';
import { nodeOn } from '../levels/tree.ts';
import type { MonthsCommand, MonthsCommandOf } from './commands.ts';
import { differencesIn } from './differences.ts';
import type { MonthsFact, ProposalBody } from './facts.ts';
import type { Gathered } from './figures.ts';
import { monthPeriod, type Preview, previewOf, type Reckons } from './preview.ts';
import { decideProposal, type ProposalCommand, type ProposalRefusal } from './proposalDecide.ts';
import { sameProposal } from './proposals.ts';
import { type Closing, closingsOf, type Proposal, proposalsOf } from './state.ts';

export type MonthsRefusal =
  | ProposalRefusal
  | 'month.changed'
  | 'month.closedAlready'
  | 'month.incomplete'
  | 'month.noDifference'
  | 'month.notClosed'
  | 'month.notOver'
  | 'month.nothing'
  | 'month.order'
  | 'node.unknown'
  | 'text.identity';

type Decision = Result<readonly MonthsFact[], Refusal<MonthsRefusal>>;
const no = (code: MonthsRefusal, details?: Refusal['details']) => refuse(code, details);

export interface MonthsContext {
  readonly at: number;
  readonly by: PersonId;
  readonly today: string;
  readonly city: Reckons;
  readonly gathered: Gathered | null;
}

export function decideMonths(c: MonthsCommand, ctx: MonthsContext): Decision {
  const texts = Object.entries(c).flatMap(([at, text]) =>
    SAID.has(at) && text ? [{ at, text }] : [],
  );
  const telling = texts.find(({ text }) => looksLikeIdentity(text));
  if (telling) return no('text.identity', { at: telling.at });
  switch (c.type) {
    case 'month.close':
      return close(c, ctx);
    case 'month.correct':
      return correct(c, ctx);
    case 'proposal.confirm':
    case 'proposal.reject':
    case 'proposal.appeal':
    case 'appeal.decide':
      return decideProposal(ctx.city.months, c satisfies ProposalCommand, ctx);
    default:
      return unreachable(c);
  }
}

/** What somebody writes in their own words. */
const SAID = new Set(['despite', 'reason', 'note', 'grounds']);

function close(
  { month, node, sum, despite }: MonthsCommandOf<'month.close'>,
  ctx: MonthsContext,
): Decision {
  const { city, today, at, by } = ctx;
  const { to } = monthPeriod(month);
  if (today <= to) return no('month.notOver', { month });
  if (!nodeOn(city.levels, node, to)) return no('node.unknown', { node });
  const before = closingsOf(city.months, node);
  if (before.some((one) => one.month === month)) return no('month.closedAlready', { month });
  const later = before.at(-1);
  if (later && later.month > month) return no('month.order', { month: later.month });
  const seen = previewOf(city, { month, node }, gatheredOf(ctx));
  if (seen.branches.length === 0) return no('month.nothing', { month });
  if (seen.sum !== sum) return no('month.changed');
  if (seen.blocking > 0 && !despite) return no('month.incomplete', { n: seen.blocking });
  const closing = closingIdOf(month, node);
  const { inForce, branches, lacks } = seen;
  const { rules, measured } = inForce;
  return accept([
    {
      ...{ type: 'month.closed', at, by, closing, month, node, sum, rules, branches, lacks },
      ...{ version: measured.version, despite },
    },
    ...made(seen.proposals, 0, ctx),
  ]);
}

/** Without them the program asks something that it cannot answer. */
function gatheredOf({ gathered }: MonthsContext): Gathered {
  if (!gathered) throw new Error('a month is closed on gathered figures alone');
  return gathered;
}

const made = (
  bodies: readonly ProposalBody[],
  behind: number,
  { at, by }: MonthsContext,
): MonthsFact[] =>
  bodies.map((body, i) => {
    const proposal = proposalIdOf(body.closing, behind + i + 1);
    return { type: 'proposal.made', at, by, proposal, ...body };
  });

/** What a closing would say now, by the rules it was closed with, late corrections of two people included. */
export function asNow(city: Reckons, closing: Closing, gathered: Gathered): Preview {
  const { rules } = closing;
  const inForce = { rules, measured: rulesFrom(rules), setBy: null };
  return previewOf(city, closing, gathered, inForce);
}

function correct(
  { closing: id, sum, reason }: MonthsCommandOf<'month.correct'>,
  ctx: MonthsContext,
): Decision {
  const { city, at, by } = ctx;
  const closing = city.months.closings[id];
  if (!closing) return no('month.notClosed');
  const now = asNow(city, closing, gatheredOf(ctx));
  const differences = differencesIn(closing.branches, now.branches);
  const before = proposalsOf(city.months, id);
  const { fresh, gone } = compared(before, now.proposals);
  if (differences.length === 0 && fresh.length === 0 && gone.length === 0)
    return no('month.noDifference');
  if (now.sum !== sum) return no('month.changed');
  const n = closing.corrections.length + 1;
  const { branches } = now;
  return accept([
    { type: 'month.corrected', at, by, closing: id, n, sum, reason, branches, differences },
    ...gone.flatMap((one): MonthsFact[] => withoutGround(one, at, by)),
    ...made(fresh, before.length, ctx),
  ]);
}

/** Proposals that are new, and those that the figures carry no more. */
export function compared(before: readonly Proposal[], now: readonly ProposalBody[]) {
  const standing = before.filter(({ is }) => is !== 'lapsed');
  return {
    fresh: now.filter((body) => !standing.some((one) => sameProposal(one, body))),
    gone: standing.filter((one) => isGrounded(one) && !now.some((body) => sameProposal(one, body))),
  };
}

/** One that was reopened already waits for a person, who may have decided by now. */
const isGrounded = ({ is, steps }: Proposal) =>
  is !== 'revoked' && is !== 'rejected' && !steps.some((step) => step.is === 'reopened');

function withoutGround({ id: proposal, is }: Proposal, at: number, by: PersonId): MonthsFact[] {
  const type = is === 'open' ? 'proposal.lapsed' : 'proposal.reopened';
  return [{ type, at, by, proposal }];
}
