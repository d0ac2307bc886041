import { hash, randomBytes, randomInt } from 'node:crypto';

/** No 0 and O, 1, I and L, or U and V side by side on a screen across the room. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTWXYZ';

/** Eight letters to be read off one screen and typed on another: 38 bits, good for minutes. */
export const newCode = () =>
  Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** 256 bits, for machines. */
export const newToken = () => randomBytes(32).toString('base64url');

/** What is kept of a token: of no use to whoever reads the disk. */
export const digestOf = (token: string) => hash('sha256', token);
