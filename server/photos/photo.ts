import { createHash } from 'node:crypto';
import type { PhotoId } from '../../shared/ids.ts';
import { stripJpeg } from './jpeg.ts';
import { stripPng } from './png.ts';
import { stripWebp } from './webp.ts';

/** Bytes of one photo as it is handed in: a page makes it smaller before. */
export const MOST_PHOTO_BYTES = 2 * 1024 * 1024;

/** Pixels each way, and in all: what looks small may unfold to gigabytes where it is shown. */
const MOST_EDGE = 8000;
const MOST_PIXELS = 40_000_000;

export const TYPES = { jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp' } as const;
type Ending = keyof typeof TYPES;

const kinds: readonly (readonly [Ending, typeof stripJpeg])[] = [
  ['jpg', stripJpeg],
  ['png', stripPng],
  ['webp', stripWebp],
];

/** What its bytes say it is, whatever it was called: the picture alone, and its name. null: no photo. */
export function photoOf(bytes: Buffer): { readonly id: PhotoId; readonly bytes: Buffer } | null {
  for (const [ending, strip] of kinds) {
    const found = strip(bytes);
    if (!found) continue;
    const { width, height } = found;
    const isSane = width > 0 && height > 0 && Math.max(width, height) <= MOST_EDGE;
    if (!isSane || width * height > MOST_PIXELS) return null;
    return { id: nameOf(found.bytes, ending), bytes: found.bytes };
  }
  return null;
}

/** A photo's name is the digest of its bytes: another picture cannot stand in its place. */
export const nameOf = (bytes: Buffer, ending: string) =>
  `${createHash('sha256').update(bytes).digest('hex')}.${ending}` as PhotoId;

const DIGEST = 64;
const NAME = /^[0-9a-f]{64}\.(?:jpg|png|webp)$/;

export const isPhotoName = (name: string): name is PhotoId => NAME.test(name);

/** Every photo that lines of a ledger name. Looked for by its ending: a ledger is full of other digests. */
export function namedIn(lines: Buffer): Set<PhotoId> {
  const names = new Set<PhotoId>();
  for (const [kind] of kinds) {
    const ending = `.${kind}`;
    for (let at = lines.indexOf(ending); at >= 0; at = lines.indexOf(ending, at + 1)) {
      const name = lines.toString('latin1', Math.max(0, at - DIGEST), at + ending.length);
      if (isPhotoName(name)) names.add(name);
    }
  }
  return names;
}

/** Whether bytes are what a name says. */
export const isTrue = (name: PhotoId, bytes: Buffer) =>
  nameOf(bytes, name.slice(name.indexOf('.') + 1)) === name;
