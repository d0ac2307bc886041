import type { StaffId } from '../../ids.ts';
import { accept, unreachable } from '../../result.ts';
import type { CareContext } from '../context.ts';
import { faultOfNames } from '../names.ts';
import { dateAt } from '../today.ts';
import type { ComplaintCommand, ComplaintCommandOf, Containment } from './commands.ts';
import { faultOfExtension } from './deadlines.ts';
import type { ComplaintFact } from './facts.ts';
import { type ComplaintDecision, no } from './refusals.ts';
import { type Complaint, isInterested } from './state.ts';

type Handling = Exclude<ComplaintCommand, { type: 'complaint.open' }>;

/** More than this no story of one complaint needs; the state must not grow with a stuck key. */
const STEPS = 200;

/** Steps of a complaint that is open; each is refused to whoever has an interest in it. */
export function handle(order: Complaint, c: Handling, ctx: CareContext): ComplaintDecision {
  const { person } = ctx;
  if (person && isInterested(order, person)) return no('complaint.interested');
  if (order.steps.length >= STEPS && c.type === 'complaint.note') return no('complaint.storyFull');
  const { id: complaint } = order;
  const stamp = { at: ctx.at, complaint, ...(person && { by: person }) };
  switch (c.type) {
    case 'complaint.handOver':
      return handOver(order, c, ctx, stamp);
    case 'complaint.accept':
    case 'complaint.decline':
      return answer(order, c, ctx, stamp);
    case 'complaint.involve':
      return involve(order, c, ctx, stamp);
    case 'complaint.escalate':
      if (RANK[c.to] <= RANK[order.stands]) return no('complaint.contained');
      return accept([{ type: 'complaint.escalated', ...stamp, to: c.to }]);
    case 'complaint.note':
      return accept([{ type: 'complaint.noted', ...stamp, note: c.note }]);
    case 'complaint.withdraw':
      return accept([{ type: 'complaint.withdrawn', ...stamp, ...noted(c.note) }]);
    default:
      // These are the owner's own: one with an interest hands over first.
      if (isInterested(order, order.owner)) return no('complaint.ownerInterested');
      return byOwner(order, c, ctx, stamp);
  }
}

const RANK: Record<Containment, number> = { onSite: 0, inBank: 1, regulator: 2 };

const noted = (note: string | undefined) => (note === undefined ? {} : { note });

type Stamp = Pick<ComplaintFact, 'at' | 'complaint' | 'by'>;
type Of<T extends Handling['type']> = ComplaintCommandOf<T>;

function byOwner(
  order: Complaint,
  c: Of<'complaint.contact' | 'complaint.plan' | 'complaint.extend' | 'complaint.close'>,
  { at, visit }: CareContext,
  stamp: Stamp,
): ComplaintDecision {
  switch (c.type) {
    case 'complaint.contact':
      return accept([{ type: 'complaint.contacted', ...stamp, ...noted(c.note) }]);
    case 'complaint.plan':
      return accept([{ type: 'complaint.planned', ...stamp, note: c.note }]);
    case 'complaint.extend': {
      const { until: due, reason, approval } = c;
      const today = dateAt(visit, at);
      const given = { approval, today, settings: visit.settings };
      const fault = faultOfExtension(order, due, given);
      if (fault) return no(fault.code, { date: fault.date });
      const extended = { type: 'complaint.extended', ...stamp, due, reason } as const;
      return accept([approval ? { ...extended, approval } : extended]);
    }
    case 'complaint.close': {
      if (order.contactedAt === null) return no('complaint.notContacted');
      const { root, action, found } = c;
      return accept([
        { type: 'complaint.closed', ...stamp, root, action, ...(found && { found }) },
      ]);
    }
    default:
      return unreachable(c);
  }
}

/** The owner stays responsible until the other one accepts: nothing is passed around. */
function handOver(
  order: Complaint,
  { to }: Of<'complaint.handOver'>,
  ctx: CareContext,
  stamp: Stamp,
): ComplaintDecision {
  const fault = faultOfNames([to], ctx);
  if (fault) return no(fault.code, { who: fault.who });
  if (to === order.owner) return no('complaint.sameOwner');
  if (isInterested(order, to)) return no('complaint.interested');
  return accept([{ type: 'complaint.offered', ...stamp, to }]);
}

/** Only the one it was offered to answers; where nobody can sign in, whoever sits there speaks for them. */
function answer(
  order: Complaint,
  c: Of<'complaint.accept' | 'complaint.decline'>,
  ctx: CareContext,
  stamp: Stamp,
): ComplaintDecision {
  const { offered } = order;
  const { person } = ctx;
  if (!offered) return no('complaint.notOffered');
  if (person && person !== offered) return no('complaint.notYours', { who: offered });
  if (c.type === 'complaint.decline')
    return accept([{ type: 'complaint.declined', ...stamp, ...noted(c.note) }]);
  const fault = faultOfNames([offered], ctx);
  if (fault) return no(fault.code, { who: fault.who });
  // Somebody may have been named since the offer.
  if (isInterested(order, offered)) return no('complaint.interested');
  return accept([{ type: 'complaint.accepted', ...stamp, owner: offered }]);
}

function involve(
  order: Complaint,
  { person, as }: Of<'complaint.involve'>,
  ctx: CareContext,
  stamp: Stamp,
): ComplaintDecision {
  const fault = faultOfNames([person], ctx);
  if (fault) return no(fault.code, { who: fault.who });
  if (order[as].includes(person as StaffId)) return accept([]);
  return accept([{ type: 'complaint.involved', ...stamp, person, as }]);
}
