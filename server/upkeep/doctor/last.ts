import type { Disk } from '../../ledger/disk.ts';
import { datesIn, pathOf } from '../../ledger/files.ts';
import { linesOf } from '../../ledger/lines.ts';

/** The last entry of a data folder that can be read, unproved; null where there is none. */
export async function lastIn(
  disk: Disk,
  folder: string,
): Promise<{ readonly seq: number; readonly at: number } | null> {
  const dates = await datesIn(disk, folder).catch(() => null);
  for (const date of (dates ?? []).reverse()) {
    const bytes = (await disk.read(pathOf(folder, date)).catch(() => null)) ?? Buffer.alloc(0);
    const found = linesOf(bytes)
      .reverse()
      .map(placeOf)
      .find((place) => place !== null);
    if (found) return found;
  }
  return null;
}

function placeOf(line: Buffer) {
  try {
    const { seq, at } = JSON.parse(line.toString());
    return Number.isInteger(seq) && Number.isFinite(at)
      ? { seq: Number(seq), at: Number(at) }
      : null;
  } catch {
    return null;
  }
}
