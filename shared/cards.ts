/**
 * How a card becomes a hash that can be kept: PBKDF2 with SHA-256, slow on purpose, under the
 * branch's own salt. The same sum at the hub's command line and at the kiosk.
 */
interface HashHow {
  /** 16 bytes, base64url. */
  readonly salt: string;
  readonly rounds: number;
}

/** Our choice: about half a second on a kiosk. */
export const ROUNDS = 600_000;
const BITS = 128;

/** 22 characters of base64url. `subtle` exists only where the page came over HTTPS or from itself. */
export async function cardHash(
  subtle: SubtleCrypto,
  number: string,
  { salt, rounds }: HashHow,
): Promise<string> {
  const word = new TextEncoder().encode(number);
  const key = await subtle.importKey('raw', word, 'PBKDF2', false, ['deriveBits']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(salt), iterations: rounds };
  return base64url(new Uint8Array(await subtle.deriveBits(how, key, BITS)));
}

export const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

const bytesOf = (text: string) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));

/** A card's number has 12 to 19 digits; `null` where what came is none. Tracks 1 and 2, or digits. */
export function cardNumber(read: string): string | null {
  const text = read.trim();
  const track = /^%[A-Z]?(\d{12,19})\^/i.exec(text) ?? /;(\d{12,19})=/.exec(text);
  return track?.[1] ?? (/^\d{12,19}$/.test(text) ? text : null);
}
