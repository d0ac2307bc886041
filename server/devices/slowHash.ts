import { randomBytes } from 'node:crypto';
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

const drawn = (bytes: number) => randomBytes(bytes).toString('base64').replace(/=+$/, '');

/** What would be kept of a secret that nobody has: as slow to compare, though nothing was hashed for it. */
function ofNobody(): string {
  const { memoryCost, timeCost, parallelism } = COSTS;
  return `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$${drawn(16)}$${drawn(32)}`;
}

/** Whether a secret is the kept one; where none is kept, no sooner than where one is. */
export async function isRight(kept: string | null | undefined, secret: string): Promise<boolean> {
  const right = await verify(kept ?? ofNobody(), secret);
  return right && kept !== undefined && kept !== null;
}
