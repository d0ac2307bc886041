import { join } from 'node:path';
import type { Disk } from '../ledger/disk.ts';
import { datesIn, pathOf } from '../ledger/files.ts';
import { isTrue, namedIn } from './photo.ts';
import { PHOTOS } from './store.ts';

/** A photo that the ledger names and the folder does not have as it was. */
export interface Missing {
  readonly photo: string;
  readonly what: 'absent' | 'changed';
}

/**
 * Holds every photo that a ledger names against the file of that name. Only reads. A photo is no part of
 * the chain: without it the ledger is sound, and this says what is gone.
 */
export async function missingPhotos(disk: Disk, folder: string): Promise<Missing[]> {
  const missing = new Map<string, Missing>();
  const seen = new Set<string>();
  for (const date of (await datesIn(disk, folder)) ?? []) {
    const lines = (await disk.read(pathOf(folder, date))) ?? Buffer.alloc(0);
    for (const photo of namedIn(lines)) {
      if (seen.has(photo)) continue;
      seen.add(photo);
      const bytes = await disk.read(join(folder, PHOTOS, photo));
      if (!bytes) missing.set(photo, { photo, what: 'absent' });
      else if (!isTrue(photo, bytes)) missing.set(photo, { photo, what: 'changed' });
    }
  }
  return [...missing.values()];
}

export const sayMissing = ({ photo, what }: Missing) =>
  what === 'absent'
    ? `photo  ${PHOTOS}/${photo} is named by the ledger and is not there`
    : `photo  ${PHOTOS}/${photo} is not the one that the ledger names`;
