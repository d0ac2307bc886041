import type { DayLines } from '../stretch.ts';

/** One epoch of a branch's ledger. */
export interface EpochId {
  readonly branch: string;
  readonly epoch: number;
}

/** What was received, to be read only; to be asked in turn for one epoch. */
export interface Received {
  /** Entries behind `seq` up to `until`, at most so many bytes of them; one longer line comes alone. */
  behind(of: EpochId, seq: number, until: number, most: number): Promise<readonly DayLines[]>;
  /** The lines of one business day. */
  on(of: EpochId, date: string): Promise<readonly Buffer[]>;
  /** Closings of entries behind `seq`, as the branch wrote them. */
  closings(of: EpochId, seq: number): Promise<readonly string[]>;
}
