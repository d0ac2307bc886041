/**
 * A UUIDv7 (RFC 9562, section 5.7): 48 bits of time in milliseconds, then chance. The caller brings
 * both, `chance` being ten random bytes.
 */
export function uuid7(at: number, chance: Uint8Array): string {
  const bytes = new Uint8Array(16);
  const time = Math.floor(at).toString(16).padStart(12, '0');
  for (let i = 0; i < 6; i++) bytes[i] = Number.parseInt(time.slice(i * 2, i * 2 + 2), 16);
  bytes.set(chance.subarray(0, 10), 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
  return [8, 12, 16, 20].reduce((id, at, i) => `${id.slice(0, at + i)}-${id.slice(at + i)}`, hex);
}

/** The time a UUIDv7 was made, milliseconds. */
export const timeOf = (id: string) => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
