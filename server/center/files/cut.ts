import { join } from 'node:path';
import { flushing } from '../../ledger/durable.ts';
import type { Head } from '../../ledger/entry.ts';
import { datesIn, fileName, ledgerFolder, pathOf } from '../../ledger/files.ts';
import { setAside } from '../../ledger/torn.ts';
import { endOf, type Place } from '../stretch.ts';

/**
 * Sets aside and cuts off whatever stands behind a witnessed head: it was being received when the power
 * went, or the disk failed, and was never acknowledged. Nothing is cut before the head was found.
 *
 * @returns the date of the file that the head is in, empty for an empty ledger; null when it is in none
 */
export async function cutBehind(place: Place, head: Head): Promise<string | null> {
  const { disk, folder } = place;
  const dates = (await datesIn(disk, folder)) ?? [];
  const behind: { date: string; bytes: Buffer; whole: number }[] = [];
  let found = head.seq === 0 ? '' : null;
  for (const date of dates.reverse()) {
    const bytes = (await disk.read(pathOf(folder, date))) ?? Buffer.alloc(0);
    const end = endOf(head);
    const at = head.seq === 0 ? -1 : bytes.indexOf(end);
    const whole = at < 0 ? 0 : at + end.length;
    if (bytes.length > whole) behind.push({ date, bytes, whole });
    if (at < 0) continue;
    found = date;
    break;
  }
  if (found === null) return null;
  for (const { date, bytes, whole } of behind) {
    await setAside(disk, join(folder, 'torn'), fileName(date), bytes.subarray(whole));
    await flushing(await disk.open(pathOf(folder, date), 'amend'), (file) => file.truncate(whole));
  }
  if (dates.length > 0) await disk.syncFolder(ledgerFolder(folder));
  return found;
}
