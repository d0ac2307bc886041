import type { LateHours } from '../../floor/notices/facts.ts';
import type { BranchId } from '../../ids.ts';
import { accept, type Refusal, type Result, unreachable } from '../../result.ts';
import { type Addressing, addressees } from './addressees.ts';
import type { SendCommand, SentCommandOf } from './commands.ts';
import { escalated } from './escalate.ts';
import type { SentFact } from './facts.ts';
import { faultOfComplaint, faultOfInspection, faultOfText } from './faults.ts';
import { numbered, outTo } from './out.ts';
import { no, type SentRefusal } from './refusals.ts';
import { roadOf, type SentRoom, sendingOf } from './state.ts';

export interface SentContext extends Addressing {
  /** Each branch's own late hours of the month that a prompt is about, from its day rows. */
  readonly late: ReadonlyMap<BranchId, LateHours>;
}

type Decision = Result<readonly SentFact[], Refusal<SentRefusal>>;

/** What goes down, to whom exactly, and under which number. */
export function decideSent(room: SentRoom, c: SendCommand, ctx: SentContext): Decision {
  switch (c.type) {
    case 'sent.notice': {
      const to = addressees(c.to, ctx);
      if (!to.ok) return to;
      const body = { kind: 'notice', ...c.notice } as const;
      return accept(numbered(room, escalated(room, body, to.value, ctx.at), ctx));
    }
    case 'sent.prompt':
      return prompt(room, c, ctx);
    case 'sent.inspection': {
      const to = addressees({ branches: [c.branch] }, ctx);
      if (!to.ok) return to;
      const fault = faultOfInspection(c.inspection, ctx.today);
      if (fault) return fault;
      const body = { kind: 'inspection', inspector: ctx.by, ...c.inspection } as const;
      return accept(numbered(room, [outTo(body, to.value)], ctx));
    }
    case 'sent.complaint': {
      const to = addressees({ branches: [c.branch] }, ctx);
      if (!to.ok) return to;
      const fault = faultOfComplaint(c.complaint, ctx.today);
      if (fault) return fault;
      const body = { kind: 'complaint', ...c.complaint } as const;
      return accept(numbered(room, [outTo(body, to.value)], ctx));
    }
    case 'sent.withdraw':
      return withdraw(room, c, ctx);
    default:
      return unreachable(c);
  }
}

/** Each branch is told its own hours, and only one that is over its line is told any. */
function prompt(
  room: SentRoom,
  { month, branches, prompt: text }: SentCommandOf<'sent.prompt'>,
  ctx: SentContext,
): Decision {
  const to = addressees({ branches }, ctx);
  if (!to.ok) return to;
  const under = to.value.find((branch) => !isOver(ctx.late.get(branch)));
  if (under) return no('sent.notOver', { branch: under, month });
  const outs = to.value.flatMap((branch) => {
    const figures = ctx.late.get(branch);
    const own = figures && { figures: { ...figures, hours: [...figures.hours] } };
    const body = { kind: 'notice', ...text, ...own } as const;
    return escalated(room, body, [branch], ctx.at);
  });
  return accept(numbered(room, outs, ctx));
}

const isOver = (late: LateHours | undefined) =>
  late !== undefined && late.late > late.line * late.n;

/** What was sent in error is taken back from all whom it went to; a rule is replaced by another. */
function withdraw(
  room: SentRoom,
  { sending: of, why }: SentCommandOf<'sent.withdraw'>,
  ctx: SentContext,
): Decision {
  const sent = sendingOf(room, of);
  if (!sent) return no('sent.unknown');
  if (sent.withdrawn) return no('sent.withdrawn');
  const { kind } = sent.body;
  if (kind === 'withdrawal' || kind === 'rules') return no('sent.stands');
  const inScope = addressees({ branches: [...sent.to] }, { ...ctx, isKnown: () => true });
  if (!inScope.ok) return inScope;
  const fault = faultOfText([why]);
  if (fault) return fault;
  // A branch whose new ledger began without it has nothing to take back.
  const to = sent.to.filter((branch) => roadOf(room, branch).ids.includes(of));
  return accept(numbered(room, [outTo({ kind: 'withdrawal', of, why }, to)], ctx));
}
