/**
 * As much of DER (ITU-T X.690) as a certificate needs: each function returns the bytes of one value,
 * tag and length included.
 */
export type Der = Buffer;

const SHORT = 0x80;

function lengthOf(bytes: number): Buffer {
  if (bytes < SHORT) return Buffer.from([bytes]);
  const hex = bytes.toString(16);
  const digits = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  return Buffer.concat([Buffer.from([SHORT | digits.length]), digits]);
}

export function tagged(tag: number, ...contents: readonly Uint8Array[]): Der {
  const content = Buffer.concat(contents);
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content]);
}

export const sequence = (...parts: readonly Der[]) => tagged(0x30, ...parts);
export const set = (...parts: readonly Der[]) => tagged(0x31, ...parts);
/** A tag of the surrounding type's own, around whole values. */
export const around = (n: number, ...parts: readonly Der[]) => tagged(0xa0 | n, ...parts);
/** The same around bare bytes. */
export const context = (n: number, bytes: Uint8Array) => tagged(0x80 | n, bytes);
export const yes = tagged(0x01, Buffer.from([0xff]));
export const octets = (bytes: Uint8Array) => tagged(0x04, bytes);
export const utf8 = (text: string) => tagged(0x0c, Buffer.from(text));

/** @param unused bits at the end that do not count */
export const bits = (bytes: Uint8Array, unused = 0) => tagged(0x03, Buffer.from([unused]), bytes);

/** A number that is not negative, big-endian. */
export function integer(bytes: Uint8Array): Der {
  const first = bytes[0] ?? 0;
  // A leading one would make it negative.
  return tagged(0x02, first >= SHORT ? Buffer.from([0]) : Buffer.alloc(0), bytes);
}

/** `1.2.840.10045.4.3.2` */
export function oid(dotted: string): Der {
  const [a = 0, b = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [a * 40 + b, ...rest].flatMap((arc) => {
    const sevens = [arc % SHORT];
    for (let left = Math.floor(arc / SHORT); left > 0; left = Math.floor(left / SHORT))
      sevens.unshift((left % SHORT) | SHORT);
    return sevens;
  });
  return tagged(0x06, Buffer.from(bytes));
}

/** Until 2049 with two digits of the year, after that with four, as RFC 5280 wants it. */
export function time(at: number): Der {
  const digits = `${new Date(at).toISOString().replace(/\.\d+|[-:T]/g, '')}`;
  const isLong = Number(digits.slice(0, 4)) >= 2050;
  return tagged(isLong ? 0x18 : 0x17, Buffer.from(isLong ? digits : digits.slice(2)));
}
