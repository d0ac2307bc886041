import type {
  BusinessDate,
  ComplaintId,
  SendingId,
  ServiceId,
  StaffId,
  TicketId,
} from '../../ids.ts';
import type { Channel, ComplaintCause, Containment, RootCause } from './commands.ts';

type On<T extends string, Body = object> = {
  readonly type: T;
  readonly at: number;
  readonly complaint: ComplaintId;
  /** Who entered it, where somebody is signed in. */
  readonly by?: StaffId;
} & Readonly<Body>;

/** A superior's leave for the last extension, and when the complainant was told. */
export interface Approval {
  readonly post: string;
  readonly id: StaffId;
  readonly toldOn: BusinessDate;
}

export type ComplaintFact =
  | On<
      'complaint.opened',
      {
        channel: Channel;
        cause: ComplaintCause;
        receivedOn: BusinessDate;
        /** The last day. */
        due: BusinessDate;
        complex: boolean;
        firstAsked: StaffId;
        owner: StaffId;
        about: readonly StaffId[];
        involved: readonly StaffId[];
        stands: Containment;
        service?: ServiceId;
        reference?: string;
        ticket?: TicketId;
        note?: string;
        /** 上级派单: the center assigned it. */
        sent?: SendingId;
      }
    >
  /** The first word with the complainant; where they came in person, at once. */
  | On<'complaint.contacted', { note?: string }>
  | On<'complaint.planned', { note: string }>
  | On<'complaint.offered', { to: StaffId }>
  | On<'complaint.accepted', { owner: StaffId }>
  | On<'complaint.declined', { note?: string }>
  | On<'complaint.involved', { person: StaffId; as: 'about' | 'involved' }>
  | On<'complaint.escalated', { to: Containment }>
  | On<'complaint.extended', { due: BusinessDate; reason: string; approval?: Approval }>
  | On<'complaint.noted', { note: string }>
  | On<'complaint.closed', { root: RootCause; action: string; found?: string }>
  /** Withdrawn by whoever complained, or by the center that had assigned it: that ends it. */
  | On<'complaint.withdrawn', { note?: string }>;
