import { z } from 'zod';
import type { Item } from '../../../shared/down/item.ts';
import { PublicKey, type SigningKey } from '../../ledger/key.ts';
import { SCHEME } from '../door.ts';
import { isSealed } from '../down/seal.ts';
import { type Greeting, type No, no, UPLINK } from '../protocol.ts';
import { credentialText, isReceipt, type Receipt } from '../receipt.ts';
import type { Answered, Client } from './client.ts';
import type { Membership } from './membership.ts';

const receipt = z.object({
  ...{ branch: z.string(), epoch: z.number(), seq: z.number().int(), hash: z.string() },
  ...{ at: z.number(), received: z.number(), key: z.string(), sig: z.string() },
});

/** A branch's conversation with its own center: it says who it is, and believes nobody else's word. */
export class Session {
  readonly #client: Client;
  readonly #membership: Membership;
  readonly #key: SigningKey;
  readonly #center: PublicKey;
  #authorization: string | null = null;

  constructor(client: Client, membership: Membership, key: SigningKey) {
    this.#client = client;
    this.#membership = membership;
    this.#key = key;
    this.#center = new PublicKey(membership.key);
  }

  get epoch(): number {
    return this.#membership.epoch;
  }

  /** @throws NoAnswer */
  async ask(path: 'state' | 'segments' | 'fetch' | 'down', body: object): Promise<Answered> {
    for (let tries = 0; ; tries++) {
      const no = await this.#introduce();
      if (no) return no;
      const answer = await this.#client({
        ...{ path: `/api/center/${path}`, body: { v: UPLINK, ...body } },
        authorization: this.#authorization ?? '',
      });
      if (answer.ok || answer.code !== 'center.stale' || tries > 0) return answer;
      this.#authorization = null;
    }
  }

  /** A receipt of this center for this branch; null when it is nobody's. */
  receiptIn(given: unknown): Receipt | null {
    const read = receipt.safeParse(given);
    const { branch, epoch } = this.#membership;
    const isOurs = read.success && read.data.branch === branch && read.data.epoch === epoch;
    return isOurs && isReceipt(this.#center, read.data) ? read.data : null;
  }

  /** Whether the center has sealed this, for this branch and epoch. */
  isSealed(item: Item): boolean {
    return isSealed(this.#center, item, this.#membership);
  }

  async #introduce(): Promise<No | null> {
    if (this.#authorization) return null;
    const greeting = await this.#client({ path: '/api/center' });
    if (!greeting.ok) return greeting;
    const { nonce, key } = greeting as Greeting;
    if (typeof nonce !== 'string' || key !== this.#membership.key) return no('center.untrusted');
    const { branch, epoch } = this.#membership;
    const sig = this.#key.signText(credentialText(branch, epoch, nonce));
    const shown = Buffer.from(JSON.stringify({ branch, epoch, nonce, sig })).toString('base64url');
    this.#authorization = `${SCHEME}${shown}`;
    return null;
  }
}
