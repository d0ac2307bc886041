import type { AlertId, ComplaintId, ServiceId, StaffId, TicketId, WarningId } from '../../ids.ts';
import type { AlertAction } from '../causes.ts';

type On<T extends string, Body = object> = {
  readonly type: T;
  readonly at: number;
  readonly warning: WarningId;
  readonly by?: StaffId;
} & Readonly<Body>;

export type WarningFact =
  | On<
      'warning.raised',
      {
        from: 'rating' | 'wait' | 'hand';
        /** To be dealt with by then, hub time. */
        until: number;
        /** The alert it came with. */
        alert?: AlertId;
        ticket?: TicketId;
        service?: ServiceId;
        /** Whose wait it is. */
        class?: string;
        note?: string;
      }
    >
  /** 早介入: somebody is at it. */
  | On<'warning.taken'>
  | On<'warning.closed', { action: AlertAction; note?: string }>
  | On<'warning.turned', { complaint: ComplaintId }>
  /** What it came of was taken back by the customer. */
  | On<'warning.dropped'>;
