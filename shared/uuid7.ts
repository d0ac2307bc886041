/**
 * A UUIDv7 (RFC 9562, section 5.7): 48 bits of time in milliseconds, then chance. The caller brings
 * both, `chance` being ten random bytes.
 */
export function uuid7(at: number, chance: Uint8Array): string {
  const time = Math.floor(at).toString(16).padStart(12, '0');
  const version = HEX[((chance[0] ?? 0) & 0x0f) | 0x70];
  const variant = HEX[((chance[2] ?? 0) & 0x3f) | 0x80];
  const [b, d] = [hexOf(chance, 1, 2), hexOf(chance, 3, 4)];
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}${b}-${variant}${d}-${hexOf(chance, 4, 10)}`;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hexOf(bytes: Uint8Array, from: number, to: number): string {
  let hex = '';
  for (let i = from; i < to; i++) hex += HEX[bytes[i] ?? 0];
  return hex;
}

/** The time a UUIDv7 was made, milliseconds. */
export const timeOf = (id: string) => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
