import { isDate } from '../ledger/files.ts';
import type { Segment } from './protocol.ts';
import type { Member } from './roster.ts';
import type { ClosingLine, Shelf } from './shelf.ts';

/** The closings in a segment that are new, signed, and of an entry that is held: the others are passed over. */
export async function closingsIn(
  { closings }: Segment,
  { publicKey }: Member,
  shelf: Shelf,
): Promise<ClosingLine[]> {
  const fresh: ClosingLine[] = [];
  let last = shelf.closed;
  for (const line of closings) {
    const row = rowOf(line);
    if (!row || row.seq <= last || row.seq > shelf.head.seq) continue;
    if (!publicKey.signed(row) || !(await shelf.holds(row))) continue;
    const { seq, hash, at, date } = row;
    fresh.push({ seq, hash, at, date, line });
    last = seq;
  }
  return fresh;
}

function rowOf(line: string) {
  try {
    if (line.includes('\n')) return null;
    const { seq, hash, at, key, sig, date } = JSON.parse(line);
    const isRow = Number.isInteger(seq) && typeof hash === 'string' && typeof at === 'number';
    const isSigned = typeof key === 'string' && typeof sig === 'string' && isDate(String(date));
    return isRow && isSigned ? { seq, hash, at, key, sig, date: String(date) } : null;
  } catch {
    return null;
  }
}
