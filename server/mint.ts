import { randomBytes } from 'node:crypto';

const BYTES = 16;
/** Fetched for many commands at once: each visit to the system costs more than deciding does. */
const MANY = 256 * BYTES;

let pool = randomBytes(MANY);
let used = 0;

/** What nobody can guess, and nobody gets twice. */
export function mint(): string {
  if (used === MANY) [pool, used] = [randomBytes(MANY), 0];
  used += BYTES;
  return pool.toString('base64url', used - BYTES, used);
}
