import type { CenterDetails, CenterRefusal } from '../../shared/center.ts';
import type { SignedHead } from '../ledger/key.ts';

/** What an enrolled branch sent that cannot be, kept for whoever looks into it. */
export interface Refused {
  /** The center's time, ms. */
  readonly at: number;
  readonly branch: string;
  readonly epoch: number;
  readonly code: CenterRefusal;
  readonly details: CenterDetails;
  /** The head it came with, under the branch's own signature: it cannot be denied. */
  readonly head: SignedHead | null;
  /** What the center holds at that time. */
  readonly witnessed: { readonly seq: number; readonly hash: string };
  /** The first line that does not fit, cut after some thousand letters. */
  readonly line: string | null;
}

export type Told = Omit<Refused, 'line'>;

/** Refusals that say something of a ledger. The others are of the moment, and only logged. */
export const TELLING: readonly CenterRefusal[] = [
  ...(['center.altered', 'center.fork', 'center.forged', 'center.gap'] as const),
  ...(['center.pruned', 'center.rollback'] as const),
  ...(['center.unlinked', 'center.wrongEpoch'] as const),
];

const LONGEST = 8000;
/** Rows kept of one branch: whoever holds a key must not fill the disk with it. */
export const MANY = 200;

export const cutLine = (line: string | null) => line?.slice(0, LONGEST) ?? null;

/** A clone that goes on is refused with each head it makes: one row tells of it. */
export const keyOf = ({ branch, epoch, code, witnessed, line }: Refused) =>
  JSON.stringify([branch, epoch, code, witnessed.hash, cutLine(line)?.slice(-80) ?? null]);

/** Only grows. The same again is not written twice. */
export interface Evidence {
  /** Whether it is another kind of refusal than the branch's last one. */
  keep(row: Refused): Promise<boolean>;
  /** The last refusal of each branch that ever had one. */
  last(): Promise<ReadonlyMap<string, Told>>;
  close(): Promise<void>;
}
