import { type Algorithm, hash, verify } from '@node-rs/argon2';

/** 19 MiB, two passes: the OWASP floor, some 30 ms on a lobby PC. */
const COSTS = {
  algorithm: 2 satisfies Algorithm.Argon2id,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};

/** argon2id, with its salt and costs: what is kept of a PIN or a password. */
export const slowHash = (secret: string): Promise<string> => hash(secret, COSTS);

/** Whether a secret is the kept one; where none is kept, no sooner than where one is. */
export class Verifier {
  readonly #nobody = slowHash('no such person');

  async isRight(kept: string | null | undefined, secret: string): Promise<boolean> {
    const right = await verify(kept ?? (await this.#nobody), secret);
    return right && kept !== undefined && kept !== null;
  }
}
