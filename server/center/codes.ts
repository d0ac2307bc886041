import { hash, randomInt } from 'node:crypto';

/** What an enrolment code lets in, once. */
export interface CodeGrant {
  readonly branch: string;
  readonly name: string;
  readonly epoch: number;
  /** Wall time until which it is good, ms. */
  readonly until: number;
}

/** Codes that were given out, by their digest. That one was used stands in the roster. */
export interface Codes {
  keep(digest: string, grant: CodeGrant): Promise<void>;
  /** What a code lets in; null when there is no such code. */
  read(digest: string): Promise<CodeGrant | null>;
}

/** Letters that nobody mistakes for one another, read out over a telephone. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;
/** Milliseconds that a code is good for. */
const GOOD = 3 * 24 * 3_600_000;

export const codeHash = (code: string) =>
  hash('sha256', code.toUpperCase().replace(/[^0-9A-Z]/g, ''));

/** @param at wall time, ms */
export async function makeCode(
  codes: Codes,
  grant: Omit<CodeGrant, 'until'>,
  at: number,
): Promise<string> {
  const letters = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  await codes.keep(codeHash(letters), { ...grant, until: at + GOOD });
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}
