import { digestOf, newCode } from '../../devices/secrets.ts';

/** Milliseconds a code is good for. */
export const GOOD = 3 * 24 * 3_600_000;

/** A code to choose a password with, as it is told once, and the digest that is kept of it. */
export function newPass(): { readonly code: string; readonly digest: string } {
  const letters = newCode() + newCode();
  return { code: letters.replace(/(.{4})(?=.)/g, '$1-'), digest: digestOf(letters) };
}

/** Read out over a telephone, and typed as people type. */
export const digestOfCode = (code: string) =>
  digestOf(code.toUpperCase().replace(/[^0-9A-Z]/g, ''));
