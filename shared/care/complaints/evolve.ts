import { unreachable } from '../../result.ts';
import type { ComplaintFact } from './facts.ts';
import { type Complaint, type Complaints, complaintOf, type Step } from './state.ts';

export function evolveComplaints(all: Complaints, fact: ComplaintFact): Complaints {
  if (fact.type === 'complaint.opened')
    return { orders: [...all.orders, opened(fact)], opened: all.opened + 1 };
  const order = complaintOf(all, fact.complaint);
  if (!order) return all;
  const next = { ...order, ...change(order, fact), steps: [...order.steps, stepOf(fact)] };
  return { ...all, orders: all.orders.map((o) => (o === order ? next : o)) };
}

type Opened = Extract<ComplaintFact, { type: 'complaint.opened' }>;

function opened(fact: Opened): Complaint {
  const { complaint: id, at, type: _, by: __, note: ___, ...rest } = fact;
  return {
    ...{ service: null, reference: null, ticket: null, sent: null, ...rest, id, openedAt: at },
    ...{ offered: null, approval: null, contactedAt: null, plannedAt: null, end: null },
    steps: [stepOf(fact)],
  };
}

function change(
  order: Complaint,
  fact: Exclude<ComplaintFact, { type: 'complaint.opened' }>,
): Partial<Complaint> {
  switch (fact.type) {
    case 'complaint.contacted':
      return { contactedAt: order.contactedAt ?? fact.at };
    case 'complaint.planned':
      return { plannedAt: order.plannedAt ?? fact.at };
    case 'complaint.offered':
      return { offered: fact.to };
    case 'complaint.accepted':
      return { owner: fact.owner, offered: null };
    case 'complaint.declined':
      return { offered: null };
    case 'complaint.involved':
      return { [fact.as]: [...order[fact.as], fact.person] };
    case 'complaint.escalated':
      return { stands: fact.to };
    case 'complaint.extended':
      return { due: fact.due, complex: true, approval: fact.approval ?? order.approval };
    case 'complaint.noted':
      return {};
    case 'complaint.closed':
      return {
        offered: null,
        end: {
          ...{ is: 'closed', at: fact.at, root: fact.root, action: fact.action },
          found: fact.found ?? null,
        },
      };
    case 'complaint.withdrawn':
      return { offered: null, end: { is: 'withdrawn', at: fact.at } };
    default:
      return unreachable(fact);
  }
}

function stepOf(fact: ComplaintFact): Step {
  const step = { at: fact.at, by: fact.by ?? null, is: fact.type };
  switch (fact.type) {
    case 'complaint.opened':
      return { ...step, person: fact.owner, due: fact.due, ...noteOf(fact) };
    case 'complaint.offered':
      return { ...step, person: fact.to };
    case 'complaint.accepted':
      return { ...step, person: fact.owner };
    case 'complaint.involved':
      return { ...step, person: fact.person };
    case 'complaint.escalated':
      return { ...step, stands: fact.to };
    case 'complaint.extended':
      return { ...step, due: fact.due, note: fact.reason };
    case 'complaint.closed':
      return { ...step, note: fact.action };
    default:
      return { ...step, ...noteOf(fact) };
  }
}

const noteOf = ({ note }: { readonly note?: string }) => (note === undefined ? {} : { note });
