import { dirname } from 'node:path';
import type { Disk, OpenFile } from './disk.ts';

/**
 * Writes all bytes, however few the disk takes at a time.
 *
 * @param position where in the file, for one opened to be amended
 */
export async function writeAll(file: OpenFile, bytes: Uint8Array, position = 0): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const taken = await file.write(bytes.subarray(done), position + done);
    // A disk that takes nothing and reports no error would keep this loop for ever.
    if (taken === 0) throw new Error('the disk took none of the bytes it was given');
    done += taken;
  }
}

/** Does `work` on an open file, flushes it and closes it, whatever happens. */
export async function flushing(
  file: OpenFile,
  work: (file: OpenFile) => Promise<void>,
): Promise<void> {
  try {
    await work(file);
    await file.datasync();
  } finally {
    await file.close();
  }
}

/** A folder, with its parents, that a power cut cannot take back. */
export async function makeFolder(disk: Disk, folder: string): Promise<void> {
  const parent = dirname(folder);
  try {
    await disk.makeFolder(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || parent === folder) throw error;
    await makeFolder(disk, parent);
    await disk.makeFolder(folder);
  }
  // Also when it stood already: whoever made it may have died before this line.
  await disk.syncFolder(parent);
}

/** Puts a file in place whole or not at all: readers see the old bytes or the new ones. */
export async function replaceFile(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  const next = `${path}.new`;
  await flushing(await disk.open(next, 'fresh'), (file) => writeAll(file, bytes));
  await disk.rename(next, path);
  await disk.syncFolder(dirname(path));
}
