import type { Disk } from '../../ledger/disk.ts';
import { flushing, replaceFile, writeAll } from '../../ledger/durable.ts';
import { linesOf } from '../../ledger/lines.ts';
import { Plain } from '../../plainly.ts';

/** A data folder, or the place of its backup. */
export interface Place {
  readonly disk: Disk;
  readonly folder: string;
}

export interface Copying {
  readonly from: Place;
  readonly to: Place;
}

/** Why a copy is left as it is. */
export const differs = ({ folder }: Place, file: string) =>
  new Plain(
    `The backup in ${folder} does not agree with this ledger, so nothing was copied: ${file} holds there what is missing here. It is another branch's, or a better copy than the data folder: check both with npm run verify, or choose an empty folder.`,
  );

/** What the copy of a file of lines still needs: the bytes from here on, or to be written anew. */
export interface Lack {
  readonly from: number;
  readonly anew: boolean;
}

/**
 * Compares a copy with the file it is made of.
 *
 * @param isRow whether a line says anything, or is what a crash or a dying drive left of one
 * @returns null when the copy holds a row that the file lacks: it is the better one then, or another's
 */
export function lackOf(ours: Buffer, copy: Buffer, isRow: (line: Buffer) => boolean): Lack | null {
  if (ours.subarray(0, copy.length).equals(copy)) return { from: copy.length, anew: false };
  const known = new Set(linesOf(ours).map((line) => line.toString('latin1')));
  const odd = linesOf(copy).filter((line) => !known.has(line.toString('latin1')));
  return odd.some(isRow) ? null : { from: 0, anew: true };
}

/** More than this many steps are not worth a flush each. */
const MANY = 64;

/**
 * Makes up for what a copy lacks. Each step is flushed before the next, as its writer flushed it: what a
 * power cut leaves of the copy is then torn, and never damaged.
 *
 * @param ours whole lines
 * @param steps where each group of lines written together ends, in bytes
 */
export async function makeUp(
  disk: Disk,
  path: string,
  ours: Buffer,
  { from, anew }: Lack,
  steps: readonly number[],
): Promise<void> {
  if (!anew && ours.length <= from) return;
  if (anew || from === 0 || steps.length > MANY) return replaceFile(disk, path, ours);
  const file = await disk.open(path, 'append');
  await flushing(file, async () => {
    let done = from;
    for (const step of steps) {
      if (done > from) await file.datasync();
      await writeAll(file, ours.subarray(done, step));
      done = step;
    }
  });
}

/**
 * The whole lines of a file as they are on the medium. What its writer has not flushed yet is flushed
 * here: otherwise a power cut could leave the copy with an entry that its ledger lost.
 */
export async function readFlushed(disk: Disk, path: string): Promise<Buffer | null> {
  const bytes = await disk.read(path);
  if (!bytes) return null;
  const file = await disk.open(path, 'read');
  try {
    await file.datasync();
  } catch (error) {
    // Windows flushes only what may be written to.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
  } finally {
    await file.close();
  }
  return bytes.subarray(0, bytes.lastIndexOf(10) + 1);
}
