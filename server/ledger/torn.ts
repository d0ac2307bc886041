import { join } from 'node:path';
import type { Disk } from './disk.ts';
import { flushing, makeFolder, writeAll } from './durable.ts';

/** A tail that was cut off a file: what was being written when the power went. */
export interface Torn {
  readonly file: string;
  readonly bytes: number;
  /** The path where the cut bytes are kept. */
  readonly kept: string;
}

/** Keeps bytes about to be cut off `file`, as `<file>-<n>.bin`, flushed before it resolves. */
export async function setAside(
  disk: Disk,
  folder: string,
  file: string,
  bytes: Buffer,
): Promise<Torn> {
  await makeFolder(disk, folder);
  const there = new Set(await disk.list(folder));
  let n = 1;
  while (there.has(`${file}-${n}.bin`)) n++;
  const kept = join(folder, `${file}-${n}.bin`);
  await flushing(await disk.open(kept, 'fresh'), (open) => writeAll(open, bytes));
  await disk.syncFolder(folder);
  return { file, bytes: bytes.length, kept };
}
