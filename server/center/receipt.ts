import { createHmac } from 'node:crypto';
import type { PublicKey, SigningKey } from '../ledger/key.ts';

/** The center's word that it holds a branch's ledger up to an entry, on its own disk. */
export interface Receipt {
  readonly branch: string;
  readonly epoch: number;
  readonly seq: number;
  readonly hash: string;
  /** Hub time of that entry, ms. */
  readonly at: number;
  /** The center's time, ms. */
  readonly received: number;
  /** Id of the center's key. */
  readonly key: string;
  /** Ed25519 over the canonical form of all the rest, base64. */
  readonly sig: string;
}

type Unsigned = Omit<Receipt, 'key' | 'sig'>;

/** Keys in the order of RFC 8785. */
const textOf = ({ branch, epoch, seq, hash, at, received }: Unsigned, key: string) =>
  Buffer.from(JSON.stringify({ at, branch, epoch, hash, key, received, seq }));

export function signReceipt(key: SigningKey, receipt: Unsigned): Receipt {
  return { ...receipt, key: key.id, sig: key.signText(textOf(receipt, key.id)) };
}

export const isReceipt = (key: PublicKey, receipt: Receipt): boolean =>
  receipt.key === key.id && key.signedText(textOf(receipt, key.id), String(receipt.sig));

/** What a branch signs to show that it holds its key: never anything like a head. */
export const credentialText = (branch: string, epoch: number, nonce: string) =>
  Buffer.from(JSON.stringify({ branch, epoch, nonce }));

export const enrolmentText = (code: string, key: string) =>
  Buffer.from(JSON.stringify({ code, enrols: key }));

/** Milliseconds a nonce is good for. */
const GOOD = 10 * 60_000;

/** Nonces that need not be remembered: a time under the center's own secret. */
export class Nonces {
  readonly #secret: string;
  readonly #now: () => number;

  /** @param key any signature of its own serves as a secret: nobody else can make it */
  constructor(key: SigningKey, now: () => number) {
    this.#secret = key.signText(Buffer.from('nonces'));
    this.#now = now;
  }

  fresh(): string {
    return this.#seal(this.#now());
  }

  isGood(nonce: string): boolean {
    const at = Number(nonce.split('.', 1)[0]);
    const age = this.#now() - at;
    return age >= 0 && age <= GOOD && this.#seal(at) === nonce;
  }

  #seal(at: number): string {
    const mac = createHmac('sha256', this.#secret).update(String(at)).digest('base64url');
    return `${at}.${mac}`;
  }
}
