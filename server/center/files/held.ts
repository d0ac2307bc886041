import { datesIn, pathOf } from '../../ledger/files.ts';
import { type DayLines, endOf, type Place } from '../stretch.ts';

/** The first of some lines that a ledger does not hold in the same place, byte for byte. */
export async function firstOther(
  { disk, folder }: Place,
  days: readonly DayLines[],
): Promise<string | null> {
  for (const { date, lines } of days) {
    const bytes = (await disk.read(pathOf(folder, date))) ?? Buffer.alloc(0);
    const first = lines[0] ?? Buffer.alloc(0);
    let at = bytes.indexOf(first);
    if (at > 0 && bytes[at - 1] !== NEWLINE) at = -1;
    for (const line of lines) {
      const end = at + line.length;
      const isSame = at >= 0 && bytes.subarray(at, end).equals(line) && bytes[end] === NEWLINE;
      if (!isSame) return line.toString();
      at = end + 1;
    }
  }
  return null;
}

const NEWLINE = 10;

/** Whether a ledger has this entry; the newest days are looked at first. */
export async function holds({ disk, folder }: Place, head: { seq: number; hash: string }) {
  if (head.seq === 0) return true;
  for (const date of ((await datesIn(disk, folder)) ?? []).reverse())
    if ((await disk.read(pathOf(folder, date)))?.includes(endOf(head))) return true;
  return false;
}
