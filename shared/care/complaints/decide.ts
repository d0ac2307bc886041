import { careRulesOf } from '../../careRules.ts';
import { complaintIdOf, type StaffId, type TicketId } from '../../ids.ts';
import { accept } from '../../result.ts';
import { ticketOf, type Visit } from '../../visit/state.ts';
import type { CareContext } from '../context.ts';
import { looksLikeIdentity } from '../identity.ts';
import { faultOfNames } from '../names.ts';
import { dateAt } from '../today.ts';
import type { Channel, ComplaintCommand, ComplaintCommandOf, Containment } from './commands.ts';
import { faultOfReceipt, firstDue } from './deadlines.ts';
import type { ComplaintFact } from './facts.ts';
import { handle } from './handle.ts';
import { badReference, shortReference } from './reference.ts';
import { type ComplaintDecision, no } from './refusals.ts';
import { type Complaints, complaintOf } from './state.ts';

/** Where a complaint stands by the way it came. */
const STANDS: Record<Channel, Containment> = {
  ...{ onSite: 'onSite', phone: 'onSite', letter: 'onSite', other: 'onSite' },
  ...{ hotline: 'inBank', online: 'inBank', superior: 'inBank', regulator: 'regulator' },
};

export function decideComplaints(
  complaints: Complaints,
  c: ComplaintCommand,
  ctx: CareContext,
): ComplaintDecision {
  const texts = Object.entries(c).filter((pair): pair is [string, string] => isText(pair));
  const named = texts.find(([, text]) => looksLikeIdentity(text));
  if (named) return no('text.identity', { at: named[0] });
  if (c.type === 'complaint.open') return open(complaints, c, ctx);
  const order = complaintOf(complaints, c.complaint);
  if (!order) return no('complaint.unknown');
  if (order.end) return no('complaint.over');
  return handle(order, c, ctx);
}

const TEXTS = ['note', 'reason', 'action', 'found'];
const isText = ([key, value]: [string, unknown]) =>
  TEXTS.includes(key) && typeof value === 'string';

type Open = ComplaintCommandOf<'complaint.open'>;

function open(complaints: Complaints, c: Open, ctx: CareContext): ComplaintDecision {
  const { at, visit, person } = ctx;
  const today = dateAt(visit, at);
  const { receivedOn = today, firstAsked = person, about = [] } = c;
  if (!visit.day) return no('day.closed');
  if (!firstAsked) return no('complaint.needsOwner');
  const owner = c.owner ?? firstAsked;
  const involved = withTellers(visit, c).filter((who) => !about.includes(who));
  const named = [firstAsked, owner, ...about, ...(c.involved ?? [])];
  const fault = faultOfReceipt(receivedOn, today) ?? faultOfNames(named, ctx);
  if (fault) return no(fault.code, detailsOf(fault));
  if ([...about, ...involved].includes(owner)) return no('complaint.ownerInterested');
  if (c.reference && badReference(c.reference)) return no('complaint.badReference');
  if (c.service && !visit.settings.services.some((s) => s.id === c.service))
    return no('service.unknown');
  const complaint = complaintIdOf(visit.day.date, complaints.opened + 1);
  const stamp = { at, complaint, ...(person && { by: person }) };
  const { channel, cause, service, ticket, reference, note, complex = false } = c;
  const due = firstDue(careRulesOf(visit.settings), receivedOn, complex);
  const opened: ComplaintFact = {
    ...{ type: 'complaint.opened', ...stamp, channel, cause, receivedOn, due, complex },
    ...{ firstAsked, owner, about: unique(about), involved: unique(involved) },
    stands: STANDS[channel],
    ...(service && { service }),
    ...(ticket && { ticket }),
    ...(reference && { reference: shortReference(reference) }),
    ...(note && { note }),
  };
  // Whoever stands there has been spoken to.
  const spoken = ['onSite', 'phone'].includes(channel);
  return accept(spoken ? [opened, { type: 'complaint.contacted', ...stamp }] : [opened]);
}

const unique = (people: readonly StaffId[]) => [...new Set(people)];

/** Whoever served the ticket had a part in it; a ticket of another day is not at hand. */
function withTellers(visit: Visit, { involved = [], ticket }: Open): StaffId[] {
  const legs = ticket ? (ticketOf(visit, ticket as TicketId)?.legs ?? []) : [];
  return [...involved, ...legs.flatMap(({ teller }) => teller ?? [])];
}

const detailsOf = ({ code: _, ...details }: { code: string; [more: string]: string }) => details;
