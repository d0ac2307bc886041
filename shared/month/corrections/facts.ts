import type { BusinessDate, CorrectionId, ServiceId, StaffId, TicketId } from '../../ids.ts';
import type { CorrectedFigure, CorrectionReason } from './commands.ts';

type On<T extends string, Body = object> = {
  readonly type: T;
  readonly at: number;
  readonly correction: CorrectionId;
} & Readonly<Body>;

export type CorrectionFact =
  | On<
      'correction.proposed',
      {
        by: StaffId;
        ticket: TicketId;
        number: string;
        date: BusinessDate;
        class: string;
        service: ServiceId;
        what: CorrectedFigure;
        /** What it is now: the ledger's figure, or the last correction's. Milliseconds. */
        from: number;
        /** What the ledger itself says. */
        ledger: number;
        to: number | null;
        reason: CorrectionReason;
        note: string;
        concerned: readonly StaffId[];
      }
    >
  /** `date`: the business day in whose row it stands. */
  | On<'correction.confirmed', { by: StaffId; date: BusinessDate }>
  | On<'correction.rejected', { by: StaffId; note: string }>
  | On<'correction.expired'>;
