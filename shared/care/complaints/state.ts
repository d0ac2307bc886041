import type {
  BusinessDate,
  ComplaintId,
  SendingId,
  ServiceId,
  StaffId,
  TicketId,
} from '../../ids.ts';
import type { Channel, ComplaintCause, Containment, RootCause } from './commands.ts';
import type { Approval, ComplaintFact } from './facts.ts';

/** A complaint work order 投诉工单. */
export interface Complaint {
  readonly id: ComplaintId;
  /** null: the branch's own. */
  readonly sent: SendingId | null;
  readonly openedAt: number;
  readonly receivedOn: BusinessDate;
  readonly channel: Channel;
  readonly cause: ComplaintCause;
  readonly service: ServiceId | null;
  readonly reference: string | null;
  readonly ticket: TicketId | null;
  readonly about: readonly StaffId[];
  readonly involved: readonly StaffId[];
  readonly firstAsked: StaffId;
  readonly owner: StaffId;
  /** 移交: offered to somebody who has not answered yet; the owner stays until they accept. */
  readonly offered: StaffId | null;
  readonly complex: boolean;
  readonly due: BusinessDate;
  readonly approval: Approval | null;
  readonly stands: Containment;
  readonly contactedAt: number | null;
  readonly plannedAt: number | null;
  readonly steps: readonly Step[];
  readonly end: End | null;
}

export type End =
  | {
      readonly is: 'closed';
      readonly at: number;
      readonly root: RootCause;
      readonly action: string;
      readonly found: string | null;
    }
  | { readonly is: 'withdrawn'; readonly at: number };

/** One line of its story, as it was entered. */
export interface Step {
  readonly at: number;
  readonly by: StaffId | null;
  readonly is: ComplaintFact['type'];
  readonly note?: string;
  /** Whom it names. */
  readonly person?: StaffId;
  /** The new last day. */
  readonly due?: BusinessDate;
  readonly stands?: Containment;
}

export interface Complaints {
  /** Open ones, and those that ended within the last 60 days; oldest first. */
  readonly orders: readonly Complaint[];
  /** Opened this business day. */
  readonly opened: number;
}

export const initialComplaints: Complaints = { orders: [], opened: 0 };

export const complaintOf = ({ orders }: Complaints, id: ComplaintId) =>
  orders.find((order) => order.id === id);

/** 回避: whoever is complained of, or had a part in it, handles it in no way. */
export const isInterested = ({ about, involved }: Complaint, person: StaffId) =>
  about.includes(person) || involved.includes(person);

const KEPT = 60 * 86_400_000;

/** A new day forgets what ended long ago; the ledger does not. */
export const newDayForComplaints = ({ orders }: Complaints, at: number): Complaints => ({
  orders: orders.filter(({ end }) => !end || at - end.at <= KEPT),
  opened: 0,
});
