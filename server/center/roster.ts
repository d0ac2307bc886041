import { PublicKey } from '../ledger/key.ts';
import type { Former } from './protocol.ts';

/** A branch let in, for one epoch of its ledger. The next epoch ends it; nothing else does. */
export interface Enrolment {
  readonly branch: string;
  readonly name: string;
  /** From 1; each has a ledger and a key of its own. */
  readonly epoch: number;
  /** Public key, SPKI in PEM. */
  readonly key: string;
  /** SHA-256 of the code it came with. */
  readonly code: string;
  /** The center's time, ms. */
  readonly at: number;
  /** Where the former epoch's ledger ends for good. */
  readonly after: Former | null;
}

/** An enrolment, with its key ready to check with. */
export interface Member extends Enrolment {
  readonly publicKey: PublicKey;
}

/** Keys read already, by their text: each request of a branch is checked with its own. */
const keys = new Map<string, PublicKey>();
/** A country's; then they are read anew. */
const MOST = 20_000;

function keyOf(pem: string): PublicKey {
  const known = keys.get(pem);
  if (known) return known;
  const key = new PublicKey(pem);
  if (keys.size >= MOST) keys.clear();
  keys.set(pem, key);
  return key;
}

/** Its key is read when it is needed: a list of all branches needs none. */
export const memberOf = (row: Enrolment): Member => ({
  ...row,
  get publicKey() {
    return keyOf(row.key);
  },
});

/** Who is enrolled. Rows are only added, and each is safe before it counts. */
export interface Roster {
  /** All epochs of a branch, oldest first; the last one is the one it is in. */
  of(branch: string): Promise<readonly Member[]>;
  byCode(code: string): Promise<Member | undefined>;
  /** Every epoch of every branch, in the order enrolled. */
  all(): Promise<readonly Member[]>;
  /** @throws when it is there already, or could not be saved */
  add(row: Enrolment): Promise<Member>;
  /** When a branch closed for good, the center's time, ms; null while it has not. */
  endedAt(branch: string): Promise<number | null>;
  /** The same of all branches that have. */
  ended(): Promise<ReadonlyMap<string, number>>;
  end(branch: string, at: number): Promise<void>;
  close(): Promise<void>;
}

/** The epochs that branches are in, in the order enrolled. */
export const currentOf = <T extends Enrolment>(members: readonly T[]): T[] => {
  const latest = new Map(members.map((member) => [member.branch, member]));
  return [...latest.values()];
};
