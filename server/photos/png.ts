import { crc32 } from 'node:zlib';
import type { Stripped } from './jpeg.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** What a picture needs to be shown; texts, times, places and all others go. */
const KEPT = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'gAMA', 'sRGB']);

/** A PNG without its metadata, its checks recomputed; null where it is not a whole PNG. */
export function stripPng(bytes: Buffer): Stripped | null {
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) return null;
  const kept: Buffer[] = [SIGNATURE];
  let size: Omit<Stripped, 'bytes'> | null = null;
  let data = false;
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > bytes.length) return null;
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return null;
    if ((type === 'IHDR') !== (at === 8)) return null;
    if (type === 'IHDR') {
      if (length !== 13) return null;
      size = { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) };
    }
    if (type === 'IDAT') data = true;
    if (KEPT.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IEND') return size && data ? { bytes: Buffer.concat(kept), ...size } : null;
    at = end;
  }
  return null;
}
