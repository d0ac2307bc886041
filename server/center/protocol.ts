import { z } from 'zod';
import type { CenterDetails, CenterRefusal } from '../../shared/center.ts';
import type { Item } from '../../shared/down/item.ts';
import { branchId, businessDate } from '../../shared/ids.ts';
import { plainLine } from '../../shared/plain.ts';
import { centerSentence } from '../../shared/words/center.ts';
import type { SignedHead } from '../ledger/key.ts';
import type { Receipt } from './receipt.ts';

/** The newest form of what a branch and its center say to one another. */
export const UPLINK = 1;

/** Bytes of entries that a branch puts in one segment, and bytes of a body that the center reads. */
export const SEGMENT = 256 * 1024;
export const MOST_BODY = 2 * 1024 * 1024;

const seq = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const hex = z.string().regex(/^[0-9a-f]{64}$/);
const signature = z.string().max(100);
const version = { v: z.number().int().min(1) };

export const signedHead = z.strictObject({
  ...{ seq, hash: hex, at: z.number().min(0).max(8.64e15), key: hex, sig: signature },
});

/** Who asks, under which nonce of the center, signed with the branch's key. */
export const credential = z.strictObject({
  ...{ branch: branchId, epoch: z.number().int().min(1), nonce: z.string().max(120) },
  sig: signature,
});
export type Credential = z.infer<typeof credential>;

export const enrolling = z.strictObject({
  ...version,
  code: z.string().max(40),
  /** The public key, SPKI in PEM, and the code signed with it: whoever enrols it also holds it. */
  key: z.string().max(500),
  sig: signature,
  /** The ledger has no entry yet. */
  empty: z.boolean(),
});

export const asking = z.strictObject({
  ...version,
  /** Where the branch's ledger stands; null while it is empty. */
  head: signedHead.nullable(),
  /** The branch's own time, ms. */
  at: z.number().min(0).max(8.64e15),
});
export type Asking = z.infer<typeof asking>;

export const fetching = z.strictObject({
  ...version,
  after: z.strictObject({ seq, hash: hex }),
});
export type Fetching = z.infer<typeof fetching>;

export const going = z.strictObject({
  ...version,
  /** The last item that the branch has entered; n 0 before the first. */
  after: z.strictObject({ n: seq, hash: hex }),
  /** Why it does not enter the next one. */
  refused: z.strictObject({ n: seq, code: z.string().max(40) }).nullable(),
});
export type Going = z.infer<typeof going>;

/** Entries by business day, byte for byte as they stand in the branch, without their newlines. */
const lines = z.array(z.string().min(1)).min(1);
const days = z.array(z.strictObject({ date: businessDate, lines })).max(400);

export const segment = z.strictObject({
  ...version,
  days,
  /** Of the last entry in it; of the last one witnessed where it holds none. */
  head: signedHead,
  /** Lines of `closings.jsonl`, for days whose close is witnessed with this head or was before. */
  closings: z.array(z.string()).max(40),
});
export type Segment = z.infer<typeof segment>;

/** A former epoch's last witnessed head: what lies behind it is lost. */
export interface Former {
  readonly epoch: number;
  readonly seq: number;
  readonly hash: string;
}

export interface Greeting {
  readonly ok: true;
  readonly v: number;
  readonly nonce: string;
  /** The center's public key, PEM. */
  readonly key: string;
}

export interface Enrolled {
  readonly ok: true;
  readonly branch: string;
  readonly epoch: number;
  /** The center's public key, PEM: its receipts are signed with it. */
  readonly key: string;
  /** Epoch 1 has none. */
  readonly after: Former | null;
}

export interface Stand {
  readonly ok: true;
  /** null: nothing was witnessed so far. */
  readonly receipt: Receipt | null;
  /** The entry of the last closing that the center holds; 0 without one. */
  readonly closed: number;
  /** The branch's time minus the center's, ms. */
  readonly offset: number;
  /** How many items there are for this branch's epoch; left out by a center that sends none. */
  readonly down?: number;
}

export interface Taken {
  readonly ok: true;
  readonly receipt: Receipt;
  readonly closed: number;
  readonly down?: number;
}

/** The items behind the one asked from, a stretch of them. */
export interface Gone {
  readonly ok: true;
  readonly items: readonly Item[];
}

export interface Fetched {
  readonly ok: true;
  readonly days: readonly { readonly date: string; readonly lines: readonly string[] }[];
  readonly receipt: Receipt | null;
  /** The branch's own signed head that was witnessed last. */
  readonly head: SignedHead | null;
}

export interface No {
  readonly ok: false;
  readonly code: CenterRefusal;
  readonly details: CenterDetails;
  readonly says: { readonly zh: string; readonly en: string };
}

export const no = (code: CenterRefusal, details: CenterDetails = {}): No => ({
  ...{ ok: false, code, details },
  says: centerSentence(code, details),
});

export const branchName = plainLine(1, 40);
