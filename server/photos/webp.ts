import type { Stripped } from './jpeg.ts';

/** One still picture and its transparency; EXIF, XMP, colour profiles and animations go. */
const KEPT = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH']);
/** VP8X flags of what was left out: animation, XMP, EXIF, colour profile. */
const LEFT_OUT = 0x02 | 0x04 | 0x08 | 0x20;

/** A WebP without its metadata; null where it is not a whole one, or moves. */
export function stripWebp(bytes: Buffer): Stripped | null {
  const text = (at: number) => bytes.toString('latin1', at, at + 4);
  if (bytes.length < 20 || text(0) !== 'RIFF' || text(8) !== 'WEBP') return null;
  const whole = 8 + bytes.readUInt32LE(4);
  if (whole > bytes.length) return null;
  const kept: Buffer[] = [];
  let size: Omit<Stripped, 'bytes'> | null = null;
  let at = 12;
  while (at + 8 <= whole) {
    const type = text(at);
    const end = at + 8 + bytes.readUInt32LE(at + 4);
    if (end > whole) return null;
    if (type === 'ANIM' || type === 'ANMF') return null;
    if (KEPT.has(type)) kept.push(chunk(bytes, at, end));
    if (type === 'VP8 ' || type === 'VP8L') size = sizeIn(bytes, type, at + 8, end);
    // Chunks begin at even places.
    at = end + (end % 2);
  }
  if (!size) return null;
  const body = Buffer.concat(kept);
  const head = Buffer.from('RIFF....WEBP', 'latin1');
  head.writeUInt32LE(4 + body.length, 4);
  return { bytes: Buffer.concat([head, body]), ...size };
}

function chunk(bytes: Buffer, at: number, end: number): Buffer {
  const own = Buffer.from(bytes.subarray(at, end));
  if (own.toString('latin1', 0, 4) === 'VP8X' && own.length > 8)
    own.writeUInt8((own[8] ?? 0) & ~LEFT_OUT, 8);
  return end % 2 === 0 ? own : Buffer.concat([own, Buffer.alloc(1)]);
}

function sizeIn(bytes: Buffer, type: string, at: number, end: number) {
  if (type === 'VP8L') {
    if (end - at < 5 || bytes[at] !== 0x2f) return null;
    const bits = bytes.readUInt32LE(at + 1);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  if (end - at < 10 || bytes.readUIntBE(at + 3, 3) !== 0x9d012a) return null;
  return {
    width: bytes.readUInt16LE(at + 6) & 0x3fff,
    height: bytes.readUInt16LE(at + 8) & 0x3fff,
  };
}
