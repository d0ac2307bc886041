/** What a picture is once everything but the picture is left out. */
export interface Stripped {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const COMMENT = 0xfe;
/** APP0 says how it is to be shown, APP14 how its colours are written; all others may hold anything. */
const KEPT_APPS = new Set([0xe0, 0xee]);
const isApp = (marker: number) => marker >= 0xe0 && marker <= 0xef;
const isAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
/** SOF0 to SOF15, but for the tables and the extension that share their range. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/**
 * A JPEG without its metadata: place, camera, thumbnails, comments, and whatever stands behind its end.
 * null where it is not a whole JPEG, read from its first byte to its last marker.
 */
export function stripJpeg(bytes: Buffer): Stripped | null {
  if (bytes[0] !== 0xff || bytes[1] !== START) return null;
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let size: Omit<Stripped, 'bytes'> | null = null;
  let scanned = false;
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    // Fill bytes may stand before a marker.
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === END) {
      kept.push(bytes.subarray(at, at + 2));
      return size && scanned ? { bytes: Buffer.concat(kept), ...size } : null;
    }
    const end = isAlone(marker) ? at + 2 : segmentEnd(bytes, at);
    if (end === null) return null;
    if (isFrame(marker)) size = sizeIn(bytes, at, end);
    if (marker === SCAN) scanned = true;
    const next = marker === SCAN ? scanEnd(bytes, end) : end;
    const goes = marker === COMMENT || (isApp(marker) && !KEPT_APPS.has(marker));
    if (!goes) kept.push(bytes.subarray(at, next));
    at = next;
  }
  return null;
}

/** Two bytes of length follow the marker, themselves counted. */
function segmentEnd(bytes: Buffer, at: number): number | null {
  if (at + 4 > bytes.length) return null;
  const end = at + 2 + bytes.readUInt16BE(at + 2);
  return end >= at + 4 && end <= bytes.length ? end : null;
}

function sizeIn(bytes: Buffer, at: number, end: number): Omit<Stripped, 'bytes'> | null {
  if (end - at < 9) return null;
  return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
}

/** Where the picture's own data end: at the first marker that is neither stuffing nor a restart. */
function scanEnd(bytes: Buffer, from: number): number {
  let at = from;
  while (at + 1 < bytes.length) {
    at = bytes.indexOf(0xff, at);
    if (at < 0) return bytes.length;
    const next = bytes[at + 1] ?? 0;
    if (next !== 0x00 && !(next >= 0xd0 && next <= 0xd7)) return at;
    at += 2;
  }
  return bytes.length;
}
