import { join } from 'node:path';
import { replaceFile } from '../../ledger/durable.ts';
import { isTrue, namedIn } from '../../photos/photo.ts';
import { PHOTOS } from '../../photos/store.ts';
import type { Copying } from './lines.ts';

/**
 * Copies the photos that lines of a ledger name and the copy lacks. One that is gone, or is not what its
 * name says, takes no place of a good one: `verify` says which.
 */
export async function copyPhotos({ from, to }: Copying, lines: Buffer): Promise<void> {
  const names = namedIn(lines);
  if (names.size === 0) return;
  await to.disk.makeFolder(join(to.folder, PHOTOS));
  await to.disk.syncFolder(to.folder);
  for (const photo of names) {
    const path = join(to.folder, PHOTOS, photo);
    const there = await to.disk.read(path);
    if (there && isTrue(photo, there)) continue;
    const ours = await from.disk.read(join(from.folder, PHOTOS, photo));
    if (ours && isTrue(photo, ours)) await replaceFile(to.disk, path, ours);
  }
}
